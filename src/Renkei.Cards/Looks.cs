namespace Renkei.Cards;

// The names of this file are the schema's own, so that a card reads like its JSON.

/// <summary>Room above an element.</summary>
public enum Spacing
{
    /// <summary>None.</summary>
    None,

    /// <summary>Teams only; elsewhere the default.</summary>
    ExtraSmall,

    /// <summary>A little.</summary>
    Small,

    /// <summary>The host's default.</summary>
    Default,

    /// <summary>More than the default.</summary>
    Medium,

    /// <summary>Much.</summary>
    Large,

    /// <summary>The most.</summary>
    ExtraLarge,

    /// <summary>As much as the card's own margin.</summary>
    Padding,
}

/// <summary>Size of text.</summary>
public enum TextSize
{
    /// <summary>For remarks.</summary>
    Small,

    /// <summary>Body text.</summary>
    Default,

    /// <summary>Between body and heading.</summary>
    Medium,

    /// <summary>Headings.</summary>
    Large,

    /// <summary>One number that matters.</summary>
    ExtraLarge,
}

/// <summary>Weight of text.</summary>
public enum TextWeight
{
    /// <summary>Thin.</summary>
    Lighter,

    /// <summary>Body text.</summary>
    Default,

    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>Colour of text and icons; never the only carrier of a meaning.</summary>
public enum TextColor
{
    /// <summary>Body text.</summary>
    Default,

    /// <summary>Dark.</summary>
    Dark,

    /// <summary>Light.</summary>
    Light,

    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Needs somebody now.</summary>
    Attention,
}

/// <summary>Background of a container, a column or a table cell.</summary>
public enum ContainerStyle
{
    /// <summary>The card's.</summary>
    Default,

    /// <summary>Slightly set off.</summary>
    Emphasis,

    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Needs somebody now.</summary>
    Attention,

    /// <summary>Needs a look.</summary>
    Warning,
}

/// <summary>Where something stands from left to right.</summary>
public enum HorizontalAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Centre.</summary>
    Center,

    /// <summary>Right; for numbers.</summary>
    Right,
}

/// <summary>Where something stands from top to bottom.</summary>
public enum VerticalAlignment
{
    /// <summary>Top.</summary>
    Top,

    /// <summary>Centre.</summary>
    Center,

    /// <summary>Bottom.</summary>
    Bottom,
}
