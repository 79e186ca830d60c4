namespace Renkei.Domain.Scheduling;

/// <summary>The part of a day in which a meeting may take place, Japan time.</summary>
public sealed record DailyHours
{
    /// <summary>Hours of a day.</summary>
    /// <param name="from">A meeting begins at this time at the earliest.</param>
    /// <param name="to">It is over by this time; 00:00 is the midnight at which the day ends.</param>
    /// <param name="lunch">When nobody meets; <see langword="null"/> where there is no such time.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public DailyHours(TimeOnly from, TimeOnly to, LunchBreak? lunch)
    {
        if (to <= from && to != TimeOnly.MinValue)
        {
            throw new ArgumentException("The hours end before they begin.", nameof(to));
        }
        (From, To, Lunch) = (from, to, lunch);
    }

    /// <summary>A health centre's: 9:00 to 17:15, lunch from 12:00 to 13:00.</summary>
    public static DailyHours Office { get; } = new(new(9, 0), new(17, 15), LunchBreak.Usual);

    /// <summary>A meeting begins at this time at the earliest.</summary>
    public TimeOnly From { get; }

    /// <summary>It is over by this time; 00:00 is the midnight at which the day ends.</summary>
    public TimeOnly To { get; }

    /// <summary>When nobody meets, or <see langword="null"/>.</summary>
    public LunchBreak? Lunch { get; }

    /// <summary>Minutes after midnight at which a meeting may begin, ascending.</summary>
    /// <param name="length">Of the meeting.</param>
    /// <param name="grid">Distance of the times, counted from midnight.</param>
    internal IEnumerable<int> Starts(TimeSpan length, TimeSpan grid)
    {
        long step = grid.Ticks;
        long end = To == TimeOnly.MinValue ? TimeSpan.TicksPerDay : To.Ticks;
        for (long start = (From.Ticks + step - 1) / step * step; start + length.Ticks <= end; start += step)
        {
            if (Lunch is null || start >= Lunch.To.Ticks || start + length.Ticks <= Lunch.From.Ticks)
            {
                yield return (int)(start / TimeSpan.TicksPerMinute);
            }
        }
    }
}

/// <summary>When nobody meets, Japan time.</summary>
public sealed record LunchBreak
{
    /// <summary>A break.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public LunchBreak(TimeOnly from, TimeOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        (From, To) = (from, to);
    }

    /// <summary>12:00 to 13:00.</summary>
    public static LunchBreak Usual { get; } = new(new(12, 0), new(13, 0));

    /// <summary>Its beginning.</summary>
    public TimeOnly From { get; }

    /// <summary>Its end; a meeting may begin then.</summary>
    public TimeOnly To { get; }
}
