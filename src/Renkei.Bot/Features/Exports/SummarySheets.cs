using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.Summaries;
using Renkei.Bot.Workbooks;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Summaries;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>The figures of a period as tables: the centres with their stages, the themes, the councils to come.</summary>
internal static class SummarySheets
{
    private const int Stages = 4;

    /// <summary>The tables.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="figures">The figures of what the reader may see as figures.</param>
    /// <param name="rights">Of which centres they may read names as well.</param>
    /// <param name="place">What the figures are about.</param>
    public static IReadOnlyList<SheetTable> Of(
        BotTurn turn,
        SummaryFigures figures,
        SummaryRights rights,
        LocalText place
    ) =>
        [
            Centres(turn, figures),
            Themes(turn, figures, rights),
            Councils(turn, figures, rights),
            About(turn, figures, place),
        ];

    private static SheetTable Centres(BotTurn turn, SummaryFigures figures)
    {
        List<Column> columns = [new(turn.In(Texts.Centre), 24)];
        for (int stage = 1; stage <= Stages; stage++)
        {
            columns.Add(new(turn.In(Texts.StageReached(stage)), 9));
            columns.Add(new(turn.In(Texts.StageOf(stage)), 9));
            columns.Add(new(turn.In(Texts.StagePercent(stage)), 9));
        }
        columns.AddRange(
            new[]
            {
                Texts.Moved,
                Texts.MovedBefore,
                Texts.Gained,
                Texts.GainedBefore,
                Texts.Councils14,
                Texts.Late,
            }.Select(t => new Column(turn.In(t), 12))
        );
        List<IReadOnlyList<Cell>> rows =
        [
            .. figures.Centres.Select(c =>
                Row(
                    c.Centre.Name.In(turn.Language),
                    c.Stages,
                    [c.Moved, c.MovedBefore, c.Gained, c.GainedBefore, c.ComingCouncils.Count, c.Late]
                )
            ),
        ];
        if (figures.Centres.Count > 1)
        {
            rows.Add(
                Row(
                    turn.In(Texts.Whole),
                    figures.Stages,
                    [
                        figures.Moved,
                        figures.MovedBefore,
                        figures.Gained,
                        figures.GainedBefore,
                        figures.ComingCouncils,
                        figures.Late,
                    ]
                )
            );
        }
        return new(turn.In(Texts.Centres), columns, rows);
    }

    private static List<Cell> Row(string name, IReadOnlyList<StageFigures> stages, int[] counts)
    {
        List<Cell> row = [Cell.Of(name)];
        for (int number = 1; number <= Stages; number++)
        {
            StageFigures stage = stages.FirstOrDefault(s => s.Number == number) ?? new(number, 0, 0);
            row.Add(Cell.Of(stage.Reached));
            row.Add(Cell.Of(stage.Applicable));
            row.Add(stage.Percent is { } percent ? Cell.Of(percent) : Cell.None);
        }
        row.AddRange(counts.Select(c => Cell.Of(c)));
        return row;
    }

    private static SheetTable Themes(BotTurn turn, SummaryFigures figures, SummaryRights rights) =>
        new(
            turn.In(Texts.Themes),
            [
                new(turn.In(Texts.Centre), 24),
                new(turn.In(Texts.Theme), 36),
                new(turn.In(Texts.Stage), 8),
                new(turn.In(Texts.Reached), 8),
                new(turn.In(Texts.Applicable), 8),
                new(turn.In(Texts.Gained), 12),
                new(turn.In(Texts.HasMoved), 8),
                new(turn.In(Texts.Late), 9),
                new(turn.In(Texts.LastHeard), 18),
                new(turn.In(Texts.SilentSince), 18),
            ],
            [
                .. figures.Centres.SelectMany(c =>
                    c.Standing.Where(t => rights.Sees(t.Theme)).Select(t => Theme(turn, c, t))
                ),
            ]
        );

    private static IReadOnlyList<Cell> Theme(BotTurn turn, CentreFigures centre, ThemeFigures theme) =>
        [
            Cell.Of(centre.Centre.Name.In(turn.Language)),
            Cell.Of(theme.Theme.Name),
            // All four are ready: it stands on the last.
            Cell.Of(Math.Min(theme.Now.StageNumber, Stages)),
            Cell.Of(theme.Now.Progress.Reached),
            Cell.Of(theme.Now.Progress.Stages.Sum(s => s.Applicable)),
            Cell.Of(theme.Gained),
            Cell.Of(theme.Moved ? turn.In(Texts.Yes) : ""),
            Cell.Of(theme.Late),
            Cell.Of(theme.Now.LastHeardOf),
            Cell.Of(theme.SilentSince),
        ];

    private static SheetTable Councils(BotTurn turn, SummaryFigures figures, SummaryRights rights) =>
        new(
            turn.In(Texts.Coming),
            [
                new(turn.In(Texts.Centre), 24),
                new(turn.In(Texts.Title), 36),
                new(turn.In(Texts.Day), 18),
                new(turn.In(Texts.From), 8),
                new(turn.In(Texts.To), 8),
                new(turn.In(Texts.Ready), 12),
            ],
            [
                .. figures
                    .Centres.Where(c => rights.SeesInside(c.Centre.Code))
                    .SelectMany(c => c.ComingCouncils.Select(k => (c.Centre, Council: k)))
                    .OrderBy(p => p.Council.When!.StartsAt)
                    .Select(p =>
                        (IReadOnlyList<Cell>)
                            [
                                Cell.Of(p.Centre.Name.In(turn.Language)),
                                Cell.Of(p.Council.Title),
                                Cell.Of(p.Council.When!.Date),
                                Cell.Of(p.Council.When.Start),
                                Cell.Of(p.Council.When.End),
                                Cell.Of(Math.Min(p.Council.Ready, Readiness.PreparationSteps)),
                            ]
                    ),
            ]
        );

    private static SheetTable About(BotTurn turn, SummaryFigures figures, LocalText place)
    {
        List<IReadOnlyList<Cell>> rows =
        [
            [Cell.Of(turn.In(Texts.Place)), Cell.Of(turn.In(place))],
            [Cell.Of(turn.In(Texts.Period)), Cell.Of(turn.In(figures.Period.Name))],
        ];
        if (!figures.IsFinal)
        {
            rows.Add([Cell.None, Cell.Of(turn.In(Texts.PeriodOpen))]);
        }
        if (figures.OpenRequests is { } requests)
        {
            rows.Add([
                Cell.Of(turn.In(Texts.OpenRequests)),
                Cell.Of(requests.Count.ToString(CultureInfo.InvariantCulture)),
            ]);
        }
        rows.AddRange(ThemeSheets.AboutRows(turn));
        return ThemeSheets.AboutTable(turn, rows);
    }
}
