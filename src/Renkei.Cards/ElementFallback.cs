using System.Text.Json;

namespace Renkei.Cards;

/// <summary>What stands in for an element that a client does not know.</summary>
public sealed record ElementFallback
{
    private ElementFallback(CardElement? instead) => Instead = instead;

    /// <summary>Nothing: what it says stands beside it as text anyway.</summary>
    public static ElementFallback Drop { get; } = new(instead: null);

    /// <summary>The element drawn instead; <see langword="null"/> for nothing.</summary>
    public CardElement? Instead { get; }

    /// <summary>Draws another element instead.</summary>
    public static ElementFallback To(CardElement instead) => new(instead);

    internal void Write(Utf8JsonWriter json)
    {
        if (Instead is null)
        {
            json.WriteString("fallback"u8, "drop"u8);
            return;
        }

        json.WritePropertyName("fallback"u8);
        Instead.Write(json);
    }
}
