using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>Finds the period somebody asks for in what they type: 先週, 12/1の週, 11月, 令和8年度, last week, week of 12/1, FY2026.</summary>
public static partial class PeriodWords
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>The period, and the text without the words for it; no period where none is named.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The day it is, Japan: a month or a day without a year is the latest that has begun.</param>
    public static (SummaryPeriod? Period, string Left) Find(string text, DateOnly today)
    {
        // Half of a surrogate pair cannot be composed.
        string folded = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
        foreach ((Regex words, Func<Match, DateOnly, SummaryPeriod?> read) in Readings)
        {
            if (words.Match(folded) is { Success: true } match && read(match, today) is { } period)
            {
                return (period, folded.Remove(match.Index, match.Length).Insert(match.Index, " "));
            }
        }
        return (null, folded);
    }

    private static (Regex Words, Func<Match, DateOnly, SummaryPeriod?> Read)[] Readings { get; } =
    [
        (DayOfWeek, (m, today) => DayIn(m, today) is { } day ? SummaryPeriod.Of(PeriodKind.Week, day) : null),
        (WeekBeforeLast, (_, today) => SummaryPeriod.Of(PeriodKind.Week, today).Previous.Previous),
        (LastWeek, (_, today) => SummaryPeriod.Of(PeriodKind.Week, today).Previous),
        (ThisWeek, (_, today) => SummaryPeriod.Of(PeriodKind.Week, today)),
        (EraYear, (m, _) => YearOf(ReiwaYear(m, "y"))),
        (CalendarFiscalYear, (m, _) => YearOf(Number(m, "y"))),
        (LastYear, (_, today) => SummaryPeriod.Of(PeriodKind.FiscalYear, today).Previous),
        (ThisYear, (_, today) => SummaryPeriod.Of(PeriodKind.FiscalYear, today)),
        (LastMonth, (_, today) => SummaryPeriod.Of(PeriodKind.Month, today).Previous),
        (ThisMonth, (_, today) => SummaryPeriod.Of(PeriodKind.Month, today)),
        (JapaneseMonth, (m, today) => MonthOf(Number(m, "m"), CalendarYear(m), today)),
        (EnglishMonth, (m, today) => MonthOf(MonthNamed(m.Groups["m"].Value), Number(m, "y"), today)),
    ];

    /// <summary>0 where no year is named.</summary>
    private static int CalendarYear(Match match) =>
        match.Groups["e"].Success ? ReiwaYear(match, "e") : Number(match, "y");

    // 令和元年 is 2019.
    private static int ReiwaYear(Match match, string group) =>
        2018 + (match.Groups[group].Value is "元" ? 1 : Number(match, group));

    private static SummaryPeriod? YearOf(int year) =>
        year is >= 2010 and <= 2098 ? SummaryPeriod.Of(PeriodKind.FiscalYear, new(year, 4, 1)) : null;

    private static SummaryPeriod? MonthOf(int month, int year, DateOnly today)
    {
        if (month is < 1 or > 12 || year is not 0 and (< 2010 or > 2098))
        {
            return null;
        }
        int named =
            year != 0 ? year
            : month <= today.Month ? today.Year
            : today.Year - 1;
        return SummaryPeriod.Of(PeriodKind.Month, new(named, month, 1));
    }

    private static DateOnly? DayIn(Match match, DateOnly today)
    {
        int year = Number(match, "y");
        // In a week that began this year and ends next year, 1/1 is meant as well.
        DateOnly latest = SummaryPeriod.Of(PeriodKind.Week, today).Last;
        for (int candidate = year == 0 ? latest.Year : year; ; candidate--)
        {
            if (
                candidate is < 2010 or > 2098
                || !DateOnly.TryParseExact(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{candidate:D4}-{Number(match, "m"):D2}-{Number(match, "d"):D2}"
                    ),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly day
                )
            )
            {
                return null;
            }
            if (year != 0 || day <= latest)
            {
                return day;
            }
        }
    }

    private static int MonthNamed(string name) =>
        Array.FindIndex(Months, m => m.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase)) + 1;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits }
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?:week of\s*)?(?:(?<y>20\d\d)\s*[-/年])?(?<m>\d{1,2})\s*[-/月](?<d>\d{1,2})日?(?:の?週)?(?![\d年月])",
        Loose
    )]
    private static partial Regex DayOfWeek { get; }

    [GeneratedRegex("先々週|week before last", Loose)]
    private static partial Regex WeekBeforeLast { get; }

    [GeneratedRegex("先週|前の週|前週|last week|previous week", Loose)]
    private static partial Regex LastWeek { get; }

    [GeneratedRegex("今週|this week", Loose)]
    private static partial Regex ThisWeek { get; }

    [GeneratedRegex("先月|前の月|前月|last month|previous month", Loose)]
    private static partial Regex LastMonth { get; }

    [GeneratedRegex("今月|this month", Loose)]
    private static partial Regex ThisMonth { get; }

    [GeneratedRegex("(?:令和|r)\\s*(?<y>元|\\d{1,2})\\s*年度", Loose)]
    private static partial Regex EraYear { get; }

    [GeneratedRegex("(?<y>20\\d\\d)\\s*年度|fy\\s*(?<y>20\\d\\d)", Loose)]
    private static partial Regex CalendarFiscalYear { get; }

    [GeneratedRegex("昨年度|前年度|前の年度|去年度|last (?:fiscal )?year|previous year", Loose)]
    private static partial Regex LastYear { get; }

    [GeneratedRegex("今年度|本年度|this (?:fiscal )?year", Loose)]
    private static partial Regex ThisYear { get; }

    [GeneratedRegex("(?:(?:(?<y>20\\d\\d)|令和\\s*(?<e>元|\\d{1,2}))\\s*年\\s*)?(?<m>\\d{1,2})月分?(?!\\d)", Loose)]
    private static partial Regex JapaneseMonth { get; }

    [GeneratedRegex(
        "\\b(?<m>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\\b\\.?(?:\\s+(?<y>20\\d\\d))?",
        Loose
    )]
    private static partial Regex EnglishMonth { get; }
}
