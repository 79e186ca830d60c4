using System.Text.Json;

namespace Renkei.Cards;

/// <summary>How wide a column is.</summary>
public sealed record ColumnWidth
{
    private readonly string? keyword;
    private readonly int weight;

    private ColumnWidth(string? keyword, int weight) => (this.keyword, this.weight) = (keyword, weight);

    /// <summary>As wide as what is in it.</summary>
    public static ColumnWidth Auto { get; } = new("auto", 0);

    /// <summary>All the room the others leave.</summary>
    public static ColumnWidth Stretch { get; } = new("stretch", 0);

    /// <summary>A share of the room, as table columns are measured.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 100.</exception>
    public static ColumnWidth Weight(int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 100);
        return new(keyword: null, weight);
    }

    /// <summary>An exact width.</summary>
    /// <param name="pixels">1 to 600; a phone shows about 300 in all.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public static ColumnWidth Pixels(int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixels, 600);
        return new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pixels}px"), 0);
    }

    internal void Write(Utf8JsonWriter json)
    {
        if (keyword is null)
            json.WriteNumber("width"u8, weight);
        else
            json.WriteString("width"u8, keyword);
    }
}
