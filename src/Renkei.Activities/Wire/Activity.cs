using System.Text.Json;

namespace Renkei.Activities.Wire;

/// <summary>An activity as Teams posts it to the bot. Unknown properties are passed over, unknown types pass through.</summary>
/// <remarks>protocols: Bot Framework, section 1. Which fields are missing in practice is said there; only the type is required.</remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or something newer.</summary>
    public required string Type { get; init; }

    /// <summary>Not unique in the world: the key is conversation id and this.</summary>
    public string? Id { get; init; }

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary><c>msteams</c>, possibly with a suffix.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Base address of the connector for this conversation; may change from one activity to the next.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>When the sender's service stamped it (UTC). Stays the same when Teams repeats an activity under the same id.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The user's Teams language, e.g. <c>ja-JP</c>; missing on installs and events.</summary>
    public string? Locale { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Where it was said.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>What only Teams sends.</summary>
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>Mentions and client information.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>The typed text, mentions included; missing on card submits.</summary>
    public string? Text { get; init; }

    /// <summary>The message the card of a submit or invoke is in, or that was reacted to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Payload of an invoke, or the data and inputs of an <c>Action.Submit</c>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Who joined (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>add, remove, add-upgrade or remove-upgrade (installationUpdate).</summary>
    public string? Action { get; init; }

    /// <summary><c>expectReplies</c> wants the answers in the HTTP response.</summary>
    public string? DeliveryMode { get; init; }
}

/// <summary>A user or a bot in a conversation.</summary>
public sealed record ChannelAccount
{
    /// <summary><c>29:…</c> for people, <c>28:…</c> for bots. Valid for this bot only.</summary>
    public string? Id { get; init; }

    /// <summary>Display name; never used to decide anything.</summary>
    public string? Name { get; init; }

    /// <summary>Entra object id; missing for some system and federated senders.</summary>
    public string? AadObjectId { get; init; }
}

/// <summary>A conversation.</summary>
public sealed record ConversationAccount
{
    /// <summary><c>a:…</c> personal, <c>19:…@thread.v2</c> group chat, <c>19:…@thread.tacv2;messageid=…</c> channel thread.</summary>
    public string? Id { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    /// <summary>Entra tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Sent for group chats only, and not always.</summary>
    public string? Name { get; init; }
}

/// <summary>Teams' own part of an activity, as far as Renkei reads it.</summary>
public sealed record TeamsChannelData
{
    /// <summary>Entra tenant.</summary>
    public IdReference? Tenant { get; init; }

    /// <summary>The team; its id is the thread id of General.</summary>
    public IdReference? Team { get; init; }

    /// <summary>The channel.</summary>
    public IdReference? Channel { get; init; }

    /// <summary>Kind of a conversationUpdate or of an edit.</summary>
    public string? EventType { get; init; }
}

/// <summary>A thing named by an id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its name, where Teams sends one.</param>
public sealed record IdReference(string? Id, string? Name = null);

/// <summary>A mention or the client's description.</summary>
public sealed record Entity
{
    /// <summary>mention, clientInfo, …</summary>
    public string? Type { get; init; }

    /// <summary>The mention as it stands in the text, e.g. <c>&lt;at&gt;Renkei&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>Language of the client (clientInfo).</summary>
    public string? Locale { get; init; }

    /// <summary>windows, mac, web, ios, android (clientInfo).</summary>
    public string? Platform { get; init; }
}
