using System.Runtime.CompilerServices;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>The shared store as one program sees it: a gate before and one after each call.</summary>
/// <param name="play">Knows the store.</param>
/// <param name="program">Whose view it is.</param>
/// <param name="looks">Whether it is the dispatcher's, whose reading of a ledger is a look at what is due.</param>
internal sealed class StagedTable(RandomPlay play, Program program, bool looks) : ITable
{
    private const int PageSize = 8;

    public async ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct)
    {
        await play.PassAsync(program, $"find {key.Row}", mayFail: true);
        TableRow? row = play.Store.Find(key);
        await play.PassAsync(program, $"found {key.Row}", mayFail: false);
        return row;
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        await play.PassAsync(program, $"query {query.From}", mayFail: true);
        if (looks && query.From!.StartsWith("n~", StringComparison.Ordinal))
        {
            play.Look(program, query.Partition);
        }
        // Page by page, as the real ones do: between two pages things change.
        string? from = query.From;
        int left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            TableQuery page =
                query.Before is { } before && from is not null
                    ? TableQuery.Range(query.Partition, from, before)
                    : query;
            IReadOnlyList<TableRow> rows = play.Store.Query(page.Take(Math.Min(PageSize, left)));
            await play.PassAsync(program, $"page of {rows.Count}", mayFail: false);
            foreach (TableRow row in rows)
            {
                yield return row;
            }
            left -= rows.Count;
            if (rows.Count < PageSize)
            {
                break;
            }
            from = rows[^1].Key.Row + "!";
        }
    }

    public async ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        await play.PassAsync(program, $"commit {changes[0].Key.Row}", mayFail: true);
        IReadOnlyList<RowETag> etags = play.Commit(program, changes);
        await play.PassAsync(program, $"committed {changes[0].Key.Row}", mayFail: true);
        return etags;
    }
}
