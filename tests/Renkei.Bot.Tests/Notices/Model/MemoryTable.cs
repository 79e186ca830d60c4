using System.Globalization;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>The store's promises in memory, without any waiting; told of every commit.</summary>
internal sealed class MemoryTable
{
    private readonly SortedDictionary<string, SortedDictionary<string, TableRow>> partitions = new(
        StringComparer.Ordinal
    );
    private long versions;

    public TableRow? Find(RowKey key)
    {
        TableRules.Check(key);
        return partitions.GetValueOrDefault(key.Partition)?.GetValueOrDefault(key.Row);
    }

    public IReadOnlyList<TableRow> Query(TableQuery query)
    {
        TableRules.Check(query);
        IEnumerable<TableRow> rows = (partitions.GetValueOrDefault(query.Partition) ?? []).Values.Where(r =>
            (query.From is null || string.CompareOrdinal(r.Key.Row, query.From) >= 0)
            && (query.Before is null || string.CompareOrdinal(r.Key.Row, query.Before) < 0)
        );
        return [.. query.Limit is { } limit ? rows.Take(limit) : rows];
    }

    public IReadOnlyList<RowETag> Commit(IReadOnlyList<TableChange> changes)
    {
        TableRules.Check(changes);
        for (int i = 0; i < changes.Count; i++)
        {
            TableRow? there = Find(changes[i].Key);
            bool fits = changes[i] switch
            {
                TableChange.Insert => there is null,
                TableChange.Replace replace => there?.ETag == replace.IfMatch,
                TableChange.Delete delete => there?.ETag == delete.IfMatch,
                _ => true,
            };
            if (!fits)
            {
                throw new TableConflictException(changes[i].Key, i);
            }
        }
        return [.. changes.Select(Apply)];
    }

    private RowETag Apply(TableChange change)
    {
        if (!partitions.TryGetValue(change.Key.Partition, out SortedDictionary<string, TableRow>? rows))
        {
            partitions[change.Key.Partition] = rows = new(StringComparer.Ordinal);
        }
        if (change is TableChange.Delete)
        {
            rows.Remove(change.Key.Row);
            return default;
        }
        RowETag etag = new((++versions).ToString(CultureInfo.InvariantCulture));
        ReadOnlyMemory<byte> body = change switch
        {
            TableChange.Insert insert => insert.Body,
            TableChange.Replace replace => replace.Body,
            TableChange.Put put => put.Body,
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
        rows[change.Key.Row] = new(change.Key, body, etag);
        return etag;
    }
}
