using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Summaries;

/// <summary>
/// Which conversations get summaries by themselves. Partition <c>summary~{tenant}</c>, row <c>w~{conversation}</c>; what was sent lies
/// beside it, as the ledger of notices keeps it.
/// </summary>
internal sealed class SubscriptionStore(ITable table, NoticePointers pointers, BusinessDays days)
{
    /// <summary>The kind of owner a subscription is.</summary>
    public const string Kind = "summary";

    /// <summary>Where the subscriptions of a tenant lie.</summary>
    public static string Partition(string tenantId) => $"summary~{tenantId}";

    /// <summary>What a conversation gets, or <see langword="null"/> for nothing.</summary>
    public ValueTask<Subscription?> FindAsync(ConversationAddress address, CancellationToken ct) =>
        FindAsync(address.TenantId, Subscription.IdOf(address), ct);

    /// <summary>A subscription by its id.</summary>
    public async ValueTask<Subscription?> FindAsync(string tenantId, string id, CancellationToken ct) =>
        await table.FindAsync(Key(tenantId, id), ct) is { } row ? SubscriptionRow.Read(row) : null;

    /// <summary>Sets up or changes what a conversation gets; the next time is pointed at before the commit.</summary>
    /// <param name="read">As it was read; <see langword="null"/> for none.</param>
    /// <param name="next">As it is to be.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>Whether it was still as it had been read.</returns>
    public async Task<bool> TryKeepAsync(Subscription? read, Subscription next, CancellationToken ct)
    {
        string tenantId = next.Address.TenantId;
        DateTimeOffset first = next.When.Around(next.Since, days).First(s => s.At > next.Since).At;
        await pointers.KeepAsync(tenantId, Kind, next.Id, first, ct);
        RowKey key = Key(tenantId, next.Id);
        ReadOnlyMemory<byte> body = SubscriptionRow.Write(next);
        return await TryCommitAsync(
            read is null ? new TableChange.Insert(key, body) : new TableChange.Replace(key, body, read.ETag),
            ct
        );
    }

    /// <summary>Ends it.</summary>
    /// <returns>Whether it was still as it had been read.</returns>
    public Task<bool> TryStopAsync(Subscription read, CancellationToken ct) =>
        TryCommitAsync(new TableChange.Delete(Key(read.Address.TenantId, read.Id), read.ETag), ct);

    private async Task<bool> TryCommitAsync(TableChange change, CancellationToken ct)
    {
        try
        {
            await table.CommitAsync([change], ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static RowKey Key(string tenantId, string id) => new(Partition(tenantId), $"w~{id}");
}
