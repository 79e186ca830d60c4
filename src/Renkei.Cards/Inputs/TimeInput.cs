using System.Globalization;
using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A time of day in Japan, to the minute; arrives as <c>14:00</c> or empty.</summary>
public sealed record TimeInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked.</param>
    /// <exception cref="ArgumentException">Another id, or no label.</exception>
    public TimeInput(string id, string label)
        : base(id, label) { }

    /// <summary>What stands in it already.</summary>
    public TimeOnly? Value { get; init; }

    /// <summary>The earliest, included.</summary>
    public TimeOnly? Min { get; init; }

    /// <summary>The latest, included.</summary>
    public TimeOnly? Max { get; init; }

    internal override string TypeName => "Input.Time";

    internal override bool CanBeRefused => IsRequired || Min is not null || Max is not null;

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteText("value"u8, Wire(Value));
        json.WriteText("min"u8, Wire(Min));
        json.WriteText("max"u8, Wire(Max));
    }

    private static string? Wire(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
