namespace Renkei.Bot.Features.Feedback;

/// <summary>What the buttons of feedback do. Data: <c>f</c> the item.</summary>
internal static class FeedbackVerbs
{
    /// <summary>Shows an item; when the card does so by itself, its reader has seen it.</summary>
    public const string Show = "feedback/show";

    /// <summary>読みました.</summary>
    public const string Read = "feedback/read";

    /// <summary>Opens a new item, or with <c>f</c> one to be changed.</summary>
    public const string Edit = "feedback/edit";

    /// <summary>Shows what will be shared, with whom.</summary>
    public const string Check = "feedback/check";

    /// <summary>Back from there to writing.</summary>
    public const string Rewrite = "feedback/rewrite";

    /// <summary>Shares it, or changes what was shared.</summary>
    public const string Share = "feedback/share";

    /// <summary>Opens the form of a reply.</summary>
    public const string Write = "feedback/write";

    /// <summary>Sends a reply (<c>in_reply</c>, <c>k</c> names the card).</summary>
    public const string Reply = "feedback/reply";

    /// <summary>Who has seen it, by centre.</summary>
    public const string Readers = "feedback/readers";

    /// <summary>What it was before.</summary>
    public const string History = "feedback/history";

    /// <summary>Asks before it is withdrawn.</summary>
    public const string AskWithdraw = "feedback/withdraw";

    /// <summary>Withdraws it, or with <c>o</c> shares it again.</summary>
    public const string Withdraw = "feedback/withdraw-do";

    /// <summary>Lists a fiscal year (<c>y</c>), page <c>n</c>, with the words <c>q</c> or <c>in_q</c>.</summary>
    public const string List = "feedback/list";
}
