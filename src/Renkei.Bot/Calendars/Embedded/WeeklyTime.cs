using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Calendars.Embedded;

/// <summary>Something that stands in a calendar every week.</summary>
/// <param name="Day">In Japan.</param>
/// <param name="From">Japan time.</param>
/// <param name="To">Later on the same day.</param>
internal sealed record WeeklyTime(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>Its times that touch a window.</summary>
    public IEnumerable<TimeSlot> In(TimeSlot window)
    {
        DateOnly last = TokyoTime.DateOf(window.End);
        for (DateOnly day = TokyoTime.DateOf(window.Start); day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek != Day)
            {
                continue;
            }
            TimeSlot slot = new(TokyoTime.Instant(day, From), TokyoTime.Instant(day, To));
            if (slot.Overlaps(window))
            {
                yield return slot;
            }
        }
    }
}
