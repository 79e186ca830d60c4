using System.Collections.Concurrent;

namespace Renkei.Tables.Sqlite;

/// <summary>Keeps readers open between reads. A reader that failed is thrown away, so a disk that comes back is opened afresh.</summary>
internal sealed class SqliteReaderPool(SqliteFile file) : IDisposable
{
    // Reads hold a reader for microseconds; more than a few per core are never out at once for long.
    private static readonly int Kept = 4 * Environment.ProcessorCount;

    private readonly ConcurrentStack<SqliteReader> idle = new();
    private volatile bool disposed;

    public T Read<TQuery, T>(TQuery query, Func<SqliteReader, TQuery, T> read)
    {
        if (!idle.TryPop(out SqliteReader? reader))
        {
            reader = new SqliteReader(file);
        }

        T result;
        try
        {
            result = read(reader, query);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        Return(reader);
        return result;
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryPop(out SqliteReader? reader))
        {
            reader.Dispose();
        }
    }

    private void Return(SqliteReader reader)
    {
        if (disposed || idle.Count >= Kept)
        {
            reader.Dispose();
            return;
        }

        idle.Push(reader);
        if (disposed)
        {
            // Dispose came in between and may have missed it.
            Dispose();
        }
    }
}
