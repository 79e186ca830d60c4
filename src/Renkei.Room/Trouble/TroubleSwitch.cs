namespace Renkei.Room.Trouble;

/// <summary>Whom trouble concerns: exactly one of the three is set.</summary>
/// <param name="Person">Key of a person: her or his personal chat, and what she or he sends.</param>
/// <param name="Conversation">Key of a conversation.</param>
/// <param name="All">Everything.</param>
public sealed record TroubleTarget(string? Person = null, string? Conversation = null, bool? All = null)
{
    /// <summary>Everything in the room.</summary>
    public static TroubleTarget Everything { get; } = new(All: true);

    internal bool Covers(string? conversation, string? person) =>
        All is true
        || (Conversation is not null && Conversation == conversation)
        || (Person is not null && (Person == person || conversation == $"personal-{Person}"));
}

/// <summary>Details of a switch; what does not belong to its kind is ignored.</summary>
/// <param name="RetryAfterSeconds">For <see cref="TroubleKind.Throttle"/>.</param>
/// <param name="Token">For <see cref="TroubleKind.WrongToken"/>.</param>
/// <param name="Remaining">How many more times; <see langword="null"/> until switched off.</param>
public sealed record TroubleSettings(
    int? RetryAfterSeconds = null,
    Tokens.BrokenToken? Token = null,
    int? Remaining = null
);

/// <summary>One switch that is on.</summary>
/// <param name="Target">Whom it concerns.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Settings">Details.</param>
public sealed record TroubleSwitch(TroubleTarget Target, TroubleKind Kind, TroubleSettings Settings);
