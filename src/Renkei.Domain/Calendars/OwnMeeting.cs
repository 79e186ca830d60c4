using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Calendars;

/// <summary>A booked meeting another date is looked for: it stands in nobody's way itself.</summary>
/// <param name="Slot">From when to when it is booked.</param>
/// <param name="Addresses">Whose calendars it stands in, the room's among them; whoever declined has it no longer.</param>
public sealed record OwnMeeting(TimeSlot Slot, IReadOnlyCollection<string> Addresses)
{
    /// <summary>Whether it stands in somebody's calendar; case does not matter.</summary>
    public bool IsIn(string address) => Addresses.Contains(address, StringComparer.OrdinalIgnoreCase);
}
