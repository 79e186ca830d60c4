using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>Looks after everything that is due in a tenant: owner by owner, several at the same time.</summary>
internal sealed class NoticeRound(
    NoticePointers pointers,
    NoticeLedger ledger,
    NoticeDelivery delivery,
    NoticePacer pacer,
    NoticeBell bell,
    IEnumerable<INoticeSource> sources,
    NoticeClock clock,
    NoticeChance chance,
    IOptions<NoticeOptions> options,
    ILogger<NoticeRound> log
)
{
    /// <summary>How long (real time) nobody else looks at an owner that is looked at: as long as its messages wait if this program dies.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>How long (real time) an owner that cannot be read is left alone.</summary>
    public static readonly TimeSpan FaultyRest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan FirstLookAgain = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private const int Batch = 64;
    private const int Passes = 8;

    private readonly FrozenDictionary<string, INoticeSource> sources = sources.ToFrozenDictionary(s => s.Kind);

    // A message claims its entry before it waits for its turn, and a claim does not hold for long.
    private readonly int atOnce = AtOnce(options.Value);
    private readonly FairSlots onTheWay = new(AtOnce(options.Value));

    /// <summary>Sends what is due until nothing is left to do now.</summary>
    /// <returns>After which real time to look again at the latest.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async Task<TimeSpan> RunAsync(string tenantId, CancellationToken ct)
    {
        ConcurrentDictionary<RowKey, Task> looks = new();
        try
        {
            while (true)
            {
                Task ring = bell.NextRing(tenantId);
                if (await pacer.RestOfAsync(tenantId, ct) is { } rest)
                {
                    return Min(rest - clock.Real, options.Value.Poll);
                }
                (List<NoticePointer> batch, TimeSpan wait) = await DueAsync(tenantId, looks, ct);
                if (batch.Count == 0 && looks.IsEmpty)
                {
                    NoticePointer? next = await pointers.NextAsync(tenantId, ct);
                    return next is null ? wait : Min(wait, next.DueAt - clock.Now);
                }
                foreach (NoticePointer pointer in batch)
                {
                    // Beyond what can be sent soon, owners are better left to others.
                    while (looks.Count >= atOnce || onTheWay.Waiting >= atOnce)
                    {
                        await Task.WhenAny(looks.Values);
                        await DoneAsync(looks);
                    }
                    looks[pointer.Key] = LookAsync(tenantId, pointer, ct);
                }
                if (batch.Count < Batch && !looks.IsEmpty)
                {
                    await clock.WaitAsync(Task.WhenAny([.. looks.Values, ring]), wait, ct);
                }
                await DoneAsync(looks);
            }
        }
        finally
        {
            // What was begun ends by itself soon; a fault of it was thrown above, or is the store's, which is told once.
            await Task.WhenAll(looks.Values).ConfigureAwait(NoticeClock.Quietly);
        }
    }

    private async ValueTask<(List<NoticePointer> Batch, TimeSpan Wait)> DueAsync(
        string tenantId,
        ConcurrentDictionary<RowKey, Task> looks,
        CancellationToken ct
    )
    {
        List<NoticePointer> batch = [];
        TimeSpan wait = options.Value.Poll;
        DateTimeOffset real = clock.Real;
        await foreach (NoticePointer pointer in pointers.DueAsync(tenantId, ct))
        {
            if (looks.ContainsKey(pointer.Key))
            {
                continue;
            }
            if (pointer.RestsUntil is { } until && until > real && until <= real + FaultyRest + NoticePointers.Settling)
            {
                wait = Min(wait, until - real);
                continue;
            }
            batch.Add(pointer);
            if (batch.Count == Batch)
            {
                break;
            }
        }
        // Each instance in an order of its own, so that two of them seldom reach for the same one.
        batch.Sort((a, b) => chance.Place(a.Owner).CompareTo(chance.Place(b.Owner)));
        return (batch, wait);
    }

    private static async Task DoneAsync(ConcurrentDictionary<RowKey, Task> looks)
    {
        foreach ((RowKey key, Task look) in looks)
        {
            if (look.IsCompleted)
            {
                looks.TryRemove(key, out _);
                await look;
            }
        }
    }

    private async Task LookAsync(string tenantId, NoticePointer found, CancellationToken ct)
    {
        DateTimeOffset until = clock.Real + Lease;
        if (await pointers.TryRestAsync(found, until, ct) is not { } pointer)
        {
            return;
        }
        if (!sources.TryGetValue(pointer.Kind, out INoticeSource? source))
        {
            Log.KindUnknown(log, pointer.Kind);
            await pointers.TryRestAsync(pointer, clock.Real + FaultyRest, ct);
            return;
        }
        NoticeOwner owner = new(tenantId, pointer.Kind, pointer.Owner, source.PartitionOf(tenantId, pointer.Owner));
        try
        {
            (DateTimeOffset? next, DateTimeOffset readAt) = await SendDueAsync(owner, source, until - LeaseMargin, ct);
            await SettleAsync(pointer, next, readAt, ct);
        }
#pragma warning disable CA1031 // One owner that cannot be read must not stop the others; it is looked at again later.
        catch (Exception fault) when (fault is not (TableUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
        {
            Log.OwnerFaulty(log, owner.Kind, owner.Id, fault);
            await pointers.TryRestAsync(pointer, clock.Real + FaultyRest, ct);
        }
    }

    /// <summary>Sends what is due of one owner, and what follows from that.</summary>
    /// <returns>When to look again (the time everybody sees), and at which real time the owner was last read.</returns>
    private async Task<(DateTimeOffset? Next, DateTimeOffset ReadAt)> SendDueAsync(
        NoticeOwner owner,
        INoticeSource source,
        DateTimeOffset stopAt,
        CancellationToken ct
    )
    {
        Dictionary<string, DateTimeOffset> held = [];
        for (int pass = 1; ; pass++)
        {
            DateTimeOffset readAt = clock.Real;
            IReadOnlyList<LedgerEntry> entries = await ledger.ListAsync(owner, ct);
            NoticePlan? plan = await source.PlanAsync(owner.TenantId, owner.Id, entries, ct);
            NoticeSchedule schedule = NoticeSchedule.Of(plan?.Notices ?? [], entries, clock);
            DueNotice[] due = [.. schedule.Due.Where(d => !held.ContainsKey(d.Notice.Key))];
            if (due.Length == 0 && schedule.Outdated.Count == 0)
            {
                if (plan is not null)
                {
                    await plan.FollowAsync(ct);
                }
                // What is held is due; it comes back when its conversation or tenant can take it.
                IEnumerable<DateTimeOffset> times = schedule.Due.Select(d => held[d.Notice.Key]);
                return (schedule.Next is { } next ? times.Append(next).Min() : Earliest(times), readAt);
            }
            if (pass > Passes || clock.Real > stopAt)
            {
                return (clock.Now + Soon, readAt);
            }
            foreach (DueNotice old in schedule.Outdated)
            {
                await ledger.TryWriteAsync(owner, Outdated(old), ct);
            }
            DateTimeOffset?[] answers = await Task.WhenAll(
                due.Select(one => DeliverAsync(owner, source, entries, one, stopAt, ct))
            );
            for (int i = 0; i < due.Length; i++)
            {
                if (answers[i] is { } again)
                {
                    held[due[i].Notice.Key] = again;
                }
            }
        }
    }

    private async Task<DateTimeOffset?> DeliverAsync(
        NoticeOwner owner,
        INoticeSource source,
        IReadOnlyList<LedgerEntry> entries,
        DueNotice due,
        DateTimeOffset stopAt,
        CancellationToken ct
    )
    {
        await onTheWay.WaitAsync(ct);
        try
        {
            return clock.Real > stopAt
                ? clock.Now + Soon
                : await delivery.DeliverAsync(owner, source, entries, due, ct);
        }
        finally
        {
            onTheWay.Release();
        }
    }

    /// <summary>
    /// Points on, and takes the pointer away if it can be: younger than two minutes, the change it announces may not be there yet, so it
    /// stays and is looked at again, after twice its age each time.
    /// </summary>
    private async ValueTask SettleAsync(
        NoticePointer pointer,
        DateTimeOffset? next,
        DateTimeOffset readAt,
        CancellationToken ct
    )
    {
        if (next <= clock.Now)
        {
            await pointers.TryRestAsync(pointer, clock.Real, ct);
            return;
        }
        if (pointer.WrittenAt is not { } written || readAt - written >= NoticePointers.Settling)
        {
            await pointers.ReplaceAsync(pointer, next, ct);
            return;
        }
        if (next is { } later)
        {
            await pointers.AddAsync(pointer, later, ct);
        }
        TimeSpan age = readAt > written ? readAt - written : TimeSpan.Zero;
        TimeSpan again = Min(age + age + FirstLookAgain, NoticePointers.Settling);
        await pointers.TryRestAsync(pointer, written + again, ct);
    }

    private LedgerEntry Outdated(DueNotice due) =>
        (due.Entry ?? LedgerEntry.Of(due.Notice, NoticeState.Skipped, clock.Now)) with
        {
            State = NoticeState.Skipped,
            Reason = NoticeReason.Outdated,
            At = clock.Now,
            Until = null,
            Claim = null,
        };

    private static DateTimeOffset? Earliest(IEnumerable<DateTimeOffset> times) =>
        times.Select(t => (DateTimeOffset?)t).Min();

    private static int AtOnce(NoticeOptions options) =>
        Math.Min(options.AtOnce, (int)Math.Ceiling(options.MessagesPerSecond * 2));

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
