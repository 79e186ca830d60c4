using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>The kinds of periods a summary is made for.</summary>
public enum PeriodKind
{
    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>April to March.</summary>
    FiscalYear,
}

/// <summary>What a summary is about: a week, a month or a fiscal year; days in Japan, both ends included.</summary>
public sealed record SummaryPeriod
{
    private const int FirstYear = 2010;
    private const int LastYear = 2098;

    private SummaryPeriod(PeriodKind kind, DateOnly first, DateOnly last) => (Kind, First, Last) = (kind, first, last);

    /// <summary>Week, month or fiscal year.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Its first day.</summary>
    public DateOnly First { get; }

    /// <summary>Its last day, a <see cref="ClosingDay"/>.</summary>
    public DateOnly Last { get; }

    /// <summary>The closing day before it: what changed in the period changed since the end of that day.</summary>
    public DateOnly Opening => First.AddDays(-1);

    /// <summary>The one of its kind before it.</summary>
    public SummaryPeriod Previous => Of(Kind, First.AddDays(-1));

    /// <summary>The one of its kind after it.</summary>
    public SummaryPeriod Next => Of(Kind, Last.AddDays(1));

    /// <summary>The fiscal years it touches: one, or two for a week with 1 April in it.</summary>
    public IReadOnlyList<FiscalYear> Years =>
        FiscalYear.Of(First) == FiscalYear.Of(Last)
            ? [FiscalYear.Of(Last)]
            : [FiscalYear.Of(First), FiscalYear.Of(Last)];

    /// <summary>Stands for it in card data: <c>w20261130</c>, <c>m20261101</c>, <c>y20260401</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{"wmy"[(int)Kind]}{First:yyyyMMdd}");

    /// <summary>11月30日(月)–12月6日(日), 2026年11月, 令和8年度.</summary>
    public LocalText Name =>
        Kind switch
        {
            PeriodKind.Week => new(
                $"{First.Year}年{First.Month}月{First.Day}日(月)–{Last.Month}月{Last.Day}日(日)",
                $"{TokyoTime.Brief(First, Language.English)} – {TokyoTime.Full(Last, Language.English)}"
            ),
            PeriodKind.Month => new(
                $"{First.Year}年{First.Month}月",
                First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            ),
            _ => FiscalYear.Of(First).Label,
        };

    /// <summary>Whether it is over.</summary>
    public bool IsOverOn(DateOnly today) => Last < today;

    /// <summary>
    /// From where a summary looks at what is to come and what is late: the day after the period, or today while it is not over.
    /// </summary>
    public DateOnly StandpointOn(DateOnly today) => IsOverOn(today) ? Last.AddDays(1) : today;

    /// <summary>The week, month or fiscal year of a day.</summary>
    public static SummaryPeriod Of(PeriodKind kind, DateOnly day)
    {
        switch (kind)
        {
            case PeriodKind.Week:
                DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new(kind, monday, monday.AddDays(6));
            case PeriodKind.Month:
                DateOnly first = new(day.Year, day.Month, 1);
                return new(kind, first, first.AddMonths(1).AddDays(-1));
            case PeriodKind.FiscalYear:
                FiscalYear year = FiscalYear.Of(day);
                return new(kind, year.FirstDay, year.LastDay);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }
    }

    /// <summary>
    /// What 「週次まとめ」 means without more: this week, and on Mondays the last one, because the new week has nothing to tell yet.
    /// </summary>
    public static SummaryPeriod UsualOn(DateOnly today)
    {
        SummaryPeriod week = Of(PeriodKind.Week, today);
        return today == week.First ? week.Previous : week;
    }

    /// <summary>Reads a code that came from outside; only periods of 2010 to 2098 exist for it.</summary>
    public static bool TryParse(string? code, [NotNullWhen(true)] out SummaryPeriod? period)
    {
        period = null;
        if (
            code is { Length: 9 }
            && "wmy".IndexOf(code[0], StringComparison.Ordinal) is >= 0 and int kind
            && DateOnly.TryParseExact(
                code[1..],
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
            && day.Year is >= FirstYear and <= LastYear
        )
        {
            SummaryPeriod named = Of((PeriodKind)kind, day);
            period = named.First == day ? named : null;
        }
        return period is not null;
    }
}
