using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>The prepared statement of a range read, with or without an end.</summary>
internal sealed class SqliteRangeStatement : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter partition;
    private readonly SqliteParameter from;
    private readonly SqliteParameter? before;
    private readonly SqliteParameter count;

    public SqliteRangeStatement(SqliteConnection connection, bool bounded)
    {
        command = connection.CreateCommand();
        command.CommandText = bounded
            ? "SELECT row, body, version FROM rows WHERE partition = $partition AND row >= $from AND row < $before ORDER BY row LIMIT $count"
            : "SELECT row, body, version FROM rows WHERE partition = $partition AND row >= $from ORDER BY row LIMIT $count";
        this.partition = command.Parameters.Add("$partition", SqliteType.Text);
        this.from = command.Parameters.Add("$from", SqliteType.Text);
        this.before = bounded ? command.Parameters.Add("$before", SqliteType.Text) : null;
        this.count = command.Parameters.Add("$count", SqliteType.Integer);
    }

    public List<TableRow> Read(string partition, string from, string? before, int count)
    {
        this.partition.Value = partition;
        this.from.Value = from;
        this.before?.Value = before;
        this.count.Value = count;
        List<TableRow> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
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

    public void Dispose() => command.Dispose();
}
