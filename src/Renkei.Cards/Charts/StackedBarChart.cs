using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Bars lying one under the other, each made of parts: how far each centre is.</summary>
public sealed record StackedBarChart : ChartElement
{
    /// <param name="title">What the chart shows.</param>
    /// <param name="bars">Top to bottom.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public StackedBarChart(string title, IReadOnlyList<StackedBar> bars)
        : base(title) => Bars = bars;

    /// <summary>Top to bottom.</summary>
    public IReadOnlyList<StackedBar> Bars { get; }

    internal override string TypeName => "Chart.HorizontalBar.Stacked";

    private protected override void WriteChart(Utf8JsonWriter json)
    {
        json.WriteStartArray("data"u8);
        foreach (StackedBar bar in Bars)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, bar.Title);
            json.WriteAmounts(bar.Amounts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
