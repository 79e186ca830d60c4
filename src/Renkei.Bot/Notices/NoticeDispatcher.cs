using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;

namespace Renkei.Bot.Notices;

/// <summary>
/// Keeps sending what is due, for every tenant that is served: wakes when something is due, when something is planned here, and now and
/// then for what other instances planned. Survives outages of the store; stops when what was begun is finished.
/// </summary>
/// <param name="round">Made when it is first needed: what plans notices reads files, and faulty settings are to be told first.</param>
/// <param name="bell">Wakes it.</param>
/// <param name="clock">The times.</param>
/// <param name="chance">Spreads pauses.</param>
/// <param name="teams">The tenants.</param>
/// <param name="log">Where faults are told.</param>
internal sealed class NoticeDispatcher(
    Lazy<NoticeRound> round,
    NoticeBell bell,
    NoticeClock clock,
    NoticeChance chance,
    IOptions<InboundOptions> teams,
    ILogger<NoticeDispatcher> log
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

    /// <summary>Keeps sending what is due in one tenant.</summary>
    internal async Task TendAsync(string tenantId, CancellationToken ct)
    {
        int faults = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                Task ring = bell.NextRing(tenantId);
                TimeSpan wait = await round.Value.RunAsync(tenantId, ct);
                faults = 0;
                await clock.WaitAsync(ring, wait, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Reminders go on whatever happened; what it was is in the log.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                TimeSpan pause = PauseAfter(faults++);
                Log.DispatchFaulty(log, tenantId, pause, fault);
                await clock.DelayAsync(pause, ct).ConfigureAwait(NoticeClock.Quietly);
            }
        }
    }

    private TimeSpan PauseAfter(int faults)
    {
        TimeSpan pause = FirstPause * Math.Pow(2, Math.Min(faults, 10));
        return chance.Spread(pause < LongestPause ? pause : LongestPause);
    }
}
