using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Preparation.PaperTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>The papers of a council (R12): who brings what, where it lies, what is ready.</summary>
internal sealed class PapersFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    private readonly CouncilList<Paper> papers = new(
        councils,
        CouncilStep.Papers,
        Council.MostPapers,
        p => p.Id,
        PaperForm.VersionOf
    )
    {
        Of = c => c.Papers,
        With = (c, papers) => c with { Papers = papers },
    };

    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Papers,
            (turn, view, notice, _) => Task.FromResult(PaperCards.Page(turn, view, page: 0, notice, undo: null))
        );
        routes.OnCard(PaperCards.ListVerb, desk.ToRead(List));
        routes.OnCard(PaperCards.ReadyVerb, desk.ToEdit(ReadyAsync));
        routes.OnCard(PaperCards.NewVerb, desk.ToEdit(New));
        routes.OnCard(PaperCards.EditVerb, desk.ToEdit(Edit));
        routes.OnCard(PaperCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(PaperCards.RemoveVerb, desk.ToEdit(RemoveAsync));
        routes.OnCard(PaperCards.RestoreVerb, desk.ToEdit(RestoreAsync));
    }

    private CardReply List(BotTurn turn, CouncilView view, ActionForm form) =>
        PaperCards.Page(turn, view, form.Number("p"), notice: null, undo: null);

    private async Task<CardReply> ReadyAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool ready = form.Flag("d");
        var marked = await papers.MarkAsync(turn, view.Council, form.Text("i"), p => p with { IsReady = ready }, ct);
        if (marked is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, marked.Council);
        if (marked.Entry is not { } paper)
        {
            return Gone(turn, after);
        }
        string title = CardText.Escape(after.Worded(turn, paper.Title));
        return PaperCards.Page(
            turn,
            after,
            form.Number("p"),
            new(turn.In(ready ? Texts.MarkedReady(title) : Texts.MarkedOpen(title))),
            PaperCards.UndoReady(turn, marked.Council, paper.Id, !ready)
        );
    }

    private CardReply New(BotTurn turn, CouncilView view, ActionForm form) =>
        papers.IsFull(view.Council)
            ? PaperCards.Page(turn, view, 0, new(turn.In(Texts.TooMany), IsGood: false), undo: null)
            : PaperCards.Form(turn, view, PaperForm.Empty(), notice: null);

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        papers.Find(view.Council, form.Text("i")) is { } paper
            ? PaperCards.Form(turn, view, PaperForm.Of(turn, view, paper), notice: null)
            : Gone(turn, view);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        Paper? stored = papers.Find(view.Council, form.Text("i"));
        if (form.Text("i") is not { } id || (isNew ? !DrawnId.Is(id) : stored is null))
        {
            return Gone(turn, view);
        }
        PaperForm filled = PaperForm.Read(form, id, isNew);
        if (filled.Error is { } error)
        {
            return PaperCards.Form(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, filled.FreeTexts.Except([stored?.Title, stored?.By]).OfType<string>())
                is { } question
        )
        {
            return PaperCards.Form(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        var put = await papers.PutAsync(
            turn,
            view.Council,
            id,
            isNew,
            filled.Seen,
            (_, now) => filled.Apply(turn, view, now),
            ct
        );
        if (put is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, put.Council);
        if (put.Outcome == ListOutcome.Full)
        {
            return PaperCards.Form(turn, after, filled, new(turn.In(Texts.TooMany), IsGood: false));
        }
        if (put.Entry is not { } stands)
        {
            return Gone(turn, after);
        }
        if (put.Outcome == ListOutcome.Differs)
        {
            string why = isNew ? turn.In(Texts.AlreadyAdded) : await ChangedAsync(turn, after, stands, ct);
            PaperForm again = filled with { IsNew = false, Seen = PaperForm.VersionOf(stands) };
            return PaperCards.Form(turn, after, again, new(why, IsGood: false));
        }
        string title = CardText.Escape(after.Worded(turn, stands.Title));
        return PaperCards.Page(turn, after, 0, new(turn.In(isNew ? Texts.Added(title) : Texts.Saved)), undo: null);
    }

    private async Task<CardReply> RemoveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (await papers.RemoveAsync(turn, view.Council, form.Text("i"), ct) is not { } removed)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, removed.Council);
        if (removed.Entry is not { } paper)
        {
            return Gone(turn, after);
        }
        string title = CardText.Escape(after.Worded(turn, paper.Title));
        AdaptiveAction undo = PaperCards.UndoRemove(turn, removed.Council, paper.Id, removed.Revision);
        return PaperCards.Page(turn, after, 0, new(turn.In(Texts.Removed(title))), undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        var restored = await papers.RestoreAsync(turn, view.Council, form.Text("i"), form.Number("r"), ct);
        if (restored is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, restored.Council);
        if (restored.Entry is not { } paper)
        {
            return Gone(turn, after);
        }
        PageNotice notice =
            restored.Outcome == ListOutcome.Full
                ? new(turn.In(Texts.TooMany), IsGood: false)
                : new(turn.In(Texts.Restored(CardText.Escape(after.Worded(turn, paper.Title)))));
        return PaperCards.Page(turn, after, 0, notice, undo: null);
    }

    /// <summary>What stands now and who made it so, where the same paper was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, CouncilView view, Paper stands, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await papers.LastChangeAsync(turn, view.Council.Id, stands, ct);
        string now = CardText.Escape(
            string.Join(
                turn.In(CommonTexts.ListComma),
                new[] { view.Worded(turn, stands.Title), view.Worded(turn, stands.By), stands.Link }.Where(t =>
                    t.Length > 0
                )
            )
        );
        return CouncilTexts.ChangedMeanwhile(turn, last, now);
    }

    private static CardReply Gone(BotTurn turn, CouncilView view) =>
        PaperCards.Page(turn, view, 0, new(turn.In(Texts.Gone), IsGood: false), undo: null);
}
