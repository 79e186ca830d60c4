using Renkei.Activities.Turns;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;
using Texts = Renkei.Bot.Scheduling.BookingTexts;

namespace Renkei.Bot.Scheduling;

/// <summary>The card of a meeting that was settled: what stands in the calendar, who comes, who has to be called, and what comes next.</summary>
internal sealed class BookingPage(TenantCalendars calendars)
{
    private const int CallsShown = 6;

    /// <summary>Whether a tenant's meetings stand in Renkei's own calendar, which mails nobody.</summary>
    public bool IsOwnCalendar(string tenantId) => calendars.Of(tenantId) is EmbeddedCalendar;

    /// <summary>The card.</summary>
    /// <param name="turn">The turn; its person may change the plan.</param>
    /// <param name="settled">The plan, which is there, and its council.</param>
    /// <param name="chosen">The date this turn chose, if it did.</param>
    /// <param name="notice">What is said above.</param>
    public CardReply Show(BotTurn turn, SettledDate settled, TimeSlot? chosen, PageNotice? notice)
    {
        MeetingPlan plan = settled.Plan!;
        Council? council = settled.Council;
        string title = council?.Title ?? plan.Title;
        TimeSlot? slot = WantedMeeting.SlotOf(plan, council);
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Heading)),
            TextBlock.Remark(CardText.Escape(title)),
            .. (notice ?? Said(turn, settled, slot, chosen)).Elements(),
            new FactSet([.. Facts(turn, plan, council, slot)]),
        ];
        if (plan.Booked?.RoomResponse == MeetingResponse.Declined)
        {
            body.Add(new TextBlock(turn.In(Texts.RoomTaken)) { Color = TextColor.Attention });
        }
        else if (plan is { WantsRoom: true, Room: null, Booked: not null })
        {
            body.Add(new TextBlock(turn.In(Texts.NoRoom)) { Color = TextColor.Attention });
        }
        if (slot is not null)
        {
            if (council is null || IsAnybodyAsked(turn, council))
            {
                body.AddRange(Answers(turn, plan, council));
            }
            body.AddRange(Calls(turn, plan));
        }
        if (council is not null && slot is not null && council.Participants.Any(p => p.InvitedAt is null))
        {
            body.Add(new TextBlock(turn.In(Texts.InvitationNext)) { Weight = TextWeight.Bolder, Separator = true });
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(
                title,
                slot is null ? turn.In(Texts.NoDate) : WantedMeeting.TimeOf(slot).Full(turn.Language)
            ),
            body,
            [.. Ways(turn, plan, council, slot)],
            SchedulingVerbs.Button(turn, Texts.Update, SchedulingVerbs.BookingVerb, plan.Id),
            about: SchedulingVerbs.SubjectOf(plan.Id)
        );
    }

    private static PageNotice? Said(BotTurn turn, SettledDate settled, TimeSlot? slot, TimeSlot? chosen)
    {
        MeetingPlan plan = settled.Plan!;
        LocalText date = chosen is not null && chosen != slot ? Texts.AnotherDate : Texts.IsSet;
        if (settled.Fault is { } fault)
        {
            LocalText[] all = [.. chosen is null ? [] : new[] { date }, fault.Text(), Texts.WillBeBooked];
            return new(string.Join(turn.Language == Language.Japanese ? "" : " ", all.Select(turn.In)), IsGood: false);
        }
        return plan.IsCalledOff && plan.Council is null ? new(turn.In(Texts.IsCalledOff), IsGood: false)
            : plan.IsLeftOut ? new(turn.In(Texts.LeftOut), IsGood: false)
            : chosen is null && plan.Booked is null ? new(turn.In(Texts.NotBooked), IsGood: false)
            : chosen is null ? null
            : new(
                string.Join(
                    turn.Language == Language.Japanese ? "" : " ",
                    new[] { date, plan.Booked is null ? Texts.WillBeBooked : Texts.IsBooked }.Select(turn.In)
                ),
                chosen == slot
            );
    }

    private IEnumerable<Fact> Facts(BotTurn turn, MeetingPlan plan, Council? council, TimeSlot? slot)
    {
        yield return new(
            turn.In(Texts.When),
            slot is null ? turn.In(Texts.NoDate) : WantedMeeting.TimeOf(slot).Full(turn.Language)
        );
        if (WantedMeeting.PlaceOf(plan, council) is { Length: > 0 } place)
        {
            yield return new(turn.In(Texts.Place), CardText.Escape(place));
        }
        string link = plan.Booked?.JoinUrl?.ToString() ?? council?.OnlineLink ?? "";
        if (link.Length > 0)
        {
            yield return new(turn.In(Texts.Online), CardText.Escape(link));
        }
        else if (plan.Online && plan.Booked is not null)
        {
            yield return new(
                turn.In(Texts.Online),
                turn.In(IsOwnCalendar(turn.TenantId) ? Texts.NoLink : Texts.LinkSoon)
            );
        }
    }

    // Outlook asks when it gets the meeting; Renkei's own calendar mails nobody, so before the invitation no answer is waited for.
    private bool IsAnybodyAsked(BotTurn turn, Council council) =>
        !IsOwnCalendar(turn.TenantId)
        || council.Participants.Any(p => p.InvitedAt is not null || p.Rsvp != Rsvp.Unknown);

    private static IEnumerable<CardElement> Answers(BotTurn turn, MeetingPlan plan, Council? council)
    {
        (string Name, MeetingResponse Response)[] all = council is null
            ?
            [
                .. plan
                    .Asked.Where(a => a.ObjectId != plan.Organiser.ObjectId)
                    .Select(a => (a.Name, plan.ResponseOf(a))),
            ]
            : [.. council.Participants.Select(p => (p.Label, MeetingResponses.Of(p.Rsvp)))];
        if (all.Length == 0)
        {
            yield break;
        }
        int Count(MeetingResponse response) => all.Count(a => a.Response == response);
        string Names(MeetingResponse response) =>
            CardText.Escape(ContactLine.Names(turn, [.. all.Where(a => a.Response == response).Select(a => a.Name)]));
        yield return new TextBlock(
            turn.Language.Labelled(
                turn.In(Texts.Answers),
                turn.In(
                    Texts.Count(
                        Count(MeetingResponse.Accepted),
                        Count(MeetingResponse.Tentative),
                        Count(MeetingResponse.Declined),
                        Count(MeetingResponse.None)
                    )
                )
            )
        )
        {
            Separator = true,
        };
        if (Count(MeetingResponse.Declined) > 0)
        {
            yield return TextBlock.Remark(turn.In(Texts.Absent(Names(MeetingResponse.Declined))));
        }
        if (Count(MeetingResponse.None) > 0)
        {
            yield return TextBlock.Remark(turn.In(Texts.Waiting(Names(MeetingResponse.None))));
        }
    }

    private static IEnumerable<CardElement> Calls(BotTurn turn, MeetingPlan plan)
    {
        PlanAttendee[] calls = [.. plan.Asked.Where(a => a.Address is null && a.ObjectId is null)];
        if (calls.Length == 0)
        {
            yield break;
        }
        yield return new TextBlock(turn.In(Texts.ToCall(calls.Length)))
        {
            Weight = TextWeight.Bolder,
            Separator = true,
        };
        foreach (PlanAttendee attendee in calls.Take(CallsShown))
        {
            string how = attendee.Telephone ?? turn.In(CouncilTexts.NoContact);
            yield return TextBlock.Remark(CardText.Escape(turn.Language.Labelled(attendee.Name, how))) with
            {
                Spacing = Spacing.None,
            };
        }
        if (calls.Length > CallsShown)
        {
            yield return TextBlock.Remark(turn.In(CouncilTexts.AndMore(calls.Length - CallsShown))) with
            {
                Spacing = Spacing.None,
            };
        }
    }

    private static IEnumerable<AdaptiveAction> Ways(BotTurn turn, MeetingPlan plan, Council? council, TimeSlot? slot)
    {
        if (plan.IsLeftOut)
        {
            yield return SchedulingVerbs.Button(turn, Texts.Again, SchedulingVerbs.BookAgainVerb, plan.Id);
        }
        if (plan.Booked?.JoinUrl is { } join)
        {
            yield return new OpenUrlAction(turn.In(Texts.Join), join);
        }
        if (council is not null)
        {
            if (slot is not null)
            {
                yield return CouncilPage.To(turn, Texts.ToInvitation, council, CouncilStep.Invitation);
            }
            yield return CouncilPage.To(turn, Texts.ToDate, council, CouncilStep.Date);
            yield return CouncilPage.ToOverview(turn, council);
        }
        if (slot is null || council is null)
        {
            yield return SchedulingVerbs.Button(turn, Texts.Other, SchedulingVerbs.ProposalsVerb, plan.Id);
        }
        if (council is null && slot is not null)
        {
            yield return SchedulingVerbs.Button(turn, Texts.Update, SchedulingVerbs.BookingVerb, plan.Id);
            yield return SchedulingVerbs.Button(turn, Texts.Off, SchedulingVerbs.AskOffVerb, plan.Id);
        }
        if (council is null)
        {
            yield return BotCards.Button(turn, CommandCodes.Schedule, Texts.ToSchedule);
        }
    }
}
