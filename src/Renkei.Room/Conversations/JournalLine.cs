namespace Renkei.Room.Conversations;

/// <summary>One line of the journal: exactly one of the parts is set.</summary>
internal sealed record JournalLine
{
    /// <summary>A message as it is from now on.</summary>
    public RoomMessage? Message { get; init; }

    /// <summary>Whether the app is in a conversation from now on.</summary>
    public InstalledLine? Installed { get; init; }

    /// <summary>The language of a person's Teams from now on.</summary>
    public LocaleLine? Locale { get; init; }

    /// <summary>How far the room's clock is ahead from now on, in seconds.</summary>
    public double? ClockOffsetSeconds { get; init; }

    /// <summary>A file that was delivered.</summary>
    public RoomFile? File { get; init; }

    /// <summary>A step of the lesson that was done.</summary>
    public string? LessonStep { get; init; }
}

/// <summary>Whether the app is in a conversation.</summary>
internal sealed record InstalledLine(string Conversation, bool Value);

/// <summary>The language of a person's Teams.</summary>
internal sealed record LocaleLine(string Person, string Locale);
