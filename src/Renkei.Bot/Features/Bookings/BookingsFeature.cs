using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Texts = Renkei.Bot.Scheduling.BookingTexts;

namespace Renkei.Bot.Features.Bookings;

/// <summary>Booked meetings: what stands in the calendar, who comes, what was changed by hand, and answers to Renkei's own invitations.</summary>
internal sealed class BookingsFeature(
    PlanStore plans,
    DateDesk dates,
    BookingPage page,
    CouncilStore councils,
    CouncilDesk desk
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCard(SchedulingVerbs.BookingVerb, ShowAsync);
        routes.OnCard(SchedulingVerbs.BookAgainVerb, AgainAsync);
        routes.OnCard(SchedulingVerbs.AskOffVerb, AskOffAsync);
        routes.OnCard(SchedulingVerbs.OffVerb, OffAsync);
        // Whoever is asked may never have said where they work; who they are is enough.
        routes.OnCard(SchedulingVerbs.AnswerVerb, AnswerAsync, Access.Everybody);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (MeetingPlan? plan, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal ?? page.Show(turn, new(plan, await CouncilOfAsync(turn, plan!, ct), null), null, notice: null);
    }

    private async Task<CardReply> AgainAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (MeetingPlan? plan, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        SettledDate settled = await dates.BookAgainAsync(turn.TenantId, plan!.Id, ct);
        return settled.Plan is null
            ? BookingCards.Sentence(turn, Texts.Gone)
            : page.Show(turn, settled, null, settled.Plan.Booked is null ? null : new(turn.In(Texts.IsBooked)));
    }

    private async Task<CardReply> AskOffAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (MeetingPlan? plan, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal
            ?? (
                plan!.Council is null && !plan.IsCalledOff
                    ? BookingCards.AskOff(turn, plan)
                    : page.Show(turn, new(plan, await CouncilOfAsync(turn, plan, ct), null), null, notice: null)
            );
    }

    private async Task<CardReply> OffAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (MeetingPlan? plan, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        SettledDate settled = await dates.CallOffAsync(turn.TenantId, plan!.Id, ct);
        return settled.Plan is null
            ? BookingCards.Sentence(turn, Texts.Gone)
            : page.Show(turn, settled, null, notice: null);
    }

    private async Task<CardReply> AnswerAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        MeetingPlan? plan = PlanId.TryParse(form.Text("p"), out PlanId? id)
            ? await plans.FindAsync(turn.TenantId, id, ct)
            : null;
        if (
            plan is not { Council: null }
            || plan.Asked.FirstOrDefault(a => a.ObjectId == turn.PersonId.ObjectId) is not { } me
        )
        {
            return new CardReply.Message(turn.In(Texts.NotAsked));
        }
        MeetingResponse? answer = form.Text("a") switch
        {
            "yes" => MeetingResponse.Accepted,
            "no" => MeetingResponse.Declined,
            "maybe" => MeetingResponse.Tentative,
            _ => null,
        };
        PageNotice? notice = null;
        if (WantedMeeting.SlotOf(plan, null) is not { } slot || answer is not { } response)
        {
            notice = null;
        }
        else if (slot.End <= turn.Now)
        {
            notice = new(turn.In(Texts.Over), IsGood: false);
        }
        else if (form.Text("d") != ShownVersion.Of($"{slot.Start:O}"))
        {
            // A yes to one day says nothing about another.
            notice = new(turn.In(Texts.DateIsNow), IsGood: false);
        }
        else
        {
            plan = await dates.ReplyAsync(turn.TenantId, plan.Id, me, response, ct) ?? plan;
        }
        (ReadOnlyMemory<byte> json, string summary) = BookingCards.Invitation(plan, BookingReader.Of(turn), notice);
        return new CardReply.Card(json, summary);
    }

    private async Task<(MeetingPlan? Plan, CardReply? Refusal)> OpenAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        if (
            !PlanId.TryParse(form.Text("p"), out PlanId? id)
            || await plans.FindAsync(turn.TenantId, id, ct) is not { } plan
        )
        {
            // A council nobody looked a date for leads to where one can.
            return
                id is not null
                && await councils.FindAsync(turn.TenantId, CouncilId.Of(id.CentreCode, id.Name), ct) is { } council
                ? (
                    null,
                    (await desk.OpenAsync(turn, council.Id.ToString(), toEdit: true, ct)).Refusal
                        ?? await desk.ShowAsync(
                            turn,
                            council,
                            CouncilStep.Date,
                            new(turn.In(Texts.NotBooked), IsGood: false),
                            ct
                        )
                )
                : (null, BookingCards.Sentence(turn, Texts.Gone));
        }
        bool isTheirs =
            turn.Person is { Role: Role.Nurse or Role.Coordinator, CentreCode: { } centre }
            && centre == plan.Id.CentreCode;
        return !isTheirs ? (null, BookingCards.Sentence(turn, Texts.NotYours))
            : !turn.IsPersonal ? (null, BookingCards.Sentence(turn, CouncilTexts.InPersonalChat))
            : (plan, null);
    }

    private async ValueTask<Council?> CouncilOfAsync(BotTurn turn, MeetingPlan plan, CancellationToken ct) =>
        plan.Council is { } id ? await councils.FindAsync(turn.TenantId, id, ct) : null;
}
