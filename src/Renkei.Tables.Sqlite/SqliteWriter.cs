using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>The one writing connection with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand mark;
    private readonly SqliteCommand keep;
    private readonly SqliteCommand undo;
    private readonly SqliteCommand readCounter;
    private readonly SqliteCommand writeCounter;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand replace;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;
    private long version;
    private long storedVersion;

    public SqliteWriter(SqliteFile file)
    {
        this.connection = file.OpenToWrite();
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        mark = Prepare("SAVEPOINT one");
        keep = Prepare("RELEASE one");
        undo = Prepare("ROLLBACK TO one");
        readCounter = Prepare("SELECT last FROM counter");
        writeCounter = Prepare("UPDATE counter SET last = $version", "$version");
        this.insert = Prepare(
            "INSERT INTO rows (partition, row, body, version) VALUES ($partition, $row, $body, $version) ON CONFLICT DO NOTHING",
            "$partition",
            "$row",
            "$body",
            "$version"
        );
        this.replace = Prepare(
            "UPDATE rows SET body = $body, version = $version WHERE partition = $partition AND row = $row AND version = $match",
            "$partition",
            "$row",
            "$body",
            "$version",
            "$match"
        );
        this.put = Prepare(
            "INSERT INTO rows (partition, row, body, version) VALUES ($partition, $row, $body, $version) "
                + "ON CONFLICT (partition, row) DO UPDATE SET body = excluded.body, version = excluded.version",
            "$partition",
            "$row",
            "$body",
            "$version"
        );
        this.delete = Prepare(
            "DELETE FROM rows WHERE partition = $partition AND row = $row AND version = $match",
            "$partition",
            "$row",
            "$match"
        );
    }

    public void Begin()
    {
        begin.ExecuteNonQuery();
        this.version = storedVersion = (long)readCounter.ExecuteScalar()!;
    }

    /// <summary>Applies one caller's changes within the open transaction; a conflict leaves nothing of them.</summary>
    /// <exception cref="TableConflictException">A row did not fit.</exception>
    public IReadOnlyList<RowETag> Apply(IReadOnlyList<TableChange> changes)
    {
        mark.ExecuteNonQuery();
        RowETag[] versions = new RowETag[changes.Count];
        for (int i = 0; i < versions.Length; i++)
        {
            if (!TryApply(changes[i], out versions[i]))
            {
                undo.ExecuteNonQuery();
                keep.ExecuteNonQuery();
                throw new TableConflictException(changes[i].Key, i);
            }
        }

        keep.ExecuteNonQuery();
        return versions;
    }

    public void Commit()
    {
        if (this.version != storedVersion)
        {
            Run(writeCounter, this.version);
        }

        commit.ExecuteNonQuery();
    }

    /// <summary>Moves the log into the file and cuts it to nothing; for a graceful end.</summary>
    public void Checkpoint() => Prepare("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteNonQuery();

    public void Dispose()
    {
        foreach (SqliteCommand command in commands)
        {
            command.Dispose();
        }

        this.connection.Dispose();
    }

    private bool TryApply(TableChange change, out RowETag version)
    {
        (string partition, string row) = change.Key;
        long next = this.version + 1;
        bool done = change switch
        {
            TableChange.Insert insert => Run(this.insert, partition, row, Bytes(insert.Body), next),
            TableChange.Put put => Run(this.put, partition, row, Bytes(put.Body), next),
            TableChange.Replace replace => Run(
                this.replace,
                partition,
                row,
                Bytes(replace.Body),
                next,
                RowVersion.Parse(replace.IfMatch)
            ),
            TableChange.Delete delete => Run(this.delete, partition, row, RowVersion.Parse(delete.IfMatch)),
            _ => throw new InvalidOperationException("TableRules let an unknown kind of change pass."),
        };
        if (change is TableChange.Delete)
        {
            version = default;
            return done;
        }

        this.version = next;
        version = RowVersion.ToETag(next);
        return done;
    }

    /// <summary>Whether the statement, given its parameters in order, changed a row.</summary>
    private static bool Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQuery() == 1;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment)
        && segment.Offset == 0
        && segment.Array!.Length == segment.Count
            ? segment.Array
            : body.ToArray();

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = this.connection.CreateCommand();
        commands.Add(command);
        command.CommandText = sql;
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(parameter, ParameterType(parameter));
        }

        return command;
    }

    private static SqliteType ParameterType(string parameter) =>
        parameter switch
        {
            "$body" => SqliteType.Blob,
            "$version" or "$match" => SqliteType.Integer,
            _ => SqliteType.Text,
        };
}
