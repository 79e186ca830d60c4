using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Calendars.Embedded;

/// <summary>Gathers when somebody is taken.</summary>
internal sealed class EmbeddedTimes(
    IEnumerable<TimeSlot> busy,
    IEnumerable<TimeSlot> tentative,
    IReadOnlyList<WeeklyTime> weekly
)
{
    private readonly List<TimeSlot> busy = [.. busy];
    private readonly List<TimeSlot> tentative = [.. tentative];

    /// <summary>A meeting counts as its invitation was answered; unanswered it is provisional, as in Outlook.</summary>
    public void Take(TimeSlot slot, MeetingResponse response)
    {
        if (response != MeetingResponse.Declined)
        {
            (response == MeetingResponse.Accepted ? busy : tentative).Add(slot);
        }
    }

    /// <summary>What touches a window.</summary>
    public CalendarTimes In(TimeSlot window) =>
        new(
            new(busy.Where(window.Overlaps).Concat(weekly.SelectMany(w => w.In(window)))),
            new(tentative.Where(window.Overlaps))
        );
}
