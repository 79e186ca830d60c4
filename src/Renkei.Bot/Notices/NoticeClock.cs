namespace Renkei.Bot.Notices;

/// <summary>
/// Two times. What is due when follows the clock everybody sees, which jumps in a trial. Claims, pauses and Teams' limits are about
/// machines and follow the real one.
/// </summary>
/// <param name="shown">The clock of the whole bot.</param>
/// <param name="real">The machine's; the same one outside a trial.</param>
internal sealed class NoticeClock(TimeProvider shown, TimeProvider real)
{
    /// <summary>The time everybody sees (UTC).</summary>
    public DateTimeOffset Now => shown.GetUtcNow();

    /// <summary>The machine's time (UTC).</summary>
    public DateTimeOffset Real => real.GetUtcNow();

    /// <summary>What <see cref="Now"/> will be when the machine's clock shows <paramref name="moment"/>.</summary>
    public DateTimeOffset ShownAt(DateTimeOffset moment) => Now + (moment - Real);

    /// <summary>Waits in real time; at once for zero and less.</summary>
    public Task DelayAsync(TimeSpan time, CancellationToken ct) =>
        time > TimeSpan.Zero ? Task.Delay(Whole(time), real, ct) : Task.CompletedTask;

    /// <summary>Waits until a task is done, however it ends, but no longer than a real time.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled meanwhile.</exception>
    public async Task WaitAsync(Task task, TimeSpan atMost, CancellationToken ct)
    {
        if (atMost > TimeSpan.Zero)
        {
            await task.WaitAsync(Whole(atMost), real, ct).ConfigureAwait(Quietly);
        }
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>To await something whose exception is seen elsewhere.</summary>
    public const ConfigureAwaitOptions Quietly =
        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    /// <summary>Timers cut to milliseconds; cut to nothing, whoever waits would spin.</summary>
    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}
