using System.Runtime.CompilerServices;
using System.Text;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests;

/// <summary>Writes down what would be sent, one line each: verb, conversation, message id and the activity's JSON.</summary>
internal sealed class RecordingConnector : IConnector
{
    public List<string> Calls { get; } = [];

    /// <summary>What updates fail with, if anything.</summary>
    public ConnectorException? UpdateFailure { get; init; }

    /// <summary>What posts fail with, if anything.</summary>
    public ConnectorException? SendFailure { get; init; }

    public static ConnectorException Refusal(int status, ConnectorReaction reaction) =>
        new(status, "Code", reaction, null, false, null);

    public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        Calls.Add($"POST {to.ConversationId} {Json(activity)}");
        return SendFailure is null ? Task.FromResult<string?>("new") : Task.FromException<string?>(SendFailure);
    }

    public Task UpdateAsync(ConversationAddress to, string activityId, OutgoingActivity activity, CancellationToken ct)
    {
        Calls.Add($"PUT {to.ConversationId} {activityId} {Json(activity)}");
        return UpdateFailure is null ? Task.CompletedTask : Task.FromException(UpdateFailure);
    }

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct)
    {
        Calls.Add($"DELETE {to.ConversationId} {activityId}");
        return Task.CompletedTask;
    }

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
        yield break;
    }

    private static string Json(OutgoingActivity activity)
    {
        System.Buffers.ArrayBufferWriter<byte> body = new();
        ActivityJson.Write(activity, body);
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }
}
