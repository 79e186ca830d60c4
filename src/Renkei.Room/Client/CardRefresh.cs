using System.Text.Json;

namespace Renkei.Room.Client;

/// <summary>For whom a card refreshes itself (protocol facts: section 6, Refresh).</summary>
internal static class CardRefresh
{
    /// <summary>How many people a card may list, and up to how many members a card that lists nobody refreshes for.</summary>
    private const int Most = 60;

    /// <summary>What the automatic refresh presses; <see langword="null"/> where there is none for this person.</summary>
    public static CardPress? For(JsonElement card, string teamsId, int members)
    {
        if (
            card.ValueKind is not JsonValueKind.Object
            || !card.TryGetProperty("refresh", out JsonElement refresh)
            || refresh.ValueKind is not JsonValueKind.Object
            || !refresh.TryGetProperty("action", out JsonElement action)
            || action.ValueKind is not JsonValueKind.Object
        )
        {
            return null;
        }
        bool listed = refresh.TryGetProperty("userIds", out JsonElement users)
            ? users.ValueKind is JsonValueKind.Array
                && users.EnumerateArray().Take(Most).Any(u => u.ValueEquals(teamsId))
            : members <= Most;
        return listed
            ? new(
                "Action.Execute",
                action.TryGetProperty("verb", out JsonElement verb) ? verb.ToString() : null,
                action.TryGetProperty("data", out JsonElement data) ? data : null,
                action.TryGetProperty("title", out JsonElement title) ? title.ToString() : null
            )
            : null;
    }
}
