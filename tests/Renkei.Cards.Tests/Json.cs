using System.Text.Json;

namespace Renkei.Cards.Tests;

/// <summary>Compares JSON as JSON: order of properties and white space do not matter.</summary>
internal static class Json
{
    public static void Equal(string expected, JsonElement actual)
    {
        JsonElement wanted = JsonElement.Parse(expected);
        if (!JsonElement.DeepEquals(wanted, actual))
            Assert.Fail($"Expected {wanted.GetRawText()}\nbut got  {actual.GetRawText()}");
    }

    /// <summary>What an element is in a card's body.</summary>
    public static JsonElement Of(CardElement element) => Of(Samples.Card(element)).GetProperty("body")[1];

    /// <summary>What an action is among a card's actions.</summary>
    public static JsonElement Of(AdaptiveAction action) =>
        Of(Samples.Card() with { Actions = [action] }).GetProperty("actions")[0];

    public static JsonElement Of(AdaptiveCard card) => JsonElement.Parse(card.ToUtf8Json().Span);
}
