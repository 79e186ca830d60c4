using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Calendars;

/// <summary>Somebody who is asked to a meeting, and where their calendar is.</summary>
/// <param name="Who">Who.</param>
/// <param name="Address">Mail address; <see langword="null"/> for people outside the organisation.</param>
/// <param name="Travel">How long they travel; 0 to 8 hours.</param>
internal sealed record InviteeCalendar(Invitee Who, string? Address, TimeSpan Travel);

/// <summary>What a slot search needs to know of people and rooms, from a calendar in one call.</summary>
/// <param name="Invitees">In the order in which they were given.</param>
/// <param name="Rooms">In the order in which they were given.</param>
internal sealed record MeetingTimes(IReadOnlyList<InviteeTimes> Invitees, IReadOnlyList<RoomTimes> Rooms)
{
    /// <summary>Reads the days of a window, and the way there and back on both sides of it.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="window">The days.</param>
    /// <param name="invitees">Who is asked.</param>
    /// <param name="rooms">The rooms that come into question.</param>
    /// <param name="except">The meeting itself, where it is booked already.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="CalendarException">The calendar could not be asked. A single calendar that cannot be seen is no exception.</exception>
    public static async Task<MeetingTimes> ReadAsync(
        ICalendar calendar,
        SlotWindow window,
        IReadOnlyList<InviteeCalendar> invitees,
        IReadOnlyList<MeetingRoom> rooms,
        OwnMeeting? except,
        CancellationToken ct
    )
    {
        TimeSpan way = invitees.Select(i => i.Travel).Append(TimeSpan.Zero).Max();
        TimeSlot days = new(TokyoTime.StartOf(window.From) - way, TokyoTime.StartOf(window.To.AddDays(1)) + way);
        string[] addresses =
        [
            .. invitees
                .Select(i => i.Address)
                .OfType<string>()
                .Concat(rooms.Select(r => r.Address))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        IReadOnlyList<Schedule> schedules = await calendar.FreeBusyAsync(addresses, days, except, ct);
        Dictionary<string, CalendarTimes?> byAddress = new(StringComparer.OrdinalIgnoreCase);
        foreach (Schedule schedule in schedules)
        {
            byAddress[schedule.Address] = schedule.Times;
        }
        return new(
            [
                .. invitees.Select(i => new InviteeTimes(
                    i.Who,
                    i.Address is null ? null : byAddress[i.Address],
                    i.Travel
                )),
            ],
            [.. rooms.Select(r => new RoomTimes(r, byAddress[r.Address]))]
        );
    }
}
