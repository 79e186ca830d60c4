namespace Renkei.Domain.Scheduling;

/// <summary>The days, in Japan, among which a date is looked for; both ends are included.</summary>
public sealed record SlotWindow
{
    /// <summary>The longest window.</summary>
    public const int MaxDays = 366;

    /// <summary>A window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="to"/> lies before <paramref name="from"/>, or it has more than <see cref="MaxDays"/> days.
    /// </exception>
    public SlotWindow(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.DayNumber - from.DayNumber, MaxDays - 1, nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>1 to <see cref="MaxDays"/>.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days right after it: 他の週.</summary>
    public SlotWindow Later => new(To.AddDays(1), To.AddDays(Days));

    /// <summary>As many days right before it.</summary>
    public SlotWindow Earlier => new(From.AddDays(-Days), From.AddDays(-1));
}
