using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Places;
using Renkei.Domain.Summaries;
using Texts = Renkei.Bot.Features.Summaries.SummaryTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>The parts that the cards of a prefecture, a centre and a municipality share.</summary>
internal static class SummaryParts
{
    private const int ShownLines = 6;
    private const int TableNameWeight = 4;

    /// <summary>Heading, period, and what has to be said first.</summary>
    public static IEnumerable<CardElement> Head(SummaryView view)
    {
        yield return TextBlock.Heading(CardText.Escape(view.In(Texts.Heading(view.Period.Kind, view.Place))));
        yield return TextBlock.Remark(view.In(Texts.PeriodLine(view.Period, view.Figures.IsFinal, view.Now))) with
        {
            Spacing = Spacing.None,
        };
        foreach (LocalText notice in view.Notices)
        {
            yield return BotCards.Notice(CardText.Escape(view.In(notice)), ContainerStyle.Accent);
        }
    }

    /// <summary>The four numbers at a glance.</summary>
    /// <param name="view">The summary.</param>
    /// <param name="withCouncils">Whether councils belong to what is shown.</param>
    public static ColumnSet Tiles(SummaryView view, bool withCouncils)
    {
        SummaryFigures figures = view.Figures;
        List<Column> columns =
        [
            Tile(
                view,
                figures.Moved,
                Texts.MovedTile(figures.Moved),
                view.In(Texts.Before(view.Period.Kind, figures.MovedBefore)),
                isBad: false
            ),
        ];
        if (withCouncils)
        {
            columns.Add(
                Tile(view, figures.ComingCouncils, Texts.CouncilsTile(figures.ComingCouncils), "", isBad: false)
            );
        }
        columns.Add(Tile(view, figures.Late, Texts.LateTile, "", isBad: figures.Late > 0));
        if (figures.OpenRequests is { } requests)
        {
            string waiting = requests.LongestDays == 0 ? "" : view.In(Texts.Waiting(requests.LongestDays));
            columns.Add(Tile(view, requests.Count, Texts.RequestsTile(requests.Count), waiting, isBad: false));
        }
        return new(columns) { Spacing = Spacing.Medium };
    }

    /// <summary>Places or themes by stage, with what changed.</summary>
    /// <param name="view">The summary.</param>
    /// <param name="first">What stands in the first column.</param>
    /// <param name="rows">At least one.</param>
    public static Table Table(SummaryView view, LocalText first, IReadOnlyList<StageRow> rows)
    {
        int[] stages = [.. rows.SelectMany(r => r.Stages).Select(s => s.Number).Distinct().Order()];
        TableColumn[] columns =
        [
            new(TableNameWeight),
            .. stages.Select(_ => new TableColumn(2) { HorizontalCellContentAlignment = HorizontalAlignment.Center }),
            new(2) { HorizontalCellContentAlignment = HorizontalAlignment.Center },
        ];
        TableRow header = new([
            Cell(view.In(first)),
            .. stages.Select(s => Cell(view.In(Texts.StageColumn(s)))),
            Cell(view.In(Texts.MovedColumn)),
        ])
        {
            Style = ContainerStyle.Emphasis,
        };
        return new(columns, [header, .. rows.Select(r => RowOf(r, stages))]) { ShowGridLines = false };
    }

    /// <summary>What moved, the most first.</summary>
    public static IEnumerable<CardElement> Moved(SummaryView view, bool withCentre)
    {
        ThemeFigures[] moved =
        [
            .. view
                .NamedThemes.Where(t => t.Moved)
                .OrderByDescending(t => t.StagesReached.Count())
                .ThenByDescending(t => t.Gained),
        ];
        return Section(
            view,
            Texts.MovedHeading,
            [.. moved.Select(t => MovedLine(view, t, withCentre))],
            // What moved elsewhere is counted above, but not theirs to read.
            view.Rights.CentreCode
                is not null
            && view.Figures.Moved > 0
                ? Texts.NothingMovedAtOnesOwn
                : Texts.NothingMoved
        );
    }

    /// <summary>Councils of the next days with how far they are prepared; nothing where there are none.</summary>
    public static IEnumerable<CardElement> Councils(SummaryView view, bool withCentre) =>
        Section(
            view,
            Texts.CouncilsHeading,
            [
                .. view
                    .Figures.Centres.Where(c => view.Rights.SeesInside(c.Centre.Code))
                    .SelectMany(c => c.ComingCouncils.Select(k => (c.Centre, Council: k)))
                    .OrderBy(p => p.Council.When!.StartsAt)
                    .Select(p =>
                    {
                        string title = withCentre
                            ? view.Language.Beside(ShortName(p.Centre, view.Language), p.Council.Title)
                            : p.Council.Title;
                        LocalText ready = Texts.Ready(p.Council.Ready, Domain.Councils.Readiness.PreparationSteps);
                        return CardText.Escape(
                            $"{p.Council.When!.Brief(view.Language)} {title}{view.Language.InBrackets(view.In(ready))}"
                        );
                    }),
            ],
            whenNone: null
        );

    /// <summary>What is late, by centre; nothing where nothing is.</summary>
    public static IEnumerable<CardElement> Late(SummaryView view, bool withCentre)
    {
        List<string> lines = [];
        foreach (CentreFigures centre in view.Figures.Centres.Where(c => c.Late > 0))
        {
            int steps = centre.Late - centre.LateCouncilWork;
            List<string> kinds = [];
            if (steps > 0)
            {
                kinds.Add(view.In(Texts.LateSteps(steps)));
            }
            if (centre.LateCouncilWork > 0)
            {
                kinds.Add(view.In(Texts.LateCouncilWork(centre.LateCouncilWork)));
            }
            string text = string.Join(view.In(CommonTexts.ListComma), kinds);
            lines.Add(
                CardText.Escape(
                    withCentre ? view.Language.Labelled(ShortName(centre.Centre, view.Language), text) : text
                )
            );
        }
        return Section(view, Texts.LateHeading, lines, whenNone: null);
    }

    /// <summary>Themes nobody answered for a month, the longest silent first; nothing where there are none.</summary>
    public static IEnumerable<CardElement> Silent(SummaryView view, bool withCentre) =>
        Section(
            view,
            Texts.SilentHeading,
            [
                .. view
                    .NamedThemes.Where(t => t.SilentSince is not null)
                    .OrderBy(t => t.SilentSince)
                    .Select(t =>
                        CardText.Escape(
                            NameOf(view, t, withCentre)
                                + view.Language.InBrackets(view.In(Texts.SilentFor(t.SilentSince!.Value)))
                        )
                    ),
            ],
            whenNone: null
        );

    /// <summary>The list from which something is opened, with its button; nothing where there is nothing to open.</summary>
    public static IEnumerable<CardElement> Choice(SummaryView view, IReadOnlyList<Choice> choices)
    {
        if (choices.Count == 0)
        {
            yield break;
        }
        yield return new ChoiceSetInput("in_scope", view.In(Texts.Look), choices)
        {
            Value = choices[0].Value,
            Separator = true,
        };
        yield return new ActionSet([
            new ExecuteAction(
                view.In(Texts.LookButton),
                Bot.Summaries.SummaryPage.ShowVerb,
                Bot.Summaries.SummaryPage.Data(view.Period, view.Scope)
            ),
        ])
        {
            Spacing = Spacing.Small,
        };
    }

    /// <summary>東部 for 東部保健所: under a heading that says what they are.</summary>
    public static string ShortName(HealthCentre centre, Language language)
    {
        string name = centre.Name.In(language);
        string ending = language == Language.Japanese ? "保健所" : " Health Centre";
        return name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)
            ? name[..^ending.Length]
            : name;
    }

    /// <summary>+3, or that nothing moved.</summary>
    public static string Change(SummaryView view, int gained, bool moved) =>
        moved ? Texts.Signed(gained) : view.In(Texts.NoChange);

    private static IEnumerable<CardElement> Section(
        SummaryView view,
        LocalText heading,
        List<string> lines,
        LocalText? whenNone
    )
    {
        if (lines.Count == 0 && whenNone is null)
        {
            yield break;
        }
        yield return new TextBlock(view.In(heading)) { Weight = TextWeight.Bolder, Separator = true };
        if (lines.Count == 0)
        {
            yield return new TextBlock(view.In(whenNone!)) { Spacing = Spacing.None };
        }
        foreach (string line in lines.Take(ShownLines))
        {
            yield return new TextBlock(line) { Spacing = Spacing.Small };
        }
        if (lines.Count > ShownLines)
        {
            yield return TextBlock.Remark(view.In(Texts.More(lines.Count - ShownLines)));
        }
    }

    private static string MovedLine(SummaryView view, ThemeFigures theme, bool withCentre)
    {
        string comma = view.In(CommonTexts.ListComma);
        string[] news =
        [
            .. theme.IsNew ? [view.In(Texts.New)] : Array.Empty<string>(),
            .. theme.StagesReached.Select(s => view.In(Texts.StageReached(s))),
        ];
        string after = news.Length == 0 ? "" : view.Language.InBrackets(string.Join(comma, news));
        return CardText.Escape($"{NameOf(view, theme, withCentre)} {Texts.Signed(theme.Gained)}{after}");
    }

    private static string NameOf(SummaryView view, ThemeFigures theme, bool withCentre)
    {
        HealthCentre? centre = view
            .Figures.Centres.Select(c => c.Centre)
            .FirstOrDefault(c => c.Code == theme.Theme.Id.CentreCode);
        return withCentre && centre is not null
            ? view.Language.Beside(ShortName(centre, view.Language), theme.Theme.Name)
            : theme.Theme.Name;
    }

    private static Column Tile(SummaryView view, int number, LocalText label, string remark, bool isBad)
    {
        List<CardElement> items =
        [
            new TextBlock(number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = isBad ? TextColor.Attention : null,
            },
            new TextBlock(view.In(label)) { Size = TextSize.Small, Spacing = Spacing.None },
        ];
        if (remark.Length > 0)
        {
            items.Add(TextBlock.Remark(remark) with { Spacing = Spacing.None });
        }
        return new(ColumnWidth.Stretch, items);
    }

    private static TableRow RowOf(StageRow row, int[] stages) =>
        new([
            Cell(CardText.Escape(row.Name)),
            .. stages.Select(number =>
                row.Stages.FirstOrDefault(s => s.Number == number) is { Percent: { } percent }
                    ? new TableCell([
                        new TextBlock($"{percent}%")
                        {
                            Size = TextSize.Small,
                            Weight = percent == 100 ? TextWeight.Bolder : null,
                            Color = percent == 100 ? TextColor.Good : null,
                        },
                    ])
                    : Cell("–")
            ),
            Cell(row.Change),
        ])
        {
            Style = row.IsSum ? ContainerStyle.Emphasis : null,
        };

    private static TableCell Cell(string text) => new([new TextBlock(text) { Size = TextSize.Small }]);
}

/// <summary>One row of a table by stage.</summary>
/// <param name="Name">A place or a theme.</param>
/// <param name="Stages">How far; stages with nothing to reach may be left out.</param>
/// <param name="Change">What changed, in a few characters.</param>
/// <param name="IsSum">Whether it is the sum of the others.</param>
internal sealed record StageRow(string Name, IReadOnlyList<StageFigures> Stages, string Change, bool IsSum = false);
