using Microsoft.Data.Sqlite;
using Renkei.Tables.Sqlite;
using Renkei.Testing;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>The disk fails and comes back; the same table, never started anew, fails and works with it.</summary>
public sealed class SqliteOutageTests
{
    // 20,002 bytes.
    private static readonly string Big = $"\"{new string('x', 20_000)}\"";

    [SmallDiskFact]
    public async Task Commit_DiskFull_UnavailableKeepsWhatWasAcknowledgedAndWorksAgain()
    {
        using SmallDisk disk = new("1m");
        await using SqliteTable table = new(new SqliteTableOptions { Path = disk.File("renkei.db") });
        int written = 0;
        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(async () =>
        {
            for (; written < 100; written++)
            {
                await table.CommitAsync(Insert($"{written:D3}", Big));
            }
        });

        Assert.False(failure.OutcomeUnknown);
        Assert.InRange(written, 5, 60);
        Assert.Equal(written, (await table.RowsAsync(TableQuery.AllOf(Partition))).Count);

        disk.Remount("size=8m");
        await table.CommitAsync(Insert("after", Big));

        Assert.Equal(written + 1, (await table.RowsAsync(TableQuery.AllOf(Partition))).Count);
    }

    [SmallDiskFact]
    public async Task Commit_DiskReadOnly_UnavailableThenWorksAgain()
    {
        using SmallDisk disk = new("4m");
        SqliteTableOptions options = new() { Path = disk.File("renkei.db") };
        await using (SqliteTable before = new(options))
        {
            await before.CommitAsync(Insert("a", "1"));
        }

        disk.Remount("ro");
        await using SqliteTable table = new(options);
        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            table.CommitAsync(Insert("b", "2"))
        );
        Assert.False(failure.OutcomeUnknown);

        disk.Remount("rw");
        await table.CommitAsync(Insert("b", "2"));

        Assert.Equal(["a", "b"], await table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Fact]
    public async Task Commit_FileMayNotGrow_SmallCommitsOfTheSameMomentAreTaken()
    {
        using TemporaryFolder folder = new();
        await using SqliteTable table = new(
            new SqliteTableOptions { Path = folder.File("renkei.db"), LargestPages = 40 }
        );
        await table.OpenAsync(CancellationToken.None);

        // 40 pages of 4 KiB: none of the great ones fits, and each of them comes between small ones.
        Task<Exception?>[] commits =
        [
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    Record.ExceptionAsync(() =>
                        table.CommitAsync(Insert($"{i:D2}", i % 10 == 5 ? $"\"{new string('x', 250_000)}\"" : "{}"))
                    )
                ),
        ];
        Exception?[] failures = await Task.WhenAll(commits);

        for (int i = 0; i < 30; i++)
        {
            if (i % 10 == 5)
            {
                Assert.False(Assert.IsType<TableUnavailableException>(failures[i]).OutcomeUnknown);
            }
            else
            {
                Assert.Null(failures[i]);
            }
        }

        Assert.Equal(27, (await table.RowsAsync(TableQuery.AllOf(Partition))).Count);
    }

    [Fact]
    public async Task Commit_FolderMissing_UnavailableThenWorksOnceItIsThere()
    {
        using TemporaryFolder folder = new();
        string inner = folder.File("later");
        await using SqliteTable table = new(new SqliteTableOptions { Path = Path.Combine(inner, "renkei.db") });

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            table.CommitAsync(Insert("a"))
        );
        await Assert.ThrowsAsync<TableUnavailableException>(() => table.FindAsync("a"));
        Directory.CreateDirectory(inner);
        await table.CommitAsync(Insert("a"));

        Assert.False(failure.OutcomeUnknown);
        Assert.NotNull(await table.FindAsync("a"));
    }

    [Fact]
    public async Task Commit_LockedByAnotherProcess_UnavailableWhileReadsGoOnThenWorksAgain()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("renkei.db");
        await using SqliteTable table = new(new SqliteTableOptions { Path = path, LockWait = TimeSpan.FromSeconds(1) });
        await table.CommitAsync(Insert("a", "1"));
        using SqliteConnection other = new($"Data Source={path};Pooling=False");
        other.Open();
        Run(other, "BEGIN IMMEDIATE");

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            table.CommitAsync(Insert("b", "2"))
        );
        Assert.Equal("1", Of(await table.FindAsync("a")));
        Run(other, "ROLLBACK");
        await table.CommitAsync(Insert("b", "3"));

        Assert.False(failure.OutcomeUnknown);
        Assert.Equal("3", Of(await table.FindAsync("b")));
    }

    [Fact]
    public async Task Open_FileIsNoDatabase_UnavailableAndFileUntouched()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("renkei.db");
        string content = string.Concat(Enumerable.Repeat("not a database\n", 100));
        await File.WriteAllTextAsync(path, content);
        await using SqliteTable table = new(new SqliteTableOptions { Path = path });

        await Assert.ThrowsAsync<TableUnavailableException>(async () => await table.OpenAsync(CancellationToken.None));

        Assert.Equal(content, await File.ReadAllTextAsync(path));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
