using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Calendars;

/// <summary>When somebody, or a room, is taken.</summary>
/// <param name="Address">As it was asked for.</param>
/// <param name="Times">The calendar in the window that was asked for; <see langword="null"/> where it cannot be seen.</param>
/// <param name="Why">Why it cannot be seen.</param>
public sealed record Schedule(string Address, CalendarTimes? Times, CalendarFault? Why);

/// <summary>Somebody in the organisation's directory.</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Address">Mail address.</param>
public sealed record CalendarPerson(string ObjectId, string Name, string Address);
