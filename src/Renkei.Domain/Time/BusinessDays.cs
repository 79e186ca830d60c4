namespace Renkei.Domain.Time;

/// <summary>
/// The days on which public offices in Japan work (R15): Monday to Friday, except holidays, the turn of the year from 29 December
/// to 3 January, and local closures. From 2000 to 2100.
/// </summary>
/// <param name="closures">Days on which the office is closed besides; any order.</param>
public sealed class BusinessDays(IReadOnlyList<LocalClosure> closures)
{
    private static readonly string[] WeekendJa = ["日曜日", "土曜日"];
    private static readonly string[] WeekendEn = ["Sunday", "Saturday"];

    /// <summary>Without local closures.</summary>
    public static BusinessDays National { get; } = new([]);

    /// <summary>Whether the office works on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before 2000 or after 2100.</exception>
    public bool IsBusinessDay(DateOnly day) => WhyClosed(day) is null;

    /// <summary>Why the office is closed, e.g. 勤労感謝の日; <see langword="null"/> on a business day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before 2000 or after 2100.</exception>
    public LocalText? WhyClosed(DateOnly day)
    {
        // A holiday's name says more than the day of the week, and the office's own reason less than the country's.
        if (JapaneseHolidays.On(day) is { } holiday)
        {
            return holiday.Name;
        }
        if (day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 })
        {
            return new("年末年始", "Turn of the year");
        }
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            int saturday = day.DayOfWeek == DayOfWeek.Saturday ? 1 : 0;
            return new(WeekendJa[saturday], WeekendEn[saturday]);
        }
        return closures.FirstOrDefault(c => c.Covers(day)) is { } closure ? new(closure.Name, closure.Name) : null;
    }

    /// <summary>The first business day after a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie after 2100.</exception>
    public DateOnly Next(DateOnly day) => AddBusinessDays(day, 1);

    /// <summary>The day itself when the office works, or else the first business day after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie after 2100.</exception>
    public DateOnly OnOrAfter(DateOnly day) => IsBusinessDay(day) ? day : Next(day);

    /// <summary>
    /// The <paramref name="count"/>th business day after a day, or before it when negative. 0 is the day itself, whether the
    /// office works or not: a reminder for the day of a meeting on a Saturday belongs to that Saturday.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It would lie before 2000 or after 2100.</exception>
    public DateOnly AddBusinessDays(DateOnly day, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0; )
        {
            day = day.AddDays(step);
            if (IsBusinessDay(day))
            {
                left--;
            }
        }
        return day;
    }

    /// <summary>
    /// How many business days lie after <paramref name="from"/>, up to and including <paramref name="to"/>: what
    /// <see cref="AddBusinessDays"/> takes to get there. Negative when <paramref name="to"/> is the earlier day, which then is
    /// included as well.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A day lies before 2000 or after 2100.</exception>
    public int Between(DateOnly from, DateOnly to)
    {
        int step = Math.Sign(to.DayNumber - from.DayNumber);
        int count = 0;
        while (from != to)
        {
            from = from.AddDays(step);
            if (IsBusinessDay(from))
            {
                count += step;
            }
        }
        return count;
    }
}
