using System.Runtime.CompilerServices;
using System.Text.Json;
using Renkei.Bot.Notices;
using Renkei.Tables;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// Which plans are looked after, and by whom. Whoever changes a plan so that the calendar has to follow calls <see cref="KeepAsync"/> before
/// the plan's commit; the commit follows within a minute. A row too many does no harm: whoever looks finds nothing to do.
/// </summary>
internal sealed class PlanWatch(ITable table, NoticeClock clock, NoticeChance chance)
{
    private readonly string me = chance.Name();
    private readonly NoticeBell bell = new();

    /// <summary>Done when this instance has a reason to look at once. Taken before looking, so that none is missed.</summary>
    public Task NextRing(string tenantId) => bell.NextRing(tenantId);

    /// <summary>Has all plans of a tenant looked at at once by this instance; the round would come to it anyway.</summary>
    public void Ring(string tenantId) => bell.Ring(tenantId);

    /// <summary>Has everything looked at: the clock of a trial moved.</summary>
    public void RingAll() => bell.RingAll();

    /// <summary>Has a plan looked after from now on. Repeating it does no harm.</summary>
    public async ValueTask KeepAsync(string tenantId, PlanId id, CancellationToken ct) =>
        await table.CommitAsync(
            [
                new TableChange.Put(
                    PlanKeys.Watch(tenantId, id),
                    RowBody.Write(new(clock.Real), PlanJson.Default.WatchRow)
                ),
            ],
            ct
        );

    /// <summary>The plans that are looked after.</summary>
    public async IAsyncEnumerable<(PlanId Id, RowETag ETag, DateTimeOffset Since)> ReadAsync(
        string tenantId,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        TableQuery all = TableQuery.Prefix(PlanKeys.WatchPartition(tenantId), PlanKeys.WatchPrefix);
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            if (PlanId.TryParse(row.Key.Row[PlanKeys.WatchPrefix.Length..], out PlanId? id))
            {
                WatchRow watch = RowBody.Read(row, PlanJson.Default.WatchRow);
                yield return (id, row.ETag, watch.Since);
            }
        }
    }

    /// <summary>Looks after a plan no more, unless somebody asked for it lately: their commit may still come.</summary>
    public async ValueTask ForgetAsync(
        string tenantId,
        PlanId id,
        RowETag seen,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        if (clock.Real - since < NoticePointers.Settling)
        {
            return;
        }
        try
        {
            await table.CommitAsync([new TableChange.Delete(PlanKeys.Watch(tenantId, id), seen)], ct);
        }
        catch (TableConflictException)
        {
            // Somebody asked for it meanwhile: it stays.
        }
    }

    /// <summary>Claims a tenant's plans for a real time, or for longer where this instance has them. Spares work only: every step can be repeated.</summary>
    public async ValueTask<bool> TryClaimAsync(string tenantId, TimeSpan time, CancellationToken ct)
    {
        RowKey key = PlanKeys.Lease(tenantId);
        TableRow? row = await table.FindAsync(key, ct);
        LeaseRow? stands = row is null ? null : RowBody.Read(row, PlanJson.Default.LeaseRow);
        if (stands is not null && stands.Holder != me && stands.Until > clock.Real)
        {
            return false;
        }
        ReadOnlyMemory<byte> body = RowBody.Write(new(me, clock.Real + time), PlanJson.Default.LeaseRow);
        try
        {
            await table.CommitAsync(
                [row is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, row.ETag)],
                ct
            );
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
