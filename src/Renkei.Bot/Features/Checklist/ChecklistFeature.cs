using System.Text.Json;
using Renkei.Activities.Turns;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Bot.Themes;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Text;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Checklist.ChecklistTexts;

namespace Renkei.Bot.Features.Checklist;

/// <summary>
/// The walk over the 4 stages, 12 role groups and 35 lines (R7–R9): one card a role group. Every button of it saves what is filled in,
/// so nothing typed is lost whichever is pressed.
/// </summary>
internal sealed class ChecklistFeature(
    ChecklistStore checklist,
    ThemeStore themes,
    Organisation places,
    PlaybookSet playbooks
) : IFeature
{
    private const int RevisionsShown = 10;
    private static readonly AnswerForm NothingFilled = new([]);

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Continue,
                CommandGroup.Themes,
                Texts.Continue,
                Texts.ContinueDescription,
                [
                    "続ける",
                    "続きから",
                    "次は何をする",
                    "何をすればいい",
                    "なにをすればいい",
                    "再開",
                    "つづき",
                    "つづける",
                    "さいかい",
                    "resume",
                    "go on",
                    "carry on",
                ],
                (turn, _, ct) => ContinueAsync(turn, ct)
            )
        );
        routes.OnCommand(
            new(
                CommandCodes.Undo,
                CommandGroup.Themes,
                Texts.Undo,
                Texts.UndoDescription,
                [
                    "戻す",
                    "取り消し",
                    "取り消す",
                    "やり直し",
                    "もとにもどす",
                    "もどす",
                    "とりけし",
                    "やりなおし",
                    "revert",
                    "take back",
                ],
                (turn, _, ct) => UndoLastAsync(turn, ct)
            )
        );
        routes.OnCard(WalkCards.OpenVerb, OpenAsync);
        routes.OnCard(WalkCards.GoVerb, GoAsync);
        routes.OnCard(WalkCards.UndoVerb, UndoAsync);
        routes.OnCard(WalkCards.DecideVerb, DecideAsync);
    }

    private async Task<CardReply> ContinueAsync(BotTurn turn, CancellationToken ct)
    {
        return
            await FindPositionAsync(turn, ct) is { } position
            && await themes.FindAsync(turn.TenantId, position.Theme, ct) is { } summary
            && summary.Theme.MayEdit(turn.Person!)
            ? await ShowAsync(turn, summary, position, notice: null, ct)
            : ThemePage.Sentence(turn, Texts.NothingToContinue);
    }

    private async Task<CardReply> UndoLastAsync(BotTurn turn, CancellationToken ct)
    {
        return await FindPositionAsync(turn, ct) is { LastSave: { } save } position
            ? await UndoAsync(turn, position, save, NothingFilled, ct)
            : ThemePage.Sentence(turn, Texts.NothingToUndo);
    }

    /// <summary>In April the walk of the year that just ended is still where one was, until the new one is begun.</summary>
    private async Task<WalkPosition?> FindPositionAsync(BotTurn turn, CancellationToken ct)
    {
        Person person = turn.Person!;
        if (person.CentreCode is not { } centre)
        {
            return null;
        }
        FiscalYear year = FiscalYear.Containing(turn.Now);
        return await checklist.FindPositionAsync(person, centre, year.Year, ct)
            ?? await checklist.FindPositionAsync(person, centre, year.Previous.Year, ct);
    }

    private async Task<CardReply> OpenAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindThemeAsync(turn, form, ct) is not { } summary)
        {
            return ThemePage.Sentence(turn, ThemeTexts.Gone);
        }
        Theme theme = summary.Theme;
        if (!theme.MayRead(turn.Person!))
        {
            return ThemePage.Sentence(turn, ThemeTexts.NotYours);
        }
        int group = form.Number("g") ?? form.Number("in_group") ?? 1;
        // What is said in a group everybody there sees; answers are given in the personal chat.
        if (!turn.IsPersonal || !theme.MayEdit(turn.Person!))
        {
            return await ReadAsync(turn, summary, group, ct);
        }
        WalkPosition? before = await checklist.FindPositionAsync(
            turn.Person!,
            theme.Id.CentreCode,
            theme.Id.FiscalYear,
            ct
        );
        // Opening another group does not make the last save of this theme final.
        string? lastSave = before?.Theme == theme.Id ? before.LastSave : null;
        WalkPosition position = new(theme.Id, GroupNumber(theme, group), lastSave);
        // Opening is a read, except that 「続き」 on another device must find the same place.
        if (before != position)
        {
            await checklist.KeepPositionAsync(turn.Person!, position, ct);
        }
        return await ShowAsync(turn, summary, position, notice: null, ct);
    }

    private async Task<CardReply> GoAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindThemeAsync(turn, form, ct) is not { } summary)
        {
            return ThemePage.Sentence(turn, ThemeTexts.Gone);
        }
        Theme theme = summary.Theme;
        if (!theme.MayEdit(turn.Person!))
        {
            return ThemePage.Sentence(turn, ThemeTexts.MayNotEdit(CentreName(theme.Id)));
        }
        Playbook playbook = playbooks.For(theme.Id.CentreCode);
        RoleGroup group = GroupOf(playbook, form.Number("g") ?? 1);
        AnswerForm filled = AnswerForm.Read(form, group, await StepHoldersAsync(turn, theme, group, form, ct));
        WalkPosition here = new(theme.Id, group.Number, form.Text("u") is { } save && IsSaveId(save) ? save : null);
        if (filled.IsOversized)
        {
            return new CardReply.Refusal(400, "TooLong", turn.In(Texts.TooLong));
        }
        if (filled.HasErrors)
        {
            WalkNotice refused = new(turn.In(Texts.NotSavedYet), WalkNoticeKind.Refused);
            return await ShowAsync(turn, summary, here, refused, ct, filled);
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && await NewPersonalDataAsync(turn, theme, filled, ct) is { } found
        )
        {
            WalkNotice question = new(found, WalkNoticeKind.PersonalData);
            return await ShowAsync(turn, summary, here, question, ct, filled);
        }
        string to = form.Text("to") ?? "next";
        IReadOnlyList<AnswerEdit> edits = filled.Edits;
        SaveOutcome? outcome = await checklist.SaveAsync(
            new(
                turn.Person!,
                theme.Id,
                edits,
                here with
                {
                    Group = Destination(playbook, group, to).Number,
                },
                Save.IdOf(form.Text("k") ?? "", turn.Person!, edits)
            ),
            ct
        );
        return outcome is null
            ? ThemePage.Sentence(turn, ThemeTexts.Gone)
            : await AfterSaveAsync(turn, outcome, playbook, group, to, ct);
    }

    private async Task<CardReply> DecideAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindThemeAsync(turn, form, ct) is not { } summary)
        {
            return ThemePage.Sentence(turn, ThemeTexts.Gone);
        }
        Theme theme = summary.Theme;
        if (!theme.MayEdit(turn.Person!))
        {
            return ThemePage.Sentence(turn, ThemeTexts.MayNotEdit(CentreName(theme.Id)));
        }
        Playbook playbook = playbooks.For(theme.Id.CentreCode);
        RoleGroup group = GroupOf(playbook, form.Number("g") ?? 1);
        List<AnswerEdit> edits = [];
        List<AnswerEdit> undecided = [];
        foreach (PendingAnswer pending in ReadPending(form))
        {
            if (ReadPending(pending, group, theme) is { } edit)
            {
                switch (form.Text($"in_c_{pending.I}"))
                {
                    case "mine":
                        edits.Add(edit);
                        break;
                    case "theirs":
                        break;
                    default:
                        undecided.Add(edit);
                        break;
                }
            }
        }
        string to = form.Text("to") ?? "next";
        if (undecided.Count > 0)
        {
            IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, theme.Id, ct);
            AnswerConflict[] open =
            [
                .. edits
                    .Concat(undecided)
                    .Where(e => items.ContainsKey(e.Item.Key))
                    .Select(e => new AnswerConflict(e.Item, e.Mine, items[e.Item.Key])),
            ];
            return WalkCards.Conflicts(turn, summary, playbook, group.Number, to, open, saved: 0);
        }
        SaveOutcome? outcome = await checklist.SaveAsync(
            new(
                turn.Person!,
                theme.Id,
                edits,
                new(theme.Id, Destination(playbook, group, to).Number, LastSave: null),
                Save.IdOf(form.Text("k") ?? "", turn.Person!, edits)
            ),
            ct
        );
        return outcome is null
            ? ThemePage.Sentence(turn, ThemeTexts.Gone)
            : await AfterSaveAsync(turn, outcome, playbook, group, to, ct);
    }

    private async Task<CardReply> AfterSaveAsync(
        BotTurn turn,
        SaveOutcome outcome,
        Playbook playbook,
        RoleGroup group,
        string to,
        CancellationToken ct
    )
    {
        ThemeSummary summary = outcome.Summary;
        int saved = outcome.Saved.Count;
        if (outcome.Conflicts.Count > 0)
        {
            return WalkCards.Conflicts(turn, summary, playbook, group.Number, to, outcome.Conflicts, saved);
        }
        if (to == "overview")
        {
            string? notice = saved > 0 ? turn.In(Texts.Saved(saved)) : null;
            return ThemePage.Overview(turn, summary, playbook, places, notice);
        }
        if (to.StartsWith("history:", StringComparison.Ordinal))
        {
            return await HistoryAsync(turn, summary, playbook, group, to["history:".Length..], ct);
        }
        bool through = to is "next" && group == playbook.Groups[^1];
        if (to == "stop" || through)
        {
            return WalkCards.Stopped(turn, summary, playbook, group.Number, saved, through);
        }
        WalkNotice? done = saved > 0 ? new(turn.In(Texts.Saved(saved)), WalkNoticeKind.Done) : null;
        WalkView view = new(
            summary,
            playbook,
            Destination(playbook, group, to),
            outcome.Items,
            NothingFilled,
            outcome.LastSave,
            done
        );
        return WalkCards.Group(turn, view, places);
    }

    private async Task<CardReply> HistoryAsync(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        RoleGroup group,
        string itemKey,
        CancellationToken ct
    )
    {
        if (playbook.Items.FirstOrDefault(i => i.Id.Key == itemKey) is not { } item)
        {
            return ThemePage.Sentence(turn, CommonTexts.Stale);
        }
        ThemeId theme = summary.Theme.Id;
        IReadOnlyList<Revision> revisions = await checklist.HistoryAsync(
            turn.TenantId,
            theme,
            item.Id,
            RevisionsShown,
            ct
        );
        return WalkCards.History(turn, theme, group.Number, item, revisions);
    }

    private async Task<CardReply> UndoAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindThemeAsync(turn, form, ct) is not { } summary || form.Text("u") is not { Length: > 0 } save)
        {
            return ThemePage.Sentence(turn, Texts.NothingToUndo);
        }
        RoleGroup group = GroupOf(playbooks.For(summary.Theme.Id.CentreCode), form.Number("g") ?? 1);
        IReadOnlyList<PersonRef> holders = await StepHoldersAsync(turn, summary.Theme, group, form, ct);
        AnswerForm filled = AnswerForm.Read(form, group, holders);
        AnswerForm typed = filled.IsOversized ? NothingFilled : filled;
        return await UndoAsync(turn, new(summary.Theme.Id, group.Number, null), save, typed, ct);
    }

    private async Task<CardReply> UndoAsync(
        BotTurn turn,
        WalkPosition position,
        string save,
        AnswerForm filled,
        CancellationToken ct
    )
    {
        if (!IsSaveId(save))
        {
            return ThemePage.Sentence(turn, Texts.NothingToUndo);
        }
        if (
            await themes.FindAsync(turn.TenantId, position.Theme, ct) is not { } before
            || !before.Theme.MayEdit(turn.Person!)
            || await checklist.UndoAsync(turn.Person!, position.Theme, save, position, ct) is not { } outcome
        )
        {
            return ThemePage.Sentence(turn, Texts.NothingToUndo);
        }
        Playbook playbook = playbooks.For(position.Theme.CentreCode);
        string Sources(IReadOnlyList<string> keys) =>
            string.Join(' ', playbook.Items.Where(i => keys.Contains(i.Id.Key)).Select(i => i.Source));
        string text =
            (outcome.Reverted.Count > 0 ? turn.In(Texts.Reverted(Sources(outcome.Reverted))) : "")
            + (outcome.Kept.Count > 0 ? turn.In(Texts.Kept(Sources(outcome.Kept))) : "");
        RoleGroup group = GroupOf(playbook, position.Group);
        // Lines of this card that were taken back show what they were; what was typed elsewhere on it stays.
        AnswerForm typed = new([.. filled.Lines.Where(l => !outcome.Reverted.Contains(l.Item.Id.Key))]);
        WalkNotice notice = new(text.Length > 0 ? text : turn.In(Texts.NothingToUndo), WalkNoticeKind.Done);
        return WalkCards.Group(turn, new(outcome.Summary, playbook, group, outcome.Items, typed, null, notice), places);
    }

    private async Task<CardReply> ShowAsync(
        BotTurn turn,
        ThemeSummary summary,
        WalkPosition position,
        WalkNotice? notice,
        CancellationToken ct,
        AnswerForm? filled = null
    )
    {
        Playbook playbook = playbooks.For(position.Theme.CentreCode);
        IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, position.Theme, ct);
        WalkView view = new(
            summary,
            playbook,
            GroupOf(playbook, position.Group),
            items,
            filled ?? NothingFilled,
            position.LastSave,
            notice
        );
        return WalkCards.Group(turn, view, places);
    }

    private async Task<CardReply> ReadAsync(BotTurn turn, ThemeSummary summary, int group, CancellationToken ct)
    {
        ThemeId id = summary.Theme.Id;
        Playbook playbook = playbooks.For(id.CentreCode);
        WalkView view = new(
            summary,
            playbook,
            GroupOf(playbook, group),
            await checklist.ItemsAsync(turn.TenantId, id, ct),
            NothingFilled,
            LastSave: null,
            Notice: null
        );
        // Notes are the centre's own; head office and municipalities see states (R30).
        bool ofTheCentre =
            turn.IsPersonal && turn.Person!.CentreCode == id.CentreCode && turn.Person.Role != Role.MunicipalStaff;
        return WalkCards.ReadOnly(turn, view, places, withNotes: ofTheCentre);
    }

    private async ValueTask<ThemeSummary?> FindThemeAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        ThemeId.TryParse(form.Text("t"), out ThemeId? id) ? await themes.FindAsync(turn.TenantId, id, ct) : null;

    private static List<PendingAnswer> ReadPending(ActionForm form)
    {
        if (form.Find("mine") is not { ValueKind: JsonValueKind.Array } mine)
        {
            return [];
        }
        try
        {
            return
            [
                .. mine.EnumerateArray()
                    .Select(m => m.Deserialize(WalkJson.Default.PendingAnswer))
                    .OfType<PendingAnswer>(),
            ];
        }
        catch (JsonException)
        {
            // A damaged card decides nothing; the person sees today's state.
            return [];
        }
    }

    private static AnswerEdit? ReadPending(PendingAnswer pending, RoleGroup group, Theme theme)
    {
        if (
            group.Items.FirstOrDefault(i => i.Id.Key == pending.I) is not { } item
            || ItemStatuses.FromCode(pending.S) is not { } status
            || pending.N?.Length > Answer.NoteLength
            || pending.Re?.Length > Answer.ReasonLength
            || pending.X?.Length > NextStep.WhatLength
            || (status == ItemStatus.NotApplicable && string.IsNullOrWhiteSpace(pending.Re))
        )
        {
            return null;
        }
        PersonRef? who = theme.Members.FirstOrDefault(m => m.ObjectId == pending.W);
        NextStep? step = pending.X is { Length: > 0 } what ? new(what, pending.U, who) : null;
        return new(item.Id, pending.R, new(status, pending.Re ?? "", pending.N ?? "", pending.D, step));
    }

    /// <summary>What to ask about personal data in what is typed now; what somebody already said is none is not asked about again.</summary>
    private async ValueTask<string?> NewPersonalDataAsync(
        BotTurn turn,
        Theme theme,
        AnswerForm filled,
        CancellationToken ct
    )
    {
        AnswerLine[] suspect = [.. filled.Lines.Where(l => PersonalData.Find(l.Mine.FreeText).Count > 0)];
        if (suspect.Length == 0)
        {
            return null;
        }
        IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, theme.Id, ct);
        return PersonalDataQuestion.About(
            turn,
            suspect
                .Where(l => items.GetValueOrDefault(l.Item.Id.Key)?.Answer.FreeText != l.Mine.FreeText)
                .Select(l => l.Mine.FreeText)
        );
    }

    /// <summary>Members may be given a next step; whoever a line names already, though no longer a member, stays possible.</summary>
    private async ValueTask<IReadOnlyList<PersonRef>> StepHoldersAsync(
        BotTurn turn,
        Theme theme,
        RoleGroup group,
        ActionForm form,
        CancellationToken ct
    )
    {
        IEnumerable<string?> named = group.Items.Select(i => form.Text(Inputs.Who(i.Id)));
        if (named.All(id => id is null or "" or Inputs.NoOne || theme.Members.Any(m => m.ObjectId == id)))
        {
            return theme.Members;
        }
        IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, theme.Id, ct);
        return
        [
            .. theme
                .Members.Concat(items.Values.Select(i => i.Answer.NextStep?.Who).OfType<PersonRef>())
                .DistinctBy(p => p.ObjectId),
        ];
    }

    private static RoleGroup GroupOf(Playbook playbook, int number) =>
        playbook.Groups.FirstOrDefault(g => g.Number == number) ?? playbook.Groups[0];

    private int GroupNumber(Theme theme, int number) => GroupOf(playbooks.For(theme.Id.CentreCode), number).Number;

    private static RoleGroup Destination(Playbook playbook, RoleGroup from, string to)
    {
        int at = playbook.Groups.TakeWhile(g => g != from).Count();
        int next = to switch
        {
            "next" or "skip" => Math.Min(at + 1, playbook.Groups.Count - 1),
            "previous" => Math.Max(at - 1, 0),
            _ => at,
        };
        return playbook.Groups[next];
    }

    private static bool IsSaveId(string text) => text.Length <= 40 && text.All(char.IsAsciiLetterOrDigit);

    private LocalText CentreName(ThemeId id) =>
        places.FindCentre(id.CentreCode)?.Name ?? new(id.CentreCode, id.CentreCode);
}
