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
        string id = form.Text("i") ?? "";
        bool ready = form.Flag("d");
        Council? council = await ChangeAsync(
            turn,
            view,
            c => c with { Papers = [.. c.Papers.Select(p => p.Id == id ? p with { IsReady = ready } : p)] },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (council.Papers.FirstOrDefault(p => p.Id == id) is not { } paper)
        {
            return Gone(turn, after);
        }
        string title = CardText.Escape(after.Worded(turn, paper.Title));
        return PaperCards.Page(
            turn,
            after,
            form.Number("p"),
            new(turn.In(ready ? Texts.MarkedReady(title) : Texts.MarkedOpen(title))),
            PaperCards.UndoReady(turn, council, id, !ready)
        );
    }

    private CardReply New(BotTurn turn, CouncilView view, ActionForm form) =>
        view.Council.Papers.Count >= Council.MostPapers
            ? PaperCards.Page(turn, view, 0, new(turn.In(Texts.TooMany), IsGood: false), undo: null)
            : PaperCards.Form(turn, view, PaperForm.Empty(), notice: null);

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        Find(view.Council, form.Text("i")) is { } paper
            ? PaperCards.Form(turn, view, PaperForm.Of(turn, view, paper), notice: null)
            : Gone(turn, view);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        Paper? stored = Find(view.Council, form.Text("i"));
        if (form.Text("i") is not { } id || (isNew ? !IsNewId(id) : stored is null))
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
        PaperForm wanted = filled;
        bool differs = false;
        bool tooMany = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Paper? now = Find(c, id);
                Paper next = wanted.Apply(turn, view, now);
                differs =
                    now is not null
                    && PaperForm.VersionOf(now) != PaperForm.VersionOf(next)
                    && PaperForm.VersionOf(now) != wanted.Seen;
                tooMany = now is null && c.Papers.Count >= Council.MostPapers;
                return differs || tooMany || (now is null && !isNew) ? c
                    : now is null ? c with { Papers = [.. c.Papers, next] }
                    : c with { Papers = [.. c.Papers.Select(p => p.Id == id ? next : p)] };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (tooMany)
        {
            return PaperCards.Form(turn, after, filled, new(turn.In(Texts.TooMany), IsGood: false));
        }
        if (Find(council, id) is not { } stands)
        {
            return Gone(turn, after);
        }
        if (differs)
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
        string id = form.Text("i") ?? "";
        Council? council = await ChangeAsync(
            turn,
            view,
            c => c with { Papers = [.. c.Papers.Where(p => p.Id != id)] },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        // A second press removes nothing, and its card must offer the way back all the same.
        Council? before = await councils.LastWithAsync(turn.TenantId, council.Id, c => Find(c, id) is not null, ct);
        if (before is null)
        {
            return Gone(turn, after);
        }
        string title = CardText.Escape(after.Worded(turn, Find(before, id)!.Title));
        AdaptiveAction undo = PaperCards.UndoRemove(turn, council, id, before.Revision);
        return PaperCards.Page(turn, after, 0, new(turn.In(Texts.Removed(title))), undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        CouncilId id = view.Council.Id;
        Council? before = await councils.RevisionAsync(turn.TenantId, id, form.Number("r") ?? 0, ct);
        if (before is null || Find(before, form.Text("i")) is not { } paper)
        {
            return Gone(turn, view);
        }
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                Find(c, paper.Id) is not null || c.Papers.Count >= Council.MostPapers
                    ? c
                    : c with
                    {
                        Papers = [.. c.Papers, paper],
                    },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        PageNotice notice = Find(council, paper.Id) is null
            ? new(turn.In(Texts.TooMany), IsGood: false)
            : new(turn.In(Texts.Restored(CardText.Escape(after.Worded(turn, paper.Title)))));
        return PaperCards.Page(turn, after, 0, notice, undo: null);
    }

    /// <summary>What stands now and who made it so, where the same paper was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, CouncilView view, Paper stands, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            view.Council.Id,
            c => Find(c, stands.Id) is { } paper ? PaperForm.VersionOf(paper) : null,
            ct
        );
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

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Papers, change, ct);

    private static CardReply Gone(BotTurn turn, CouncilView view) =>
        PaperCards.Page(turn, view, 0, new(turn.In(Texts.Gone), IsGood: false), undo: null);

    private static Paper? Find(Council council, string? id) => council.Papers.FirstOrDefault(p => p.Id == id);

    private static bool IsNewId(string id) => id.Length == 12 && id.All(char.IsAsciiHexDigitLower);
}
