using System.Text.Json;

namespace Renkei.Room.Client;

/// <summary>Finds the actions of a card the bot would hear of, wherever they are, in the order they are written.</summary>
internal static class CardActions
{
    public static IEnumerable<CardPress> In(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(In);
        }
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return [];
        }
        string? type = Text(element, "type");
        if (type is "Action.Execute" or "Action.Submit")
        {
            return
            [
                new(
                    type,
                    Text(element, "verb"),
                    element.TryGetProperty("data", out JsonElement data) ? data : null,
                    Text(element, "title"),
                    Text(element, "id")
                ),
            ];
        }
        return element.EnumerateObject().Where(p => p.Name is not ("refresh" or "data")).SelectMany(p => In(p.Value));
    }

    /// <summary>What a client that knows no Execute presses instead; <see langword="null"/> where the card gives nothing.</summary>
    public static CardPress? FallbackOf(JsonElement card, CardPress execute) =>
        Elements(card)
            .Where(e => Text(e, "verb") == execute.Verb && Text(e, "title") == execute.Title)
            .Select(e => e.TryGetProperty("fallback", out JsonElement fallback) ? In(fallback).FirstOrDefault() : null)
            .FirstOrDefault(f => f is not null);

    private static IEnumerable<JsonElement> Elements(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Elements(p.Value)).Prepend(element),
            _ => [],
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
