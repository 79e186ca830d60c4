using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>
/// The embedded store: one SQLite file with a write-ahead log, flushed to the disk before a commit is acknowledged. It opens the file
/// at the first call; after a full or missing disk it works again as soon as the disk does. For one process.
/// </summary>
public sealed class SqliteTable : ITable, IAsyncDisposable
{
    // A page is read in one go, so that a slow caller does not keep the log from being moved into the file.
    private const int PageRows = 100;

    private readonly SqliteFile file;
    private readonly SqliteReaderPool readers;
    private readonly Lock opening = new();
    private volatile SqliteCommitQueue? commits;
    private volatile bool disposed;

    /// <summary>Prepares the store; the file is not touched yet.</summary>
    /// <exception cref="ArgumentException">The path is empty or the wait is below one second.</exception>
    public SqliteTable(SqliteTableOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LockWait, TimeSpan.FromSeconds(1));
        this.file = new SqliteFile(options);
        readers = new SqliteReaderPool(this.file);
    }

    /// <summary>Opens or creates the file now instead of at the first call.</summary>
    /// <exception cref="TableUnavailableException">The file cannot be opened or written.</exception>
    /// <exception cref="UnknownTableFileException">A newer version of Renkei, or another program, wrote it.</exception>
    public ValueTask OpenAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Opened();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct)
    {
        TableRules.Check(key);
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(key, static (reader, key) => reader.Find(key)));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, CancellationToken ct)
    {
        TableRules.Check(query);
        return PagesAsync(query, ct);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        TableRules.Check(changes);
        foreach (TableChange change in changes)
        {
            _ = change switch
            {
                TableChange.Replace replace => RowVersion.Parse(replace.IfMatch),
                TableChange.Delete delete => RowVersion.Parse(delete.IfMatch),
                _ => 0,
            };
        }

        ct.ThrowIfCancellationRequested();
        return new(Opened().CommitAsync(changes, ct));
    }

    /// <summary>Writes what waits, moves the log into the file and closes it. Calls after this fail.</summary>
    public async ValueTask DisposeAsync()
    {
        SqliteCommitQueue? commits;
        lock (opening)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            commits = this.commits;
        }

        readers.Dispose();
        if (commits is not null)
        {
            await commits.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<TableRow> PagesAsync(TableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        string from = query.From ?? "";
        int left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            ct.ThrowIfCancellationRequested();
            int count = Math.Min(left, PageRows);
            List<TableRow> page = Read(
                (query.Partition, From: from, query.Before, Count: count),
                static (reader, q) => reader.Range(q.Partition, q.From, q.Before, q.Count)
            );
            foreach (TableRow row in page)
            {
                yield return row;
            }

            if (page.Count < count)
            {
                yield break;
            }

            left -= count;
            // Keys hold no control characters, so nothing lies between the last key and this.
            from = page[^1].Key.Row + '\u0001';
        }

        // SQLite reads without waiting; only the shape of the answer is asynchronous.
        await Task.CompletedTask;
    }

    private T Read<TQuery, T>(TQuery query, Func<SqliteReader, TQuery, T> read)
    {
        Opened();
        try
        {
            return readers.Read(query, read);
        }
        catch (SqliteException failure) when (failure.IsOutage())
        {
            throw failure.ToUnavailable(outcomeUnknown: false);
        }
    }

    private SqliteCommitQueue Opened()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (this.commits is { } opened)
        {
            return opened;
        }

        lock (opening)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                return this.commits ??= new SqliteCommitQueue(this.file, new SqliteWriter(this.file));
            }
            catch (SqliteException failure) when (failure.IsOutage())
            {
                throw failure.ToUnavailable(outcomeUnknown: false);
            }
        }
    }
}
