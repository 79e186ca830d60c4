namespace Renkei.Room.Clock;

/// <summary>The time in the room: the machine's, moved by an offset. Timers run at the machine's pace. Safe for many threads.</summary>
public sealed class RoomClock : TimeProvider
{
    private readonly TimeProvider machine;
    private long offsetTicks;

    /// <summary>A clock that shows the machine's time until it is moved.</summary>
    public RoomClock(TimeProvider machine) => this.machine = machine;

    /// <summary>How far the room is ahead of the machine; negative when behind.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    internal void MoveBy(TimeSpan offset) => Interlocked.Exchange(ref offsetTicks, offset.Ticks);

    internal TimeSpan OffsetTo(DateTimeOffset now) => now - machine.GetUtcNow();
}
