using Renkei.Bot.Councils;
using Renkei.Bot.Requests;
using Renkei.Bot.Themes;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;

namespace Renkei.Bot.Summaries;

/// <summary>
/// Reads the figures of a period: for each centre one range of themes (two around 1 April) and one of councils, for each prefecture two of
/// requests, whatever the length of the history.
/// </summary>
internal sealed class SummaryReader(
    ThemeStore themes,
    CouncilStore councils,
    RequestStore requests,
    PlaybookSet playbooks
)
{
    /// <summary>Weeks of which the trend tells.</summary>
    public const int TrendWeeks = 8;

    /// <summary>Reads and counts.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="centres">Of which centres, in the order in which they are shown.</param>
    /// <param name="period">Begun already.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="withTrend">Whether the last weeks are told as well.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<SummaryFigures> ReadAsync(
        string tenantId,
        IReadOnlyList<HealthCentre> centres,
        SummaryPeriod period,
        DateTimeOffset now,
        bool withTrend,
        CancellationToken ct
    )
    {
        DateOnly today = TokyoTime.DateOf(now);
        int weeks = withTrend ? TrendWeeks : 0;
        Task<OpenRequests> open = OpenRequestsAsync(tenantId, centres, period, today, ct);
        CentreFigures[] figures = await Task.WhenAll(
            centres.Select(centre => ReadAsync(tenantId, centre, period, today, weeks, ct))
        );
        return new(period, today, figures, await open);
    }

    private async Task<OpenRequests> OpenRequestsAsync(
        string tenantId,
        IReadOnlyList<HealthCentre> centres,
        SummaryPeriod period,
        DateOnly today,
        CancellationToken ct
    )
    {
        DateOnly standpoint = period.StandpointOn(today);
        List<DateOnly> asked = [];
        foreach (string prefecture in centres.Select(c => c.PrefectureCode).Distinct(StringComparer.Ordinal))
        {
            RequestFigures figures = await requests.FiguresAsync(
                tenantId,
                prefecture,
                period.First,
                period.Last.AddDays(1),
                ct
            );
            asked.AddRange(
                figures
                    .Open.Where(r => centres.Any(c => c.Code == r.Id.CentreCode))
                    .Select(r => TokyoTime.DateOf(r.AskedAt))
            );
        }
        return new(asked.Count, asked.Count == 0 ? 0 : standpoint.DayNumber - asked.Min().DayNumber);
    }

    private async Task<CentreFigures> ReadAsync(
        string tenantId,
        HealthCentre centre,
        SummaryPeriod period,
        DateOnly today,
        int weeks,
        CancellationToken ct
    )
    {
        SummaryPeriod previous = period.Previous;
        DateOnly from = TrendPoint.Days(period, today, weeks).Append(previous.Opening).Min();
        Task<IReadOnlyList<Timeline<CouncilLine>>> lines = councils.TimelinesAsync(
            tenantId,
            centre.Code,
            period.Last,
            ct
        );
        List<Timeline<ThemeState>> states = [];
        Playbook playbook = playbooks.For(centre.Code);
        foreach (int year in previous.Years.Concat(period.Years).Select(y => y.Year).Distinct())
        {
            IReadOnlyList<Timeline<ThemeSummary>> read = await themes.TimelinesAsync(
                tenantId,
                centre.Code,
                year,
                from,
                ct
            );
            states.AddRange(read.Select(t => t.Select(s => StateOf(s, playbook))));
        }
        return CentreFigures.Of(
            centre,
            period,
            today,
            states,
            [.. (await lines).Select(t => t.Select(l => StateOf(l, centre.Code)))],
            weeks
        );
    }

    private static ThemeState StateOf(ThemeSummary summary, Playbook playbook) =>
        new(
            summary.Theme,
            summary.ProgressIn(playbook),
            summary.StatusOf,
            summary.LastChange?.At,
            [.. summary.Dues.Where(d => playbook.Find(d.Key) is not null).Select(d => d.Value)]
        );

    private static CouncilState StateOf(CouncilLine line, string centreCode) =>
        new(
            Domain.Councils.CouncilId.Of(centreCode, line.Name),
            line.Title,
            line.Status == Domain.Councils.CouncilStatus.Preparing,
            line.When,
            line.Complete,
            line.BegunAt,
            line.TaskDues ?? [],
            line.AgreementDues ?? []
        );
}
