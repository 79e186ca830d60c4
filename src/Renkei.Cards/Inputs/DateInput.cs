using System.Globalization;
using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A calendar day in Japan; arrives as <c>2026-12-04</c> or empty.</summary>
public sealed record DateInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked.</param>
    /// <exception cref="ArgumentException">Another id, or no label.</exception>
    public DateInput(string id, string label)
        : base(id, label) { }

    /// <summary>What stands in it already.</summary>
    public DateOnly? Value { get; init; }

    /// <summary>The first day, included.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? Max { get; init; }

    internal override string TypeName => "Input.Date";

    internal override bool CanBeRefused => IsRequired || Min is not null || Max is not null;

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteText("value"u8, Wire(Value));
        json.WriteText("min"u8, Wire(Min));
        json.WriteText("max"u8, Wire(Max));
    }

    private static string? Wire(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
