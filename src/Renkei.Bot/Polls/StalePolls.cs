using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Renkei.Bot.Notices;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Polls;

/// <summary>
/// Which polls have cards for everybody that may be out of date. The mark goes before the commit of a change, so no crash leaves a card
/// behind; it is taken away only when nobody wrote it anew meanwhile. Looking after one poll's cards takes a lease: two updates under way at
/// once could arrive in the wrong order, and the older would stay.
/// </summary>
/// <remarks>
/// Partition <c>pollmarks~{tenant}</c>: marks <c>m~{poll}</c>, leases <c>l~{poll}</c>, and deadlines at which a card changes without anybody
/// doing anything, <c>d~{UTC}~{poll}</c>. Marks and leases are about machines and follow the real time, deadlines the time everybody sees.
/// </remarks>
internal sealed class StalePolls(ITable table, NoticeClock clock, NoticeBell bell)
{
    private const string DeadlineForm = "yyyyMMddHHmmss";

    /// <summary>Marks a poll, before the commit of a change; the commit follows within a minute.</summary>
    public async ValueTask KeepAsync(string tenantId, PollId id, CancellationToken ct)
    {
        StalePoll mark = new(id, clock.Real, null, new Dictionary<string, string>(), default);
        await table.CommitAsync([new TableChange.Put(MarkKey(tenantId, id), mark.ToBytes())], ct);
        bell.Ring(tenantId);
    }

    /// <summary>Has a poll marked when its deadline comes; before the commit that sets it.</summary>
    public async ValueTask KeepAsync(string tenantId, PollId id, DateTimeOffset deadline, CancellationToken ct) =>
        await table.CommitAsync([new TableChange.Put(DeadlineKey(tenantId, id, deadline), "{}"u8.ToArray())], ct);

    /// <summary>Marks the polls whose deadline has come.</summary>
    public async ValueTask MarkExpiredAsync(string tenantId, CancellationToken ct)
    {
        List<TableRow> due = [];
        string now = clock.Now.UtcDateTime.ToString(DeadlineForm, CultureInfo.InvariantCulture);
        // The deadline's own second is over only when the next one has begun.
        TableQuery query = TableQuery.Range(Partition(tenantId), "d~", $"d~{now}").Take(20);
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            due.Add(row);
        }
        foreach (TableRow row in due)
        {
            if (!PollId.TryParse(row.Key.Row.Split('~')[^1], out PollId? id))
            {
                continue;
            }
            StalePoll mark = new(id, clock.Real, null, new Dictionary<string, string>(), default);
            try
            {
                await table.CommitAsync(
                    [
                        new TableChange.Put(MarkKey(tenantId, id), mark.ToBytes()),
                        new TableChange.Delete(row.Key, row.ETag),
                    ],
                    ct
                );
            }
            catch (TableConflictException)
            {
                // Another instance did it at the same moment.
            }
        }
    }

    /// <summary>All marks, also those that rest.</summary>
    public async IAsyncEnumerable<StalePoll> AllAsync(string tenantId, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(Partition(tenantId), "m~"), ct))
        {
            if (Read(row) is { } mark)
            {
                yield return mark;
            }
        }
    }

    /// <summary>The mark of a poll, or <see langword="null"/>.</summary>
    public async ValueTask<StalePoll?> FindAsync(string tenantId, PollId id, CancellationToken ct) =>
        await table.FindAsync(MarkKey(tenantId, id), ct) is { } row ? Read(row) : null;

    /// <summary>Takes the lease of a poll's cards.</summary>
    /// <returns>How it is held; or, where somebody else holds it, until when (real time) at the latest.</returns>
    public async ValueTask<(HeldLease? Held, DateTimeOffset Until)> TryLeaseAsync(
        string tenantId,
        PollId id,
        string holder,
        TimeSpan length,
        CancellationToken ct
    )
    {
        RowKey key = LeaseKey(tenantId, id);
        DateTimeOffset now = clock.Real;
        TableRow? row = await table.FindAsync(key, ct);
        if (row is not null)
        {
            DateTimeOffset lapses = JsonSerializer.Deserialize(row.Body.Span, StalePollJson.Default.PollLease)!.Until;
            // Further ahead than any lease: the clock that wrote it was wrong.
            if (lapses > now && lapses <= now + (2 * length))
            {
                return (null, lapses);
            }
        }
        DateTimeOffset until = now + length;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new(holder, until), StalePollJson.Default.PollLease);
        try
        {
            IReadOnlyList<RowETag> etags = await table.CommitAsync(
                [row is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, row.ETag)],
                ct
            );
            return (new(key, etags[0], holder, until), until);
        }
        catch (TableConflictException)
        {
            return (null, until);
        }
    }

    /// <summary>Ends a look: what was seen goes into the mark, unless it was written anew meanwhile, and the lease ends.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="mark">The mark as it was before the poll was read.</param>
    /// <param name="next">The mark as it is to be; <see langword="null"/> to take it away.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="nobodyBefore">Real time before which nobody shall look, so that Teams is not asked too often; the lease lasts until then.</param>
    /// <param name="ct">Cancels the commits.</param>
    public async ValueTask SettleAsync(
        string tenantId,
        StalePoll mark,
        StalePoll? next,
        HeldLease lease,
        DateTimeOffset nobodyBefore,
        CancellationToken ct
    )
    {
        RowKey key = MarkKey(tenantId, mark.Id);
        TableChange ends =
            nobodyBefore > clock.Real
                ? new TableChange.Replace(
                    lease.Key,
                    JsonSerializer.SerializeToUtf8Bytes(
                        new(lease.Holder, nobodyBefore),
                        StalePollJson.Default.PollLease
                    ),
                    lease.ETag
                )
                : new TableChange.Delete(lease.Key, lease.ETag);
        TableChange settles = next is null
            ? new TableChange.Delete(key, mark.ETag)
            : new TableChange.Replace(key, next.ToBytes(), mark.ETag);
        try
        {
            await table.CommitAsync([settles, ends], ct);
        }
        catch (TableConflictException conflict) when (conflict.Key == key)
        {
            // Written anew: whoever looks next sees more. Only the lease ends.
            await EndAsync(ends, ct);
        }
        catch (TableConflictException)
        {
            // The lease lapsed and somebody else took it: what this look sent may have arrived after theirs.
            await KeepAsync(tenantId, mark.Id, ct);
        }
    }

    private async ValueTask EndAsync(TableChange ends, CancellationToken ct)
    {
        try
        {
            await table.CommitAsync([ends], ct);
        }
        catch (TableConflictException)
        {
            // It lapsed and was taken over; the mark is there, so the newest state is shown once more.
        }
    }

    private static StalePoll? Read(TableRow row)
    {
        if (!PollId.TryParse(row.Key.Row[2..], out PollId? id))
        {
            return null;
        }
        StalePollRow stored = JsonSerializer.Deserialize(row.Body.Span, StalePollJson.Default.StalePollRow)!;
        return new(id, stored.WrittenAt, stored.RestsUntil, stored.Shown, row.ETag);
    }

    private static string Partition(string tenantId) => $"pollmarks~{tenantId}";

    private static RowKey MarkKey(string tenantId, PollId id) => new(Partition(tenantId), $"m~{id}");

    private static RowKey LeaseKey(string tenantId, PollId id) => new(Partition(tenantId), $"l~{id}");

    private static RowKey DeadlineKey(string tenantId, PollId id, DateTimeOffset deadline) =>
        new(Partition(tenantId), $"d~{deadline.UtcDateTime.ToString(DeadlineForm, CultureInfo.InvariantCulture)}~{id}");
}

/// <summary>A lease this program holds.</summary>
internal sealed record HeldLease(RowKey Key, RowETag ETag, string Holder, DateTimeOffset Until);
