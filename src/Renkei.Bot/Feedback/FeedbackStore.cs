using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Renkei.Tables;

namespace Renkei.Bot.Feedback;

/// <summary>Reads and changes what head office shared, who has seen it and what they replied.</summary>
internal sealed class FeedbackStore(ITable table, FeedbackNotices notices, TimeProvider clock)
{
    private const int Attempts = 12;
    private const int RepliesAtMost = 200;
    private readonly DecodedRows<FeedbackItem> decoded = new(capacity: 1_000);

    /// <summary>One item, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<FeedbackItem?> FindAsync(string tenantId, FeedbackId id, CancellationToken ct) =>
        await table.FindAsync(FeedbackKeys.Item(tenantId, id), ct) is { } row ? Decode(row) : null;

    /// <summary>What was shared in a fiscal year, the newest first. One range.</summary>
    public async Task<IReadOnlyList<FeedbackItem>> YearAsync(
        string tenantId,
        string prefectureCode,
        int fiscalYear,
        CancellationToken ct
    )
    {
        List<FeedbackItem> items = [];
        TableQuery year = TableQuery.Prefix(
            FeedbackKeys.Partition(tenantId, prefectureCode),
            FeedbackKeys.Year(fiscalYear)
        );
        await foreach (TableRow row in table.QueryAsync(year, ct))
        {
            items.Add(Decode(row));
        }
        return items;
    }

    /// <summary>Whether an item has all words of a search, whatever their width, kana and case; in the title, the text or its field's name.</summary>
    public static bool Matches(FeedbackItem item, string fieldName, string words)
    {
        string all = TextNormaliser.Normalise($"{item.Title} {item.Text} {fieldName}");
        return words
            .Split([' ', '　', '、', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(TextNormaliser.Normalise)
            .All(word => all.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Shares something; when it is there already (a repeated press), nothing changes.</summary>
    /// <returns>The item as it stands.</returns>
    public async Task<FeedbackItem> AddAsync(
        string tenantId,
        FeedbackItem item,
        FeedbackAudience audience,
        CancellationToken ct
    )
    {
        await notices.BeforeCommitAsync(tenantId, item.Id, ct);
        try
        {
            await table.CommitAsync(
                [
                    new TableChange.Insert(FeedbackKeys.Item(tenantId, item.Id), Body(item)),
                    new TableChange.Insert(
                        FeedbackKeys.Audience(tenantId, item.Id),
                        RowBody.Write(audience, FeedbackJson.Default.FeedbackAudience)
                    ),
                ],
                ct
            );
            return item;
        }
        catch (TableConflictException)
        {
            return await FindAsync(tenantId, item.Id, ct)
                ?? throw new InvalidOperationException($"Feedback {item.Id} was there and is gone.");
        }
    }

    /// <summary>Changes an item; how it was until then goes into its history in the same commit.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The item.</param>
    /// <param name="by">Who; already authorised.</param>
    /// <param name="change">The change; may run several times. Where nothing is different afterwards nothing is written.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The item as it stands afterwards, or <see langword="null"/> where there is none.</returns>
    public async Task<FeedbackItem?> ChangeAsync(
        string tenantId,
        FeedbackId id,
        PersonRef by,
        Func<FeedbackItem, FeedbackItem> change,
        CancellationToken ct
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            RowKey key = FeedbackKeys.Item(tenantId, id);
            if (await table.FindAsync(key, ct) is not { } row)
            {
                return null;
            }
            FeedbackItem before = Decode(row);
            FeedbackItem after = change(before);
            if (Body(after).Span.SequenceEqual(Body(before).Span))
            {
                return before;
            }
            after = after with { Revision = before.Revision + 1, ChangedBy = by, ChangedAt = clock.GetUtcNow() };
            await notices.BeforeCommitAsync(tenantId, id, ct);
            try
            {
                await table.CommitAsync(
                    [
                        new TableChange.Replace(key, Body(after), row.ETag),
                        new TableChange.Insert(FeedbackKeys.History(tenantId, id, before.Revision), Body(before)),
                    ],
                    ct
                );
                return after;
            }
            catch (TableConflictException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 * attempt)), clock, ct);
            }
            catch (TableConflictException conflict)
            {
                throw new TableUnavailableException("Others kept changing the same feedback.", false, conflict);
            }
        }
    }

    /// <summary>How an item was before its newest changes, the latest first.</summary>
    public Task<IReadOnlyList<FeedbackItem>> HistoryAsync(
        string tenantId,
        FeedbackId id,
        int limit,
        CancellationToken ct
    ) =>
        ListAsync(
            TableQuery
                .Prefix(FeedbackKeys.Partition(tenantId, id.PrefectureCode), FeedbackKeys.HistoryPrefix(id))
                .Take(limit),
            FeedbackJson.Default.FeedbackItem,
            ct
        );

    /// <summary>Whom it was shared with.</summary>
    public async ValueTask<FeedbackAudience> AudienceAsync(string tenantId, FeedbackId id, CancellationToken ct) =>
        await table.FindAsync(FeedbackKeys.Audience(tenantId, id), ct) is { } row
            ? RowBody.Read(row, FeedbackJson.Default.FeedbackAudience)
            : new([]);

    /// <summary>Who has seen it.</summary>
    public Task<IReadOnlyList<FeedbackSeen>> SeenAsync(string tenantId, FeedbackId id, CancellationToken ct) =>
        ListAsync(
            TableQuery.Prefix(FeedbackKeys.Partition(tenantId, id.PrefectureCode), FeedbackKeys.SeenPrefix(id)),
            FeedbackJson.Default.FeedbackSeen,
            ct
        );

    /// <summary>Notes that somebody has seen it; the first time counts, and saying so counts more than opening.</summary>
    /// <returns>What is kept of it.</returns>
    public async Task<FeedbackSeen> MarkAsync(string tenantId, FeedbackId id, FeedbackSeen seen, CancellationToken ct)
    {
        RowKey key = FeedbackKeys.Seen(tenantId, id, seen.Who.ObjectId);
        FeedbackSeen? before = await table.FindAsync(key, ct) is { } row
            ? RowBody.Read(row, FeedbackJson.Default.FeedbackSeen)
            : null;
        if (before is { SaidSo: true } || (before is not null && !seen.SaidSo))
        {
            return before;
        }
        FeedbackSeen next = seen with { At = before?.At ?? seen.At };
        await table.CommitAsync([new TableChange.Put(key, RowBody.Write(next, FeedbackJson.Default.FeedbackSeen))], ct);
        return next;
    }

    /// <summary>The replies, oldest first.</summary>
    public Task<IReadOnlyList<FeedbackReply>> RepliesAsync(string tenantId, FeedbackId id, CancellationToken ct) =>
        ListAsync(
            TableQuery
                .Prefix(FeedbackKeys.Partition(tenantId, id.PrefectureCode), FeedbackKeys.ReplyPrefix(id))
                .Take(RepliesAtMost),
            FeedbackJson.Default.FeedbackReply,
            ct
        );

    /// <summary>Adds a reply; repeated, it is there once.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The item.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="name">Names the press: the same form with the same words; <c>a-z 0-9</c>.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task ReplyAsync(string tenantId, FeedbackId id, FeedbackReply reply, string name, CancellationToken ct)
    {
        foreach (TableRow row in await RowsAsync(tenantId, id, ct))
        {
            if (row.Key.Row.EndsWith($"~{name}", StringComparison.Ordinal))
            {
                return;
            }
        }
        await notices.BeforeCommitAsync(tenantId, id, ct);
        string time = reply.At.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        await table.CommitAsync(
            [
                new TableChange.Put(
                    FeedbackKeys.Reply(tenantId, id, $"{time}~{name}"),
                    RowBody.Write(reply, FeedbackJson.Default.FeedbackReply)
                ),
            ],
            ct
        );
    }

    private async Task<IReadOnlyList<TableRow>> RowsAsync(string tenantId, FeedbackId id, CancellationToken ct)
    {
        List<TableRow> rows = [];
        TableQuery all = TableQuery.Prefix(
            FeedbackKeys.Partition(tenantId, id.PrefectureCode),
            FeedbackKeys.ReplyPrefix(id)
        );
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            rows.Add(row);
        }
        return rows;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(TableQuery query, JsonTypeInfo<T> type, CancellationToken ct)
    {
        List<T> list = [];
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            list.Add(RowBody.Read(row, type));
        }
        return list;
    }

    private FeedbackItem Decode(TableRow row) =>
        decoded.Of(row, 0, static (row, _) => RowBody.Read(row, FeedbackJson.Default.FeedbackItem));

    private static ReadOnlyMemory<byte> Body(FeedbackItem item) =>
        RowBody.Write(item, FeedbackJson.Default.FeedbackItem);
}
