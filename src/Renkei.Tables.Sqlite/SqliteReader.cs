using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>A read-only connection with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteParameter findPartition;
    private readonly SqliteParameter findRow;
    private readonly Lazy<SqliteRangeStatement> toEnd;
    private readonly Lazy<SqliteRangeStatement> toBefore;

    public SqliteReader(SqliteFile file)
    {
        this.connection = file.OpenToRead();
        find = this.connection.CreateCommand();
        find.CommandText = "SELECT body, version FROM rows WHERE partition = $partition AND row = $row";
        findPartition = find.Parameters.Add("$partition", SqliteType.Text);
        findRow = find.Parameters.Add("$row", SqliteType.Text);
        toEnd = new(() => new SqliteRangeStatement(this.connection, bounded: false));
        toBefore = new(() => new SqliteRangeStatement(this.connection, bounded: true));
    }

    public TableRow? Find(RowKey key)
    {
        findPartition.Value = key.Partition;
        findRow.Value = key.Row;
        using SqliteDataReader reader = find.ExecuteReader();
        return reader.Read()
            ? new TableRow(key, reader.GetFieldValue<byte[]>(0), RowVersion.ToETag(reader.GetInt64(1)))
            : null;
    }

    /// <summary>At most <paramref name="count"/> rows from <paramref name="from"/> (included) to <paramref name="before"/> (not included).</summary>
    public List<TableRow> Range(string partition, string from, string? before, int count) =>
        (before is null ? toEnd : toBefore).Value.Read(partition, from, before, count);

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
