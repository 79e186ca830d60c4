using Renkei.Domain.Checklists;
using Renkei.Domain.Places;
using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>A health centre in a period. A pure function of states: whoever asks again gets the same.</summary>
public sealed record CentreFigures
{
    /// <summary>Councils of so many days are announced.</summary>
    public const int DaysAhead = 14;

    private CentreFigures(
        HealthCentre centre,
        IReadOnlyList<ThemeFigures> themes,
        IReadOnlyList<CouncilState> comingCouncils,
        int lateCouncilWork,
        IReadOnlyList<TrendPoint> trend
    ) =>
        (Centre, Themes, ComingCouncils, LateCouncilWork, Trend) = (
            centre,
            themes,
            comingCouncils,
            lateCouncilWork,
            trend
        );

    /// <summary>The centre.</summary>
    public HealthCentre Centre { get; }

    /// <summary>Its themes, oldest first, with those of the year before in a week over two fiscal years.</summary>
    public IReadOnlyList<ThemeFigures> Themes { get; }

    /// <summary>Its councils of the next <see cref="DaysAhead"/> days, the next one first.</summary>
    public IReadOnlyList<CouncilState> ComingCouncils { get; }

    /// <summary>Tasks of councils and agreements that are late.</summary>
    public int LateCouncilWork { get; }

    /// <summary>Reached lines at the ends of weeks, oldest first; empty where nobody asked for it.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; }

    /// <summary>The themes of the fiscal year in which the period ends.</summary>
    public IEnumerable<ThemeFigures> Standing => Themes.Where(t => t.IsStanding);

    /// <summary>How far each stage is, all its themes together.</summary>
    public IReadOnlyList<StageFigures> Stages => StageFigures.Of(Standing);

    /// <summary>How many themes moved in the period.</summary>
    public int Moved => Themes.Count(t => t.Moved);

    /// <summary>How many moved in the period before.</summary>
    public int MovedBefore => Themes.Count(t => t.MovedBefore);

    /// <summary>Lines reached in the period, less those lost.</summary>
    public int Gained => Themes.Sum(t => t.Gained);

    /// <summary>Lines reached in the period before, less those lost.</summary>
    public int GainedBefore => Themes.Sum(t => t.GainedBefore);

    /// <summary>Next steps, tasks and agreements that are late.</summary>
    public int Late => Themes.Where(t => t.IsStanding).Sum(t => t.Late) + LateCouncilWork;

    /// <summary>Whether nothing of it moved in the period.</summary>
    public bool IsMissing => Moved == 0;

    /// <summary>What remains where only some of the themes may be seen, e.g. those of a municipality: neither councils nor their work.</summary>
    public CentreFigures OnlyThemes(Func<ThemeFigures, bool> which) => new(Centre, [.. Themes.Where(which)], [], 0, []);

    /// <summary>Counts.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="period">The period.</param>
    /// <param name="today">The day it is, Japan.</param>
    /// <param name="themes">Its themes of the fiscal years of the period and of the one before.</param>
    /// <param name="councils">Its councils.</param>
    /// <param name="trendWeeks">At the ends of how many weeks to count what is reached; 0 for none.</param>
    public static CentreFigures Of(
        HealthCentre centre,
        SummaryPeriod period,
        DateOnly today,
        IReadOnlyList<Timeline<ThemeState>> themes,
        IReadOnlyList<Timeline<CouncilState>> councils,
        int trendWeeks
    )
    {
        DateOnly standpoint = period.StandpointOn(today);
        CouncilState[] states =
        [
            .. councils
                .Select(c => c.At(period.Last))
                .OfType<CouncilState>()
                .Where(c => TokyoTime.DateOf(c.BegunAt) <= period.Last),
        ];
        return new(
            centre,
            [
                .. themes
                    .Select(t => FiguresOf(t, period, standpoint))
                    .OfType<ThemeFigures>()
                    .OrderBy(t => t.Theme.CreatedAt),
            ],
            [
                .. states
                    .Where(c => c.IsOpen && c.When is not null)
                    .Where(c => c.When!.Date >= standpoint && c.When.Date <= standpoint.AddDays(DaysAhead))
                    .OrderBy(c => c.When!.Date)
                    .ThenBy(c => c.When!.Start),
            ],
            states.Sum(c => c.LateOn(standpoint)),
            TrendPoint.Of(themes, period, today, trendWeeks)
        );
    }

    private static ThemeFigures? FiguresOf(Timeline<ThemeState> theme, SummaryPeriod period, DateOnly standpoint)
    {
        if (At(theme, period.Last) is not { } now)
        {
            return null;
        }
        SummaryPeriod previous = period.Previous;
        ThemeState? before = At(theme, period.Opening);
        ThemeState? earlier = At(theme, previous.Opening);
        bool isStanding = now.Theme.Id.FiscalYear == FiscalYear.Of(period.Last).Year;
        bool belongs = isStanding || now.Theme.Id.FiscalYear == FiscalYear.Of(period.First).Year;
        bool moved = belongs && HeardOfIn(now, period.First, period.Last);
        DateOnly silentFrom = standpoint.AddDays(-ThemeFigures.SilentDays);
        return new(
            now,
            belongs ? before : now,
            moved,
            before is not null && HeardOfIn(before, previous.First, previous.Last),
            (before?.Progress.Reached ?? 0) - (earlier?.Progress.Reached ?? 0),
            isStanding,
            now.LateOn(standpoint),
            isStanding && !now.IsComplete && now.LastHeardOf <= silentFrom ? now.LastHeardOf : null
        );
    }

    private static bool HeardOfIn(ThemeState state, DateOnly first, DateOnly last) =>
        (state.LastHeardOf >= first && state.LastHeardOf <= last)
        || (TokyoTime.DateOf(state.Theme.CreatedAt) >= first && TokyoTime.DateOf(state.Theme.CreatedAt) <= last);

    /// <summary>A theme at the end of a day, where it had begun by then.</summary>
    internal static ThemeState? At(Timeline<ThemeState> theme, DateOnly day) =>
        theme.At(day) is { } state && TokyoTime.DateOf(state.Theme.CreatedAt) <= day ? state : null;
}

/// <summary>How far one stage is, several themes together.</summary>
/// <param name="Number">1 to 4.</param>
/// <param name="Reached">Lines that are at least 実施中.</param>
/// <param name="Applicable">Lines that are not 対象外.</param>
public sealed record StageFigures(int Number, int Reached, int Applicable)
{
    /// <summary>0 to 100, rounded down, so that 100 means ready; <see langword="null"/> where there is nothing to reach.</summary>
    public int? Percent => Applicable == 0 ? null : Reached * 100 / Applicable;

    /// <summary>The stages of themes added up, in order; empty for no themes.</summary>
    public static IReadOnlyList<StageFigures> Of(IEnumerable<ThemeFigures> themes) =>
        Sum(themes.SelectMany(t => t.Now.Progress.Stages).Select(Of));

    /// <summary>Stages of the same number added up, in order.</summary>
    public static IReadOnlyList<StageFigures> Sum(IEnumerable<StageFigures> stages) =>
        [
            .. stages
                .GroupBy(s => s.Number)
                .OrderBy(g => g.Key)
                .Select(g => new StageFigures(g.Key, g.Sum(s => s.Reached), g.Sum(s => s.Applicable))),
        ];

    private static StageFigures Of(StageProgress stage) => new(stage.Stage.Number, stage.Reached, stage.Applicable);
}

/// <summary>What was reached at the end of a week.</summary>
/// <param name="Day">The week's last day, or today.</param>
/// <param name="Reached">Lines that were at least 実施中.</param>
/// <param name="Applicable">Lines that were not 対象外.</param>
public sealed record TrendPoint(DateOnly Day, int Reached, int Applicable)
{
    /// <summary>0 to 100, rounded down.</summary>
    public int Percent => Applicable == 0 ? 0 : Reached * 100 / Applicable;

    /// <summary>The ends of the weeks up to a period's end; a new fiscal year begins anew.</summary>
    internal static IReadOnlyList<TrendPoint> Of(
        IReadOnlyList<Timeline<ThemeState>> themes,
        SummaryPeriod period,
        DateOnly today,
        int weeks
    )
    {
        List<TrendPoint> points = [];
        foreach (DateOnly day in Days(period, today, weeks))
        {
            int year = FiscalYear.Of(day).Year;
            ThemeState[] then =
            [
                .. themes
                    .Select(t => CentreFigures.At(t, day))
                    .OfType<ThemeState>()
                    .Where(t => t.Theme.Id.FiscalYear == year),
            ];
            points.Add(new(day, then.Sum(t => t.Progress.Reached), then.Sum(t => t.Progress.Applicable)));
        }
        return points;
    }

    /// <summary>The days the points are of, oldest first.</summary>
    public static IReadOnlyList<DateOnly> Days(SummaryPeriod period, DateOnly today, int weeks)
    {
        if (weeks == 0)
        {
            return [];
        }
        DateOnly last = period.IsOverOn(today) ? period.Last : today;
        DateOnly start = FiscalYear.Of(last).FirstDay;
        DateOnly sunday = SummaryPeriod.Of(PeriodKind.Week, last).Opening;
        IEnumerable<DateOnly> earlier = Enumerable
            .Range(0, weeks - 1)
            .Select(n => sunday.AddDays(-7 * n))
            .TakeWhile(d => d >= start)
            .Reverse();
        return [.. earlier, last];
    }
}
