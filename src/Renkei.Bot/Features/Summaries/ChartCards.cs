using Renkei.Cards;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Parts = Renkei.Bot.Features.Summaries.SummaryParts;
using Texts = Renkei.Bot.Features.Summaries.SummaryTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>The same figures to look at: themes by stage, progress by place or theme, and the last weeks; numbers beside each chart.</summary>
internal static class ChartCards
{
    private static readonly ChartColor[] StageColors =
    [
        ChartColor.CategoricalLightBlue,
        ChartColor.CategoricalBlue,
        ChartColor.CategoricalTeal,
        ChartColor.CategoricalPurple,
        ChartColor.Good,
    ];

    /// <summary>The charts of a prefecture, a centre or a municipality.</summary>
    /// <param name="view">The summary, with its trend.</param>
    public static SummaryCard Draw(SummaryView view)
    {
        List<CardElement> body = [.. Parts.Head(view)];
        int stages = view.Playbooks.National.Stages.Count;
        IReadOnlyList<int> byStage = view.Figures.ThemesByStage(stages);
        if (byStage.Sum() == 0)
        {
            body.Add(new TextBlock(view.In(Texts.NoThemes)));
            return new(view.In(Texts.NoThemes), body, SummaryCards.Ways(view, isCharts: true));
        }
        body.AddRange(StagesOf(view, byStage, stages));
        body.AddRange(ProgressOf(view));
        body.AddRange(TrendOf(view));
        string spoken =
            view.Language == Domain.Language.Japanese
                ? $"{view.In(Texts.Heading(view.Period.Kind, view.Place))}のグラフ。{view.In(Texts.Spoken(view.Figures))}"
                : $"Charts. {view.In(Texts.Heading(view.Period.Kind, view.Place))}. {view.In(Texts.Spoken(view.Figures))}";
        return new(spoken, body, SummaryCards.Ways(view, isCharts: true));
    }

    private static IEnumerable<CardElement> StagesOf(SummaryView view, IReadOnlyList<int> byStage, int stages)
    {
        string NameOf(int at) => view.In(at == stages ? Texts.Complete : Texts.StageColumn(at + 1));
        string title = view.In(Texts.StagesChart);
        yield return Title(title);
        yield return new DonutChart(
            title,
            [.. byStage.Select((count, at) => new ChartAmount(NameOf(at), count, StageColors[at % StageColors.Length]))]
        )
        {
            Value = byStage.Sum(),
            Fallback = ElementFallback.Drop,
        };
        yield return new FactSet([
            .. byStage.Select((count, at) => new Fact(NameOf(at), view.In(Texts.Themes(count)))),
        ]);
    }

    private static IEnumerable<CardElement> ProgressOf(SummaryView view)
    {
        (string Name, IReadOnlyList<StageFigures> Stages)[] bars =
            view.Scope is Bot.Summaries.SummaryScope.Prefecture
                ?
                [
                    .. view
                        .Figures.Centres.Take(SummaryCards.PageSize)
                        .Select(c => (Parts.ShortName(c.Centre, view.Language), c.Stages)),
                ]
                :
                [
                    .. view
                        .NamedThemes.Where(t => t.IsStanding)
                        .Take(SummaryCards.PageSize)
                        .Select(t => (t.Theme.Name, StageFigures.Of([t]))),
                ];
        if (bars.Length == 0)
        {
            yield break;
        }
        bool byCentre = view.Scope is Bot.Summaries.SummaryScope.Prefecture;
        string title = view.In(byCentre ? Texts.CentresChart : Texts.ThemesChart);
        string reached = view.In(Texts.ReachedColumn);
        string open = view.In(Texts.OpenColumn);
        yield return Title(title);
        yield return new StackedBarChart(
            title,
            [
                .. bars.Select(b => new StackedBar(
                    b.Name,
                    [
                        new ChartAmount(reached, b.Stages.Sum(s => s.Reached), ChartColor.Good),
                        new ChartAmount(open, b.Stages.Sum(s => s.Applicable - s.Reached), ChartColor.Neutral),
                    ]
                )),
            ]
        )
        {
            Fallback = ElementFallback.Drop,
        };
        TableColumn number = new(2) { HorizontalCellContentAlignment = HorizontalAlignment.Right };
        yield return new Table(
            [new(4), new(3) { HorizontalCellContentAlignment = HorizontalAlignment.Right }, number],
            [
                Row(view.In(byCentre ? Texts.CentreColumn : Texts.ThemeColumn), reached, open) with
                {
                    Style = ContainerStyle.Emphasis,
                },
                .. bars.Select(b =>
                    Row(
                        CardText.Escape(b.Name),
                        $"{b.Stages.Sum(s => s.Reached)}",
                        $"{b.Stages.Sum(s => s.Applicable - s.Reached)}"
                    )
                ),
            ]
        )
        {
            ShowGridLines = false,
        };
        int left = (byCentre ? view.Figures.Centres.Count : view.NamedThemes.Count(t => t.IsStanding)) - bars.Length;
        if (left > 0)
        {
            yield return TextBlock.Remark(view.In(Texts.More(left)));
        }
    }

    private static IEnumerable<CardElement> TrendOf(SummaryView view)
    {
        string title = view.In(Texts.TrendChart);
        IReadOnlyList<TrendPoint> trend = view.Figures.Trend;
        yield return Title(title);
        if (trend.Count < 2)
        {
            yield return new TextBlock(view.In(Texts.TrendTooShort));
            yield break;
        }
        yield return new LineChart(
            title,
            [
                new ChartLine(
                    view.In(Texts.ReachedColumn),
                    [.. trend.Select(p => new ChartDay(p.Day, p.Percent))],
                    ChartColor.CategoricalBlue
                ),
            ]
        )
        {
            Fallback = ElementFallback.Drop,
        };
        yield return new FactSet([
            .. trend.Select(p => new Fact(
                TokyoTime.Brief(p.Day, view.Language),
                $"{p.Percent}%{Conversation.Punctuation.InBrackets(view.Language, view.In(Texts.Share(p.Reached, p.Applicable)))}"
            )),
        ]);
    }

    private static TextBlock Title(string text) => new(text) { Weight = TextWeight.Bolder, Separator = true };

    private static TableRow Row(params ReadOnlySpan<string> texts)
    {
        List<TableCell> cells = [];
        foreach (string text in texts)
        {
            cells.Add(new([new TextBlock(text) { Size = TextSize.Small }]));
        }
        return new(cells);
    }
}
