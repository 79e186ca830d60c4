using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A line or some lines of text.</summary>
public sealed record TextInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked.</param>
    /// <exception cref="ArgumentException">Another id, or no label.</exception>
    public TextInput(string id, string label)
        : base(id, label) { }

    /// <summary>What stands in it already; plain text.</summary>
    public string? Value { get; init; }

    /// <summary>An example in grey.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>The most characters; unlimited when left out.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Which keyboard a phone offers.</summary>
    public TextInputStyle? Style { get; init; }

    internal override string TypeName => "Input.Text";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteText("value"u8, Value);
        json.WriteText("placeholder"u8, Placeholder);
        json.WriteFlag("isMultiline"u8, IsMultiline);
        json.WriteInteger("maxLength"u8, MaxLength);
        json.WritePascal("style"u8, Style);
    }
}

/// <summary>Which keyboard a phone offers for a <see cref="TextInput"/>; nothing is checked.</summary>
public enum TextInputStyle
{
    /// <summary>Letters.</summary>
    Text,

    /// <summary>Telephone numbers.</summary>
    Tel,

    /// <summary>Web addresses.</summary>
    Url,

    /// <summary>Mail addresses.</summary>
    Email,
}
