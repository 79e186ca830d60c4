namespace Renkei.Domain.Scheduling;

/// <summary>When somebody, or a room, is taken. Immutable; slots that overlap or touch are one.</summary>
public sealed class BusyTimes
{
    private readonly long[] starts;
    private readonly long[] ends;

    /// <summary>Takes slots in any order.</summary>
    public BusyTimes(IEnumerable<TimeSlot> taken)
    {
        List<TimeSlot> merged = [];
        foreach (TimeSlot slot in taken.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && slot.Start <= merged[^1].End)
            {
                TimeSlot last = merged[^1];
                merged[^1] = slot.End > last.End ? new(last.Start, slot.End) : last;
            }
            else
            {
                merged.Add(slot);
            }
        }
        Slots = merged;
        starts = [.. merged.Select(s => s.Start.UtcTicks)];
        ends = [.. merged.Select(s => s.End.UtcTicks)];
    }

    /// <summary>Never taken.</summary>
    public static BusyTimes None { get; } = new([]);

    /// <summary>In order; between two there is always a gap.</summary>
    public IReadOnlyList<TimeSlot> Slots { get; }

    /// <summary>Whether something of it lies in <paramref name="slot"/>.</summary>
    public bool Touches(TimeSlot slot) => Touches(slot.Start.UtcTicks, slot.End.UtcTicks);

    /// <summary>Whether something of it lies between two instants, in ticks of UTC, the second not included.</summary>
    internal bool Touches(long from, long to)
    {
        // As the slots are apart, only the last that begins before the end can reach over the start.
        int before = Array.BinarySearch(starts, to);
        before = (before < 0 ? ~before : before) - 1;
        return before >= 0 && ends[before] > from;
    }
}
