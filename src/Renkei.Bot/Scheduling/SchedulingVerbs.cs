using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;

namespace Renkei.Bot.Scheduling;

/// <summary>The buttons by which other features lead to the search for a date and back.</summary>
internal static class SchedulingVerbs
{
    /// <summary>Begins to look for a council's date; data <c>c</c>, the council.</summary>
    public const string FindDateVerb = "schedule/begin";

    /// <summary>Shows the proposals of a plan; data <c>p</c>, the plan.</summary>
    public const string ProposalsVerb = "schedule/proposals";

    /// <summary>Shows the meeting of a plan as it is booked; data <c>p</c>, the plan.</summary>
    public const string BookingVerb = "booking/show";

    /// <summary>
    /// Begins a poll about a plan's date; data <c>p</c>, the plan, and the ticked dates as <c>in_d</c>: <c>yyyy-MM-ddTHH:mm</c> in
    /// Japan's time, with commas between. Each takes as long as the plan says.
    /// </summary>
    public const string NewPollVerb = "poll/new";

    /// <summary>Has a deleted event booked again; data <c>p</c>.</summary>
    public const string BookAgainVerb = "booking/again";

    /// <summary>Asks before a meeting of its own is called off; data <c>p</c>.</summary>
    public const string AskOffVerb = "booking/off-ask";

    /// <summary>Calls off a meeting of its own; data <c>p</c>.</summary>
    public const string OffVerb = "booking/off";

    /// <summary>Answers a meeting's invitation; data <c>p</c> and <c>a</c>: yes, no or maybe.</summary>
    public const string AnswerVerb = "booking/rsvp";

    public static readonly LocalText FindDate = new("空きから日程を探す", "Find a date");

    /// <summary>What a card about a plan is about.</summary>
    public static CardSubject SubjectOf(PlanId plan) => CardSubject.OfMeeting(plan.ToString());

    /// <summary>A button of these; it takes no inputs along.</summary>
    public static ExecuteAction Button(BotTurn turn, LocalText title, string verb, PlanId plan) =>
        new(turn.In(title), verb, ActionData.Of(("p", plan.ToString()))) { IgnoresInputs = true };
}
