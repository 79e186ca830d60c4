using System.Globalization;
using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A ring of slices with one number in its middle.</summary>
public sealed record DonutChart : ChartElement
{
    /// <param name="title">What the chart shows.</param>
    /// <param name="slices">Clockwise.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public DonutChart(string title, IReadOnlyList<ChartAmount> slices)
        : base(title) => Slices = slices;

    /// <summary>Clockwise.</summary>
    public IReadOnlyList<ChartAmount> Slices { get; }

    /// <summary>The number in the middle.</summary>
    public decimal? Value { get; init; }

    internal override string TypeName => "Chart.Donut";

    private protected override void WriteChart(Utf8JsonWriter json)
    {
        json.WriteAmounts(Slices);
        json.WriteText("value"u8, Value?.ToString(CultureInfo.InvariantCulture));
    }
}
