using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renkei.Tables.Sqlite;

/// <summary>Opens connections to the file and brings its schema up.</summary>
internal sealed class SqliteFile(SqliteTableOptions options)
{
    /// <summary>Raised with every change of the schema; <c>PRAGMA user_version</c> of the file.</summary>
    private const int SchemaVersion = 1;

    static SqliteFile()
    {
        Batteries_V2.Init();
        // Counting what it allocates puts one lock around all of SQLite's memory, and nobody reads the count. Where another user of the
        // library in this process was first it stays as it is.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    /// <exception cref="UnknownTableFileException">A newer version or another program wrote it.</exception>
    public SqliteConnection OpenToWrite()
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // In a UTF-16BE file SQLite's BINARY order (memcmp) is the order of UTF-16 units, which Azure Tables and
            // string.CompareOrdinal have; in a UTF-8 file U+10000 and above would stand behind U+E000–U+FFFF.
            // It must come before the first page is written and is ignored afterwards.
            Run(connection, "PRAGMA encoding = 'UTF-16be'");
            if (Text(connection, "PRAGMA encoding") != "UTF-16be")
            {
                throw new UnknownTableFileException("The file was not written by Renkei: its text is not UTF-16BE.");
            }

            int version = Number(connection, "PRAGMA user_version");
            if (version > SchemaVersion)
            {
                throw new UnknownTableFileException(
                    $"The store has schema {version}, but this version of Renkei knows {SchemaVersion} at most. Start the newer version."
                );
            }

            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            // After a burst the log is cut back to 16 MiB instead of keeping its greatest length.
            Run(connection, "PRAGMA journal_size_limit = 16777216");
            if (options.LargestPages is { } pages)
            {
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            }

            if (version < SchemaVersion)
            {
                Create(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public sqlite3 OpenToRead()
    {
        // One caller at a time uses it, so SQLite need not guard it.
        int code = raw.sqlite3_open_v2(
            options.Path,
            out sqlite3 connection,
            raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX,
            null
        );
        if (code != raw.SQLITE_OK)
        {
            SqliteException failure = SqliteFailure.Of(code, connection);
            connection.Dispose();
            throw failure;
        }
        WaitForLocks(connection);
        return connection;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = options.Path,
            Mode = mode,
            // The one writer stays open.
            Pooling = false,
            DefaultTimeout = LockSeconds,
        };
        SqliteConnection connection = new(settings.ConnectionString);
        try
        {
            connection.Open();
            WaitForLocks(connection.Handle!);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private int LockSeconds => Math.Max(1, (int)options.LockWait.TotalSeconds);

    private void WaitForLocks(sqlite3 connection) => raw.sqlite3_busy_timeout(connection, LockSeconds * 1000);

    private static void Create(SqliteConnection connection)
    {
        Run(connection, "BEGIN IMMEDIATE");
        // Another process may have been first while the lock was waited for.
        if (Number(connection, "PRAGMA user_version") < SchemaVersion)
        {
            Run(
                connection,
                """
                CREATE TABLE rows (
                  partition TEXT NOT NULL,
                  row TEXT NOT NULL,
                  body BLOB NOT NULL,
                  version INTEGER NOT NULL,
                  PRIMARY KEY (partition, row)
                ) WITHOUT ROWID;
                CREATE TABLE counter (last INTEGER NOT NULL);
                INSERT INTO counter (last) VALUES (0);
                PRAGMA user_version = 1;
                """
            );
        }

        Run(connection, "COMMIT");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
