using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>The prepared statement of a range read, with or without an end.</summary>
internal sealed class SqliteRangeStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _partition;
    private readonly SqliteParameter _from;
    private readonly SqliteParameter? _before;
    private readonly SqliteParameter _count;

    public SqliteRangeStatement(SqliteConnection connection, bool bounded)
    {
        _command = connection.CreateCommand();
        _command.CommandText = bounded
            ? "SELECT row, body, version FROM rows WHERE partition = $partition AND row >= $from AND row < $before ORDER BY row LIMIT $count"
            : "SELECT row, body, version FROM rows WHERE partition = $partition AND row >= $from ORDER BY row LIMIT $count";
        _partition = _command.Parameters.Add("$partition", SqliteType.Text);
        _from = _command.Parameters.Add("$from", SqliteType.Text);
        _before = bounded ? _command.Parameters.Add("$before", SqliteType.Text) : null;
        _count = _command.Parameters.Add("$count", SqliteType.Integer);
    }

    public List<TableRow> Read(string partition, string from, string? before, int count)
    {
        _partition.Value = partition;
        _from.Value = from;
        _before?.Value = before;
        _count.Value = count;
        List<TableRow> rows = [];
        using SqliteDataReader reader = _command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(
                new TableRow(
                    new RowKey(partition, reader.GetString(0)),
                    reader.GetFieldValue<byte[]>(1),
                    RowVersion.ToETag(reader.GetInt64(2))
                )
            );
        }

        return rows;
    }

    public void Dispose() => _command.Dispose();
}
