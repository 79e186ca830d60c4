using SQLitePCL;

namespace Renkei.Tables.Sqlite;

/// <summary>A read-only connection with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly sqlite3 connection;
    private readonly SqliteStatement find;
    private readonly Lazy<SqliteStatement> toEnd;
    private readonly Lazy<SqliteStatement> toBefore;

    public SqliteReader(SqliteFile file)
    {
        this.connection = file.OpenToRead();
        try
        {
            find = new(this.connection, "SELECT body, version FROM rows WHERE partition = ?1 AND row = ?2");
        }
        catch
        {
            this.connection.Dispose();
            throw;
        }
        toEnd = new(() =>
            new(
                this.connection,
                "SELECT row, body, version FROM rows WHERE partition = ?1 AND row >= ?2 ORDER BY row LIMIT ?3"
            )
        );
        toBefore = new(() =>
            new(
                this.connection,
                "SELECT row, body, version FROM rows WHERE partition = ?1 AND row >= ?2 AND row < ?4 ORDER BY row LIMIT ?3"
            )
        );
    }

    public TableRow? Find(RowKey key)
    {
        find.Bind(1, key.Partition);
        find.Bind(2, key.Row);
        try
        {
            return find.Step() ? new TableRow(key, find.Bytes(0), RowVersion.ToETag(find.Number(1))) : null;
        }
        finally
        {
            find.Reset();
        }
    }

    /// <summary>At most <paramref name="count"/> rows from <paramref name="from"/> (included) to <paramref name="before"/> (not included).</summary>
    public List<TableRow> Range(string partition, string from, string? before, int count)
    {
        SqliteStatement range = (before is null ? toEnd : toBefore).Value;
        range.Bind(1, partition);
        range.Bind(2, from);
        range.Bind(3, count);
        if (before is not null)
        {
            range.Bind(4, before);
        }
        List<TableRow> rows = [];
        try
        {
            while (range.Step())
            {
                RowKey key = new(partition, range.Text(0));
                rows.Add(new(key, range.Bytes(1), RowVersion.ToETag(range.Number(2))));
            }
            return rows;
        }
        finally
        {
            range.Reset();
        }
    }

    public void Dispose()
    {
        find.Dispose();
        if (toEnd.IsValueCreated)
        {
            toEnd.Value.Dispose();
        }

        if (toBefore.IsValueCreated)
        {
            toBefore.Value.Dispose();
        }

        this.connection.Dispose();
    }
}
