using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renkei.Tables.Sqlite;

/// <summary>What SQLite's result codes mean to callers.</summary>
internal static class SqliteFailure
{
    /// <summary>What a call of SQLite answered, as an exception.</summary>
    public static SqliteException Of(int code, sqlite3 connection) =>
        new(
            $"SQLite Error {code}: '{raw.sqlite3_errmsg(connection).utf8_to_string()}'.",
            code,
            raw.sqlite3_extended_errcode(connection)
        );

    /// <summary>The disk or the file is at fault, not our use of it.</summary>
    public static bool IsOutage(this SqliteException failure) =>
        failure.SqliteErrorCode
            is raw.SQLITE_FULL
                or raw.SQLITE_IOERR
                or raw.SQLITE_READONLY
                or raw.SQLITE_CANTOPEN
                or raw.SQLITE_BUSY
                or raw.SQLITE_LOCKED
                or raw.SQLITE_PROTOCOL
                or raw.SQLITE_PERM
                or raw.SQLITE_NOMEM
                or raw.SQLITE_CORRUPT
                or raw.SQLITE_NOTADB;

    /// <summary>The commit frame never reached the log, so nothing can turn up later.</summary>
    public static bool IsSurelyUnwritten(this SqliteException failure) =>
        failure.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_READONLY;

    public static TableUnavailableException ToUnavailable(this SqliteException failure, bool outcomeUnknown) =>
        new(
            $"The store file could not be used: {raw.sqlite3_errstr(failure.SqliteErrorCode).utf8_to_string()} "
                + $"(SQLite {failure.SqliteErrorCode}/{failure.SqliteExtendedErrorCode}).",
            outcomeUnknown,
            failure
        );
}
