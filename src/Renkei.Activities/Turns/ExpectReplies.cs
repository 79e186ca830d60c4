using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Honours the delivery mode expectReplies: what is said in the conversation comes back in the HTTP response.</summary>
public static class ExpectReplies
{
    /// <summary>The step.</summary>
    public static async Task<InvokeReply> RunAsync(Turn turn, TurnContinuation next, CancellationToken ct)
    {
        if (turn.Activity.DeliveryMode != DeliveryModes.ExpectReplies)
        {
            return await next(turn, ct);
        }
        ReplyCollector replies = new(turn.Connector, turn.Address.ConversationId);
        InvokeReply reply = await next(new Turn(turn.Activity, turn.TenantId, replies), ct);
        return replies.With(reply);
    }
}
