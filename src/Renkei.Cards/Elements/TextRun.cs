using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A piece of a <see cref="RichTextBlock"/>.</summary>
/// <param name="Text">Shown as it is; no Markdown.</param>
public sealed record TextRun(string Text)
{
    /// <summary>Size; default when left out.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Weight; default when left out.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Colour; default when left out.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Fainter, for remarks.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>Struck out, for what has been withdrawn.</summary>
    public bool Strikethrough { get; init; }

    /// <summary>What a press does.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TextRun"u8);
        json.WriteString("text"u8, Text);
        json.WritePascal("size"u8, Size);
        json.WritePascal("weight"u8, Weight);
        json.WritePascal("color"u8, Color);
        json.WriteFlag("isSubtle"u8, IsSubtle);
        json.WriteFlag("strikethrough"u8, Strikethrough);
        json.WriteSelectAction(SelectAction);
        json.WriteEndObject();
    }
}
