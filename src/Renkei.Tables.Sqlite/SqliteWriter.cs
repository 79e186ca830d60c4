using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>The one writing connection with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _mark;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _undo;
    private readonly SqliteCommand _readCounter;
    private readonly SqliteCommand _writeCounter;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _delete;
    private long _version;
    private long _storedVersion;

    public SqliteWriter(SqliteFile file)
    {
        _connection = file.OpenToWrite();
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _mark = Prepare("SAVEPOINT one");
        _keep = Prepare("RELEASE one");
        _undo = Prepare("ROLLBACK TO one");
        _readCounter = Prepare("SELECT last FROM counter");
        _writeCounter = Prepare("UPDATE counter SET last = $version", "$version");
        _insert = Prepare(
            "INSERT INTO rows (partition, row, body, version) VALUES ($partition, $row, $body, $version) ON CONFLICT DO NOTHING",
            "$partition",
            "$row",
            "$body",
            "$version"
        );
        _replace = Prepare(
            "UPDATE rows SET body = $body, version = $version WHERE partition = $partition AND row = $row AND version = $match",
            "$partition",
            "$row",
            "$body",
            "$version",
            "$match"
        );
        _put = Prepare(
            "INSERT INTO rows (partition, row, body, version) VALUES ($partition, $row, $body, $version) "
                + "ON CONFLICT (partition, row) DO UPDATE SET body = excluded.body, version = excluded.version",
            "$partition",
            "$row",
            "$body",
            "$version"
        );
        _delete = Prepare(
            "DELETE FROM rows WHERE partition = $partition AND row = $row AND version = $match",
            "$partition",
            "$row",
            "$match"
        );
    }

    public void Begin()
    {
        _begin.ExecuteNonQuery();
        _version = _storedVersion = (long)_readCounter.ExecuteScalar()!;
    }

    /// <summary>Applies one caller's changes within the open transaction; a conflict leaves nothing of them.</summary>
    /// <exception cref="TableConflictException">A row did not fit.</exception>
    public IReadOnlyList<RowETag> Apply(IReadOnlyList<TableChange> changes)
    {
        _mark.ExecuteNonQuery();
        RowETag[] versions = new RowETag[changes.Count];
        for (int i = 0; i < versions.Length; i++)
        {
            if (!TryApply(changes[i], out versions[i]))
            {
                _undo.ExecuteNonQuery();
                _keep.ExecuteNonQuery();
                throw new TableConflictException(changes[i].Key, i);
            }
        }

        _keep.ExecuteNonQuery();
        return versions;
    }

    public void Commit()
    {
        if (_version != _storedVersion)
        {
            Run(_writeCounter, _version);
        }

        _commit.ExecuteNonQuery();
    }

    /// <summary>Moves the log into the file and cuts it to nothing; for a graceful end.</summary>
    public void Checkpoint() => Prepare("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteNonQuery();

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private bool TryApply(TableChange change, out RowETag version)
    {
        (string partition, string row) = change.Key;
        long next = _version + 1;
        bool done = change switch
        {
            TableChange.Insert insert => Run(_insert, partition, row, Bytes(insert.Body), next),
            TableChange.Put put => Run(_put, partition, row, Bytes(put.Body), next),
            TableChange.Replace replace => Run(
                _replace,
                partition,
                row,
                Bytes(replace.Body),
                next,
                RowVersion.Parse(replace.IfMatch)
            ),
            TableChange.Delete delete => Run(_delete, partition, row, RowVersion.Parse(delete.IfMatch)),
            _ => throw new InvalidOperationException("TableRules let an unknown kind of change pass."),
        };
        if (change is TableChange.Delete)
        {
            version = default;
            return done;
        }

        _version = next;
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
        SqliteCommand command = _connection.CreateCommand();
        _commands.Add(command);
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
