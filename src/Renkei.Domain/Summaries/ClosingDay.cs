using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>
/// The days at whose end a period ends: Sundays for weeks, last days of months for months and fiscal years. At the first change after
/// one, how things stood at its end is put aside, so a period that is over has the same figures for ever.
/// </summary>
public static class ClosingDay
{
    /// <summary>Whether a period ends with a day.</summary>
    public static bool Is(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || day.AddDays(1).Day == 1;

    /// <summary>The last one before a day; it is at most a week ago.</summary>
    public static DateOnly Before(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        } while (!Is(day));
        return day;
    }

    /// <summary>
    /// The newest one that went by, in Japan, between the last change of something and the next one: the day at whose end it stood as the
    /// last change had left it. <see langword="null"/> where none did.
    /// </summary>
    /// <param name="changedAt">When it was changed last.</param>
    /// <param name="now">When it is changed next.</param>
    public static DateOnly? PassedBetween(DateTimeOffset changedAt, DateTimeOffset now)
    {
        DateOnly closing = Before(TokyoTime.DateOf(now));
        return TokyoTime.DateOf(changedAt) <= closing ? closing : null;
    }
}
