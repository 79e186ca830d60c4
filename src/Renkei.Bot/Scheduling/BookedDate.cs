using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// A booked meeting as calendar and plan last agreed on it. What differs from it on one side only was changed there, and the other side
/// follows.
/// </summary>
/// <param name="MeetingId">Names it in the calendar.</param>
/// <param name="Uid">Names it in every calendar in the world.</param>
/// <param name="Slot">From when to when.</param>
/// <param name="Place">Where.</param>
/// <param name="Sent">
/// Names what the calendar was last asked to hold. Only something else is sent: a service that writes a place or a subject its own way is
/// not corrected for ever.
/// </param>
/// <param name="Invited">Addresses of those the plan invites, in lower case; without those who were invited in the calendar itself.</param>
/// <param name="JoinUrl">Where to join; <see langword="null"/> where it is not online, or not known yet.</param>
/// <param name="RoomResponse">What the room says; <see langword="null"/> without a room.</param>
/// <param name="Answers">What people answered; those without an answer are not among them.</param>
internal sealed record BookedDate(
    string MeetingId,
    string Uid,
    TimeSlot Slot,
    string Place,
    string Sent,
    IReadOnlyList<string> Invited,
    Uri? JoinUrl,
    MeetingResponse? RoomResponse,
    IReadOnlyList<MeetingAnswer> Answers
)
{
    /// <summary>What somebody answered; <see cref="MeetingResponse.None"/> before they did.</summary>
    public MeetingResponse ResponseOf(string? address) =>
        Answers.FirstOrDefault(a => a.Address.Equals(address, StringComparison.OrdinalIgnoreCase))?.Response
        ?? MeetingResponse.None;
}

/// <summary>Something that happened in the calendar, past Renkei.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When it was noticed (UTC).</param>
/// <param name="From">When the meeting was to take place.</param>
/// <param name="FromPlace">Where it was to take place.</param>
internal sealed record CalendarNews(CalendarNewsKind Kind, DateTimeOffset At, TimeSlot From, string FromPlace);

/// <summary>What can happen in the calendar, past Renkei.</summary>
internal enum CalendarNewsKind
{
    /// <summary>Time or place were changed; the plan follows.</summary>
    Changed,

    /// <summary>The event was deleted or cancelled.</summary>
    Gone,
}
