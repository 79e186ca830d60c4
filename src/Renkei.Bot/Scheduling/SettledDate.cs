using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Scheduling;

/// <summary>What came of choosing a date, or of looking after one.</summary>
/// <param name="Plan">The plan as it stands; <see langword="null"/> where it is gone.</param>
/// <param name="Council">The council as it stands; <see langword="null"/> for a meeting of its own, or where it is gone.</param>
/// <param name="Fault">
/// What is wrong with the calendar; <see langword="null"/> where it was asked and has it. The date stands all the same, and the calendar
/// is tried again.
/// </param>
internal sealed record SettledDate(MeetingPlan? Plan, Council? Council, CalendarFault? Fault)
{
    /// <summary>Whether the chosen date stands: the council has it, or there is no council.</summary>
    public bool IsSet => Plan?.Choice is { IsApplied: true };
}
