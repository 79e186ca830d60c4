using Renkei.Bot.Scheduling;

namespace Renkei.Bot.Polls;

/// <summary>What the buttons of polls do. Data <c>q</c> names the poll.</summary>
internal static class PollVerbs
{
    /// <summary>Begins a poll: about the date of a plan, or, without one, with dates that are typed.</summary>
    public const string New = SchedulingVerbs.NewPollVerb;

    /// <summary>Looks through what was filled in, and asks before anything is sent.</summary>
    public const string Check = "poll/check";

    /// <summary>Back from the question to the form.</summary>
    public const string Edit = "poll/edit";

    /// <summary>Makes the poll; its name (<c>n</c>) was drawn with the card, so a second press makes no second one.</summary>
    public const string Make = "poll/make";

    /// <summary>Shows a poll to whoever asks, as far as they may see it; automatic as well.</summary>
    public const string Show = "poll/show";

    /// <summary>Gives the presser their own form.</summary>
    public const string Answer = "poll/answer";

    /// <summary>Takes a vote: <c>in_m_{date}</c>, <c>in_comment</c>; <c>all</c> = ○ to every date; <c>w</c> whose it is where it is not the presser's.</summary>
    public const string Vote = "poll/vote";

    /// <summary>Asks whose vote is entered, then shows the form for them (<c>in_w</c>).</summary>
    public const string Proxy = "poll/proxy";

    /// <summary>Chooses a date: <c>k</c>, or <c>in_k</c>.</summary>
    public const string Decide = "poll/decide";

    /// <summary>Shows what can be changed about the poll.</summary>
    public const string Change = "poll/change";

    /// <summary>Sets another deadline: <c>in_day</c>, <c>in_time</c>. Takes back a decision and giving up.</summary>
    public const string Prolong = "poll/prolong";

    /// <summary>Adds dates: <c>in_dates</c>.</summary>
    public const string Offer = "poll/offer";

    /// <summary>Ends the voting now.</summary>
    public const string Close = "poll/close";

    /// <summary>Gives the poll up; asks first unless <c>m</c> = sure.</summary>
    public const string GiveUp = "poll/giveup";
}
