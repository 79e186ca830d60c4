using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A box to tick; arrives as <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked, above the box.</param>
    /// <param name="title">What a tick means, beside the box.</param>
    /// <exception cref="ArgumentException">Another id, or no label.</exception>
    public ToggleInput(string id, string label, string title)
        : base(id, label) => Title = title;

    /// <summary>What a tick means.</summary>
    public string Title { get; }

    /// <summary>Whether it is ticked already.</summary>
    public bool Value { get; init; }

    internal override string TypeName => "Input.Toggle";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteString("title"u8, Title);
        json.WriteString("valueOn"u8, "true"u8);
        json.WriteString("valueOff"u8, "false"u8);
        // A box without a value sends "false" whatever valueOff says; with it nothing is left to a client's default.
        json.WriteString("value"u8, Value ? "true"u8 : "false"u8);
        json.WriteBoolean("wrap"u8, true);
    }
}
