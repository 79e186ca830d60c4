using Renkei.Domain.Time;

namespace Renkei.Domain.Councils;

/// <summary>Something that has to be done before a meeting.</summary>
/// <param name="Code">Means the same in all kinds of meeting and stays the same for ever. 2 to 24 of <c>a-z -</c>.</param>
/// <param name="Text">One short line that says what to do.</param>
/// <param name="Lead">Business days before the meeting by which it is done; 0 is the day itself, 120 the earliest.</param>
public sealed record TaskTemplate(string Code, LocalText Text, int Lead)
{
    /// <summary>The longest lead time, in business days: about half a year.</summary>
    public const int LongestLead = 120;

    /// <summary>The day by which it is done when the meeting is on <paramref name="meeting"/>; a business day unless that day is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie before 2000 or after 2100.</exception>
    public DateOnly DueBefore(DateOnly meeting, BusinessDays days) => days.AddBusinessDays(meeting, -Lead);
}
