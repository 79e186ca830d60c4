namespace Renkei.Cards;

/// <summary>Reads a card as plain text.</summary>
public static class PlainText
{
    /// <summary>The card's text.</summary>
    public static string Of(AdaptiveCard card) => card.Speak;
}
