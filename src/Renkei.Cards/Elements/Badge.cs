using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A small label for a state. Elsewhere than in Teams it is drawn as bold text.</summary>
public sealed record Badge : TeamsElement
{
    /// <param name="text">What it says; plain text.</param>
    public Badge(string text)
    {
        Text = text;
        Fallback = ElementFallback.To(new TextBlock(CardText.Escape(text)) { Weight = TextWeight.Bolder });
    }

    /// <summary>What it says.</summary>
    public string Text { get; }

    /// <summary>Colour; default when left out.</summary>
    public BadgeStyle? Style { get; init; }

    /// <summary>Filled or tinted; filled when left out.</summary>
    public BadgeAppearance? Appearance { get; init; }

    /// <summary>A Fluent icon's name, such as <c>CalendarClock</c>.</summary>
    public string? Icon { get; init; }

    /// <summary>What is shown when the pointer rests on it.</summary>
    public string? Tooltip { get; init; }

    internal override string TypeName => "Badge";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("text"u8, Text);
        json.WritePascal("style"u8, Style);
        json.WritePascal("appearance"u8, Appearance);
        json.WriteText("icon"u8, Icon);
        json.WriteText("tooltip"u8, Tooltip);
    }
}

/// <summary>Colour of a <see cref="Badge"/>.</summary>
public enum BadgeStyle
{
    /// <summary>Neutral.</summary>
    Default,

    /// <summary>Faint.</summary>
    Subtle,

    /// <summary>For information.</summary>
    Informative,

    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Needs somebody now.</summary>
    Attention,

    /// <summary>Needs a look.</summary>
    Warning,
}

/// <summary>How a <see cref="Badge"/> is coloured.</summary>
public enum BadgeAppearance
{
    /// <summary>Full colour.</summary>
    Filled,

    /// <summary>Pale colour.</summary>
    Tint,
}
