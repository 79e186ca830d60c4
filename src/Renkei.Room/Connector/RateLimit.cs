namespace Renkei.Room.Connector;

/// <summary>How many requests fit into each of several windows that slide with the time. Not safe for many threads.</summary>
internal sealed class RateLimit
{
    private readonly (int Count, TimeSpan Span)[] windows;
    private readonly TimeProvider time;
    private readonly long[] recent;
    private long taken;

    public RateLimit(TimeProvider time, params (int Count, TimeSpan Span)[] windows)
    {
        this.time = time;
        this.windows = windows;
        recent = new long[windows.Max(w => w.Count)];
    }

    /// <summary>Takes one request; if it does not fit, says when it will, and counts nothing.</summary>
    public TimeSpan? Refuse()
    {
        long now = time.GetTimestamp();
        TimeSpan wait = TimeSpan.Zero;
        foreach ((int count, TimeSpan span) in windows)
        {
            if (taken < count)
            {
                continue;
            }
            TimeSpan left = span - time.GetElapsedTime(recent[(taken - count) % recent.Length], now);
            wait = left > wait ? left : wait;
        }
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }
        recent[taken++ % recent.Length] = now;
        return null;
    }
}
