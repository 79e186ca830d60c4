using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>The rest of a turn. What it returns is the HTTP response; for what is no invoke, <see cref="InvokeReply.Done"/>.</summary>
public delegate Task<InvokeReply> TurnContinuation(Turn turn, CancellationToken ct);

/// <summary>One step around a turn. It calls <paramref name="next"/> once, or not at all.</summary>
public delegate Task<InvokeReply> TurnStep(Turn turn, TurnContinuation next, CancellationToken ct);

/// <summary>Leads an authenticated activity through the steps to its handler.</summary>
/// <param name="connector">Where answers go out.</param>
/// <param name="steps">
/// The steps, outermost first; the order that works is <see cref="Deduplication"/>, <see cref="ExpectReplies"/>, <see cref="TimeLimit"/>,
/// <see cref="FaultAnswer"/>: a repeated activity gets what the first one was answered, whatever that was.
/// </param>
/// <param name="last">What they lead to, usually <see cref="TurnRouter.DispatchAsync"/>.</param>
public sealed class TurnPipeline(IConnector connector, IEnumerable<TurnStep> steps, TurnContinuation last)
{
    private readonly TurnContinuation run = Compose(steps, last);

    /// <summary>One delegate out of the steps and what they lead to.</summary>
    /// <param name="steps">The steps, outermost first.</param>
    /// <param name="last">What the innermost step calls.</param>
    /// <returns>
    /// A turn. In it, a step that calls next a second time meets an <see cref="InvalidOperationException"/>: its handler would run twice.
    /// </returns>
    public static TurnContinuation Compose(IEnumerable<TurnStep> steps, TurnContinuation last) =>
        steps.Reverse().Aggregate(last, (next, step) => (turn, ct) => step(turn, Once(next), ct));

    /// <summary>Runs one turn.</summary>
    /// <param name="activity">The activity; its sender and tenant are already trusted.</param>
    /// <param name="tenantId">The tenant it was trusted for.</param>
    /// <param name="ct">Ends when the sender hangs up or the host stops.</param>
    public Task<InvokeReply> RunAsync(Activity activity, string tenantId, CancellationToken ct) =>
        run(new Turn(activity, tenantId, connector), ct);

    private static TurnContinuation Once(TurnContinuation next)
    {
        int called = 0;
        return (turn, ct) =>
            Interlocked.Exchange(ref called, 1) == 0
                ? next(turn, ct)
                : throw new InvalidOperationException("A step of the pipeline called next twice.");
    }
}
