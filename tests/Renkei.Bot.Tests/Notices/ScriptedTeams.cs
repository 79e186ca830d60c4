using System.Runtime.CompilerServices;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Tests.Notices;

/// <summary>Teams with its answers laid out beforehand; when none are left it takes everything.</summary>
internal sealed class ScriptedTeams : IConnector
{
    private readonly Lock gate = new();
    private readonly List<(string Conversation, string Text)> taken = [];

    /// <summary>What the next calls are refused with; <see langword="null"/> takes one.</summary>
    public Queue<ConnectorException?> Answers { get; } = new();

    /// <summary>What a user's chat is when it is opened anew.</summary>
    public string Opened { get; set; } = "a:new";

    /// <summary>How often something was asked of it.</summary>
    public int Calls { get; private set; }

    /// <summary>Runs when a message is taken, before the answer.</summary>
    public Action? WhenTaken { get; set; }

    /// <summary>What was taken: conversation and text.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (gate)
            {
                return [.. taken.Select(t => $"{t.Conversation} {t.Text}")];
            }
        }
    }

    public static ConnectorException Refusal(
        int status,
        ConnectorReaction reaction,
        TimeSpan? retryAfter = null,
        bool deliveryUnknown = false
    ) => new(status, "", reaction, retryAfter, deliveryUnknown, null);

    public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        lock (gate)
        {
            Calls++;
            if (Answers.TryDequeue(out ConnectorException? refusal) && refusal is not null)
            {
                throw refusal;
            }
            taken.Add((to.ConversationId, activity.Text!));
        }
        WhenTaken?.Invoke();
        return Task.FromResult<string?>($"m{Calls}");
    }

    public Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    )
    {
        lock (gate)
        {
            Calls++;
            return Answers.TryDequeue(out ConnectorException? refusal) && refusal is not null
                ? throw refusal
                : Task.FromResult(new ConversationAddress(serviceUrl, Opened, tenantId));
        }
    }

    public Task UpdateAsync(ConversationAddress to, string activityId, OutgoingActivity activity, CancellationToken ct)
    {
        lock (gate)
        {
            Calls++;
            if (Answers.TryDequeue(out ConnectorException? refusal) && refusal is not null)
            {
                throw refusal;
            }
            taken.Add((to.ConversationId, $"{activity.Text} over {activityId}"));
        }
        WhenTaken?.Invoke();
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct) =>
        throw new NotSupportedException();

    public async IAsyncEnumerable<ConversationMember> MembersAsync(
        ConversationAddress of,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await Task.CompletedTask;
        yield break;
    }
}
