using System.Globalization;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>What whoever asks can do with a poll: settle on a date, take that back, give more time, add dates, end it, give it up.</summary>
internal sealed class PollChangesFeature(PollStore polls, PollDecisions decisions, BusinessDays days) : IFeature
{
    private const int LongestGivenBack = 1_000;

    public void Register(BotRoutes routes)
    {
        routes.OnCard(PollVerbs.Decide, DecideAsync);
        routes.OnCard(PollVerbs.Change, ChangeAsync);
        routes.OnCard(PollVerbs.Prolong, ProlongAsync);
        routes.OnCard(PollVerbs.Offer, OfferAsync);
        routes.OnCard(PollVerbs.Close, CloseAsync);
        routes.OnCard(PollVerbs.GiveUp, GiveUpAsync);
    }

    private async Task<CardReply> DecideAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (poll is null)
        {
            return refusal!;
        }
        string key = form.Text("k") ?? form.Text("in_k") ?? "";
        if (poll.Poll.Find(key) is not { } chosen)
        {
            return Page(turn, poll, new(turn.In(Texts.ChooseDate), IsGood: false));
        }
        if (chosen.Slot.Start <= turn.Now && poll.Poll.Decision?.Candidate != key)
        {
            return Page(turn, poll, new(turn.In(Texts.DatePassed), IsGood: false));
        }
        PollOutcome? outcome = await polls.ChangeAsync(
            turn.TenantId,
            poll.Id,
            (p, now) => p.Decide(key, turn.Person!.Ref, now),
            ct
        );
        if (outcome is null)
        {
            return PollCards.Sentence(turn, Texts.Gone);
        }
        if (outcome.Refusal is not null)
        {
            return Page(turn, outcome.Poll, new(turn.In(Why(turn, outcome)), IsGood: false));
        }
        // The card says which date it is; only what is left to do needs a word of its own.
        LocalText? trouble = await decisions.ApplyAsync(turn.TenantId, outcome.Poll, ct);
        return Page(turn, outcome.Poll, trouble is null ? null : new(turn.In(trouble), IsGood: false));
    }

    private async Task<CardReply> ChangeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return poll is null ? refusal! : Changing(turn, poll, notice: null);
    }

    private async Task<CardReply> ProlongAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (poll is null)
        {
            return refusal!;
        }
        form.TryDay("in_day", out DateOnly? day);
        TimeOnly? time = TimeOnly.TryParseExact(
            form.Text("in_time"),
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out TimeOnly read
        )
            ? read
            : null;
        bool wasOver = poll.Poll.StateAt(turn.Now) is not (PollState.Open or PollState.Complete);
        if (day is not { } on || time is not { } at || on > TokyoTime.DateOf(turn.Now).AddYears(1))
        {
            return Changing(turn, poll, new(turn.In(Texts.DeadlineError), IsGood: false), form, day, time);
        }
        PollOutcome? outcome = await polls.ChangeAsync(
            turn.TenantId,
            poll.Id,
            (p, now) => p.Reopen(TokyoTime.Instant(on, at), now),
            ct
        );
        if (outcome is null)
        {
            return PollCards.Sentence(turn, Texts.Gone);
        }
        if (outcome.Refusal is not null)
        {
            return Changing(turn, outcome.Poll, new(turn.In(Why(turn, outcome)), IsGood: false), form, day, time);
        }
        string until = TokyoTime.Full(outcome.Poll.Poll.Deadline, turn.Language);
        string blank = turn.Language == Language.Japanese ? "" : " ";
        string said = turn.In(Texts.DeadlineIs(until));
        if (wasOver)
        {
            said = $"{turn.In(Texts.TakenBack)}{blank}{said}";
        }
        if (outcome.Poll.Poll.Waiting.Any() && PollPlan.NudgeAt(outcome.Poll, days) is { } nudge && nudge > turn.Now)
        {
            said = $"{said}{blank}{turn.In(Texts.NudgeIs(TokyoTime.Brief(nudge, turn.Language)))}";
        }
        return Page(turn, outcome.Poll, new(said));
    }

    private async Task<CardReply> OfferAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (poll is null)
        {
            return refusal!;
        }
        int minutes = (int)poll.Poll.Candidates[0].Slot.Length.TotalMinutes;
        (IReadOnlyList<TimeSlot> slots, LocalText? fault) = TypedDates.Read(DatesIn(form), minutes, turn.Now);
        if (fault is not null)
        {
            return Changing(turn, poll, new(turn.In(fault), IsGood: false), form);
        }
        PollOutcome? outcome = await polls.ChangeAsync(
            turn.TenantId,
            poll.Id,
            (p, now) => p.Offer([.. slots.Select(PollCandidates.Of)], now),
            ct
        );
        return outcome switch
        {
            null => PollCards.Sentence(turn, Texts.Gone),
            { Refusal: not null } => Changing(
                turn,
                outcome.Poll,
                new(turn.In(Why(turn, outcome)), IsGood: false),
                form
            ),
            _ => Page(turn, outcome.Poll, new(turn.In(Texts.Offered))),
        };
    }

    private async Task<CardReply> CloseAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return poll is null
            ? refusal!
            : Said(turn, await polls.ChangeAsync(turn.TenantId, poll.Id, (p, now) => p.Close(now), ct), Texts.Closed);
    }

    private async Task<CardReply> GiveUpAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (StoredPoll? poll, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (poll is null)
        {
            return refusal!;
        }
        return form.Text("m") != PollCards.Sure && !poll.Poll.IsWithdrawn && poll.Poll.Decision is null
            ? PollCards.AskGiveUp(Face(turn, poll)).Reply(turn)
            : Said(turn, await polls.ChangeAsync(turn.TenantId, poll.Id, (p, _) => p.Withdraw(), ct), Texts.Withdrawn);
    }

    private static CardReply Said(BotTurn turn, PollOutcome? outcome, LocalText done) =>
        outcome is null
            ? PollCards.Sentence(turn, Texts.Gone)
            : Page(
                turn,
                outcome.Poll,
                outcome.Refusal is null ? new(turn.In(done)) : new(turn.In(Why(turn, outcome)), IsGood: false)
            );

    /// <summary>The poll of a card, for somebody who may change it; otherwise what they are told.</summary>
    private async Task<(StoredPoll? Poll, CardReply? Refusal)> OpenAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        if (
            !PollId.TryParse(form.Text("q"), out PollId? id)
            || await polls.FindAsync(turn.TenantId, id, ct) is not { } poll
            || !poll.MaySee(turn)
        )
        {
            return (null, PollCards.Sentence(turn, Texts.Gone));
        }
        return poll.MayManage(turn)
            ? (poll, null)
            : (null, Page(turn, poll, new(turn.In(Texts.MayNotChange), IsGood: false)));
    }

    private CardReply Changing(
        BotTurn turn,
        StoredPoll poll,
        PageNotice? notice,
        ActionForm? form = null,
        DateOnly? day = null,
        TimeOnly? time = null
    )
    {
        bool isOver = poll.Poll.Deadline <= turn.Now;
        DateOnly usual = isOver
            ? days.AddBusinessDays(TokyoTime.DateOf(turn.Now), PollPlan.UsualDays)
            : TokyoTime.DateOf(poll.Poll.Deadline);
        TimeOnly usualTime = isOver ? PollPlan.UsualTime : TokyoTime.TimeOf(poll.Poll.Deadline);
        return PollCards
            .Change(Face(turn, poll), day ?? usual, time ?? usualTime, form is null ? "" : DatesIn(form), notice)
            .Reply(turn);
    }

    private static string DatesIn(ActionForm form)
    {
        string dates = form.Text("in_dates") ?? "";
        return dates.Length > LongestGivenBack ? dates[..LongestGivenBack] : dates;
    }

    private static LocalText Why(BotTurn turn, PollOutcome outcome)
    {
        if (
            outcome is { Refusal: PollRefusal.Decided, Poll.Poll.Decision: { } decision }
            && outcome.Poll.Poll.Find(decision.Candidate) is { } chosen
        )
        {
            return decision.By.ObjectId == turn.PersonId.ObjectId
                ? Texts.TakeBackFirst
                : Texts.DecidedMeanwhile(chosen.Slot.Brief(turn.Language), CardText.Escape(decision.By.Name));
        }
        return outcome.Refusal switch
        {
            PollRefusal.DeadlinePast => Texts.DeadlineError,
            PollRefusal.TooManyCandidates => Texts.TooManyDates,
            PollRefusal.Withdrawn => Texts.Withdrawn,
            _ => Texts.NoMore,
        };
    }

    private static CardReply Page(BotTurn turn, StoredPoll poll, PageNotice? notice) =>
        PollCards.Page(Face(turn, poll), poll.VoterOf(turn), poll.MayManage(turn), notice).Reply(turn);

    private static PollFace Face(BotTurn turn, StoredPoll poll) => new(poll, PollReader.Of(turn), turn.Now);
}
