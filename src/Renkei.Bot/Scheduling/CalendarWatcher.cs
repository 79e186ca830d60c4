using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Bot.Calendars;
using Renkei.Bot.Notices;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// Looks after everything that was chosen and is not over: goes on with what a crash left half done, has the calendar follow the councils,
/// and notices what people changed in Outlook. One instance at a time for each tenant.
/// </summary>
internal sealed class CalendarWatcher(
    PlanWatch watch,
    PlanStore plans,
    TenantCalendars calendars,
    DateDesk desk,
    NoticeClock clock,
    IOptions<InboundOptions> teams,
    IOptions<CalendarWatchOptions> options,
    ILogger<CalendarWatcher> log
) : BackgroundService
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // Whoever corrects the time of a meeting does so within a day after it; later nothing is followed.
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            teams
                .Value.TenantIds.Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(tenantId => TendAsync(tenantId, stoppingToken))
        );

    /// <summary>Looks once at every plan of a tenant, unless another instance does.</summary>
    /// <returns>How many were looked at.</returns>
    internal async Task<int> RoundAsync(string tenantId, CancellationToken ct)
    {
        if (!await watch.TryClaimAsync(tenantId, options.Value.Interval + Margin, ct))
        {
            return 0;
        }
        List<(PlanId Id, RowETag ETag, DateTimeOffset Since)> watched = [];
        await foreach ((PlanId, RowETag, DateTimeOffset) row in watch.ReadAsync(tenantId, ct))
        {
            watched.Add(row);
        }
        IReadOnlyDictionary<PlanId, BookedMeeting> seen = await ReadAsync(tenantId, [.. watched.Select(w => w.Id)], ct);
        foreach ((PlanId id, RowETag etag, DateTimeOffset since) in watched)
        {
            try
            {
                SettledDate settled = await desk.SettleAsync(tenantId, id, seen.GetValueOrDefault(id), ct);
                if (settled.Fault is { } fault)
                {
                    Log.CalendarNotAsked(log, id.ToString(), fault);
                }
                else if (IsOver(settled))
                {
                    await watch.ForgetAsync(tenantId, id, etag, since, ct);
                }
            }
            catch (TableUnavailableException fault)
            {
                Log.PlanFaulty(log, id.ToString(), fault);
            }
        }
        return watched.Count;
    }

    /// <summary>The meetings of plans, in as few calls as the calendar can; without those it could not be asked about, which are asked for one by one.</summary>
    private async Task<IReadOnlyDictionary<PlanId, BookedMeeting>> ReadAsync(
        string tenantId,
        IReadOnlyList<PlanId> ids,
        CancellationToken ct
    )
    {
        List<(PlanId Id, string Meeting)> booked = [];
        foreach (PlanId id in ids)
        {
            if (await plans.FindAsync(tenantId, id, ct) is { Booked: { } date })
            {
                booked.Add((id, date.MeetingId));
            }
        }
        try
        {
            IReadOnlyList<BookedMeeting?> found = await calendars
                .Of(tenantId)
                .FindAllAsync([.. booked.Select(b => b.Meeting)], ct);
            return booked
                .Zip(found, (b, meeting) => (b.Id, Meeting: meeting))
                .Where(b => b.Meeting is not null)
                .ToDictionary(b => b.Id, b => b.Meeting!);
        }
        catch (CalendarException fault)
        {
            Log.CalendarNotAsked(log, tenantId, fault.Fault);
            return new Dictionary<PlanId, BookedMeeting>();
        }
    }

    /// <summary>Keeps looking.</summary>
    internal async Task TendAsync(string tenantId, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                Task ring = watch.NextRing(tenantId);
                await RoundAsync(tenantId, ct);
                await clock.WaitAsync(ring, options.Value.Interval, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The calendar is looked after whatever happened; what it was is in the log.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Log.WatchFaulty(log, tenantId, fault);
                await clock.DelayAsync(options.Value.Interval, ct).ConfigureAwait(NoticeClock.Quietly);
            }
        }
    }

    /// <summary>Nothing is booked and nothing to be booked, or it is long over.</summary>
    private bool IsOver(SettledDate settled) =>
        settled.Plan is not { } plan
        || (plan.Council is not null && settled.Council is null)
        || (plan.Booked is null && plan.Choice is not { IsApplied: false } && !IsOpen(plan, settled))
        || plan.Booked?.Slot.End + Afterwards < clock.Now;

    private bool IsOpen(MeetingPlan plan, SettledDate settled) =>
        // A cancelled council may be taken up again as long as its day has not come.
        settled.Council?.When?.EndsAt > clock.Now
        || (WantedMeeting.SlotOf(plan, settled.Council) is { } slot && slot.End > clock.Now);
}
