using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>
/// Keeps what a turn says in its own conversation for the HTTP response (delivery mode expectReplies). Everything else goes out as always:
/// what is said elsewhere was not asked for here, and the response has no room for updates and deletions.
/// </summary>
internal sealed class ReplyCollector(IConnector connector, string conversationId) : IConnector
{
    private readonly ConcurrentQueue<OutgoingActivity> replies = [];

    public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        if (to.ConversationId != conversationId)
        {
            return connector.SendAsync(to, activity, ct);
        }
        replies.Enqueue(activity);
        return Task.FromResult<string?>(null);
    }

    public Task UpdateAsync(
        ConversationAddress to,
        string activityId,
        OutgoingActivity activity,
        CancellationToken ct
    ) => connector.UpdateAsync(to, activityId, activity, ct);

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) =>
        connector.DeleteAsync(to, activityId, ct);

    public Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    ) => connector.CreatePersonalConversationAsync(serviceUrl, tenantId, userId, ct);

    public Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct) =>
        connector.FindMemberAsync(of, userId, ct);

    public IAsyncEnumerable<ConversationMember> MembersAsync(ConversationAddress of, CancellationToken ct) =>
        connector.MembersAsync(of, ct);

    /// <summary>The reply of an invoke together with what was said; a refused invoke stays as it is.</summary>
    public InvokeReply With(InvokeReply reply)
    {
        if (reply.Status != 200)
        {
            return reply;
        }
        ArrayBufferWriter<byte> body = new(1024);
        using Utf8JsonWriter json = new(body, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("activities"u8);
        foreach (OutgoingActivity activity in replies)
        {
            ActivityJson.Write(activity, json);
        }
        json.WriteEndArray();
        if (!reply.Body.IsEmpty)
        {
            json.WritePropertyName("body"u8);
            json.WriteRawValue(reply.Body.Span);
        }
        json.WriteEndObject();
        json.Flush();
        return new InvokeReply(200, body.WrittenMemory);
    }
}
