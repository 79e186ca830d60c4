using Microsoft.Data.Sqlite;

namespace Renkei.Tables.Sqlite;

/// <summary>The one writing connection with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteStatement> statements = [];
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement mark;
    private readonly SqliteStatement keep;
    private readonly SqliteStatement undo;
    private readonly SqliteStatement readCounter;
    private readonly SqliteStatement writeCounter;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement replace;
    private readonly SqliteStatement put;
    private readonly SqliteStatement delete;
    private long version;
    private long storedVersion;

    public SqliteWriter(SqliteFile file)
    {
        this.connection = file.OpenToWrite();
        try
        {
            begin = Prepare("BEGIN IMMEDIATE");
            commit = Prepare("COMMIT");
            mark = Prepare("SAVEPOINT one");
            keep = Prepare("RELEASE one");
            undo = Prepare("ROLLBACK TO one");
            readCounter = Prepare("SELECT last FROM counter");
            writeCounter = Prepare("UPDATE counter SET last = ?1");
            this.insert = Prepare(
                "INSERT INTO rows (partition, row, body, version) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"
            );
            this.replace = Prepare(
                "UPDATE rows SET body = ?3, version = ?4 WHERE partition = ?1 AND row = ?2 AND version = ?5"
            );
            this.put = Prepare(
                "INSERT INTO rows (partition, row, body, version) VALUES (?1, ?2, ?3, ?4) "
                    + "ON CONFLICT (partition, row) DO UPDATE SET body = excluded.body, version = excluded.version"
            );
            this.delete = Prepare("DELETE FROM rows WHERE partition = ?1 AND row = ?2 AND version = ?3");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Begin()
    {
        begin.Run();
        try
        {
            this.version = storedVersion = readCounter.Step()
                ? readCounter.Number(0)
                : throw new UnknownTableFileException("The store has no counter of versions.");
        }
        finally
        {
            readCounter.Reset();
        }
    }

    /// <summary>Applies one caller's changes within the open transaction; a conflict leaves nothing of them.</summary>
    /// <exception cref="TableConflictException">A row did not fit.</exception>
    public IReadOnlyList<RowETag> Apply(IReadOnlyList<TableChange> changes)
    {
        mark.Run();
        RowETag[] versions = new RowETag[changes.Count];
        for (int i = 0; i < versions.Length; i++)
        {
            if (!TryApply(changes[i], out versions[i]))
            {
                undo.Run();
                keep.Run();
                throw new TableConflictException(changes[i].Key, i);
            }
        }

        keep.Run();
        return versions;
    }

    public void Commit()
    {
        if (this.version != storedVersion)
        {
            writeCounter.Bind(1, this.version);
            writeCounter.Run();
        }

        commit.Run();
    }

    /// <summary>Moves the log into the file and cuts it to nothing; for a graceful end.</summary>
    public void Checkpoint() => Prepare("PRAGMA wal_checkpoint(TRUNCATE)").Run();

    public void Dispose()
    {
        foreach (SqliteStatement statement in statements)
        {
            statement.Dispose();
        }

        this.connection.Dispose();
    }

    private bool TryApply(TableChange change, out RowETag version)
    {
        long next = this.version + 1;
        bool done = change switch
        {
            TableChange.Insert insert => Write(this.insert, change.Key, insert.Body.Span, next),
            TableChange.Put put => Write(this.put, change.Key, put.Body.Span, next),
            TableChange.Replace replace => Replace(replace, next),
            TableChange.Delete delete => Delete(delete),
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

    private bool Replace(TableChange.Replace change, long next)
    {
        this.replace.Bind(5, RowVersion.Parse(change.IfMatch));
        return Write(this.replace, change.Key, change.Body.Span, next);
    }

    private bool Delete(TableChange.Delete change)
    {
        this.delete.Bind(1, change.Key.Partition);
        this.delete.Bind(2, change.Key.Row);
        this.delete.Bind(3, RowVersion.Parse(change.IfMatch));
        return this.delete.Run() == 1;
    }

    /// <summary>Whether the statement wrote the row.</summary>
    private static bool Write(SqliteStatement statement, RowKey key, ReadOnlySpan<byte> body, long version)
    {
        statement.Bind(1, key.Partition);
        statement.Bind(2, key.Row);
        statement.Bind(3, body);
        statement.Bind(4, version);
        return statement.Run() == 1;
    }

    private SqliteStatement Prepare(string sql)
    {
        SqliteStatement statement = new(this.connection.Handle!, sql);
        statements.Add(statement);
        return statement;
    }
}
