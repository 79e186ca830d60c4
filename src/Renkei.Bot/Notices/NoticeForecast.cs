namespace Renkei.Bot.Notices;

/// <summary>When the next message will really go out, for a trial that wants to see it: pointers alone may point at nothing.</summary>
internal sealed class NoticeForecast(
    NoticePointers pointers,
    NoticeLedger ledger,
    IEnumerable<INoticeSource> sources,
    NoticeClock clock
)
{
    /// <summary>The earliest future time (UTC) at which a notice of a tenant is due; <see langword="null"/> for none.</summary>
    public async Task<DateTimeOffset?> NextAsync(string tenantId, CancellationToken ct)
    {
        DateTimeOffset? earliest = null;
        HashSet<(string, string)> known = [];
        await foreach (NoticePointer pointer in pointers.LaterAsync(tenantId, ct))
        {
            if (earliest <= pointer.DueAt)
            {
                // Nobody is due before the first pointer at them, so the owners further on are later.
                break;
            }
            if (
                !known.Add((pointer.Kind, pointer.Owner))
                || sources.FirstOrDefault(s => s.Kind == pointer.Kind) is not { } source
            )
            {
                continue;
            }
            NoticeOwner owner = new(tenantId, pointer.Kind, pointer.Owner, source.PartitionOf(tenantId, pointer.Owner));
            IReadOnlyList<LedgerEntry> entries = await ledger.ListAsync(owner, ct);
            NoticePlan? plan = await source.PlanAsync(tenantId, owner.Id, entries, ct);
            DateTimeOffset? next = NoticeSchedule.Of(plan?.Notices ?? [], entries, clock).Next;
            earliest = earliest is null || next < earliest ? next ?? earliest : earliest;
        }
        return earliest;
    }
}
