namespace Renkei.Domain.Scheduling;

/// <summary>Whether somebody could come to a meeting at a certain time.</summary>
public enum Availability
{
    /// <summary>Nothing stands in the calendar, or ○ in a poll.</summary>
    Free,

    /// <summary>Something provisional (仮の予定) stands there, or △ in a poll: it could be arranged.</summary>
    Tentative,

    /// <summary>The calendar cannot be seen, or there is no answer in the poll yet.</summary>
    Unknown,

    /// <summary>Something stands in the calendar, or × in a poll.</summary>
    Busy,
}
