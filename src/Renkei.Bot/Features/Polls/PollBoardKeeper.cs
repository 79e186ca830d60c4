using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Bot.Notices;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Keeps the cards of polls up to date, for every tenant that is served: wakes when something is marked here, when a mark's time comes, and
/// now and then for what other instances marked. Survives outages of the store.
/// </summary>
internal sealed class PollBoardKeeper(
    Lazy<PollBoards> boards,
    NoticeBell bell,
    NoticeClock clock,
    NoticeChance chance,
    IOptions<InboundOptions> teams,
    IOptions<NoticeOptions> options,
    ILogger<PollBoardKeeper> log
) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            teams
                .Value.TenantIds.Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(tenantId => TendAsync(tenantId, stoppingToken))
        );

    private async Task TendAsync(string tenantId, CancellationToken ct)
    {
        int faults = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                Task ring = bell.NextRing(tenantId);
                TimeSpan wait =
                    await boards.Value.RunAsync(tenantId, ct) is { } soon && soon < options.Value.Poll
                        ? soon
                        : options.Value.Poll;
                faults = 0;
                await clock.WaitAsync(ring, wait, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Cards go on being kept whatever happened; what it was is in the log.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                TimeSpan pause = chance.Spread(
                    TimeSpan.FromSeconds(
                        Math.Min(
                            LongestPause.TotalSeconds,
                            FirstPause.TotalSeconds * Math.Pow(2, Math.Min(faults++, 10))
                        )
                    )
                );
                Log.BoardsFaulty(log, tenantId, pause, fault);
                await clock.DelayAsync(pause, ct).ConfigureAwait(NoticeClock.Quietly);
            }
        }
    }
}
