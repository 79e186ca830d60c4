namespace Renkei.Testing;

/// <summary>A clock that stands still until it is moved. Timers fire while it moves, in the order they are due.</summary>
/// <remarks>Thread safe. Callbacks run on the thread that moves the clock, each with the clock at its own due time.</remarks>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now;

    /// <summary>A clock that shows this time.</summary>
    public FakeClock(DateTimeOffset start) => now = start.ToUniversalTime();

    /// <summary>Friday 2026-12-04 09:00 in Japan.</summary>
    public FakeClock()
        : this(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(9))) { }

    /// <summary>Ten million per second, as ticks are.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The zone of Japan, so that a test does not depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>How many timers wait; a test can see that something began to wait before it moves the clock.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock forward and fires what becomes due.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        MoveTo(GetUtcNow() + by);
    }

    /// <summary>Moves the clock to a time; back is allowed and fires nothing.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        DateTimeOffset target = time.ToUniversalTime();
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }
        lock (gate)
        {
            now = target;
        }
    }

    /// <summary>Waits, in real time, until something waits for this clock.</summary>
    /// <param name="timers">How many timers have to wait.</param>
    /// <exception cref="TimeoutException">Nothing did within ten real seconds.</exception>
    public async Task UntilWaitingAsync(int timers = 1)
    {
        for (int i = 0; i < 1000; i++)
        {
            if (WaitingTimers >= timers)
            {
                return;
            }
            await Task.Delay(10);
        }
        throw new TimeoutException($"{WaitingTimers} timers wait, not {timers}.");
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FakeTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? NextDue(DateTimeOffset until)
    {
        lock (gate)
        {
            FakeTimer? next = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
            {
                return null;
            }
            now = next.Due > now ? next.Due : now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                timers.Remove(next);
            }
            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool fireNow;
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Period = period;
                fireNow = dueTime == TimeSpan.Zero;
                Due = clock.now + (fireNow ? period : dueTime);
                // A negative time is how TimeProvider says never.
                if (fireNow ? period > TimeSpan.Zero : dueTime > TimeSpan.Zero)
                {
                    clock.timers.Add(this);
                }
            }
            if (fireNow)
            {
                // As a real timer would, on another thread: the caller may hold a lock the callback wants.
                ThreadPool.QueueUserWorkItem(_ => Fire());
            }
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
