using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A number; arrives as a string with <c>.</c> as its decimal point.</summary>
public sealed record NumberInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked, with the unit.</param>
    /// <exception cref="ArgumentException">Another id, or no label.</exception>
    public NumberInput(string id, string label)
        : base(id, label) { }

    /// <summary>What stands in it already.</summary>
    public decimal? Value { get; init; }

    /// <summary>The least, included.</summary>
    public decimal? Min { get; init; }

    /// <summary>The most, included.</summary>
    public decimal? Max { get; init; }

    /// <summary>An example in grey.</summary>
    public string? Placeholder { get; init; }

    internal override string TypeName => "Input.Number";

    internal override bool CanBeRefused => IsRequired || Min is not null || Max is not null;

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteDecimal("value"u8, Value);
        json.WriteDecimal("min"u8, Min);
        json.WriteDecimal("max"u8, Max);
        json.WriteText("placeholder"u8, Placeholder);
    }
}
