using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Themes;
using Renkei.Bot.Workbooks;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>A theme as tables: its lines in the order of 表1, its history, and what the file is about.</summary>
internal static class ThemeSheets
{
    /// <summary>Rows of history a file holds.</summary>
    public const int MostRevisions = 5_000;

    /// <summary>The tables.</summary>
    /// <param name="turn">For whom; says the language and whose name stands in it.</param>
    /// <param name="summary">The theme.</param>
    /// <param name="playbook">The lines of its centre.</param>
    /// <param name="items">What was answered.</param>
    /// <param name="history">
    /// Every revision, and one more than <see cref="MostRevisions"/> where there are older ones; <see langword="null"/> for those who see
    /// states only (R30).
    /// </param>
    /// <param name="places">Names of places.</param>
    public static IReadOnlyList<SheetTable> Of(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        IReadOnlyDictionary<string, ItemState> items,
        IReadOnlyList<(string Item, Revision Revision)>? history,
        Organisation places
    )
    {
        SheetTable about = About(turn, summary, playbook, history, places);
        return history is null
            ? [Lines(turn, playbook, items, withNotes: false), about]
            : [Lines(turn, playbook, items, withNotes: true), History(turn, playbook, history), about];
    }

    private static SheetTable Lines(
        BotTurn turn,
        Playbook playbook,
        IReadOnlyDictionary<string, ItemState> items,
        bool withNotes
    )
    {
        List<Column> columns =
        [
            new(turn.In(Texts.Stage), 20),
            new(turn.In(Texts.Role), 24),
            new(turn.In(Texts.Number), 9),
            new(turn.In(Texts.Item), 44),
            new(turn.In(Texts.Status), 10),
        ];
        if (withNotes)
        {
            columns.AddRange(Details(turn));
        }
        columns.AddRange([new(turn.In(Texts.By), 14), new(turn.In(Texts.At), 17)]);
        List<IReadOnlyList<Cell>> rows = [];
        foreach (Stage stage in playbook.Stages)
        {
            string stageName = turn.In(ThemeTexts.Stage(stage.Number, stage.Name));
            foreach (RoleGroup group in stage.Groups)
            {
                foreach (PlaybookItem item in group.Items)
                {
                    ItemState state = items.GetValueOrDefault(item.Id.Key) ?? ItemState.Untouched;
                    List<Cell> row =
                    [
                        Cell.Of(stageName),
                        Cell.Of($"{group.Number} {group.Name.In(turn.Language)}"),
                        Cell.Of(item.Source),
                        Cell.Of(item.Text.In(turn.Language)),
                        Cell.Of(turn.In(state.Answer.Status.Name())),
                    ];
                    if (withNotes)
                    {
                        row.AddRange(Details(state.Answer));
                    }
                    row.AddRange(Recorded(state));
                    rows.Add(row);
                }
            }
        }
        return new(turn.In(Texts.Lines), columns, rows);
    }

    private static SheetTable History(
        BotTurn turn,
        Playbook playbook,
        IReadOnlyList<(string Item, Revision Revision)> history
    )
    {
        IEnumerable<IReadOnlyList<Cell>> rows = history
            .Take(MostRevisions)
            .OrderByDescending(h => h.Revision.State.At)
            .ThenByDescending(h => h.Revision.State.Revision)
            .Select(h =>
            {
                ItemState state = h.Revision.State;
                // A line that an overlay has taken out since still has its history.
                PlaybookItem? item = playbook.Find(h.Item);
                return (IReadOnlyList<Cell>)
                    [
                        .. Recorded(state).Reverse(),
                        Cell.Of(item?.Source ?? h.Item),
                        Cell.Of(item?.Text.In(turn.Language)),
                        Cell.Of(turn.In(state.Answer.Status.Name())),
                        .. Details(state.Answer),
                        Cell.Of(h.Revision.IsUndo ? turn.In(Texts.Yes) : ""),
                    ];
            });
        return new(
            turn.In(Texts.History),
            [
                new(turn.In(Texts.At), 17),
                new(turn.In(Texts.By), 14),
                new(turn.In(Texts.Number), 9),
                new(turn.In(Texts.Item), 44),
                new(turn.In(Texts.Status), 10),
                .. Details(turn),
                new(turn.In(Texts.IsUndo), 9),
            ],
            [.. rows]
        );
    }

    private static SheetTable About(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        IReadOnlyList<(string Item, Revision Revision)>? history,
        Organisation places
    )
    {
        List<IReadOnlyList<Cell>> rows =
        [
            [Cell.Of(turn.In(Texts.Theme)), Cell.Of(summary.Theme.Name)],
            [Cell.Of(turn.In(Texts.Place)), Cell.Of(ThemePage.PlaceLine(summary.Theme, places, turn.Language))],
        ];
        foreach (StageProgress stage in summary.ProgressIn(playbook).Stages)
        {
            string name = turn.In(ThemeTexts.Stage(stage.Stage.Number, stage.Stage.Name));
            rows.Add([Cell.Of(name), Cell.Of($"{stage.Reached} / {stage.Applicable}")]);
        }
        rows.AddRange(AboutRows(turn));
        if (history?.Count > MostRevisions)
        {
            rows.Add([Cell.Of(turn.In(Texts.History)), Cell.Of(turn.In(Texts.HistoryCut(MostRevisions)))]);
        }
        return AboutTable(turn, rows);
    }

    /// <summary>When and for whom a file was made, and how to treat it.</summary>
    public static IEnumerable<IReadOnlyList<Cell>> AboutRows(BotTurn turn) =>
        [
            [Cell.Of(turn.In(Texts.MadeAt)), Cell.Of(turn.Now)],
            [Cell.Of(turn.In(Texts.MadeFor)), Cell.Of(turn.Person!.Name)],
            [Cell.Of(turn.In(Texts.Care)), Cell.Of(turn.In(Texts.CareMeans))],
        ];

    /// <summary>The last table of every workbook.</summary>
    public static SheetTable AboutTable(BotTurn turn, IReadOnlyList<IReadOnlyList<Cell>> rows) =>
        new(turn.In(Texts.About), [new(turn.In(Texts.Name), 24), new(turn.In(Texts.Value), 80)], rows);

    private static IEnumerable<Column> Details(BotTurn turn) =>
        [
            new(turn.In(Texts.Note), 40),
            new(turn.In(Texts.Reason), 22),
            new(turn.In(Texts.Date), 18),
            new(turn.In(Texts.NextStep), 30),
            new(turn.In(Texts.Until), 18),
            new(turn.In(Texts.Who), 14),
        ];

    private static IEnumerable<Cell> Details(Answer answer) =>
        [
            Cell.Of(answer.Note),
            Cell.Of(answer.Reason),
            Cell.Of(answer.Date),
            Cell.Of(answer.NextStep?.What),
            Cell.Of(answer.NextStep?.Due),
            Cell.Of(answer.NextStep?.Who?.Name),
        ];

    private static Cell[] Recorded(ItemState state) =>
        state.By is { } by ? [Cell.Of(by.Name), Cell.Of(state.At)] : [Cell.None, Cell.None];
}
