using System.Globalization;
using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Lines over days; a few dozen points at most.</summary>
public sealed record LineChart : ChartElement
{
    /// <param name="title">What the chart shows.</param>
    /// <param name="lines">In the order of the legend.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public LineChart(string title, IReadOnlyList<ChartLine> lines)
        : base(title) => Lines = lines;

    /// <summary>In the order of the legend.</summary>
    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>What stands under the days.</summary>
    public string? XAxisTitle { get; init; }

    /// <summary>What stands beside the values, with the unit.</summary>
    public string? YAxisTitle { get; init; }

    internal override string TypeName => "Chart.Line";

    private protected override void WriteChart(Utf8JsonWriter json)
    {
        json.WriteText("xAxisTitle"u8, XAxisTitle);
        json.WriteText("yAxisTitle"u8, YAxisTitle);
        json.WriteStartArray("data"u8);
        foreach (ChartLine line in Lines)
        {
            json.WriteStartObject();
            json.WriteString("legend"u8, line.Legend);
            json.WriteCamel("color"u8, line.Color);
            json.WriteStartArray("values"u8);
            foreach (ChartDay point in line.Points)
            {
                json.WriteStartObject();
                json.WriteString("x"u8, point.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("y"u8, point.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
