using Renkei.Room.Scenario;

namespace Renkei.Room.Client;

/// <summary>A person in a conversation, and in a channel the thread she or he is in.</summary>
internal sealed record Place(RoomPerson Person, RoomConversation Conversation, string? ThreadRoot = null)
{
    /// <summary>The conversation id Teams names in activities from here.</summary>
    public string WireId =>
        Conversation.IsChannel && ThreadRoot is not null
            ? TeamsIds.Thread(Conversation.TeamsId, ThreadRoot)
            : Conversation.TeamsId;
}
