using System.Runtime.CompilerServices;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>
/// When to look at whom. Whoever changes an owner so that something is due at a new time calls <see cref="KeepAsync"/> before the
/// owner's commit; the commit follows within a minute. A pointer too many does no harm: whoever looks finds nothing to do.
/// </summary>
internal sealed class NoticePointers(ITable table, NoticeClock clock, NoticeBell bell)
{
    /// <summary>
    /// How old (real time) a pointer is before it is taken away: a minute for the commit it goes before, and another for clocks of
    /// instances that differ.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private const int Attempts = 5;

    /// <summary>Has the owner looked at at a time, from now on for two minutes at least if it is past. Repeating it does no harm.</summary>
    /// <param name="tenantId">The owner's tenant.</param>
    /// <param name="kind">Its kind; no <c>~</c>.</param>
    /// <param name="owner">Its id; no <c>~</c>.</param>
    /// <param name="dueAt">The earliest time something is due after the change; the present where that is at once, or in doubt.</param>
    /// <param name="ct">Cancels the commit.</param>
    public async ValueTask KeepAsync(
        string tenantId,
        string kind,
        string owner,
        DateTimeOffset dueAt,
        CancellationToken ct
    )
    {
        RowKey key = NoticePointer.KeyOf(tenantId, dueAt, kind, owner);
        NoticePointer pointer = new(key, dueAt, kind, owner, clock.Real, null, default);
        // Over whatever is there: a new version, so that nobody takes it away by what they knew of the old one.
        await table.CommitAsync([new TableChange.Put(key, pointer.ToBytes())], ct);
        bell.Ring(tenantId);
    }

    /// <summary>What is due to be looked at, oldest first, including what rests.</summary>
    public IAsyncEnumerable<NoticePointer> DueAsync(string tenantId, CancellationToken ct)
    {
        // The rows of this very millisecond are included.
        string before = NoticePointer.Prefix(Floor(clock.Now).AddMilliseconds(1));
        return ReadAsync(TableQuery.Range(NoticePointer.Partition(tenantId), "0", before), ct);
    }

    /// <summary>What will be due, soonest first.</summary>
    public IAsyncEnumerable<NoticePointer> LaterAsync(string tenantId, CancellationToken ct)
    {
        string from = NoticePointer.Prefix(Floor(clock.Now).AddMilliseconds(1));
        return ReadAsync(TableQuery.Range(NoticePointer.Partition(tenantId), from, "a"), ct);
    }

    /// <summary>The soonest of what will be due, or <see langword="null"/> for nothing.</summary>
    public async ValueTask<NoticePointer?> NextAsync(string tenantId, CancellationToken ct)
    {
        string from = NoticePointer.Prefix(Floor(clock.Now).AddMilliseconds(1));
        TableQuery query = TableQuery.Range(NoticePointer.Partition(tenantId), from, "a").Take(1);
        await foreach (NoticePointer pointer in ReadAsync(query, ct))
        {
            return pointer;
        }
        return null;
    }

    /// <summary>Makes nobody else look until a real time. Spares work only: what keeps messages single is the ledger.</summary>
    /// <returns>The pointer as it is now; <see langword="null"/> when somebody else was quicker.</returns>
    public async ValueTask<NoticePointer?> TryRestAsync(
        NoticePointer pointer,
        DateTimeOffset until,
        CancellationToken ct
    )
    {
        NoticePointer next = pointer with { RestsUntil = until };
        try
        {
            IReadOnlyList<RowETag> etags = await table.CommitAsync(
                [new TableChange.Replace(pointer.Key, next.ToBytes(), pointer.ETag)],
                ct
            );
            return next with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes a pointer away once the next time is pointed at: both in one commit, so no crash leaves neither. Where the pointer was
    /// written anew meanwhile it stays, and whoever looks at it next points on.
    /// </summary>
    public async ValueTask ReplaceAsync(NoticePointer pointer, DateTimeOffset? next, CancellationToken ct) =>
        await PointAsync(pointer, next, [new TableChange.Delete(pointer.Key, pointer.ETag)], ct);

    /// <summary>Points at a further time of the same owner, leaving the pointer where it is.</summary>
    public async ValueTask AddAsync(NoticePointer pointer, DateTimeOffset next, CancellationToken ct) =>
        await PointAsync(pointer, next, [], ct);

    private async ValueTask PointAsync(
        NoticePointer pointer,
        DateTimeOffset? next,
        IReadOnlyList<TableChange> changes,
        CancellationToken ct
    )
    {
        string tenantId = pointer.Key.Partition[NoticePointer.Partition("").Length..];
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            List<TableChange> all = [.. changes];
            if (next is { } time)
            {
                RowKey key = NoticePointer.KeyOf(tenantId, time, pointer.Kind, pointer.Owner);
                if (key == pointer.Key)
                {
                    return;
                }
                // One that is there is kept as it is, with its age: somebody's commit may be on the way behind it.
                TableRow? there = await table.FindAsync(key, ct);
                all.Insert(
                    0,
                    there is null
                        ? new TableChange.Insert(
                            key,
                            new NoticePointer(key, time, pointer.Kind, pointer.Owner, null, null, default).ToBytes()
                        )
                        : new TableChange.Replace(key, there.Body, there.ETag)
                );
            }
            try
            {
                if (all.Count > 0)
                {
                    await table.CommitAsync(all, ct);
                }
                return;
            }
            catch (TableConflictException conflict) when (conflict.Key != pointer.Key)
            {
                // The next one changed between reading and writing: read it again.
            }
            catch (TableConflictException)
            {
                return;
            }
        }
    }

    private async IAsyncEnumerable<NoticePointer> ReadAsync(
        TableQuery query,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            yield return NoticePointer.Read(row);
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset time) =>
        time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMillisecond));
}
