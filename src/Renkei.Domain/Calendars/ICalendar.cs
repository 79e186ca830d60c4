using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Calendars;

/// <summary>
/// The calendar of an installation: who is free when, which rooms there are, and the meetings that Renkei booked in its own mailbox. Two
/// implementations keep the same promises (<c>CalendarContract</c> in the tests): Microsoft Graph, and one of our own for trials (R18).
/// Safe for use by many callers at once.
/// </summary>
public interface ICalendar
{
    /// <summary>When people and rooms are taken.</summary>
    /// <param name="addresses">Mail addresses; any number, case does not matter.</param>
    /// <param name="window">What has to be known.</param>
    /// <param name="except">
    /// A meeting that does not count: of entries with exactly its times, one is left out for each of its addresses. Where only free and
    /// busy is shared there are no entries, and it counts.
    /// </param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>
    /// One for each address, in their order. A calendar that cannot be seen says why; it never counts as free, and it does not fail the
    /// others.
    /// </returns>
    /// <exception cref="CalendarException">The calendar could not be asked.</exception>
    Task<IReadOnlyList<Schedule>> FreeBusyAsync(
        IReadOnlyList<string> addresses,
        TimeSlot window,
        OwnMeeting? except,
        CancellationToken ct
    );

    /// <summary>The rooms that can be booked, by name.</summary>
    /// <exception cref="CalendarException">The calendar could not be asked.</exception>
    Task<IReadOnlyList<MeetingRoom>> RoomsAsync(CancellationToken ct);

    /// <summary>People of the organisation with a word of their name, or an address, that begins with a text.</summary>
    /// <param name="text">What somebody typed; nothing is found for a blank one.</param>
    /// <param name="limit">At most this many; 1 to 50.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="CalendarException">The directory could not be asked.</exception>
    Task<IReadOnlyList<CalendarPerson>> SearchPeopleAsync(string text, int limit, CancellationToken ct);

    /// <summary>Books a meeting and invites people, once: repeated under the same name it gives the meeting that is there, unchanged.</summary>
    /// <param name="booking">
    /// Names the booking; 1 to 200 characters. Has to be kept before the call: then a crash at any moment after it leads to one meeting.
    /// </param>
    /// <param name="meeting">What is booked.</param>
    /// <param name="ct">Cancels the call; whether the meeting was booked is then open.</param>
    /// <exception cref="CalendarException">It was not booked, or that is open: <see cref="CalendarException.OutcomeUnknown"/>.</exception>
    Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct);

    /// <summary>A meeting as it is now, with everybody's answer, and with what was changed by hand; <see langword="null"/> where it is gone.</summary>
    /// <exception cref="CalendarException">The calendar could not be asked.</exception>
    Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct);

    /// <summary>Several meetings at once, for whoever watches over all that are coming up.</summary>
    /// <returns>One for each id, in their order; <see langword="null"/> where it is gone.</returns>
    /// <exception cref="CalendarException">The calendar could not be asked.</exception>
    Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(IReadOnlyList<string> meetingIds, CancellationToken ct);

    /// <summary>
    /// Makes a meeting what it is meant to be. Only what differs is changed, so repeating it sends nothing to anybody. An agenda somebody
    /// has rewritten by hand in the calendar stays as they wrote it.
    /// </summary>
    /// <exception cref="CalendarException">
    /// <see cref="CalendarFault.NotFound"/>: the meeting is gone or called off. <see cref="CalendarFault.Changed"/>: somebody else kept changing it.
    /// </exception>
    Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct);

    /// <summary>Calls a meeting off and tells everybody; one that is gone already is left in peace.</summary>
    /// <param name="meetingId">As it was booked.</param>
    /// <param name="comment">Why; stands in the message.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="CalendarException">It could not be called off.</exception>
    Task CancelAsync(string meetingId, string comment, CancellationToken ct);
}
