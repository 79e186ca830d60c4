using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Groups;

/// <summary>A group chat or a channel Renkei was added to.</summary>
/// <param name="Id">Names it within its tenant; may travel in card data, where it proves nothing.</param>
/// <param name="Address">Where to post; for a channel without a thread, so that what is posted begins one.</param>
/// <param name="IsChannel">Whether it is a channel of a team.</param>
/// <param name="Name">Its name, as far as Teams told it; empty until then.</param>
/// <param name="Team">The team's name, as far as Teams told it; empty for group chats.</param>
/// <param name="Centres">Codes of the centres somebody of which wrote here; <see cref="GroupStore.NoCentre"/> for people without one.</param>
internal sealed record Group(
    string Id,
    ConversationAddress Address,
    bool IsChannel,
    string Name,
    string Team,
    IReadOnlyList<string> Centres
)
{
    private const int NameLength = 80;
    private const string ThreadMark = ";messageid=";

    /// <summary>Team and channel, or the name of the chat; empty while nothing is known.</summary>
    [JsonIgnore]
    public string Label =>
        Team.Length == 0 ? Name
        : Name.Length == 0 ? Team
        : $"{Team} › {Name}";

    /// <summary>The conversation of a turn that is not personal, as far as the turn tells.</summary>
    public static Group Of(Turn turn)
    {
        Activity activity = turn.Activity;
        ConversationAddress address = turn.Address with { ConversationId = WithoutThread(turn.Address.ConversationId) };
        return new(
            IdOf(address.ConversationId),
            address,
            activity.Conversation?.ConversationType == "channel",
            Short(activity.ChannelData?.Channel?.Name ?? activity.Conversation?.Name),
            Short(activity.ChannelData?.Team?.Name),
            []
        );
    }

    /// <summary>The id of a conversation; ids of Teams may hold characters that keys must not.</summary>
    public static string IdOf(string conversationId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WithoutThread(conversationId))).AsSpan(0, 12));

    /// <summary>The same with what a later turn told; what it did not tell stays.</summary>
    public Group Knowing(Group later) =>
        this with
        {
            Address = later.Address,
            Name = later.Name.Length > 0 ? later.Name : Name,
            Team = later.Team.Length > 0 ? later.Team : Team,
            IsChannel = IsChannel || later.IsChannel,
        };

    private static string WithoutThread(string conversationId)
    {
        int thread = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        return thread < 0 ? conversationId : conversationId[..thread];
    }

    private static string Short(string? name) =>
        name is null ? ""
        : name.Length > NameLength ? name[..NameLength]
        : name;
}
