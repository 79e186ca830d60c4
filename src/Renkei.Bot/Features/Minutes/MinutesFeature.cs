using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Minutes.MinutesTexts;

namespace Renkei.Bot.Features.Minutes;

/// <summary>The minutes of a council (R12): decisions, the review of the meeting itself, the next date; shared, closed, opened again.</summary>
internal sealed class MinutesFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Minutes,
            (turn, view, notice, _) => Task.FromResult(MinutesCards.Page(turn, view, notice))
        );
        routes.OnCard(MinutesCards.ListVerb, ListAsync);
        routes.OnCard(
            MinutesCards.EditVerb,
            (turn, form, ct) =>
                OpenAsync(
                    turn,
                    form,
                    view => MinutesCards.Form(turn, view, MinutesForm.Of(view.Council), notice: null),
                    ct
                )
        );
        routes.OnCard(MinutesCards.SaveVerb, SaveAsync);
        routes.OnCard(
            MinutesCards.ReviewVerb,
            (turn, form, ct) =>
                OpenAsync(
                    turn,
                    form,
                    view => MinutesCards.Review(turn, view, ReviewForm.Of(view.Council), notice: null),
                    ct
                )
        );
        routes.OnCard(MinutesCards.SaveReviewVerb, SaveReviewAsync);
        routes.OnCard(MinutesCards.ShareVerb, ShareAsync);
        routes.OnCard(MinutesCards.ShareNowVerb, ShareNowAsync);
        routes.OnCard(
            MinutesCards.CloseVerb,
            (turn, form, ct) => OpenAsync(turn, form, view => MinutesCards.Close(turn, view), ct)
        );
        routes.OnCard(MinutesCards.CloseNowVerb, CloseNowAsync);
        routes.OnCard(MinutesCards.ReopenVerb, ReopenAsync);
    }

    private async Task<CardReply> ListAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        return opened.Refusal
            ?? MinutesCards.Page(turn, opened.View!, notice: null, undo: null, page: form.Number("p"));
    }

    /// <summary>Shows a card to write the minutes with; where they cannot be written, the minutes as they stand.</summary>
    private async Task<CardReply> OpenAsync(
        BotTurn turn,
        ActionForm form,
        Func<CouncilView, CardReply> show,
        CancellationToken ct
    )
    {
        OpenedCouncil opened = await OpenToWriteAsync(turn, form, ct);
        return opened.Refusal ?? show(opened.View!);
    }

    private async Task<OpenedCouncil> OpenToWriteAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        return opened.View is not { } view ? opened
            : view.Council.Status == CouncilStatus.Held ? new(null, MinutesCards.Page(turn, view, notice: null))
            : !view.DayHasCome ? new(null, MinutesCards.Page(turn, view, new(turn.In(Texts.NotYet), IsGood: false)))
            : opened;
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenToWriteAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        MinutesForm filled = MinutesForm.Read(form);
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (filled.ErrorIn(form, view) is { } error)
        {
            return MinutesCards.Form(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, filled.Lines.Except(view.Council.Minutes.Decisions)) is { } question
        )
        {
            return MinutesCards.Form(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        MinutesForm wanted = filled;
        bool differs = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Council next = c with
                {
                    Minutes = c.Minutes with { Decisions = wanted.Lines, NextDate = wanted.NextDate },
                };
                string now = MinutesForm.VersionOf(c);
                differs = now != wanted.Seen && now != MinutesForm.VersionOf(next);
                return differs || c.Status == CouncilStatus.Held ? c : next;
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (!differs)
        {
            return MinutesCards.Page(turn, after, new(turn.In(Texts.Saved)));
        }
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            council.Id,
            MinutesForm.VersionOf,
            ct
        );
        string stands = string.Join(" / ", council.Minutes.Decisions);
        string why = CouncilTexts.ChangedMeanwhile(
            turn,
            last,
            stands.Length == 0 ? turn.In(Texts.NoDecisions) : CardText.Escape(stands)
        );
        MinutesForm again = filled with { Seen = MinutesForm.VersionOf(council) };
        return MinutesCards.Form(turn, after, again, new(why, IsGood: false));
    }

    private async Task<CardReply> SaveReviewAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenToWriteAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        ReviewForm filled = ReviewForm.Read(form);
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (filled.Error is { } error)
        {
            return MinutesCards.Review(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && filled.Remark != view.Council.Minutes.Evaluation?.Remark
            && PersonalDataQuestion.About(turn, [filled.Remark]) is { } question
        )
        {
            return MinutesCards.Review(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        ReviewForm wanted = filled;
        bool differs = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Council next = c with
                {
                    Minutes = c.Minutes with { Evaluation = wanted.Apply(turn, c.Minutes.Evaluation) },
                };
                string now = ReviewForm.VersionOf(c);
                differs = now != wanted.Seen && now != ReviewForm.VersionOf(next);
                return differs || c.Status == CouncilStatus.Held ? c : next;
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (!differs)
        {
            return MinutesCards.Page(turn, after, new(turn.In(Texts.Saved)));
        }
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            council.Id,
            ReviewForm.VersionOf,
            ct
        );
        MeetingEvaluation said = council.Minutes.Evaluation!;
        string stands = turn.In(Texts.Reviewed(said, CardText.Escape(said.By.Name)));
        ReviewForm again = filled with { Seen = ReviewForm.VersionOf(council) };
        PageNotice why = new(CouncilTexts.ChangedMeanwhile(turn, last, stands), IsGood: false);
        return MinutesCards.Review(turn, after, again, why);
    }

    private async Task<CardReply> ShareAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenToShareAsync(turn, form, ct);
        return opened.Refusal ?? MinutesCards.Share(turn, opened.View!);
    }

    private async Task<CardReply> ShareNowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenToShareAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        Council? council = await ChangeAsync(
            turn,
            opened.View!,
            c => c with { Minutes = c.Minutes with { SharedAt = c.Minutes.SharedAt ?? turn.Now } },
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : MinutesCards.Page(
                turn,
                desk.View(turn, council),
                new(turn.In(Texts.Sharing(council.Participants.Count(p => p.Contact.HasAccount))))
            );
    }

    /// <summary>Opens a council whose minutes say something.</summary>
    private async Task<OpenedCouncil> OpenToShareAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        return opened.View is { Council.Minutes: { Decisions: [], Agreements: [] } } view
            ? new(null, MinutesCards.Page(turn, view, new(turn.In(Texts.NothingToShare), IsGood: false)))
            : opened;
    }

    private async Task<CardReply> CloseNowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenToWriteAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        Council? council = await ChangeAsync(
            turn,
            opened.View!,
            c => c.Status == CouncilStatus.Preparing ? c with { Status = CouncilStatus.Held } : c,
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : MinutesCards.Page(turn, desk.View(turn, council), new(turn.In(Texts.Closed)));
    }

    private async Task<CardReply> ReopenAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        Council? council = await ChangeAsync(
            turn,
            opened.View!,
            c => c.Status == CouncilStatus.Held ? c with { Status = CouncilStatus.Preparing } : c,
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : MinutesCards.Page(turn, desk.View(turn, council), new(turn.In(Texts.Reopened)));
    }

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Minutes, change, ct);
}
