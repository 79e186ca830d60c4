namespace Renkei.Bot.Trial;

/// <summary>The system's clock, moved: the time shown is ahead of (or behind) the real one, timers run as always.</summary>
internal sealed class TrialClock : TimeProvider
{
    private long offsetTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Makes it this time now.</summary>
    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref offsetTicks, (now - System.GetUtcNow()).Ticks);
}
