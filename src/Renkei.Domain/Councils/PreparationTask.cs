using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Councils;

/// <summary>Something that has to be done before a council.</summary>
/// <param name="Id">Distinguishes the tasks of a council; 1 to 24 of <c>a-z 0-9 -</c>. Tasks of the template have its code.</param>
/// <param name="Text">1 to <see cref="TextLength"/> characters.</param>
/// <param name="Lead">Business days before the meeting by which it is done; 0 to <see cref="TaskTemplate.LongestLead"/>.</param>
/// <param name="FixedDue">A day set by hand, which the date of the meeting does not move; Japan.</param>
/// <param name="Owner">Who does it; <see langword="null"/> while nobody was named.</param>
/// <param name="AssignedAt">When the owner was named (UTC).</param>
/// <param name="AssignedBy">Who named the owner.</param>
/// <param name="Done">Who said that it is done, and when; <see langword="null"/> before.</param>
public sealed record PreparationTask(
    string Id,
    string Text,
    int Lead,
    DateOnly? FixedDue = null,
    PersonRef? Owner = null,
    DateTimeOffset? AssignedAt = null,
    PersonRef? AssignedBy = null,
    DoneMark? Done = null
)
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 80;
}

/// <summary>Who said that something is done, and when (UTC).</summary>
public sealed record DoneMark(PersonRef By, DateTimeOffset At);

/// <summary>The due dates of a council's tasks, counted backwards from its date.</summary>
/// <param name="meeting">The day of the meeting.</param>
/// <param name="plannedOn">The day on which the date was set, Japan.</param>
/// <param name="firstLead">The longest lead of the tasks, in business days.</param>
/// <param name="days">The office's business days.</param>
/// <remarks>
/// Where less time is left than the longest lead asks for, all leads shrink in proportion: a plan whose first third is overdue on
/// the day it is made helps nobody.
/// </remarks>
public sealed class BackwardPlan(DateOnly meeting, DateOnly plannedOn, int firstLead, BusinessDays days)
{
    // Whoever sets a date on a Saturday begins on Monday: counted from Saturday, the first task would be due on Friday.
    private readonly int available =
        meeting <= days.OnOrAfter(plannedOn) ? 0 : days.Between(days.OnOrAfter(plannedOn), meeting);

    /// <summary>Whether less time is left than usual.</summary>
    public bool IsTight => available < firstLead;

    /// <summary>Business days between setting the date, or the next business day, and the meeting.</summary>
    public int Available => available;

    /// <summary>The day by which a task is done; never before <c>plannedOn</c>, never after the meeting unless set by hand.</summary>
    public DateOnly DueOf(PreparationTask task) =>
        task.FixedDue ?? days.AddBusinessDays(meeting, -(IsTight ? task.Lead * available / firstLead : task.Lead));
}
