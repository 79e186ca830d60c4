using System.Text.Json;

namespace Renkei.Room.Conversations;

/// <summary>Somebody's reaction, for the page.</summary>
/// <param name="Type">like, heart, …</param>
/// <param name="People">Keys of people.</param>
public sealed record ReactionView(string Type, IReadOnlyList<string> People);

/// <summary>A message as one person sees it, for the page.</summary>
public sealed record MessageView
{
    /// <summary>Id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author From { get; init; }

    /// <summary>When, by the room's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>plain, markdown or xml.</summary>
    public required string TextFormat { get; init; }

    /// <summary>What a notification says.</summary>
    public string? Summary { get; init; }

    /// <summary>Attachments this person sees.</summary>
    public required IReadOnlyList<JsonElement> Attachments { get; init; }

    /// <summary>Suggested actions.</summary>
    public JsonElement? SuggestedActions { get; init; }

    /// <summary>When it was last changed for everybody.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it is gone.</summary>
    public required bool Deleted { get; init; }

    /// <summary>Root of the thread, or the message that is answered.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Reactions.</summary>
    public required IReadOnlyList<ReactionView> Reactions { get; init; }

    /// <summary>Whether others see something else, or nothing.</summary>
    public required bool Private { get; init; }

    /// <summary>The message as <paramref name="viewer"/> sees it; <see langword="null"/> for the shared one.</summary>
    public static MessageView For(RoomMessage message, string? viewer) =>
        new()
        {
            Id = message.Id,
            Conversation = message.Conversation,
            From = message.From,
            At = message.At,
            Text = message.Deleted ? "" : message.Text,
            TextFormat = message.TextFormat,
            Summary = message.Deleted ? null : message.Summary,
            Attachments = message.Deleted ? [] : message.AttachmentsFor(viewer),
            SuggestedActions = message.Deleted ? null : message.SuggestedActions,
            EditedAt = message.EditedAt,
            Deleted = message.Deleted,
            ReplyTo = message.ReplyTo,
            Reactions = [.. message.Reactions.Select(r => new ReactionView(r.Key, r.Value))],
            Private =
                message.OnlyFor is not null
                || (viewer is not null && message.PrivateCards.ContainsKey(viewer) && !IsPersonal(message)),
        };

    // In a chat of one person and the bot nobody else could see something different.
    private static bool IsPersonal(RoomMessage message) =>
        message.Conversation.StartsWith("personal-", StringComparison.Ordinal);
}
