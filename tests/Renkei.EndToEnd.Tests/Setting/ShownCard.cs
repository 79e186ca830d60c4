using System.Text.Json;
using Renkei.Room.Client;

namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>A card as somebody saw it at one moment. It can still be pressed when a newer one has taken its place.</summary>
/// <param name="MessageId">The message it is in.</param>
/// <param name="Json">The card.</param>
internal sealed record ShownCard(string MessageId, JsonElement Json)
{
    /// <summary>Every text the card can show, in order.</summary>
    public IReadOnlyList<string> Texts => [.. Elements(Json).SelectMany(TextsOf)];

    /// <summary>All texts, a line each.</summary>
    public string Text => string.Join('\n', Texts);

    /// <summary>The heading.</summary>
    public string Heading =>
        Elements(Json).Where(e => Value(e, "style") == "heading").Select(e => Value(e, "text")).FirstOrDefault() ?? "";

    /// <summary>Titles of the buttons the bot would hear of, in order.</summary>
    public IReadOnlyList<string> Buttons => [.. Presses.Select(a => a.Title ?? "")];

    /// <summary>Addresses of the links.</summary>
    public IReadOnlyList<string> Links => [.. Elements(Json).Select(e => Value(e, "url")).OfType<string>()];

    /// <summary>Every input with what a client sends when nobody touches it.</summary>
    public IReadOnlyDictionary<string, string> Inputs =>
        Elements(Json)
            .Where(e => Value(e, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true)
            .ToDictionary(e => Value(e, "id")!, e => Value(e, "value") ?? "");

    /// <summary>The keys of the lines this card asks about, e.g. 01.</summary>
    public IReadOnlyList<string> Lines =>
        [.. Inputs.Keys.Where(i => i.StartsWith("in_s_", StringComparison.Ordinal)).Select(i => i["in_s_".Length..])];

    private IEnumerable<CardPress> Presses => Elements(Json).Select(PressOf).OfType<CardPress>();

    /// <summary>The button with this title.</summary>
    public CardPress Button(string title) =>
        Presses.FirstOrDefault(p => p.Title == title)
        ?? throw new InvalidOperationException($"No button \"{title}\" in: {string.Join(", ", Buttons)}\n{Text}");

    /// <summary>The button in the same row as a text.</summary>
    public CardPress ButtonBeside(string text) =>
        Elements(Json)
            .Where(e => Value(e, "type") == "ColumnSet")
            .Select(e => new ShownCard(MessageId, e))
            .First(row => row.Texts.Contains(text))
            .Presses.First();

    /// <summary>The button that shows the history of a line; <see langword="null"/> where it has none.</summary>
    public CardPress? HistoryOf(string line) =>
        Presses.FirstOrDefault(p =>
            p.Data is { } data && data.TryGetProperty("to", out JsonElement to) && to.ValueEquals($"history:{line}")
        );

    private static CardPress? PressOf(JsonElement element) =>
        Value(element, "type") is "Action.Execute" or "Action.Submit"
            ? new(
                Value(element, "type")!,
                Value(element, "verb"),
                element.TryGetProperty("data", out JsonElement data) ? data : null,
                Value(element, "title")
            )
            : null;

    private static IEnumerable<string> TextsOf(JsonElement element)
    {
        foreach (string name in (string[])["text", "title", "label", "errorMessage", "placeholder"])
        {
            if (Value(element, name) is { Length: > 0 } text)
            {
                yield return text;
            }
        }
        if (
            Value(element, "type") is null
            && Value(element, "title") is not null
            && Value(element, "value") is { } fact
        )
        {
            yield return fact;
        }
    }

    private static string? Value(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    // What nobody sees is left out: what a card refreshes to, what an older client shows, and what travels in buttons.
    private static IEnumerable<JsonElement> Elements(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(p => p.Name is not ("refresh" or "fallback" or "data"))
                .SelectMany(p => Elements(p.Value))
                .Prepend(element),
            _ => [],
        };
}
