using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Meetings.MeetingTexts;

namespace Renkei.Bot.Features.Meetings;

/// <summary>Date and place of a council (R12): setting and moving them, cancelling, taking a cancellation back, and who hears of it.</summary>
internal sealed class MeetingsFeature(CouncilStore councils, CouncilDesk desk, PlanWatch watch) : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Date,
            (turn, view, notice, _) => Task.FromResult(MeetingCards.Page(turn, view, MeetingForm.Of(view), notice))
        );
        routes.OnCard(MeetingCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(MeetingCards.EditVerb, desk.ToEdit(Edit));
        routes.OnCard(MeetingCards.TellVerb, desk.ToRead(Tell));
        routes.OnCard(CouncilPage.CancelVerb, AskCancelAsync);
        routes.OnCard(MeetingCards.CancelDoVerb, CancelAsync);
        routes.OnCard(CouncilPage.ResumeVerb, AskResumeAsync);
        routes.OnCard(MeetingCards.ResumeDoVerb, ResumeAsync);
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        Council before = view.Council;
        MeetingForm filled = MeetingForm.Read(form);
        if (before.Status == CouncilStatus.Held)
        {
            return MeetingCards.Page(turn, view, filled, new(turn.In(Texts.IsHeld), IsGood: false));
        }
        if (filled.ErrorIn(form, before, turn.Now) is { } error)
        {
            return MeetingCards.Page(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (filled.CollidesWith(before))
        {
            return await CollisionAsync(turn, view, filled, ct);
        }
        string reason = form.Text("in_reason") ?? "";
        string go = form.Text("go") ?? "";
        Council planned = filled.Apply(before, turn, reason);
        ChangeAudience audience = ChangeAudience.OfMove(before, turn.Person!.Ref);
        // Who knows of a date or a place has to hear that it is another one; whoever decides that is asked first.
        bool moves = before.When is not null && planned.When != before.When;
        bool isNews = moves || (!audience.IsEmpty && planned != before);
        if (isNews && form.Text("m") != MeetingCards.Sure)
        {
            return MeetingCards.AskMove(turn, view, filled, planned, audience, reason: "", go, notice: null);
        }
        if (ReasonFault(turn, form, ref reason) is { } fault)
        {
            return MeetingCards.AskMove(
                turn,
                view,
                filled,
                planned,
                audience,
                reason,
                go,
                fault.Notice,
                fault.AsksPersonalData
            );
        }
        bool collides = false;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            before.Id,
            turn.Person.Ref,
            CouncilStep.Date,
            c =>
            {
                collides = filled.CollidesWith(c);
                return collides || c.Status != CouncilStatus.Preparing ? c : filled.Apply(c, turn, reason);
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        FollowInCalendar(turn);
        CouncilView after = desk.View(turn, council);
        if (collides)
        {
            return await CollisionAsync(turn, after, filled, ct);
        }
        if (council.Status != CouncilStatus.Preparing)
        {
            return MeetingCards.Tell(turn, after, 0, new(turn.In(CouncilTexts.IsCancelled), IsGood: false));
        }
        // Those who have to be telephoned stand on this step; leading on would hide them.
        bool staysHere = isNews && audience.ByHand.Count > 0;
        return await desk.GoAsync(
            turn,
            council,
            CouncilStep.Date,
            staysHere ? CouncilPage.GoStay : go,
            Saved(turn, after, moves, isNews ? audience : ChangeAudience.Nobody),
            ct
        );
    }

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        MeetingCards.Page(turn, view, MeetingForm.Read(form), notice: null);

    private CardReply Tell(BotTurn turn, CouncilView view, ActionForm form) =>
        // Telephone numbers are nothing for a group.
        turn.IsPersonal
            ? MeetingCards.Tell(turn, view, form.Number("p"), notice: null)
            : CouncilPage.Sentence(turn, CouncilTexts.InPersonalChat);

    private async Task<CardReply> AskCancelAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnyAsync(turn, form, ct);
        return opened.Refusal
            ?? Settled(turn, opened.View!)
            ?? MeetingCards.AskCancel(turn, opened.View!, reason: "", notice: null);
    }

    private async Task<CardReply> CancelAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnyAsync(turn, form, ct);
        if ((opened.Refusal ?? Settled(turn, opened.View!)) is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        string reason = form.Text("in_reason") ?? "";
        if (MeetingForm.VersionOf(view.Council) != form.Text("v"))
        {
            string why = await ChangedAsync(turn, view, ct);
            return MeetingCards.AskCancel(turn, view, reason, new(why, IsGood: false));
        }
        if (ReasonFault(turn, form, ref reason) is { } fault)
        {
            return MeetingCards.AskCancel(turn, view, reason, fault.Notice, fault.AsksPersonalData);
        }
        ChangeAudience audience = ChangeAudience.Nobody;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Date,
            c =>
            {
                audience = ChangeAudience.OfCancellation(c, turn.Person.Ref, turn.Now);
                return c.Status == CouncilStatus.Preparing ? c.Cancelled(turn.Person.Ref, turn.Now, reason) : c;
            },
            ct
        );
        FollowInCalendar(turn);
        return council is null ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : council.Status == CouncilStatus.Held ? Settled(turn, desk.View(turn, council))!
            : MeetingCards.Tell(turn, desk.View(turn, council), 0, Said(turn, Texts.IsCancelledNow, audience));
    }

    private async Task<CardReply> AskResumeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnyAsync(turn, form, ct);
        return opened.Refusal
            ?? (
                opened.View!.Council.Status == CouncilStatus.Cancelled
                    ? MeetingCards.AskResume(turn, opened.View)
                    : NotCancelled(turn, opened.View)
            );
    }

    private async Task<CardReply> ResumeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnyAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        ChangeAudience audience = ChangeAudience.Nobody;
        bool isTakenBack = false;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            opened.View!.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Date,
            c =>
            {
                isTakenBack = c.Status == CouncilStatus.Cancelled;
                audience = c.When is null
                    ? ChangeAudience.Nobody
                    : ChangeAudience.OfCancellation(c, turn.Person.Ref, turn.Now);
                return isTakenBack ? c.TakenUpAgain(turn.Person.Ref, turn.Now) : c;
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        FollowInCalendar(turn);
        CouncilView view = desk.View(turn, council);
        return isTakenBack
            ? MeetingCards.Page(turn, view, MeetingForm.Of(view), Said(turn, Texts.IsResumed, audience))
            : NotCancelled(turn, view);
    }

    /// <summary>The event follows at once; where this program dies first, the next round of the watcher finds it.</summary>
    private void FollowInCalendar(BotTurn turn) => watch.Ring(turn.TenantId);

    /// <summary>Opens a council for somebody who may change it, also while it is cancelled.</summary>
    private async Task<OpenedCouncil> OpenAnyAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        return opened.View is not { } view ? opened
            : !view.Council.MayEdit(turn.Person!)
                ? new(null, CouncilPage.Sentence(turn, CouncilTexts.MayNotEdit(view.Centre.Name)))
            : !turn.IsPersonal ? new(null, CouncilPage.Sentence(turn, CouncilTexts.InPersonalChat))
            : opened;
    }

    /// <summary>What is shown instead of a question that is settled: it is cancelled, or it took place.</summary>
    private static CardReply? Settled(BotTurn turn, CouncilView view) =>
        view.Council.Status switch
        {
            CouncilStatus.Cancelled => MeetingCards.Tell(turn, view, 0, notice: null),
            CouncilStatus.Held => MeetingCards.Page(
                turn,
                view,
                MeetingForm.Of(view),
                new(turn.In(Texts.IsHeld), IsGood: false)
            ),
            _ => null,
        };

    private static CardReply NotCancelled(BotTurn turn, CouncilView view) =>
        MeetingCards.Page(turn, view, MeetingForm.Of(view), new(turn.In(Texts.IsNotCancelled)));

    private async Task<CardReply> CollisionAsync(
        BotTurn turn,
        CouncilView view,
        MeetingForm filled,
        CancellationToken ct
    )
    {
        string why = await ChangedAsync(turn, view, ct);
        return MeetingCards.Page(turn, view, filled.SeeingNow(view.Council), new(why, IsGood: false));
    }

    private async Task<string> ChangedAsync(BotTurn turn, CouncilView view, CancellationToken ct)
    {
        Council council = view.Council;
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            council.Id,
            MeetingForm.VersionOf,
            ct
        );
        string[] stands =
        [
            council.When?.Full(turn.Language) ?? turn.In(Texts.StillOpen),
            .. new[] { council.Place, council.OnlineLink }.Where(t => t.Length > 0),
        ];
        string now = CardText.Escape(string.Join(turn.In(CommonTexts.ListComma), stands));
        return CouncilTexts.ChangedMeanwhile(turn, last, now);
    }

    private static PageNotice Saved(BotTurn turn, CouncilView after, bool moved, ChangeAudience audience)
    {
        Council council = after.Council;
        if (council.When is not { } when)
        {
            return new($"{turn.In(CouncilTexts.Saved)}{Blank(turn)}{turn.In(Texts.StillOpen)}");
        }
        string full = when.Full(turn.Language);
        PageNotice said = Said(turn, moved ? Texts.IsMoved(full) : Texts.IsSet(full), audience);
        IReadOnlyList<string> warnings = MeetingCards.Warnings(turn, after, when);
        return warnings.Count == 0 ? said : new(string.Join(Blank(turn), warnings.Prepend(said.Text)), IsGood: false);
    }

    private static PageNotice Said(BotTurn turn, Domain.LocalText what, ChangeAudience audience)
    {
        List<string> sentences = [turn.In(what)];
        if (audience.ByRenkei.Count > 0)
        {
            sentences.Add(turn.In(Texts.IsTold(audience.ByRenkei.Count)));
        }
        if (audience.ByHand.Count > 0)
        {
            sentences.Add(turn.In(Texts.IsToTell(audience.ByHand.Count)));
        }
        return new(string.Join(Blank(turn), sentences));
    }

    /// <summary>What stands between two sentences.</summary>
    private static string Blank(BotTurn turn) => turn.Language == Domain.Language.Japanese ? "" : " ";

    /// <summary>What is wrong with a reason, or asked about it; otherwise it is ready to be stored.</summary>
    private static (PageNotice Notice, bool AsksPersonalData)? ReasonFault(
        BotTurn turn,
        ActionForm form,
        ref string reason
    )
    {
        if (reason.Length > DateChange.ReasonLength)
        {
            reason = reason[..DateChange.ReasonLength];
            return (new(turn.In(Texts.ReasonError), IsGood: false), false);
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            reason = PersonalData.Remove(reason);
        }
        return
            form.Text("ok") != PersonalDataQuestion.Keep && PersonalDataQuestion.About(turn, [reason]) is { } question
            ? (new(question, IsGood: false), true)
            : null;
    }
}
