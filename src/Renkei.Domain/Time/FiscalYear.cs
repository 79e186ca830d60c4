namespace Renkei.Domain.Time;

/// <summary>A Japanese fiscal year (年度): 1 April to 31 March, named after the year it begins in.</summary>
public sealed record FiscalYear
{
    private const int FirstYear = 1927;
    private const int LastYear = 2999;

    /// <summary>The fiscal year that begins in a calendar year.</summary>
    /// <param name="year">1927 (昭和2年度) to 2999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public FiscalYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        Year = year;
    }

    /// <summary>The calendar year of its 1 April; part of row keys.</summary>
    public int Year { get; }

    /// <summary>1 April.</summary>
    public DateOnly FirstDay => new(Year, 4, 1);

    /// <summary>31 March of the following calendar year; still part of it.</summary>
    public DateOnly LastDay => new(Year + 1, 3, 31);

    /// <summary>令和8年度 / FY2026.</summary>
    public LocalText Label
    {
        get
        {
            // 令和 began on 1 May 2019, but the cabinet named the whole of that fiscal year 令和元年度.
            DateOnly namedOn = Year == 2019 ? new DateOnly(2019, 5, 1) : FirstDay;
            return new($"{EraYear.Of(namedOn).Name.Ja}度", $"FY{Year}");
        }
    }

    /// <summary>The one before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This is 1927.</exception>
    public FiscalYear Previous => new(Year - 1);

    /// <summary>The one after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This is 2999.</exception>
    public FiscalYear Next => new(Year + 1);

    /// <summary>The fiscal year of a day in Japan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before April 1927 or after March 3000.</exception>
    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>The fiscal year in Japan at an instant, whatever its offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before April 1927 or after March 3000.</exception>
    public static FiscalYear Containing(DateTimeOffset instant) => Of(TokyoTime.DateOf(instant));

    /// <summary>Whether a day belongs to it; both ends are included.</summary>
    public bool Contains(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>The week of the fiscal year: 1 is the week with 1 April, weeks begin on Monday; 1 to 54.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> lies in another fiscal year.</exception>
    public int WeekOf(DateOnly day)
    {
        if (!Contains(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"The day is not in {Label.En}.");
        }
        int sinceMonday = ((int)FirstDay.DayOfWeek + 6) % 7;
        return (day.DayNumber - FirstDay.DayNumber + sinceMonday) / 7 + 1;
    }
}
