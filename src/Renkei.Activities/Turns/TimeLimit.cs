using Microsoft.Extensions.Logging;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>
/// Answers before Teams gives up (15 seconds) and repeats the activity. The turn is cancelled; what it had not committed by then did not
/// happen, and the person is told.
/// </summary>
/// <param name="limit">Longest time for a turn; 12 seconds leave room for the way back.</param>
/// <param name="texts">What the person is told.</param>
/// <param name="clock">Measures the limit.</param>
/// <param name="log">Where late turns are written.</param>
public sealed class TimeLimit(TimeSpan limit, TurnTexts texts, TimeProvider clock, ILogger<TimeLimit> log)
{
    /// <summary>The limit that suits Teams.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan NoticeLimit = TimeSpan.FromSeconds(2);

    /// <summary>The step.</summary>
    public async Task<InvokeReply> RunAsync(Turn turn, TurnContinuation next, CancellationToken ct)
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<InvokeReply> work = next(turn, stop.Token);
        try
        {
            return await work.WaitAsync(limit, clock, ct);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            await stop.CancelAsync();
        }
        finally
        {
            // The work may go on although it was asked to stop; its source and its failure are looked after until it ends.
            _ = WatchAsync(work, stop, turn.Activity.Id);
        }
        log.TurnTookTooLong(turn.Activity.Type, turn.Activity.Name, turn.Activity.Id);
        string text = texts.TakingLonger.For(turn.Locale);
        if (turn.Activity.Type == ActivityTypes.Invoke)
        {
            return TurnNotice.InReplyTo(turn.Activity.Name ?? "", text);
        }
        await TurnNotice.SayAsync(turn, text, NoticeLimit, clock, log, ct);
        return InvokeReply.Done;
    }

    private async Task WatchAsync(Task work, CancellationTokenSource stop, string? activityId)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // A failure inside the limit has already reached the caller.
        if (work.Exception is { } failure && stop.IsCancellationRequested)
        {
            log.LateTurnFailed(activityId, failure);
        }
        stop.Dispose();
    }
}
