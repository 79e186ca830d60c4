using Renkei.Domain.Places;

namespace Renkei.Domain.Summaries;

/// <summary>Some health centres in a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Today">The day it was counted, Japan; matters only while the period is not over.</param>
/// <param name="Centres">In the order of the organisation.</param>
/// <param name="OpenRequests">Requests to head office that were open; <see langword="null"/> where they are not shown.</param>
public sealed record SummaryFigures(
    SummaryPeriod Period,
    DateOnly Today,
    IReadOnlyList<CentreFigures> Centres,
    OpenRequests? OpenRequests
)
{
    /// <summary>Whether the figures stay as they are.</summary>
    public bool IsFinal => Period.IsOverOn(Today);

    /// <summary>From where it looks at what comes and what is late.</summary>
    public DateOnly Standpoint => Period.StandpointOn(Today);

    /// <summary>Themes that moved.</summary>
    public int Moved => Centres.Sum(c => c.Moved);

    /// <summary>Themes that moved in the period before.</summary>
    public int MovedBefore => Centres.Sum(c => c.MovedBefore);

    /// <summary>Lines reached, less those lost.</summary>
    public int Gained => Centres.Sum(c => c.Gained);

    /// <summary>Lines reached in the period before, less those lost.</summary>
    public int GainedBefore => Centres.Sum(c => c.GainedBefore);

    /// <summary>Next steps, tasks and agreements that are late.</summary>
    public int Late => Centres.Sum(c => c.Late);

    /// <summary>Councils of the next <see cref="CentreFigures.DaysAhead"/> days.</summary>
    public int ComingCouncils => Centres.Sum(c => c.ComingCouncils.Count);

    /// <summary>Centres in which nothing moved.</summary>
    public IEnumerable<HealthCentre> Missing => Centres.Where(c => c.IsMissing).Select(c => c.Centre);

    /// <summary>All stages of all centres added up, in order.</summary>
    public IReadOnlyList<StageFigures> Stages => StageFigures.Sum(Centres.SelectMany(c => c.Stages));

    /// <summary>The centres' trends added up, oldest first.</summary>
    public IReadOnlyList<TrendPoint> Trend =>
        [
            .. Centres
                .SelectMany(c => c.Trend)
                .GroupBy(p => p.Day)
                .OrderBy(g => g.Key)
                .Select(g => new TrendPoint(g.Key, g.Sum(p => p.Reached), g.Sum(p => p.Applicable))),
        ];

    /// <summary>How many themes are in which stage: 1 to 4, and 5 for those with all stages ready.</summary>
    public IReadOnlyList<int> ThemesByStage(int stages) =>
        [
            .. Enumerable
                .Range(1, stages + 1)
                .Select(n => Centres.Sum(c => c.Standing.Count(t => t.Now.StageNumber == n))),
        ];
}

/// <summary>Requests to head office that are neither closed nor withdrawn.</summary>
/// <param name="Count">How many.</param>
/// <param name="LongestDays">For how many days the oldest has waited; 0 for none.</param>
public sealed record OpenRequests(int Count, int LongestDays);
