using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Play;

/// <summary>A calendar through which another one is reached; what differs is overridden.</summary>
internal abstract class WrappedCalendar(ICalendar inner) : ICalendar
{
    public Task<IReadOnlyList<Schedule>> FreeBusyAsync(
        IReadOnlyList<string> addresses,
        TimeSlot window,
        OwnMeeting? except,
        CancellationToken ct
    ) => inner.FreeBusyAsync(addresses, window, except, ct);

    public Task<IReadOnlyList<MeetingRoom>> RoomsAsync(CancellationToken ct) => inner.RoomsAsync(ct);

    public Task<IReadOnlyList<CalendarPerson>> SearchPeopleAsync(string text, int limit, CancellationToken ct) =>
        inner.SearchPeopleAsync(text, limit, ct);

    public virtual Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct) =>
        inner.BookAsync(booking, meeting, ct);

    public virtual Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct) =>
        inner.FindAsync(meetingId, ct);

    public virtual Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(
        IReadOnlyList<string> meetingIds,
        CancellationToken ct
    ) => inner.FindAllAsync(meetingIds, ct);

    public virtual Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct) =>
        inner.ChangeAsync(meetingId, meeting, ct);

    public Task CancelAsync(string meetingId, string comment, CancellationToken ct) =>
        inner.CancelAsync(meetingId, comment, ct);
}

/// <summary>Books, and the first answer is lost on the way.</summary>
internal sealed class ForgetfulCalendar(ICalendar inner) : WrappedCalendar(inner)
{
    private int bookings;

    public override async Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct)
    {
        BookedMeeting made = await base.BookAsync(booking, meeting, ct);
        return Interlocked.Increment(ref bookings) > 1
            ? made
            : throw new CalendarException(CalendarFault.Unavailable, "timeout", null, outcomeUnknown: true, null);
    }
}

/// <summary>Shows every place in its own way, and counts what it is asked to change.</summary>
internal sealed class StubbornCalendar(ICalendar inner) : WrappedCalendar(inner)
{
    public int Changes { get; private set; }

    public override async Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct) =>
        Shown(await base.BookAsync(booking, meeting, ct));

    public override async Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct) =>
        await base.FindAsync(meetingId, ct) is { } found ? Shown(found) : null;

    public override async Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(
        IReadOnlyList<string> meetingIds,
        CancellationToken ct
    ) => [.. (await base.FindAllAsync(meetingIds, ct)).Select(m => m is null ? null : Shown(m))];

    public override async Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct)
    {
        Changes++;
        return Shown(await base.ChangeAsync(meetingId, meeting, ct));
    }

    private static BookedMeeting Shown(BookedMeeting meeting) =>
        meeting with
        {
            Meeting = meeting.Meeting with { Place = $"{meeting.Meeting.Place} (dai@hikari.example)" },
        };
}
