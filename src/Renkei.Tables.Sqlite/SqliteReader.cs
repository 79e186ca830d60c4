using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>A read-only connection with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteParameter _findPartition;
    private readonly SqliteParameter _findRow;
    private readonly Lazy<SqliteRangeStatement> _toEnd;
    private readonly Lazy<SqliteRangeStatement> _toBefore;

    public SqliteReader(SqliteFile file)
    {
        _connection = file.OpenToRead();
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT body, version FROM rows WHERE partition = $partition AND row = $row";
        _findPartition = _find.Parameters.Add("$partition", SqliteType.Text);
        _findRow = _find.Parameters.Add("$row", SqliteType.Text);
        _toEnd = new(() => new SqliteRangeStatement(_connection, bounded: false));
        _toBefore = new(() => new SqliteRangeStatement(_connection, bounded: true));
    }

    public TableRow? Find(RowKey key)
    {
        _findPartition.Value = key.Partition;
        _findRow.Value = key.Row;
        using SqliteDataReader reader = _find.ExecuteReader();
        return reader.Read()
            ? new TableRow(key, reader.GetFieldValue<byte[]>(0), RowVersion.ToETag(reader.GetInt64(1)))
            : null;
    }

    /// <summary>At most <paramref name="count"/> rows from <paramref name="from"/> (included) to <paramref name="before"/> (not included).</summary>
    public List<TableRow> Range(string partition, string from, string? before, int count) =>
        (before is null ? _toEnd : _toBefore).Value.Read(partition, from, before, count);

    public void Dispose()
    {
        _find.Dispose();
        if (_toEnd.IsValueCreated)
        {
            _toEnd.Value.Dispose();
        }

        if (_toBefore.IsValueCreated)
        {
            _toBefore.Value.Dispose();
        }

        _connection.Dispose();
    }
}
