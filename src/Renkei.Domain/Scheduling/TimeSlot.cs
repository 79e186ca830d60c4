namespace Renkei.Domain.Scheduling;

/// <summary>
/// A stretch of time from an instant, included, to a later one, not included: a meeting that ends at 15:00 leaves 15:00 free for the next.
/// </summary>
public sealed record TimeSlot
{
    /// <summary>A stretch of time; kept in UTC, whatever the offsets.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is not after <paramref name="start"/>.</exception>
    public TimeSlot(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>UTC; belongs to it.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>UTC; does not belong to it.</summary>
    public DateTimeOffset End { get; }

    /// <summary>More than nothing.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether the two share more than an end.</summary>
    public bool Overlaps(TimeSlot other) => Start < other.End && other.Start < End;

    /// <summary>Whether all of <paramref name="other"/> lies in it.</summary>
    public bool Covers(TimeSlot other) => Start <= other.Start && other.End <= End;
}
