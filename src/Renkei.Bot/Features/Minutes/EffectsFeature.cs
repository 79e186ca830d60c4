using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Features.Checklist;
using Renkei.Bot.Features.Themes;
using Renkei.Cards;
using Renkei.Domain.Checklists;
using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Minutes.EffectTexts;

namespace Renkei.Bot.Features.Minutes;

/// <summary>
/// Takes what came out of a council into its theme: lines of 表1 that such a meeting moves forward and for which the minutes show a
/// reason. It suggests; a person decides; a state is never lowered.
/// </summary>
internal sealed class EffectsFeature(
    CouncilDesk desk,
    ThemeStore themes,
    ChecklistStore checklist,
    PlaybookSet playbooks
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCard(
            EffectCards.ShowVerb,
            async (turn, form, ct) =>
            {
                (CouncilView? view, ThemeSummary? theme, CardReply? refusal) = await OpenAsync(turn, form, ct);
                return refusal ?? Page(turn, view!, theme!, notice: null, undo: null);
            }
        );
        routes.OnCard(EffectCards.SetVerb, SetAsync);
        routes.OnCard(EffectCards.UndoVerb, UndoAsync);
    }

    private async Task<CardReply> SetAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (CouncilView? view, ThemeSummary? theme, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        ThemeId id = theme!.Theme.Id;
        Playbook playbook = playbooks.For(id.CentreCode);
        CouncilEffect? effect = CouncilEffect
            .Of(view!.Council, view.Template)
            .FirstOrDefault(e => e.Item.Key == form.Text("i"));
        if (effect is null || playbook.Find(effect.Item) is not { } item)
        {
            return Page(turn, view, theme, notice: null, undo: null);
        }
        IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, id, ct);
        ItemState now = items.GetValueOrDefault(item.Id.Key, ItemState.Untouched);
        if (!IsLower(now.Answer.Status))
        {
            PageNotice stays = new(turn.In(Texts.StaysAs(item.Source, now.Answer.Status.Name())));
            return Page(turn, view, theme, stays, undo: null);
        }
        AnswerEdit edit = new(
            item.Id,
            now.Revision,
            now.Answer with
            {
                Status = ItemStatus.InProgress,
                Note = With(now.Answer.Note, NoteOf(turn, view, effect)),
                Date = now.Answer.Date ?? view.Council.When?.Date,
            }
        );
        string saveId = Save.IdOf($"council {view.Council.Id}", turn.Person!, [edit]);
        WalkPosition position = new(id, playbook.GroupOf(item.Id)!.Number, LastSave: null);
        SaveOutcome? outcome = await checklist.SaveAsync(new(turn.Person!, id, [edit], position, saveId), ct);
        if (outcome is null)
        {
            return MinutesCards.Page(turn, view, new(turn.In(Texts.ThemeGone), IsGood: false));
        }
        if (outcome.Conflicts is [{ } conflict, ..])
        {
            PageNotice stays = new(turn.In(Texts.StaysAs(item.Source, conflict.Theirs.Answer.Status.Name())));
            return Page(turn, view, outcome.Summary, stays, undo: null);
        }
        return Page(
            turn,
            view,
            outcome.Summary,
            new(turn.In(Texts.WasSet(item.Source))),
            EffectCards.Undo(turn, view.Council, saveId)
        );
    }

    private async Task<CardReply> UndoAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (CouncilView? view, ThemeSummary? theme, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        ThemeId id = theme!.Theme.Id;
        string save = form.Text("u") ?? "";
        bool isSave = save.Length is > 0 and <= 40 && save.All(char.IsAsciiLetterOrDigit);
        WalkPosition position = new(id, playbooks.For(id.CentreCode).Groups[0].Number, LastSave: null);
        UndoOutcome? outcome = isSave ? await checklist.UndoAsync(turn.Person!, id, save, position, ct) : null;
        return Page(
            turn,
            view!,
            outcome?.Summary ?? theme,
            outcome is { Reverted.Count: > 0 }
                ? new(turn.In(Texts.Undone))
                : new(turn.In(Texts.NotUndone), IsGood: false),
            undo: null
        );
    }

    private async Task<(CouncilView? View, ThemeSummary? Theme, CardReply? Refusal)> OpenAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if (opened.View is not { } view)
        {
            return (null, null, opened.Refusal);
        }
        if (view.Council.Theme is not { } id)
        {
            return (null, null, MinutesCards.Page(turn, view, new(turn.In(Texts.NoTheme), IsGood: false)));
        }
        if (await themes.FindAsync(turn.TenantId, id, ct) is not { } theme)
        {
            return (null, null, MinutesCards.Page(turn, view, new(turn.In(Texts.ThemeGone), IsGood: false)));
        }
        return theme.Theme.MayEdit(turn.Person!)
            ? (view, theme, null)
            : (null, null, MinutesCards.Page(turn, view, new(turn.In(Texts.NotYourTheme), IsGood: false)));
    }

    private CardReply Page(BotTurn turn, CouncilView view, ThemeSummary theme, PageNotice? notice, AdaptiveAction? undo)
    {
        Playbook playbook = playbooks.For(theme.Theme.Id.CentreCode);
        (PlaybookItem, CouncilEffect, ItemStatus)[] suggested =
        [
            .. CouncilEffect
                .Of(view.Council, view.Template)
                .Where(e => playbook.Find(e.Item) is not null && IsLower(theme.StatusOf(e.Item)))
                .Select(e => (playbook.Find(e.Item)!, e, theme.StatusOf(e.Item))),
        ];
        return EffectCards.Page(turn, view, theme, suggested, notice, undo);
    }

    private static bool IsLower(ItemStatus status) => status is ItemStatus.NotStarted or ItemStatus.Preparing;

    private static string NoteOf(BotTurn turn, CouncilView view, CouncilEffect effect) =>
        turn.In(
            Texts.Note(
                view.Council.Title,
                view.Council.When is { } when ? TokyoTime.Brief(when.Date, turn.Language) : "",
                effect.Reason
            )
        );

    /// <summary>What was noted before stays; the new line is left out where there is no room.</summary>
    private static string With(string note, string line)
    {
        string both = note.Length == 0 ? line : $"{note}\n{line}";
        return both.Length <= Answer.NoteLength ? both : note;
    }
}
