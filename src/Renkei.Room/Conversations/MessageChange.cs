namespace Renkei.Room.Conversations;

/// <summary>What happened to a message.</summary>
internal enum MessageChangeKind
{
    /// <summary>It is new.</summary>
    Posted,

    /// <summary>It changed for everybody.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>One person's card changed.</summary>
    PrivateCard,

    /// <summary>Somebody reacted.</summary>
    Reaction,
}

/// <summary>What happened to a message, and for whom where it was one person.</summary>
internal sealed record MessageChange(MessageChangeKind Kind, string? Person = null);
