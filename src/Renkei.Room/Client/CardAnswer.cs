using System.Text.Json;

namespace Renkei.Room.Client;

/// <summary>What came back after a card was pressed, a dialog sent or a message extension asked.</summary>
/// <param name="Body">The bot's JSON answer as it is; <see langword="null"/> where it had none.</param>
/// <param name="Error">Why there is no answer; <see langword="null"/> if it went well.</param>
public sealed record CardAnswer(JsonElement? Body, RoomError? Error = null)
{
    /// <summary>Outcome in an Action.Execute's answer: 200, 400, 401, 412 or 500; <see langword="null"/> for other answers.</summary>
    public int? StatusCode =>
        Property("statusCode") is { ValueKind: JsonValueKind.Number } status ? status.GetInt32() : null;

    /// <summary>Type in an Action.Execute's answer, e.g. <c>application/vnd.microsoft.card.adaptive</c>.</summary>
    public string? Type => Property("type") is { ValueKind: JsonValueKind.String } type ? type.GetString() : null;

    /// <summary>Value in an Action.Execute's answer: a card, a text, or code and message.</summary>
    public JsonElement? Value => Property("value");

    /// <summary>The card in an Action.Execute's answer; <see langword="null"/> if the answer is no card.</summary>
    public JsonElement? Card => Type == Conversations.CardAttachment.ContentType ? Value : null;

    /// <summary>The <c>task</c> part: the next dialog, or its closing message.</summary>
    public JsonElement? Task => Property("task");

    private JsonElement? Property(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out JsonElement value)
            ? value
            : null;
}
