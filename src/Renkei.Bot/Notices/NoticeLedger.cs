using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>
/// What became of the notices of an owner: rows <c>n~{owner}~{key}</c> in the owner's own partition. Each method may be repeated
/// without harm.
/// </summary>
internal sealed class NoticeLedger(ITable table, NoticePointers pointers, NoticeClock clock)
{
    private const int Attempts = 8;

    /// <summary>All entries of an owner, in the order of their keys.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ListAsync(NoticeOwner owner, CancellationToken ct)
    {
        List<LedgerEntry> entries = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.Prefix(owner.Partition, Prefix(owner)), ct))
        {
            entries.Add(LedgerEntry.Read(row));
        }
        return entries;
    }

    /// <summary>One entry, or <see langword="null"/> where nothing happened to the notice yet.</summary>
    public async ValueTask<LedgerEntry?> FindAsync(NoticeOwner owner, string key, CancellationToken ct) =>
        await table.FindAsync(RowOf(owner, key), ct) is { } row ? LedgerEntry.Read(row) : null;

    /// <summary>Notes that the card was looked at or pressed; the first time counts.</summary>
    /// <returns>Whether there is such an entry.</returns>
    /// <exception cref="TableUnavailableException">The store is away, or the entry kept changing.</exception>
    public async Task<bool> SeenAsync(NoticeOwner owner, string key, CancellationToken ct) =>
        await ChangeAsync(
            owner,
            key,
            entry =>
                entry switch
                {
                    // Looked at before Teams' answer was here: so it arrived.
                    { State: NoticeState.Sent } or { State: NoticeState.Sending, TimesSent: 0 } => entry with
                    {
                        State = NoticeState.Seen,
                        Reason = NoticeReason.None,
                        SeenAt = entry.SeenAt ?? clock.Now,
                        At = clock.Now,
                        Until = null,
                    },
                    { SeenAt: null } => entry with { SeenAt = clock.Now },
                    _ => entry,
                },
            ct
        )
            is not null;

    /// <summary>Notes by which button it was answered; it is not sent again then. The last answer counts.</summary>
    /// <returns>Whether there is such an entry.</returns>
    /// <exception cref="TableUnavailableException">The store is away, or the entry kept changing.</exception>
    public async Task<bool> AnsweredAsync(NoticeOwner owner, string key, string button, CancellationToken ct) =>
        await ChangeAsync(
            owner,
            key,
            entry =>
                entry.AnsweredBy == button && entry.State is not (NoticeState.Postponed or NoticeState.Sending)
                    ? entry
                    : entry with
                    {
                        SeenAt = entry.SeenAt ?? clock.Now,
                        AnsweredAt = clock.Now,
                        AnsweredBy = button,
                        State = IsOpen(entry) ? NoticeState.Answered : entry.State,
                        Reason = IsOpen(entry) ? NoticeReason.None : entry.Reason,
                        At = IsOpen(entry) ? clock.Now : entry.At,
                        Until = null,
                    },
            ct
        )
            is not null;

    /// <summary>Has a notice sent (again) later, as its reader wishes, if it is still planned then.</summary>
    /// <param name="owner">Whose notice.</param>
    /// <param name="key">Its key.</param>
    /// <param name="until">When (UTC); after the present.</param>
    /// <param name="ct">Cancels the commits.</param>
    /// <returns>Whether it will be: not for one that was never sent, was withdrawn, or failed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is not in the future.</exception>
    /// <exception cref="TableUnavailableException">The store is away, or the entry kept changing.</exception>
    public async Task<bool> PostponeAsync(NoticeOwner owner, string key, DateTimeOffset until, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, clock.Now);
        if (await FindAsync(owner, key, ct) is not { } found || !IsOpen(found))
        {
            return false;
        }
        await pointers.KeepAsync(owner.TenantId, owner.Kind, owner.Id, until, ct);
        LedgerEntry? changed = await ChangeAsync(
            owner,
            key,
            entry =>
                !IsOpen(entry) || (entry.State == NoticeState.Postponed && entry.Until == until)
                    ? entry
                    : entry with
                    {
                        State = NoticeState.Postponed,
                        Reason = NoticeReason.Snoozed,
                        SeenAt = entry.SeenAt ?? clock.Now,
                        At = clock.Now,
                        Until = until,
                        Failures = 0,
                        TriedSince = null,
                    },
            ct
        );
        return changed is { State: NoticeState.Postponed };
    }

    /// <summary>Notes that what was sent no longer holds, e.g. because the council was moved. Keys without an entry are passed over.</summary>
    /// <returns>The entries withdrawn now; each was read just before, with where its card is.</returns>
    /// <exception cref="TableUnavailableException">The store is away, or an entry kept changing.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> WithdrawAsync(
        NoticeOwner owner,
        IEnumerable<string> keys,
        CancellationToken ct
    )
    {
        List<LedgerEntry> withdrawn = [];
        foreach (string key in keys)
        {
            bool isNew = false;
            LedgerEntry? changed = await ChangeAsync(
                owner,
                key,
                entry =>
                {
                    isNew = entry.State is not (NoticeState.Withdrawn or NoticeState.Failed or NoticeState.Skipped);
                    // One on its way may arrive all the same; whoever sends it knows, unless it crashes first. Until then nobody else
                    // sends it, should it be planned again meanwhile.
                    return isNew
                        ? Withdrawn(entry) with
                        {
                            MaybeTwice = entry.MaybeTwice || entry.State == NoticeState.Sending,
                            Until = entry.State == NoticeState.Sending ? entry.Until : null,
                        }
                        : entry;
                },
                ct
            );
            if (isNew && changed is not null)
            {
                withdrawn.Add(changed);
            }
        }
        return withdrawn;
    }

    /// <summary>An entry, withdrawn now.</summary>
    public LedgerEntry Withdrawn(LedgerEntry entry) =>
        entry with
        {
            State = NoticeState.Withdrawn,
            Reason = NoticeReason.None,
            At = clock.Now,
            Until = null,
        };

    /// <summary>Stores an entry that is new (no ETag) or still as it was read.</summary>
    /// <returns>The stored entry; <see langword="null"/> when somebody else was quicker.</returns>
    /// <exception cref="TableUnavailableException">The store is away; the entry may be stored all the same.</exception>
    public async ValueTask<LedgerEntry?> TryWriteAsync(NoticeOwner owner, LedgerEntry entry, CancellationToken ct)
    {
        RowKey row = RowOf(owner, entry.Key);
        ReadOnlyMemory<byte> body = entry.ToBytes();
        try
        {
            IReadOnlyList<RowETag> etags = await table.CommitAsync(
                [
                    entry.ETag == default
                        ? new TableChange.Insert(row, body)
                        : new TableChange.Replace(row, body, entry.ETag),
                ],
                ct
            );
            return entry with { ETag = etags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
        catch (TableUnavailableException fault) when (fault.OutcomeUnknown)
        {
            // It may be there: claims make entries unlike each other, so the very bytes can only be these.
            if (await table.FindAsync(row, ct) is { } there && there.Body.Span.SequenceEqual(body.Span))
            {
                return entry with { ETag = there.ETag };
            }
            throw;
        }
    }

    /// <summary>Applies a change to an entry as it is stored now; one that changes nothing costs no commit.</summary>
    /// <returns>The entry after it; <see langword="null"/> where there is none.</returns>
    public async ValueTask<LedgerEntry?> ChangeAsync(
        NoticeOwner owner,
        string key,
        Func<LedgerEntry, LedgerEntry> change,
        CancellationToken ct
    )
    {
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await FindAsync(owner, key, ct) is not { } entry)
            {
                return null;
            }
            LedgerEntry next = change(entry);
            if (next == entry)
            {
                return entry;
            }
            if (await TryWriteAsync(owner, next, ct) is { } written)
            {
                return written;
            }
        }
        throw new TableUnavailableException("The entry kept changing.", outcomeUnknown: false, inner: null);
    }

    /// <summary>Whether it was sent, is being sent, or waits to be, so that its reader can still say something to it.</summary>
    private static bool IsOpen(LedgerEntry entry) =>
        entry.State
            is NoticeState.Sending
                or NoticeState.Sent
                or NoticeState.Seen
                or NoticeState.Answered
                or NoticeState.Postponed;

    private static string Prefix(NoticeOwner owner) => $"n~{owner.Id}~";

    private static RowKey RowOf(NoticeOwner owner, string key) => new(owner.Partition, Prefix(owner) + key);
}
