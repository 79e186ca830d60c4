using Microsoft.Extensions.Logging;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Where a turn fails, the failure is logged once and the person is told, in the place where they are looking.</summary>
/// <param name="texts">What the person is told.</param>
/// <param name="clock">Limits how long the telling may take.</param>
/// <param name="log">Where failures are written.</param>
public sealed class FaultAnswer(TurnTexts texts, TimeProvider clock, ILogger<FaultAnswer> log)
{
    private static readonly TimeSpan NoticeLimit = TimeSpan.FromSeconds(3);

    /// <summary>The step. A turn that was cancelled stays cancelled.</summary>
    public async Task<InvokeReply> RunAsync(Turn turn, TurnContinuation next, CancellationToken ct)
    {
        TurnText said = texts.Failed;
        try
        {
            return await next(turn, ct);
        }
#pragma warning disable CA1031 // The last place before the wire: whatever a handler throws, the person is told.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.TurnFailed(turn.Activity.Type, turn.Activity.Name, turn.Activity.Id, e);
            // Teams may have shown the answer although it reported a failure: neither say that it failed nor send it twice.
            said = e is ConnectorException { DeliveryUnknown: true } ? texts.MayHaveArrived : said;
        }
        string text = said.For(turn.Locale);
        switch (turn.Activity)
        {
            case { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction }:
                return CardActionBody.Error(500, "Fault", text);
            case { Type: ActivityTypes.Invoke, Name: var name }:
                InvokeReply notice = TurnNotice.InReplyTo(name ?? "", text);
                return notice.Body.IsEmpty ? new InvokeReply(500, default) : notice;
            case { Type: ActivityTypes.Message }:
                await TurnNotice.SayAsync(turn, text, NoticeLimit, clock, log, ct);
                return InvokeReply.Done;
            default:
                // Nobody is looking; 500 lets the sender try again.
                return new InvokeReply(500, default);
        }
    }
}
