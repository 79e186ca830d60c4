using Renkei.Domain.Calendars;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Graph.Wire;

namespace Renkei.Graph;

/// <summary>Meetings as events, and back.</summary>
internal static class EventMapping
{
    /// <summary>The properties of an event that are read.</summary>
    public const string Select =
        "id,iCalUId,subject,body,start,end,location,attendees,isOnlineMeeting,onlineMeeting,isCancelled,transactionId";

    private const string Teams = "teamsForBusiness";

    /// <summary>A new event.</summary>
    public static EventResource New(Meeting meeting, string transactionId) =>
        new()
        {
            TransactionId = transactionId,
            Subject = meeting.Subject,
            Body = new("html", AgendaBlock.Body(meeting.Agenda)),
            Start = GraphTime.Of(meeting.Slot.Start),
            End = GraphTime.Of(meeting.Slot.End),
            Location = LocationOf(meeting),
            Attendees = AttendeesOf(meeting),
            IsOnlineMeeting = meeting.Online ? true : null,
            OnlineMeetingProvider = meeting.Online ? Teams : null,
            ResponseRequested = true,
            AllowNewTimeProposals = true,
        };

    /// <summary>What has to be sent so that an event becomes the meeting; <see langword="null"/> where it is that already.</summary>
    public static EventResource? Change(EventResource now, Meeting meeting)
    {
        Meeting current = MeetingOf(now);
        string? agenda = AgendaBlock.Read(now.Body?.Content);
        bool moved = current.Slot != meeting.Slot;
        bool elsewhere = current.Place != meeting.Place || !SameAddress(current.Room, meeting.Room);
        bool others = !SameAddress(current.Room, meeting.Room) || !SamePeople(current.Invited, meeting.Invited);
        bool rewritten = agenda is not null && agenda != AgendaBlock.Normal(meeting.Agenda);
        bool goesOnline = meeting.Online && !current.Online;
        if (!moved && !elsewhere && !others && !rewritten && !goesOnline && current.Subject == meeting.Subject)
        {
            return null;
        }
        return new()
        {
            Subject = current.Subject == meeting.Subject ? null : meeting.Subject,
            Start = moved ? GraphTime.Of(meeting.Slot.Start) : null,
            End = moved ? GraphTime.Of(meeting.Slot.End) : null,
            Location = elsewhere ? LocationOf(meeting) : null,
            // The list replaces the one before, so everybody is in it.
            Attendees = others ? AttendeesOf(meeting) : null,
            Body = rewritten ? new("html", AgendaBlock.Replace(now.Body!.Content, meeting.Agenda)) : null,
            IsOnlineMeeting = goesOnline ? true : null,
            OnlineMeetingProvider = goesOnline ? Teams : null,
        };
    }

    /// <summary>The meeting of an event that was read.</summary>
    /// <exception cref="CalendarException">Something is missing that every event has.</exception>
    public static BookedMeeting Booked(EventResource e) =>
        e is { Id: { } id, ICalUId: { } uid, ETag: { } etag }
            ? new()
            {
                Id = id,
                Uid = uid,
                Version = etag,
                Meeting = MeetingOf(e),
                JoinUrl = Uri.TryCreate(e.OnlineMeeting?.JoinUrl, UriKind.Absolute, out Uri? join) ? join : null,
                Answers =
                [
                    .. Others(e)
                        .Select(a => new MeetingAnswer(
                            a.EmailAddress!.Address!,
                            ResponseOf(a.Status?.Response),
                            a.Status?.Time is { Year: > 1 } at ? at.ToUniversalTime() : null
                        )),
                ],
            }
            : throw new CalendarException(CalendarFault.Refused, "IncompleteEvent", null, outcomeUnknown: true, null);

    private static Meeting MeetingOf(EventResource e)
    {
        DateTimeOffset start = GraphTime.Read(e.Start);
        DateTimeOffset end = GraphTime.Read(e.End);
        return new()
        {
            Subject = e.Subject ?? "",
            Agenda = AgendaBlock.Read(e.Body?.Content) ?? "",
            // By hand somebody may have made it a moment without a length.
            Slot = new(start, end > start ? end : start.AddMinutes(1)),
            Place = e.Location?.DisplayName ?? "",
            Room = Others(e).FirstOrDefault(a => a.Type == "resource")?.EmailAddress!.Address,
            Online = e.IsOnlineMeeting == true,
            Invited =
            [
                .. Others(e)
                    .Where(a => a.Type != "resource")
                    .Select(a => new InvitedMailbox(
                        new(a.EmailAddress!.Name ?? a.EmailAddress.Address!, a.EmailAddress.Address!),
                        a.Type != "optional"
                    )),
            ],
        };
    }

    /// <summary>Attendees that can be written to, without the organiser, who may stand among them.</summary>
    private static IEnumerable<AttendeeResource> Others(EventResource e) =>
        (e.Attendees ?? []).Where(a =>
            a.EmailAddress?.Address is { } address && Mailbox.IsAddress(address) && a.Status?.Response != "organizer"
        );

    private static MeetingResponse ResponseOf(string? response) =>
        response switch
        {
            "accepted" => MeetingResponse.Accepted,
            "tentativelyAccepted" => MeetingResponse.Tentative,
            "declined" => MeetingResponse.Declined,
            _ => MeetingResponse.None,
        };

    private static LocationResource LocationOf(Meeting meeting) =>
        new(meeting.Place, meeting.Room, meeting.Room is null ? "default" : "conferenceRoom");

    private static IReadOnlyList<AttendeeResource> AttendeesOf(Meeting meeting)
    {
        IEnumerable<AttendeeResource> people = meeting.Invited.Select(i => new AttendeeResource(
            i.Required ? "required" : "optional",
            new(i.Mailbox.Address, i.Mailbox.Name),
            null
        ));
        return meeting.Room is { } room ? [.. people, new("resource", new(room, meeting.Place), null)] : [.. people];
    }

    private static bool SameAddress(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Names are left out: the directory's own win over those we send.
    private static bool SamePeople(IEnumerable<InvitedMailbox> some, IEnumerable<InvitedMailbox> others) =>
        Keys(some).SetEquals(Keys(others));

    private static HashSet<string> Keys(IEnumerable<InvitedMailbox> people) =>
        people.Select(p => $"{p.Required} {p.Mailbox.Address}").ToHashSet(StringComparer.OrdinalIgnoreCase);
}
