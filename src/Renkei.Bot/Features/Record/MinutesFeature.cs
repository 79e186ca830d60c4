using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Record.MinutesTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>The minutes of a council (R12): decisions, the review of the meeting itself, the next date; shared, closed, opened again.</summary>
internal sealed class MinutesFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Minutes,
            (turn, view, notice, _) => Task.FromResult(MinutesCards.Page(turn, view, notice))
        );
        routes.OnCard(
            MinutesCards.ListVerb,
            desk.ToRead(
                (turn, view, form) => MinutesCards.Page(turn, view, notice: null, undo: null, page: form.Number("p"))
            )
        );
        routes.OnCard(
            MinutesCards.EditVerb,
            ToWrite((turn, view) => MinutesCards.Form(turn, view, MinutesForm.Of(view.Council), notice: null))
        );
        routes.OnCard(MinutesCards.SaveVerb, ToWrite(SaveAsync));
        routes.OnCard(
            MinutesCards.ReviewVerb,
            ToWrite((turn, view) => MinutesCards.Review(turn, view, ReviewForm.Of(view.Council), notice: null))
        );
        routes.OnCard(MinutesCards.SaveReviewVerb, ToWrite(SaveReviewAsync));
        routes.OnCard(
            MinutesCards.ShareVerb,
            desk.ToEdit((turn, view, _) => NothingToShare(turn, view) ?? MinutesCards.Share(turn, view))
        );
        routes.OnCard(MinutesCards.ShareNowVerb, desk.ToEdit(ShareNowAsync));
        routes.OnCard(MinutesCards.CloseVerb, ToWrite(MinutesCards.Close));
        routes.OnCard(MinutesCards.CloseNowVerb, ToWrite(CloseNowAsync));
        routes.OnCard(MinutesCards.ReopenVerb, desk.ToEdit(ReopenAsync));
    }

    /// <summary>A route to write the minutes; where they cannot be written, it shows them as they stand.</summary>
    private FormHandler ToWrite(CouncilHandler handle) =>
        desk.ToEdit(async (turn, view, form, ct) => NotNow(turn, view) ?? await handle(turn, view, form, ct));

    private FormHandler ToWrite(Func<BotTurn, CouncilView, CardReply> show) =>
        desk.ToEdit((turn, view, _) => NotNow(turn, view) ?? show(turn, view));

    private static CardReply? NotNow(BotTurn turn, CouncilView view) =>
        view.Council.Status == CouncilStatus.Held ? MinutesCards.Page(turn, view, notice: null)
        : !view.DayHasCome ? MinutesCards.Page(turn, view, new(turn.In(Texts.NotYet), IsGood: false))
        : null;

    private static CardReply? NothingToShare(BotTurn turn, CouncilView view) =>
        view.Council.Minutes is { Decisions: [], Agreements: [] }
            ? MinutesCards.Page(turn, view, new(turn.In(Texts.NothingToShare), IsGood: false))
            : null;

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
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
        SavedPart? saved = await desk.SaveAsync(
            turn,
            view,
            CouncilStep.Minutes,
            MinutesForm.VersionOf,
            filled.Seen,
            c => Written(c, c.Minutes with { Decisions = filled.Lines, NextDate = filled.NextDate }),
            ct
        );
        if (saved is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        if (!saved.Differs)
        {
            // Where somebody closed the council in between, nothing was written.
            return NotNow(turn, saved.View) ?? MinutesCards.Page(turn, saved.View, new(turn.In(Texts.Saved)));
        }
        string stands = CardText.Escape(string.Join(" / ", saved.Council.Minutes.Decisions));
        string why = CouncilTexts.ChangedMeanwhile(
            turn,
            saved.Last,
            stands.Length == 0 ? turn.In(Texts.NoDecisions) : stands
        );
        MinutesForm again = filled with { Seen = MinutesForm.VersionOf(saved.Council) };
        return MinutesCards.Form(turn, saved.View, again, new(why, IsGood: false));
    }

    private async Task<CardReply> SaveReviewAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
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
        SavedPart? saved = await desk.SaveAsync(
            turn,
            view,
            CouncilStep.Minutes,
            ReviewForm.VersionOf,
            filled.Seen,
            c => Written(c, c.Minutes with { Evaluation = filled.Apply(turn, c.Minutes.Evaluation) }),
            ct
        );
        if (saved is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        if (!saved.Differs)
        {
            return NotNow(turn, saved.View) ?? MinutesCards.Page(turn, saved.View, new(turn.In(Texts.Saved)));
        }
        MeetingEvaluation said = saved.Council.Minutes.Evaluation!;
        string stands = turn.In(Texts.Reviewed(said, CardText.Escape(said.By.Name)));
        ReviewForm again = filled with { Seen = ReviewForm.VersionOf(saved.Council) };
        PageNotice why = new(CouncilTexts.ChangedMeanwhile(turn, saved.Last, stands), IsGood: false);
        return MinutesCards.Review(turn, saved.View, again, why);
    }

    private async Task<CardReply> ShareNowAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (NothingToShare(turn, view) is { } nothing)
        {
            return nothing;
        }
        Council? council = await ChangeAsync(
            turn,
            view,
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

    private async Task<CardReply> CloseNowAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        Council? council = await ChangeAsync(
            turn,
            view,
            c => c.Status == CouncilStatus.Preparing ? c with { Status = CouncilStatus.Held } : c,
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : MinutesCards.Page(turn, desk.View(turn, council), new(turn.In(Texts.Closed)));
    }

    private async Task<CardReply> ReopenAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        Council? council = await ChangeAsync(
            turn,
            view,
            c => c.Status == CouncilStatus.Held ? c with { Status = CouncilStatus.Preparing } : c,
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : MinutesCards.Page(turn, desk.View(turn, council), new(turn.In(Texts.Reopened)));
    }

    /// <summary>The council with other minutes; as it is where somebody closed it in between.</summary>
    private static Council Written(Council council, Minutes minutes) =>
        council.Status == CouncilStatus.Held ? council : council with { Minutes = minutes };

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Minutes, change, ct);
}
