using System.Runtime.CompilerServices;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Tests.Play;

/// <summary>Keeps what the bot says, by conversation.</summary>
internal sealed class RecordingTeams : IConnector
{
    private readonly Lock gate = new();
    private readonly List<(string Conversation, OutgoingActivity Activity)> sent = [];
    private readonly List<(string Conversation, string Id, OutgoingActivity Activity)> updates = [];
    private readonly List<(string Conversation, string Id, OutgoingActivity Activity)> standing = [];

    /// <summary>Conversations in which nothing can be said any more.</summary>
    public HashSet<string> Unreachable { get; } = [];

    /// <summary>Who is in a conversation.</summary>
    public Dictionary<string, IReadOnlyList<ConversationMember>> Rosters { get; } = [];

    /// <summary>Answers the next updates instead of taking them, in order.</summary>
    public Queue<ConnectorException> NextUpdates { get; } = new();

    /// <summary>What messages of a conversation were replaced by, in order.</summary>
    public IReadOnlyList<(string Id, OutgoingActivity Activity)> UpdatesIn(string conversation)
    {
        lock (gate)
        {
            return [.. updates.Where(u => u.Conversation == conversation).Select(u => (u.Id, u.Activity))];
        }
    }

    public IReadOnlyList<OutgoingActivity> SentTo(string conversation)
    {
        lock (gate)
        {
            return [.. sent.Where(s => s.Conversation == conversation).Select(s => s.Activity)];
        }
    }

    /// <summary>The messages of a conversation as they stand now: each as it was last updated.</summary>
    public IReadOnlyList<OutgoingActivity> StandingIn(string conversation)
    {
        lock (gate)
        {
            return [.. standing.Where(s => s.Conversation == conversation).Select(s => s.Activity)];
        }
    }

    public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        lock (gate)
        {
            string id = $"{standing.Count + 1}";
            Take(to, activity);
            standing.Add((to.ConversationId, id, activity));
            return Task.FromResult<string?>(id);
        }
    }

    public Task UpdateAsync(ConversationAddress to, string activityId, OutgoingActivity activity, CancellationToken ct)
    {
        lock (gate)
        {
            if (NextUpdates.TryDequeue(out ConnectorException? refused))
            {
                throw refused;
            }
            Take(to, activity);
            updates.Add((to.ConversationId, activityId, activity));
            int at = standing.FindIndex(s => s.Conversation == to.ConversationId && s.Id == activityId);
            if (at >= 0)
            {
                standing[at] = (to.ConversationId, activityId, activity);
            }
        }
        return Task.CompletedTask;
    }

    private void Take(ConversationAddress to, OutgoingActivity activity)
    {
        if (Unreachable.Contains(to.ConversationId))
        {
            throw new ConnectorException(
                403,
                "ConversationBlockedByUser",
                ConnectorReaction.Blocked,
                null,
                false,
                null
            );
        }
        sent.Add((to.ConversationId, activity));
    }

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) => Task.CompletedTask;

    public Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    ) => Task.FromResult(new ConversationAddress(serviceUrl, $"a:{userId}", tenantId));

    public Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct) =>
        Task.FromResult<ConversationMember?>(null);

    public async IAsyncEnumerable<ConversationMember> MembersAsync(
        ConversationAddress of,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await Task.CompletedTask;
        foreach (ConversationMember member in Rosters.GetValueOrDefault(of.ConversationId, []))
        {
            yield return member;
        }
    }
}
