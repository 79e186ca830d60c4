namespace Renkei.Tables.Sqlite;

/// <summary>Where the embedded store lives and how long it waits.</summary>
public sealed record SqliteTableOptions
{
    /// <summary>
    /// The file. Its folder must exist and be writable, for SQLite keeps a <c>-wal</c> and a <c>-shm</c> file beside it. One
    /// process writes to it; on a network drive SQLite's locks cannot be trusted.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>How long a lock held by another process is waited for. Whole seconds, at least 1; default 5 seconds.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A full disk for the tests: the file may not grow beyond this many pages of 4 KiB.</summary>
    internal int? LargestPages { get; init; }
}
