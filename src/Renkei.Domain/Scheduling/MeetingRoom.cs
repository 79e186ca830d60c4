namespace Renkei.Domain.Scheduling;

/// <summary>A room that can be booked.</summary>
/// <param name="Address">Its mail address.</param>
/// <param name="Name">e.g. 2階 大会議室.</param>
/// <param name="Seats">How many find a seat; <see langword="null"/> where nobody entered it.</param>
public sealed record MeetingRoom(string Address, string Name, int? Seats);

/// <summary>A room and when it is taken.</summary>
/// <param name="Room">The room.</param>
/// <param name="Times">Its calendar; <see langword="null"/> where it cannot be seen.</param>
public sealed record RoomTimes(MeetingRoom Room, CalendarTimes? Times);

/// <summary>That a meeting wants a room.</summary>
/// <param name="Seats">How many people have to find a seat. A room whose seats nobody entered may be large enough.</param>
/// <param name="Rooms">Those that may be taken, the preferred first.</param>
public sealed record RoomWish(int Seats, IReadOnlyList<RoomTimes> Rooms);
