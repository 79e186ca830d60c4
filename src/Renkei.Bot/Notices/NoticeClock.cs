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
        time > TimeSpan.Zero ? Task.Delay(time, real, ct) : Task.CompletedTask;

    /// <summary>Waits until a task is done, but no longer than a time; a cancelled wait throws.</summary>
    public async Task WaitAsync(Task task, TimeSpan atMost, CancellationToken ct)
    {
        if (atMost <= TimeSpan.Zero)
        {
            ct.ThrowIfCancellationRequested();
            return;
        }
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(task, Task.Delay(atMost, real, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
