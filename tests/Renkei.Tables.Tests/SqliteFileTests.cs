using Microsoft.Data.Sqlite;
using Renkei.Tables.Sqlite;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>What is particular to the file: opening, versions, closing, and the queue before it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string FilePath => folder.File("renkei.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_AfterGracefulEnd_RowsAreThereAndTheLogIsGone()
    {
        await using (SqliteTable table = Table())
        {
            await table.CommitAsync(Insert("a", "1"));
            Assert.True(File.Exists(FilePath + "-wal"));
        }

        Assert.False(File.Exists(FilePath + "-wal"));
        await using SqliteTable again = Table();
        Assert.Equal("1", Of(await again.FindAsync("a")));
    }

    [Fact]
    public async Task Version_NewestRowDeletedAndStoreStartedAnew_DoesNotComeAgain()
    {
        RowETag first;
        await using (SqliteTable table = Table())
        {
            first = await table.CommitAsync(Insert("a"));
            await table.CommitAsync(Delete("a", first));
        }

        await using SqliteTable again = Table();
        RowETag second = await again.CommitAsync(Insert("a"));

        Assert.NotEqual(first, second);
        await Assert.ThrowsAsync<TableConflictException>(() => again.CommitAsync(Delete("a", first)));
    }

    [Fact]
    public async Task Open_NewerSchema_RefusedAndLeftAsItIs()
    {
        await using (SqliteTable table = Table())
        {
            await table.CommitAsync(Insert("a"));
        }

        Execute("PRAGMA user_version = 2");
        await using SqliteTable older = Table();

        UnknownTableFileException refusal = await Assert.ThrowsAsync<UnknownTableFileException>(async () =>
            await older.OpenAsync(CancellationToken.None)
        );
        await Assert.ThrowsAsync<UnknownTableFileException>(() => older.FindAsync("a"));

        Assert.Contains("schema 2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public async Task Open_AnotherProgramsDatabase_RefusedAndLeftAsItIs()
    {
        Execute("CREATE TABLE theirs (x)");
        await using SqliteTable table = Table();

        await Assert.ThrowsAsync<UnknownTableFileException>(async () => await table.OpenAsync(CancellationToken.None));

        Assert.Equal("delete", Execute("PRAGMA journal_mode"));
        Assert.Equal(1L, Execute("SELECT count(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task Open_Settings_FlushBeforeEveryAnswer()
    {
        await using SqliteTable table = Table();
        await table.OpenAsync(CancellationToken.None);
        using SqliteConnection writer = new SqliteFile(new SqliteTableOptions { Path = FilePath }).OpenToWrite();

        Assert.Equal("wal", Execute("PRAGMA journal_mode"));
        using SqliteCommand command = writer.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        // 2 is FULL.
        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public async Task Commit_ConflictsAmongManyAtOnce_DisturbNobody()
    {
        await using SqliteTable table = Table();
        await table.CommitAsync(Insert("there"));

        Exception?[] failures = await Task.WhenAll(
            Enumerable
                .Range(0, 90)
                .Select(i =>
                    Record.ExceptionAsync(async () =>
                        await table.CommitAsync(
                            [Insert($"{i:D2}"), i % 3 == 1 ? Insert("there") : Insert($"{i:D2}b")],
                            CancellationToken.None
                        )
                    )
                )
        );

        for (int i = 0; i < 90; i++)
        {
            if (i % 3 == 1)
            {
                Assert.Equal(1, Assert.IsType<TableConflictException>(failures[i]).Index);
                Assert.Null(await table.FindAsync($"{i:D2}"));
            }
            else
            {
                Assert.Null(failures[i]);
                Assert.NotNull(await table.FindAsync($"{i:D2}b"));
            }
        }
    }

    [Fact]
    public async Task Commit_CancelledWhileItWaits_IsNotWritten()
    {
        await using SqliteTable table = new(
            new SqliteTableOptions { Path = FilePath, LockWait = TimeSpan.FromSeconds(5) }
        );
        await table.OpenAsync(CancellationToken.None);
        using SqliteConnection other = Connect();
        Execute(other, "BEGIN IMMEDIATE");
        Task<RowETag> first = table.CommitAsync(Insert("first"));
        // The writer holds the first and waits for the lock; the second waits behind it.
        await Task.Delay(300);
        using CancellationTokenSource cancel = new();
        Task second = table.CommitAsync([Insert("second")], cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Execute(other, "ROLLBACK");
        await first;
        await table.CommitAsync(Insert("third"));

        Assert.Equal(["first", "third"], await table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Fact]
    public async Task Dispose_WhileCommitsWait_EachIsWrittenOrRefused()
    {
        SqliteTable table = Table();
        Task<Exception?>[] commits =
        [
            .. Enumerable.Range(0, 50).Select(i => Record.ExceptionAsync(() => table.CommitAsync(Insert($"{i:D2}")))),
        ];

        await table.DisposeAsync();

        Exception?[] failures = await Task.WhenAll(commits);
        Assert.All(failures, failure => Assert.True(failure is null or ObjectDisposedException));
        await using SqliteTable again = Table();
        Assert.Equal(
            failures.Count(failure => failure is null),
            (await again.RowsAsync(TableQuery.AllOf(Partition))).Count
        );
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.FindAsync("00"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.CommitAsync(Insert("x")));
    }

    [Fact]
    public async Task Read_WhileOthersWrite_SeesEveryAcknowledgedCommit()
    {
        await using SqliteTable table = Table();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async writer =>
                {
                    for (int i = 0; i < 50; i++)
                    {
                        RowETag version = await table.CommitAsync(Put($"{writer}", $"{i}"));
                        TableRow? row = await table.FindAsync($"{writer}");
                        Assert.Equal($"{i}", Of(row));
                        Assert.Equal(version, row!.ETag);
                    }
                })
        );
    }

    [Fact]
    public async Task Query_CallerStopsHalfway_TheLogCanStillBeMovedIntoTheFile()
    {
        await using SqliteTable table = Table();
        await table.CommitAsync([.. Enumerable.Range(0, 100).Select(i => Insert($"a{i:D3}"))], CancellationToken.None);
        await table.CommitAsync([.. Enumerable.Range(0, 100).Select(i => Insert($"b{i:D3}"))], CancellationToken.None);
        await using IAsyncEnumerator<TableRow> slow = table
            .QueryAsync(TableQuery.AllOf(Partition), CancellationToken.None)
            .GetAsyncEnumerator();
        Assert.True(await slow.MoveNextAsync());

        // The first number is 1 where a reader was in the way.
        Assert.Equal(0L, Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    private SqliteTable Table() => new(new SqliteTableOptions { Path = FilePath });

    private SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection connection = new($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private object? Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        return Execute(connection, sql);
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
