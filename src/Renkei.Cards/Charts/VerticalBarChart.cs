using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Bars standing side by side, with their values on top.</summary>
public sealed record VerticalBarChart : ChartElement
{
    /// <param name="title">What the chart shows.</param>
    /// <param name="bars">Left to right.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public VerticalBarChart(string title, IReadOnlyList<ChartBar> bars)
        : base(title) => Bars = bars;

    /// <summary>Left to right.</summary>
    public IReadOnlyList<ChartBar> Bars { get; }

    /// <summary>What stands under the bars.</summary>
    public string? XAxisTitle { get; init; }

    /// <summary>What stands beside the values, with the unit.</summary>
    public string? YAxisTitle { get; init; }

    internal override string TypeName => "Chart.VerticalBar";

    private protected override void WriteChart(Utf8JsonWriter json)
    {
        json.WriteText("xAxisTitle"u8, XAxisTitle);
        json.WriteText("yAxisTitle"u8, YAxisTitle);
        json.WriteBoolean("showBarValues"u8, true);
        json.WriteStartArray("data"u8);
        foreach (ChartBar bar in Bars)
        {
            json.WriteStartObject();
            json.WriteString("x"u8, bar.Name);
            json.WriteNumber("y"u8, bar.Value);
            json.WriteCamel("color"u8, bar.Color);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
