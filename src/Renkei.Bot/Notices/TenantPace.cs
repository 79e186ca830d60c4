using System.Text.Json;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>
/// Slots for messages to one tenant, evenly spaced and shared by all instances: each reserves about a quarter second of them in the
/// store and hands them out one by one. An instance that dies takes no more than that with it.
/// </summary>
internal sealed class TenantPace(ITable table, string tenantId, double perSecond, NoticeClock clock)
{
    private const int Attempts = 20;
    private const int RestsKept = 200;

    // Further ahead than any number of instances reserves: the clock that wrote it was wrong, or ours was set back.
    private static readonly TimeSpan Absurd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly FairSlots one = new(1);
    private readonly TimeSpan spacing = TimeSpan.FromSeconds(1 / perSecond);
    private readonly int chunk = Math.Max(1, (int)(perSecond / 4));
    private readonly RowKey key = new($"pace~{tenantId}", "pace");
    private volatile PaceRow last = new();
    private DateTimeOffset next;
    private int left;

    /// <summary>What the instances shared when this one last looked.</summary>
    public PaceRow Last => last;

    /// <summary>Waits for a slot.</summary>
    /// <returns><see langword="null"/> once it has come; otherwise until when (real time) the tenant rests.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async ValueTask<DateTimeOffset?> TakeAsync(CancellationToken ct)
    {
        DateTimeOffset slot;
        await one.WaitAsync(ct);
        try
        {
            while (true)
            {
                DateTimeOffset now = clock.Real;
                if (next > now + Absurd)
                {
                    left = 0;
                    next = now;
                }
                TimeSpan length = chunk * spacing;
                // Slots not used in time are gone: used all at once they would be a burst.
                for (; left > 0 && next + length < now; left--)
                {
                    next += spacing;
                }
                if (left > 0)
                {
                    break;
                }
                // Early enough that the store's answer costs no slot, late enough that no more than one and a half parts are at stake.
                await clock.DelayAsync(next - now - (length / 2), ct);
                if (await ReserveAsync(ct) is { } rest)
                {
                    return rest;
                }
            }
            slot = next;
            next += spacing;
            left--;
        }
        finally
        {
            one.Release();
        }
        await clock.DelayAsync(slot - clock.Real, ct);
        return RestOf(last);
    }

    /// <summary>Until when the tenant rests, as stored now; <see langword="null"/> when it does not.</summary>
    public async ValueTask<DateTimeOffset?> RestAsync(CancellationToken ct)
    {
        (PaceRow row, _) = await ReadAsync(ct);
        last = row;
        return RestOf(row);
    }

    /// <summary>Lets a conversation rest, and the others know.</summary>
    public ValueTask RestAsync(string conversation, DateTimeOffset until, CancellationToken ct) =>
        ChangeAsync(
            row =>
            {
                Dictionary<string, DateTimeOffset> resting = row
                    .Resting.Where(r => r.Value > clock.Real)
                    .OrderByDescending(r => r.Value)
                    .Take(RestsKept - 1)
                    .ToDictionary();
                resting[conversation] =
                    resting.TryGetValue(conversation, out DateTimeOffset other) && other > until ? other : until;
                return row with { Resting = resting };
            },
            ct
        );

    /// <summary>Lets the whole tenant rest.</summary>
    public ValueTask RestAsync(DateTimeOffset until, CancellationToken ct) =>
        ChangeAsync(row => row.RestsUntil >= until ? row : row with { RestsUntil = until }, ct);

    /// <summary>Stops sending to the tenant until it is heard of.</summary>
    public ValueTask DisableAsync(CancellationToken ct) =>
        ChangeAsync(row => row.DisabledSince is null ? row with { DisabledSince = clock.Real } : row, ct);

    /// <summary>Goes on after <see cref="DisableAsync"/>.</summary>
    public ValueTask EnableAsync(CancellationToken ct) =>
        ChangeAsync(row => row.DisabledSince is null ? row : row with { DisabledSince = null }, ct);

    private async ValueTask<DateTimeOffset?> ReserveAsync(CancellationToken ct)
    {
        DateTimeOffset from = default;
        await ChangeAsync(
            row =>
            {
                DateTimeOffset now = clock.Real;
                from = row.NextFree > now + Absurd || row.NextFree < now ? now : row.NextFree;
                return RestOf(row) is null ? row with { NextFree = from + (chunk * spacing) } : row;
            },
            ct
        );
        if (RestOf(last) is { } rest)
        {
            return rest;
        }
        next = from;
        left = chunk;
        return null;
    }

    private DateTimeOffset? RestOf(PaceRow row) =>
        row.DisabledSince is not null ? clock.Real + LongestRest
        : row.RestsUntil is { } until && until > clock.Real && until <= clock.Real + LongestRest ? until
        : null;

    private async ValueTask ChangeAsync(Func<PaceRow, PaceRow> change, CancellationToken ct)
    {
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            (PaceRow row, RowETag etag) = await ReadAsync(ct);
            PaceRow changed = change(row);
            if (changed == row)
            {
                last = row;
                return;
            }
            ReadOnlyMemory<byte> body = RowBody.Write(changed, PaceJson.Default.PaceRow);
            try
            {
                await table.CommitAsync(
                    [etag == default ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, etag)],
                    ct
                );
                last = changed;
                return;
            }
            catch (TableConflictException)
            {
                // Another instance reserved at the same moment; what is free begins after it.
            }
        }
        throw new TableUnavailableException("The pace kept changing.", outcomeUnknown: false, inner: null);
    }

    private async ValueTask<(PaceRow Row, RowETag ETag)> ReadAsync(CancellationToken ct) =>
        await table.FindAsync(key, ct) is { } row
            ? (RowBody.Read(row, PaceJson.Default.PaceRow), row.ETag)
            : (new(), default);
}
