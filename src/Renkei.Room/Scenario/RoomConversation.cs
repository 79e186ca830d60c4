namespace Renkei.Room.Scenario;

/// <summary>Kinds of conversation, with the names Teams uses on the wire.</summary>
public static class ConversationKinds
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>Several people; the bot hears what mentions it.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team; each post starts a thread.</summary>
    public const string Channel = "channel";
}

/// <summary>A chat or channel of the sample prefecture.</summary>
/// <param name="Key">Short readable key, e.g. <c>channel-honcho</c>.</param>
/// <param name="Kind">One of <see cref="ConversationKinds"/>.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="Members">Keys of the people in it.</param>
/// <param name="TeamsId">
/// The id on the wire, without a thread. A channel is the General channel of its team, so this is the team's id too.
/// </param>
/// <param name="AadGroupId">Graph's id of the team; channels only.</param>
public sealed record RoomConversation(
    string Key,
    string Kind,
    Bilingual Title,
    IReadOnlyList<string> Members,
    string TeamsId,
    string? AadGroupId = null
)
{
    /// <summary>Whether this is a channel of a team.</summary>
    public bool IsChannel => Kind == ConversationKinds.Channel;
}
