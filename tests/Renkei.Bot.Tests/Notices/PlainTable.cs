using System.Runtime.CompilerServices;
using Renkei.Bot.Tests.Notices.Model;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices;

/// <summary>The store in memory for one test; commits can be made to fail.</summary>
internal sealed class PlainTable : ITable
{
    private readonly Lock gate = new();

    public MemoryTable Rows { get; } = new();

    /// <summary>Commits that are refused, by what their first row's key starts with; <see langword="null"/> for none.</summary>
    public string? RefusedPrefix { get; set; }

    /// <summary>How many commits were refused.</summary>
    public int Refused { get; private set; }

    public ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct)
    {
        lock (gate)
        {
            return new(Rows.Find(key));
        }
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        IReadOnlyList<TableRow> rows;
        lock (gate)
        {
            rows = Rows.Query(query);
        }
        foreach (TableRow row in rows)
        {
            yield return row;
        }
    }

    public ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        lock (gate)
        {
            if (RefusedPrefix is { } prefix && changes[0].Key.Row.StartsWith(prefix, StringComparison.Ordinal))
            {
                Refused++;
                throw new TableUnavailableException("The store is away.", outcomeUnknown: false, inner: null);
            }
            return new(Rows.Commit(changes));
        }
    }
}
