using System.Text.Json.Nodes;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Tests.Play;

/// <summary>What a person sees as the answer: a card, a message or a refusal.</summary>
internal sealed class Shown
{
    private Shown(ReadOnlyMemory<byte> json, JsonObject? card, string text, int status) =>
        (Json, Card, Text, Status) = (json, card, text, status);

    /// <summary>The card as it was sent.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The card; <see langword="null"/> for a message or refusal.</summary>
    public JsonObject? Card { get; }

    /// <summary>Everything there is to read, one text a line, without what is read aloud and fallbacks.</summary>
    public string Text { get; }

    /// <summary>200, or that of a refusal.</summary>
    public int Status { get; }

    /// <summary>Titles of the buttons that reach the bot.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions.Select(a => a["title"]!.GetValue<string>())];

    /// <summary>Titles of the buttons in the row below the card.</summary>
    public IReadOnlyList<string> Row => [.. Card!["actions"]!.AsArray().Select(a => a!["title"]!.GetValue<string>())];

    /// <summary>Values of the inputs by id, as the card was filled in; absent ones have none.</summary>
    public IReadOnlyDictionary<string, string?> Inputs =>
        All("Input.").ToDictionary(i => i["id"]!.GetValue<string>(), i => i["value"]?.ToString());

    private IEnumerable<JsonObject> Actions => All("Action.Execute");

    public static Shown Of(OutgoingActivity activity)
    {
        if (activity.Attachments is not [{ } attachment])
        {
            return new(default, null, activity.Text ?? "", 200);
        }
        JsonObject card = JsonNode.Parse(attachment.Content.Span)!.AsObject();
        return new(attachment.Content, card, TextOf(card), 200);
    }

    public static Shown Of(InvokeReply reply)
    {
        JsonObject body = JsonNode.Parse(reply.Body.Span)!.AsObject();
        JsonNode value = body["value"]!;
        int status = body["statusCode"]!.GetValue<int>();
        return body["type"]!.GetValue<string>() switch
        {
            "application/vnd.microsoft.card.adaptive" => new(
                System.Text.Encoding.UTF8.GetBytes(value.ToJsonString(Golden.Plain)),
                value.AsObject(),
                TextOf(value.AsObject()),
                status
            ),
            "application/vnd.microsoft.activity.message" => new(default, null, value.GetValue<string>(), status),
            _ => new(default, null, value["message"]!.GetValue<string>(), status),
        };
    }

    /// <summary>The button of a title; the first where there are several.</summary>
    public JsonObject Button(string title) =>
        Actions.FirstOrDefault(a => a["title"]!.GetValue<string>() == title)
        ?? throw new Xunit.Sdk.XunitException($"No button「{title}」, but {string.Join('、', Buttons)} on:\n{Text}");

    /// <summary>The data of a button.</summary>
    public JsonObject DataOf(string title) => Button(title)["data"]?.AsObject() ?? [];

    /// <summary>What the card sends by itself when it is seen again.</summary>
    public JsonObject RefreshData => Card!["refresh"]!["action"]!["data"]!.AsObject();

    /// <summary>What an input offers.</summary>
    public IReadOnlyList<string> Choices(string input) =>
        [
            .. All("Input.").Single(i => i["id"]!.GetValue<string>() == input)["choices"]!
                .AsArray()
                .Select(c => c!["title"]!.GetValue<string>()),
        ];

    private IEnumerable<JsonObject> All(string type) =>
        Card is null
            ? []
            : Objects(Card)
                .Where(o => o["type"]?.GetValue<string>().StartsWith(type, StringComparison.Ordinal) == true);

    /// <summary>In the order of the card; neither fallbacks nor the automatic refresh.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.Where(p => p.Key is not ("fallback" or "refresh" or "data"))
                .SelectMany(p => Objects(p.Value))
                .Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    private static string TextOf(JsonObject card) =>
        string.Join('\n', Objects(card).SelectMany(TextsOf).Where(t => t.Length > 0));

    private static IEnumerable<string> TextsOf(JsonObject o)
    {
        bool isFact = o.ContainsKey("title") && o.ContainsKey("value") && !o.ContainsKey("type");
        foreach (string name in (string[])["label", "text", "title", "placeholder", "errorMessage", "tooltip"])
        {
            if (o[name] is JsonValue text)
            {
                yield return text.GetValue<string>();
            }
        }
        if (isFact && o["value"] is JsonValue value)
        {
            yield return value.GetValue<string>();
        }
    }
}
