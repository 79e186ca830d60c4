using System.Runtime.CompilerServices;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>Teams as one program sees it: takes messages, now and then refuses one, or loses its answer.</summary>
internal sealed class StagedTeams(RandomPlay play, Program program) : IConnector
{
    public async Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        string key = activity.Text!;
        await play.PassAsync(program, $"send {key}", mayFail: false);
        int answer = play.Answer();
        if (answer is 200 or -502)
        {
            play.Delivered(program, key, answerIsLost: answer == -502);
        }
        await play.PassAsync(program, $"sent {key} {answer}", mayFail: false);
        return answer switch
        {
            200 => $"m{key}",
            429 => throw new ConnectorException(
                429,
                "Throttled",
                ConnectorReaction.RetryLater,
                TimeSpan.FromSeconds(3),
                false,
                null
            ),
            _ => throw new ConnectorException(502, "", ConnectorReaction.RetryLater, null, deliveryUnknown: true, null),
        };
    }

    public Task UpdateAsync(
        ConversationAddress to,
        string activityId,
        OutgoingActivity activity,
        CancellationToken ct
    ) => throw new NotSupportedException();

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    ) => throw new NotSupportedException();

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
