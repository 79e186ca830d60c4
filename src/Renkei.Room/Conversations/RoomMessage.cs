using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renkei.Room.Conversations;

/// <summary>Who wrote a message.</summary>
/// <param name="Kind"><c>bot</c>, <c>person</c>, or <c>room</c> for a line of the room itself.</param>
/// <param name="Id">Key of the person, <c>bot</c> or <c>room</c>.</param>
/// <param name="Name">Display name.</param>
public sealed record Author(string Kind, string Id, string Name)
{
    /// <summary>Whether the bot wrote it.</summary>
    [JsonIgnore]
    public bool IsBot => Kind == "bot";
}

/// <summary>A message as everybody shares it, with what single people see instead.</summary>
public sealed record RoomMessage
{
    /// <summary>Numeric id as Teams gives it: milliseconds since 1970 by the room's clock, unique in the room.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author From { get; init; }

    /// <summary>When, by the room's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Text; empty for a card.</summary>
    public string Text { get; init; } = "";

    /// <summary>plain, markdown or xml.</summary>
    public string TextFormat { get; init; } = "plain";

    /// <summary>What a notification says.</summary>
    public string? Summary { get; init; }

    /// <summary>Attachments as they came over the wire.</summary>
    public IReadOnlyList<JsonElement> Attachments { get; init; } = [];

    /// <summary>Suggested actions as they came over the wire.</summary>
    public JsonElement? SuggestedActions { get; init; }

    /// <summary>When it was last changed for everybody.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it is gone.</summary>
    public bool Deleted { get; init; }

    /// <summary>Root of the thread in a channel, or the message that is answered.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Type of reaction to keys of people.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Reactions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Key of the only person who sees it (targeted message); <see langword="null"/> for everybody.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Key of a person to the card that replaces the shared one for her or him, until the message is updated.</summary>
    public IReadOnlyDictionary<string, JsonElement> PrivateCards { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether this person has the message on the screen at all.</summary>
    public bool IsVisibleTo(string? viewer) => OnlyFor is null || OnlyFor == viewer;

    /// <summary>The attachments one person sees.</summary>
    public IReadOnlyList<JsonElement> AttachmentsFor(string? viewer) =>
        viewer is not null && PrivateCards.TryGetValue(viewer, out JsonElement card)
            ? [.. Attachments.Select(a => AdaptiveCardIn(a) is null ? a : CardAttachment.Of(card))]
            : Attachments;

    /// <summary>The Adaptive Card one person sees; <see langword="null"/> if there is none.</summary>
    public JsonElement? CardFor(string? viewer) =>
        AttachmentsFor(viewer).Select(AdaptiveCardIn).FirstOrDefault(card => card is not null);

    internal static JsonElement? AdaptiveCardIn(JsonElement attachment) =>
        attachment.ValueKind is JsonValueKind.Object
        && attachment.TryGetProperty("contentType", out JsonElement type)
        && type.ValueEquals(CardAttachment.ContentType)
        && attachment.TryGetProperty("content", out JsonElement content)
            ? content
            : null;
}
