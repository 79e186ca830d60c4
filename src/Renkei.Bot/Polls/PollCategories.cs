namespace Renkei.Bot.Polls;

/// <summary>The kinds of messages about polls, as they are stored; they stay the same for ever.</summary>
internal static class PollCategories
{
    /// <summary>What cannot be switched off: being asked, and the result for whoever asks.</summary>
    public const string Always = "always";

    /// <summary>Being asked again before the deadline.</summary>
    public const string Nudge = "poll-nudge";

    /// <summary>Which date was chosen.</summary>
    public const string Decided = "poll-decided";
}
