using System.Collections.Frozen;

namespace Renkei.Domain.Time;

/// <summary>Japan's holidays, computed from the Act on National Holidays for 2000 to 2100.</summary>
/// <remarks>
/// <para>
/// What is a forecast: the equinoxes after <see cref="LastAnnouncedYear"/>. They follow astronomy, and each is fixed only when
/// the National Observatory announces it (暦要項, on the first working day of February of the year before).
/// </para>
/// <para>The Act itself may change, and a special act may move or add days for one year as in 2019 to 2021. A day added at short
/// notice can be entered as a local closure.</para>
/// </remarks>
public static class JapaneseHolidays
{
    /// <summary>The first year that is computed: 成人の日 and 体育の日 had just become Mondays.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that is computed.</summary>
    public const int LastYear = 2100;

    /// <summary>The last year whose equinoxes have been announced (in February 2026).</summary>
    public const int LastAnnouncedYear = 2027;

    // The rules for substitutes and sandwiched days changed on 1 January 2007 (平成17年法律第43号).
    private const int FirstYearOfPresentRules = 2007;

    private static readonly FrozenDictionary<DateOnly, Holiday> ByDay = Enumerable
        .Range(FirstYear, LastYear - FirstYear + 1)
        .SelectMany(Compute)
        .ToFrozenDictionary(holiday => holiday.Day);

    /// <summary>The holiday on a day, or <see langword="null"/> where it is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before 2000 or after 2100.</exception>
    public static Holiday? On(DateOnly day)
    {
        ThrowIfOutside(day.Year);
        return ByDay.GetValueOrDefault(day);
    }

    /// <summary>The holidays of a calendar year, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before 2000 or after 2100.</exception>
    public static IReadOnlyList<Holiday> In(int year)
    {
        ThrowIfOutside(year);
        return [.. Compute(year)];
    }

    // A year by itself: the last holiday, in November or December, is too far from 1 January for any rule to reach across.
    private static IEnumerable<Holiday> Compute(int year)
    {
        SortedDictionary<DateOnly, Holiday> holidays = [];
        foreach (HolidayRule rule in HolidayAct.Rules.Where(r => r.HoldsIn(year)))
        {
            DateOnly day = rule.DayIn(year);
            holidays.Add(day, new(day, rule.Name, HolidayKind.National));
        }
        DateOnly[] national = [.. holidays.Keys];
        foreach (DateOnly sunday in national.Where(d => d.DayOfWeek == DayOfWeek.Sunday))
        {
            if (SubstituteFor(sunday, national) is { } day)
            {
                holidays.Add(day, new(day, new("振替休日", "Substitute holiday"), HolidayKind.Substitute));
            }
        }
        foreach (DateOnly day in national.Select(d => d.AddDays(1)))
        {
            // Until 2006 a Sunday between two holidays stayed a plain Sunday.
            bool may = year >= FirstYearOfPresentRules || day.DayOfWeek != DayOfWeek.Sunday;
            if (may && national.Contains(day.AddDays(1)) && !holidays.ContainsKey(day))
            {
                holidays.Add(day, new(day, new("国民の休日", "Citizens' holiday"), HolidayKind.Sandwiched));
            }
        }
        return holidays.Values;
    }

    private static DateOnly? SubstituteFor(DateOnly sunday, DateOnly[] national)
    {
        DateOnly day = sunday.AddDays(1);
        if (sunday.Year < FirstYearOfPresentRules)
        {
            // Until 2006 it was the Monday or nothing.
            return national.Contains(day) ? null : day;
        }
        while (national.Contains(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    private static void ThrowIfOutside(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
    }
}
