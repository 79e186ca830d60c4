namespace Renkei.Bot.Features.Requests;

/// <summary>
/// What the buttons of requests do. Data: <c>x</c> the request, <c>v</c> the revision the card showed, which with who pressed and what was written names
/// the step, so that a repeated press takes no second one.
/// </summary>
internal static class RequestVerbs
{
    /// <summary>Shows what will be sent, before it is (<c>in_title</c>, <c>in_text</c>).</summary>
    public const string Check = "request/check";

    /// <summary>Back from there to writing (<c>title</c>, <c>text</c>).</summary>
    public const string Edit = "request/edit";

    /// <summary>Sends it (<c>title</c>, <c>text</c>).</summary>
    public const string Send = "request/send";

    /// <summary>Head office: I look after it.</summary>
    public const string Take = "request/take";

    /// <summary>Opens the form of a step with words; <c>k</c> which.</summary>
    public const string Write = "request/write";

    /// <summary>Takes a step with words (<c>k</c>, <c>in_text</c>).</summary>
    public const string Say = "request/say";

    /// <summary>The centre is content: closes it.</summary>
    public const string Thank = "request/thank";

    /// <summary>Asks before it is withdrawn.</summary>
    public const string AskWithdraw = "request/withdraw";

    /// <summary>Withdraws it.</summary>
    public const string Withdraw = "request/withdraw-do";

    /// <summary>The whole conversation, page by page (<c>n</c>).</summary>
    public const string Thread = "request/thread";

    /// <summary>Makes the channel head office's for the prefecture of whoever presses.</summary>
    public const string KeepDesk = "request/desk";

    /// <summary>Asks before the desk is given up.</summary>
    public const string AskStopDesk = "request/desk-stop";

    /// <summary>Gives it up.</summary>
    public const string StopDesk = "request/desk-stop-do";
}
