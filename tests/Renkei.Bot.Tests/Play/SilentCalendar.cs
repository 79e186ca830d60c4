using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Play;

/// <summary>A calendar that cannot be asked.</summary>
internal sealed class SilentCalendar(CalendarFault fault) : ICalendar
{
    public Task<IReadOnlyList<Schedule>> FreeBusyAsync(
        IReadOnlyList<string> addresses,
        TimeSlot window,
        OwnMeeting? except,
        CancellationToken ct
    ) => throw Fault();

    public Task<IReadOnlyList<MeetingRoom>> RoomsAsync(CancellationToken ct) => throw Fault();

    public Task<IReadOnlyList<CalendarPerson>> SearchPeopleAsync(string text, int limit, CancellationToken ct) =>
        throw Fault();

    public Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct) => throw Fault();

    public Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct) => throw Fault();

    public Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(IReadOnlyList<string> meetingIds, CancellationToken ct) =>
        throw Fault();

    public Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct) => throw Fault();

    public Task CancelAsync(string meetingId, string comment, CancellationToken ct) => throw Fault();

    private CalendarException Fault() => new(fault, "", null, outcomeUnknown: false, null);
}
