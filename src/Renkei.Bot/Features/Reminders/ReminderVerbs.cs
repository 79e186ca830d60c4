using Renkei.Bot.Councils;

namespace Renkei.Bot.Features.Reminders;

/// <summary>
/// What the buttons of reminders do. Data: <c>c</c> the council, <c>k</c> the reminder's key, <c>t</c> a task or agreement where the key does
/// not say it.
/// </summary>
internal static class ReminderVerbs
{
    /// <summary>Draws the reminder as things are now; automatic, so it tells that the card was seen.</summary>
    public const string Show = CouncilNotices.ShowVerb;

    /// <summary>A task or an agreement is done.</summary>
    public const string Done = "reminder/done";

    /// <summary>It is not, after all.</summary>
    public const string Undo = "reminder/undo";

    /// <summary>The same reminder again on the next business day.</summary>
    public const string Later = "reminder/later";

    /// <summary>Asks who takes a task.</summary>
    public const string Hand = "reminder/hand";

    /// <summary>Gives a task to somebody (<c>in_to</c>; <c>w</c> whose it was on the card).</summary>
    public const string HandTo = "reminder/handto";

    /// <summary>Takes a task oneself.</summary>
    public const string Take = "reminder/take";

    /// <summary>Answers an invitation (<c>a</c>, <c>in_note</c>).</summary>
    public const string Rsvp = "reminder/rsvp";

    /// <summary>Opens a participant's information sheet (feature Sheets): <c>c</c>, and the participant as <c>p</c>.</summary>
    public const string OpenSheet = "sheet/open";

    /// <summary>The ledger of a council: <c>c</c>, page <c>p</c>, <c>v</c> = <c>next</c> for what is still to come.</summary>
    public const string Ledger = CouncilNotices.LedgerVerb;

    /// <summary>Keeps somebody's settings.</summary>
    public const string KeepSettings = "reminder/settings";

    /// <summary>Puts somebody's settings back to what they were at first.</summary>
    public const string ResetSettings = "reminder/settings-reset";

    /// <summary>Shows who is told of work that stays overdue.</summary>
    public const string Lead = "reminder/lead";

    /// <summary>Names who is told of work that stays overdue (<c>in_lead</c>).</summary>
    public const string KeepLead = "reminder/lead-keep";
}
