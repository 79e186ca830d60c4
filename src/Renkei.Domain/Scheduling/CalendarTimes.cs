namespace Renkei.Domain.Scheduling;

/// <summary>What is known of a calendar that can be seen.</summary>
/// <param name="Busy">Meetings, absences, holidays.</param>
/// <param name="Tentative">What is provisional.</param>
public sealed record CalendarTimes(BusyTimes Busy, BusyTimes Tentative)
{
    /// <summary>Nothing in it.</summary>
    public static CalendarTimes Empty { get; } = new(BusyTimes.None, BusyTimes.None);

    /// <summary>Whether <paramref name="slot"/> is free in it; never <see cref="Availability.Unknown"/>.</summary>
    public Availability At(TimeSlot slot) => At(slot.Start.UtcTicks, slot.End.UtcTicks);

    internal Availability At(long from, long to) =>
        Busy.Touches(from, to) ? Availability.Busy
        : Tentative.Touches(from, to) ? Availability.Tentative
        : Availability.Free;
}
