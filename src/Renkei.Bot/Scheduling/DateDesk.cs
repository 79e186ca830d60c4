using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Invitations;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// The one place where a date is settled: the plan keeps the choice and the name of the booking, then the council gets the date, then the
/// calendar the event, then the plan what came of it. Every step can be repeated and finds what was done before; where the program dies
/// in between, <see cref="CalendarWatcher"/> goes on.
/// </summary>
internal sealed class DateDesk(
    PlanStore plans,
    CouncilStore councils,
    TenantCalendars calendars,
    PlanWatch watch,
    NoticePointers pointers,
    NoticeChance chance,
    TimeProvider clock
)
{
    /// <summary>The kind of owner a plan is, for notices about what happened in the calendar.</summary>
    public const string Kind = "plan";

    // One to book, one to find that the council went on meanwhile, one to agree; more is somebody playing with the date.
    private const int Steps = 4;
    private const int MostNamesakes = 50;

    /// <summary>Why a council was moved, where somebody moved its event; stands in the message to those concerned.</summary>
    public const string MovedByHand = "Outlookの予定表で変更されました";

    /// <summary>
    /// Settles a date. Repeating it changes nothing; neither does a choice that is older than the one that stands.
    /// </summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The plan.</param>
    /// <param name="slot">The date; within one day of Japan.</param>
    /// <param name="by">Who chooses; already authorised.</param>
    /// <param name="at">When they chose (UTC); for a poll when it was decided.</param>
    /// <param name="ct">Cancels the call; what was begun is gone on with.</param>
    /// <exception cref="ArgumentException"><paramref name="slot"/> does not lie within one day of Japan, or is too short or long.</exception>
    public async Task<SettledDate> ChooseAsync(
        string tenantId,
        PlanId id,
        TimeSlot slot,
        PersonRef by,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        if (!WantedMeeting.TimeOf(slot).IsPossible)
        {
            throw new ArgumentException("A meeting begins and ends on one day.", nameof(slot));
        }
        if (await plans.FindAsync(tenantId, id, ct) is not { } plan)
        {
            return new(null, null, null);
        }
        DateChoice choice = new(slot, by, at);
        MeetingRoom? room = null;
        if (plan.WantsRoom && plan.Choosing(choice, null, "") != plan)
        {
            room = await FreeRoomAsync(tenantId, plan, slot, ct);
        }
        await watch.KeepAsync(tenantId, id, ct);
        string booking = NewBooking(tenantId, id);
        await plans.ChangeAsync(
            tenantId,
            id,
            p =>
                p.Choosing(
                    // A place that was a booked room is none any more where no room is free at the new time.
                    choice with
                    {
                        Place = room?.Name ?? (p.Room is null ? null : ""),
                    },
                    room?.Address,
                    booking
                ),
            ct
        );
        return await SettleAsync(tenantId, id, ct);
    }

    /// <summary>Makes plan, council and calendar agree, and goes on with what was begun. Repeating it changes nothing.</summary>
    public Task<SettledDate> SettleAsync(string tenantId, PlanId id, CancellationToken ct) =>
        SettleAsync(tenantId, id, seen: null, ct);

    /// <summary>The same, with the meeting as it was just read.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The plan.</param>
    /// <param name="seen">The meeting as it was read a moment ago, with others; <see langword="null"/> to read it here.</param>
    /// <param name="ct">Cancels the call; what was begun is gone on with.</param>
    public async Task<SettledDate> SettleAsync(string tenantId, PlanId id, BookedMeeting? seen, CancellationToken ct)
    {
        Council? council = null;
        MeetingPlan? plan = null;
        try
        {
            for (int step = 0; step < Steps; step++)
            {
                if (await plans.FindAsync(tenantId, id, ct) is not { } read)
                {
                    return new(null, null, null);
                }
                (plan, council) = await ApplyAsync(tenantId, read, ct);
                if (plan is null || (plan.Council is not null && council is null))
                {
                    return new(plan, null, null);
                }
                (MeetingPlan next, council, bool agrees) = await AgreeAsync(tenantId, plan, council, seen, ct);
                // It serves once: what was done since is not in it.
                seen = null;
                plan = next;
                if (agrees)
                {
                    break;
                }
            }
            return new(plan, council, null);
        }
        catch (CalendarException fault)
        {
            return new(plan, council, fault.Fault);
        }
    }

    /// <summary>Has an event that was deleted by hand booked again.</summary>
    public async Task<SettledDate> BookAgainAsync(string tenantId, PlanId id, CancellationToken ct)
    {
        await watch.KeepAsync(tenantId, id, ct);
        await plans.ChangeAsync(tenantId, id, p => p.IsLeftOut ? p with { IsLeftOut = false, News = null } : p, ct);
        return await SettleAsync(tenantId, id, ct);
    }

    /// <summary>Keeps an answer to a meeting of its own, and writes it into a calendar of ours.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The plan.</param>
    /// <param name="attendee">Whose answer it is.</param>
    /// <param name="response">The answer.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The plan as it stands, or <see langword="null"/> where it is gone.</returns>
    public async Task<MeetingPlan?> ReplyAsync(
        string tenantId,
        PlanId id,
        PlanAttendee attendee,
        MeetingResponse response,
        CancellationToken ct
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        MeetingPlan? plan = await plans.ChangeAsync(
            tenantId,
            id,
            p =>
                p.ResponseOf(attendee) == response
                    ? p
                    : p with
                    {
                        Replies =
                        [
                            .. p.Replies.Where(r => r.Address != attendee.Key),
                            new(attendee.Key, response, now),
                        ],
                    },
            ct
        );
        if (
            plan?.Booked is { } booked
            && attendee.Address is { } address
            && calendars.Of(tenantId) is EmbeddedCalendar own
        )
        {
            await own.RespondAsync(booked.MeetingId, address, response, ct);
        }
        return plan;
    }

    /// <summary>Calls off a meeting of its own; a council is cancelled where councils are.</summary>
    public async Task<SettledDate> CallOffAsync(string tenantId, PlanId id, CancellationToken ct)
    {
        await watch.KeepAsync(tenantId, id, ct);
        await pointers.KeepAsync(tenantId, Kind, id.ToString(), clock.GetUtcNow(), ct);
        await plans.ChangeAsync(tenantId, id, p => p.Council is null ? p with { IsCalledOff = true } : p, ct);
        return await SettleAsync(tenantId, id, ct);
    }

    /// <summary>The rooms large enough for a plan, the smallest that suffices first; none where none is wanted.</summary>
    /// <exception cref="CalendarException">The calendar could not be asked.</exception>
    public async Task<IReadOnlyList<MeetingRoom>> RoomsForAsync(
        string tenantId,
        MeetingPlan plan,
        CancellationToken ct
    ) =>
        !plan.WantsRoom
            ? []
            :
            [
                .. (await calendars.Of(tenantId).RoomsAsync(ct))
                    .Where(r => r.Seats is not { } seats || seats >= plan.Asked.Count)
                    .OrderBy(r => r.Seats ?? int.MaxValue)
                    .ThenBy(r => r.Name, StringComparer.Ordinal),
            ];

    private async Task<MeetingRoom?> FreeRoomAsync(
        string tenantId,
        MeetingPlan plan,
        TimeSlot slot,
        CancellationToken ct
    )
    {
        try
        {
            // Whoever came onto the council's list since needs a seat as well.
            Council? council = plan.Council is { } id ? await councils.FindAsync(tenantId, id, ct) : null;
            int late = council?.Participants.Count(p => plan.Asked.All(a => !a.Is(p))) ?? 0;
            MeetingRoom[] rooms =
            [
                .. (await RoomsForAsync(tenantId, plan, ct)).Where(r =>
                    r.Seats is not { } seats || seats >= plan.Asked.Count + late
                ),
            ];
            if (rooms.Length == 0)
            {
                return null;
            }
            IReadOnlyList<Schedule> schedules = await calendars
                .Of(tenantId)
                .FreeBusyAsync([.. rooms.Select(r => r.Address)], slot, plan.OwnMeeting, ct);
            return rooms
                .Zip(schedules, (room, schedule) => (room, schedule.Times))
                .FirstOrDefault(r => r.Times?.At(slot) == Availability.Free)
                .room;
        }
        catch (CalendarException)
        {
            // The date matters more than the room; the card of the booking says that there is none.
            return null;
        }
    }

    /// <summary>Gives the council the chosen date, once.</summary>
    private async Task<(MeetingPlan? Plan, Council? Council)> ApplyAsync(
        string tenantId,
        MeetingPlan plan,
        CancellationToken ct
    )
    {
        Council? council = plan.Council is { } id ? await councils.FindAsync(tenantId, id, ct) : null;
        if (plan.Choice is not { IsApplied: false } choice)
        {
            return (plan, council);
        }
        if (council is not null)
        {
            council = await councils.ChangeAsync(
                tenantId,
                council.Id,
                choice.By,
                CouncilStep.Date,
                c => WithChoice(c, choice),
                ct
            );
        }
        MeetingPlan? next = await plans.ChangeAsync(
            tenantId,
            plan.Id,
            p =>
                p.Choice == choice
                    ? p with
                    {
                        Choice = choice with { IsApplied = true },
                        Place = plan.Council is null ? choice.Place ?? p.Place : p.Place,
                    }
                    : p,
            ct
        );
        return (next, council);
    }

    /// <summary>The council with a choice, unless it is over, or somebody set another date after it was made.</summary>
    private static Council WithChoice(Council council, DateChoice choice)
    {
        if (council.Status != CouncilStatus.Preparing || (council.When is not null && council.DateSetAt > choice.At))
        {
            return council;
        }
        MeetingTime when = WantedMeeting.TimeOf(choice.Slot);
        string reason = choice.IsByHand ? MovedByHand : "";
        Council moved = council.When == when ? council : council.MovedTo(when, choice.By, choice.At, reason);
        return choice.Place is { } place ? moved.HeldAt(place, moved.OnlineLink, choice.By, choice.At, reason) : moved;
    }

    /// <summary>One step towards a calendar that holds what is meant.</summary>
    private async Task<(MeetingPlan Plan, Council? Council, bool Agrees)> AgreeAsync(
        string tenantId,
        MeetingPlan plan,
        Council? council,
        BookedMeeting? seen,
        CancellationToken ct
    )
    {
        ICalendar calendar = calendars.Of(tenantId);
        DateTimeOffset now = clock.GetUtcNow();
        TimeSlot? slot = WantedMeeting.SlotOf(plan, council);
        if (council is not null && slot is not null && plan.Choice is not null && slot.End > now)
        {
            plan = await WelcomeAsync(tenantId, calendar, plan, council, ct);
        }
        if (plan.Booked is not { } booked)
        {
            return slot is null || slot.End <= now || plan.IsLeftOut || plan.Choice is null
                ? (plan, council, true)
                : (await BookAsync(tenantId, calendar, plan, council, ct), council, false);
        }
        if (slot is null)
        {
            string why = council?.Change?.Reason ?? "";
            await calendar.CancelAsync(booked.MeetingId, why, ct);
            return (
                await KeepAsync(tenantId, plan, p => p with { Booked = null, BookingName = null }, ct),
                council,
                true
            );
        }
        BookedMeeting? found = seen?.Id == booked.MeetingId ? seen : await calendar.FindAsync(booked.MeetingId, ct);
        if (found is null)
        {
            return booked.Slot.End <= now
                ? (plan, council, true)
                : (await LeaveOutAsync(tenantId, plan, now, ct), council, true);
        }
        return await FollowAsync(tenantId, calendar, plan, council, found, ct);
    }

    /// <summary>Whoever came onto the council's list after the date was looked for is invited as well; each is looked up once.</summary>
    private async Task<MeetingPlan> WelcomeAsync(
        string tenantId,
        ICalendar calendar,
        MeetingPlan plan,
        Council council,
        CancellationToken ct
    )
    {
        List<PlanAttendee> late = [];
        foreach (Participant participant in council.Participants.Where(p => plan.Asked.All(a => !a.Is(p))))
        {
            if (plan.Asked.Count + late.Count < MeetingPlan.MostAsked)
            {
                late.Add(PlanAttendee.Of(participant, await AddressAsync(calendar, participant, ct)));
            }
        }
        return late.Count == 0
            ? plan
            : await KeepAsync(
                tenantId,
                plan,
                p => p with { Asked = [.. p.Asked, .. late.Where(l => p.Asked.All(a => a.Key != l.Key))] },
                ct
            );
    }

    private static async ValueTask<string?> AddressAsync(
        ICalendar calendar,
        Participant participant,
        CancellationToken ct
    )
    {
        if (participant.Contact.Email is { Length: > 0 } entered)
        {
            return Mailbox.IsAddress(entered) ? entered : null;
        }
        if (participant.Contact.ObjectId is not { } objectId)
        {
            return null;
        }
        IReadOnlyList<CalendarPerson> found = await calendar.SearchPeopleAsync(participant.Name, MostNamesakes, ct);
        return found.FirstOrDefault(f => f.ObjectId.Equals(objectId, StringComparison.OrdinalIgnoreCase))?.Address;
    }

    private async Task<MeetingPlan> BookAsync(
        string tenantId,
        ICalendar calendar,
        MeetingPlan plan,
        Council? council,
        CancellationToken ct
    )
    {
        if (plan.BookingName is not { } name)
        {
            // Taken up again after it was called off: the name is kept first, as always.
            string fresh = NewBooking(tenantId, plan.Id);
            return await KeepAsync(tenantId, plan, p => p with { BookingName = p.BookingName ?? fresh }, ct);
        }
        Meeting wanted = WantedMeeting.Of(plan, council, byHand: [])!;
        if (council is null)
        {
            // Where no calendar mails, Renkei invites.
            await pointers.KeepAsync(tenantId, Kind, plan.Id.ToString(), clock.GetUtcNow(), ct);
        }
        BookedMeeting made = await calendar.BookAsync(name, wanted, ct);
        return await KeepAsync(
            tenantId,
            plan,
            p => p.Booked is null && p.BookingName == name ? p with { Booked = Agreed(made, wanted) } : p,
            ct
        );
    }

    /// <summary>Somebody deleted the event: it is not forced back, and the organiser is told.</summary>
    private async Task<MeetingPlan> LeaveOutAsync(
        string tenantId,
        MeetingPlan plan,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        BookedDate was = plan.Booked!;
        await pointers.KeepAsync(tenantId, Kind, plan.Id.ToString(), now, ct);
        return await KeepAsync(
            tenantId,
            plan,
            p =>
                p.Booked?.MeetingId == was.MeetingId
                    ? p with
                    {
                        Booked = null,
                        BookingName = null,
                        IsLeftOut = true,
                        News = new(CalendarNewsKind.Gone, now, was.Slot, was.Place),
                    }
                    : p,
            ct
        );
    }

    /// <summary>What was changed on one side only goes to the other; where both changed the same, what was decided here stands.</summary>
    private async Task<(MeetingPlan Plan, Council? Council, bool Agrees)> FollowAsync(
        string tenantId,
        ICalendar calendar,
        MeetingPlan plan,
        Council? council,
        BookedMeeting found,
        CancellationToken ct
    )
    {
        BookedDate agreed = plan.Booked!;
        IReadOnlyList<InvitedMailbox> byHand =
        [
            .. found.Meeting.Invited.Where(i => !agreed.Invited.Contains(i.Mailbox.Address.ToLowerInvariant())),
        ];
        Meeting ours = WantedMeeting.Of(plan, council, byHand: [])!;
        Meeting wanted = WantedMeeting.Of(plan, council, byHand)!;
        bool isMoved = found.Meeting.Slot != agreed.Slot && wanted.Slot == agreed.Slot;
        bool movedByHand = isMoved && WantedMeeting.TimeOf(found.Meeting.Slot).IsPossible;
        bool placedByHand = found.Meeting.Place != agreed.Place && wanted.Place == agreed.Place;
        if ((movedByHand || placedByHand) && council?.Status != CouncilStatus.Held)
        {
            MeetingPlan next = await TakeOverAsync(
                tenantId,
                plan,
                found,
                movedByHand ? found.Meeting.Slot : wanted.Slot,
                placedByHand ? found.Meeting.Place : null,
                ct
            );
            return (next, council, false);
        }
        // What no council can be, such as a meeting over midnight, goes back to what was decided.
        bool isSent = NameOf(ours) == agreed.Sent && (!isMoved || movedByHand);
        if (!isSent && wanted.Slot.End > clock.GetUtcNow())
        {
            if (council is null)
            {
                await pointers.KeepAsync(tenantId, Kind, plan.Id.ToString(), clock.GetUtcNow(), ct);
            }
            found = await calendar.ChangeAsync(agreed.MeetingId, wanted, ct);
        }
        council = council is null ? null : await AnswersAsync(tenantId, calendar, plan, council, found, ct);
        MeetingPlan kept = await KeepAsync(
            tenantId,
            plan,
            p => p.Booked?.MeetingId == agreed.MeetingId ? p with { Booked = Agreed(found, ours) } : p,
            ct
        );
        return (kept, council, true);
    }

    /// <summary>A change made in Outlook becomes the plan's choice, with the news of it, in one commit; the council follows as with any choice.</summary>
    private async Task<MeetingPlan> TakeOverAsync(
        string tenantId,
        MeetingPlan plan,
        BookedMeeting found,
        TimeSlot slot,
        string? place,
        CancellationToken ct
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        BookedDate was = plan.Booked!;
        await pointers.KeepAsync(tenantId, Kind, plan.Id.ToString(), now, ct);
        return await KeepAsync(
            tenantId,
            plan,
            p =>
                p.Booked?.MeetingId == was.MeetingId && p.Booked.Slot == was.Slot && p.Booked.Place == was.Place
                    ? p with
                    {
                        Choice = new(slot, p.Organiser, now, place, IsByHand: true),
                        Replies = slot == was.Slot ? p.Replies : [],
                        Booked = p.Booked with { Slot = found.Meeting.Slot, Place = found.Meeting.Place },
                        News = new(CalendarNewsKind.Changed, now, was.Slot, was.Place),
                    }
                    : p,
            ct
        );
    }

    /// <summary>The answers to the calendar's invitation go to the council, and where nobody mails, the council's to the calendar.</summary>
    private async Task<Council?> AnswersAsync(
        string tenantId,
        ICalendar calendar,
        MeetingPlan plan,
        Council council,
        BookedMeeting found,
        CancellationToken ct
    )
    {
        if (calendar is EmbeddedCalendar own)
        {
            foreach (Participant participant in council.Participants.Where(p => p.Rsvp != Rsvp.Unknown))
            {
                if (
                    AnswerOf(plan, participant, found) is { } answer
                    && participant.RsvpAt > (answer.At ?? DateTimeOffset.MinValue)
                    && answer.Response != MeetingResponses.Of(participant.Rsvp)
                )
                {
                    await own.RespondAsync(found.Id, answer.Address, MeetingResponses.Of(participant.Rsvp), ct);
                }
            }
        }
        return await councils.ChangeAsync(
            tenantId,
            council.Id,
            plan.Organiser,
            CouncilStep.Invitation,
            c =>
                WithLink(c, plan, found) with
                {
                    Participants = [.. c.Participants.Select(p => WithAnswer(c, plan, p, found))],
                },
            ct
        );
    }

    /// <summary>The Teams link stands where the council's own is missing.</summary>
    private Council WithLink(Council council, MeetingPlan plan, BookedMeeting found) =>
        plan.Online
        && council.OnlineLink.Length == 0
        && found.JoinUrl?.ToString() is { Length: <= Council.LinkLength } link
            ? council.HeldAt(council.Place, link, plan.Organiser, clock.GetUtcNow())
            : council;

    private static Participant WithAnswer(
        Council council,
        MeetingPlan plan,
        Participant participant,
        BookedMeeting found
    ) =>
        AnswerOf(plan, participant, found) is { At: { } at } answer
        && MeetingResponses.Of(answer.Response) is not Rsvp.Unknown and var rsvp
        && rsvp != participant.Rsvp
        // An answer to an earlier date says nothing about this one, and a newer word counts.
        && at >= council.DateSetAt
        && (participant.RsvpAt is not { } said || at > said)
            ? participant.Answering(
                rsvp,
                new(participant.Contact.ObjectId ?? "", participant.Label),
                at,
                participant.RsvpNote
            )
            : participant;

    private static MeetingAnswer? AnswerOf(MeetingPlan plan, Participant participant, BookedMeeting found)
    {
        string? address = participant.Contact.Email is { Length: > 0 } own
            ? own
            : plan.Asked.FirstOrDefault(a => a.Is(participant))?.Address;
        return address is null
            ? null
            : found.Answers.FirstOrDefault(a => a.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What both have now; of those invited only ours, so that who was invited by hand is still told apart.</summary>
    private static BookedDate Agreed(BookedMeeting found, Meeting ours) =>
        new(
            found.Id,
            found.Uid,
            found.Meeting.Slot,
            found.Meeting.Place,
            NameOf(ours),
            Addresses(ours),
            found.JoinUrl,
            found.RoomResponse,
            [
                .. found.Answers.Where(a =>
                    a.Response != MeetingResponse.None
                    && !a.Address.Equals(found.Meeting.Room, StringComparison.OrdinalIgnoreCase)
                ),
            ]
        );

    private static string NameOf(Meeting meeting) =>
        ShownVersion.Of([
            meeting.Subject,
            meeting.Agenda,
            $"{meeting.Slot.Start:O} {meeting.Slot.End:O}",
            meeting.Place,
            meeting.Room,
            $"{meeting.Online}",
            .. meeting
                .Invited.Select(i => $"{i.Mailbox.Address.ToLowerInvariant()} {i.Required}")
                .Order(StringComparer.Ordinal),
        ]);

    private static IReadOnlyList<string> Addresses(Meeting meeting) =>
        [.. meeting.Invited.Select(i => i.Mailbox.Address.ToLowerInvariant()).Order(StringComparer.Ordinal)];

    private string NewBooking(string tenantId, PlanId id) => $"{tenantId}.{id}.{chance.Name()}";

    private async Task<MeetingPlan> KeepAsync(
        string tenantId,
        MeetingPlan plan,
        Func<MeetingPlan, MeetingPlan> change,
        CancellationToken ct
    ) =>
        await plans.ChangeAsync(tenantId, plan.Id, change, ct)
        ?? throw new InvalidOperationException($"Plan {plan.Id} was there and is gone.");
}
