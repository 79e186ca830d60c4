using System.Globalization;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Scheduling;

/// <summary>A date as cards send it, Japan time, e.g. <c>2026-12-18T14:00</c>. How long it takes stands in the plan.</summary>
internal static class SlotName
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The name of a date.</summary>
    public static string Of(TimeSlot slot) =>
        TokyoTime.LocalOf(slot.Start).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>A date that came from a card; <see langword="null"/> where it is none that a meeting of this length can have.</summary>
    public static TimeSlot? Read(MeetingPlan plan, string? sent)
    {
        if (
            !DateTime.TryParseExact(sent, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime start)
            || start.Year is < 2000 or > 2099
        )
        {
            return null;
        }
        DateTimeOffset begin = TokyoTime.Instant(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start));
        TimeSlot slot = new(begin, begin + plan.Length);
        return WantedMeeting.TimeOf(slot).IsPossible ? slot : null;
    }
}
