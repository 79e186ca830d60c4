using System.Text.Json;

namespace Renkei.Cards;

/// <summary>The action Teams sends by itself when somebody looks at a card that is more than a minute old.</summary>
public sealed record CardRefresh
{
    /// <summary>The most people Teams refreshes a card for.</summary>
    public const int MaxUserIds = 60;

    /// <param name="action">What is sent; its title is not shown.</param>
    /// <param name="userIds">
    /// Teams ids (<c>29:…</c>) of those whose card refreshes; <see langword="null"/> for everybody in a conversation of up to 60;
    /// empty for the menu entry only.
    /// </param>
    /// <exception cref="ArgumentException">More than <see cref="MaxUserIds"/> people.</exception>
    public CardRefresh(ExecuteAction action, IReadOnlyList<string>? userIds = null)
    {
        if (userIds?.Count > MaxUserIds)
            throw new ArgumentException($"Teams refreshes a card for at most {MaxUserIds} people.", nameof(userIds));
        (Action, UserIds) = (action, userIds);
    }

    /// <summary>What is sent.</summary>
    public ExecuteAction Action { get; }

    /// <summary>Those whose card refreshes; see the constructor for <see langword="null"/> and empty.</summary>
    public IReadOnlyList<string>? UserIds { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("refresh"u8);
        json.WritePropertyName("action"u8);
        Action.WriteForRefresh(json);
        if (UserIds is not null)
        {
            json.WriteStartArray("userIds"u8);
            foreach (string id in UserIds)
                json.WriteStringValue(id);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
