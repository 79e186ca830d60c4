using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A paragraph. Its text is Markdown (bold, italic, lists, links): what a person wrote goes through <see cref="CardText"/>.
/// For bold prefer <see cref="Weight"/>: Markdown refuses <c>**「退院」**は</c>.</summary>
/// <param name="Text">Markdown.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Size; default when left out.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Weight; default when left out.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Colour; default when left out.</summary>
    public TextColor? Color { get; init; }

    /// <summary>Fainter, for remarks.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>The most lines shown; unlimited when left out.</summary>
    public int? MaxLines { get; init; }

    /// <summary>Where the text stands.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>Whether a screen reader announces it as the card's heading; exactly one in a card.</summary>
    public bool IsHeading { get; init; }

    internal override string TypeName => "TextBlock";

    /// <summary>The card's heading.</summary>
    /// <param name="text">Markdown.</param>
    public static TextBlock Heading(string text) =>
        new(text)
        {
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
            IsHeading = true,
        };

    /// <summary>A remark: small and faint.</summary>
    /// <param name="text">Markdown.</param>
    public static TextBlock Remark(string text) => new(text) { Size = TextSize.Small, IsSubtle = true };

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("text"u8, Text);
        // The schema's default cuts the text off at the card's edge; no card of ours wants that.
        json.WriteBoolean("wrap"u8, true);
        if (IsHeading)
            json.WriteString("style"u8, "heading"u8);
        json.WritePascal("size"u8, Size);
        json.WritePascal("weight"u8, Weight);
        json.WritePascal("color"u8, Color);
        json.WriteFlag("isSubtle"u8, IsSubtle);
        json.WriteInteger("maxLines"u8, MaxLines);
        json.WritePascal("horizontalAlignment"u8, HorizontalAlignment);
    }
}
