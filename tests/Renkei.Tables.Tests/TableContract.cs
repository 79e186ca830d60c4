using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>What every back end promises. Each test runs on each of them.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    private ITable? table;

    private ITable Table => table!;

    public async Task InitializeAsync() => table = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>A store without rows.</summary>
    protected abstract Task<ITable> CreateAsync();

    [Fact]
    public async Task Find_AbsentRow_Null()
    {
        await Table.CommitAsync(Insert("a"));

        Assert.Null(await Table.FindAsync("b"));
        Assert.Null(await Table.FindAsync(new RowKey("other", "a"), CancellationToken.None));
    }

    [Fact]
    public async Task Find_InsertedRow_SameKeyBodyAndVersion()
    {
        RowETag version = await Table.CommitAsync(Insert("感染症", """{"名前":"山田\"花子\"","n":[1,2.50]}"""));

        TableRow? row = await Table.FindAsync("感染症");

        Assert.Equal("感染症", row!.Key.Row);
        Assert.Equal("""{"名前":"山田\"花子\"","n":[1,2.50]}""", Of(row));
        Assert.Equal(version, row.ETag);
    }

    [Fact]
    public async Task Insert_RowIsThere_ConflictsAndLeavesIt()
    {
        await Table.CommitAsync(Insert("a", "1"));

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(() =>
            Table.CommitAsync(Insert("a", "2"))
        );

        Assert.Equal((Key("a"), 0), (conflict.Key, conflict.Index));
        Assert.Equal("1", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Replace_FreshVersion_NewBodyAndVersion()
    {
        RowETag first = await Table.CommitAsync(Insert("a", "1"));

        RowETag second = await Table.CommitAsync(Replace("a", first, "2"));

        TableRow? row = await Table.FindAsync("a");
        Assert.Equal("2", Of(row));
        Assert.Equal(second, row!.ETag);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Replace_StaleVersion_ConflictsAndLeavesIt()
    {
        RowETag first = await Table.CommitAsync(Insert("a", "1"));
        await Table.CommitAsync(Replace("a", first, "2"));

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(() =>
            Table.CommitAsync(Replace("a", first, "3"))
        );

        Assert.Equal((Key("a"), 0), (conflict.Key, conflict.Index));
        Assert.Equal("2", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Replace_SameBody_VersionChangesAllTheSame()
    {
        RowETag first = await Table.CommitAsync(Insert("a", "1"));

        RowETag second = await Table.CommitAsync(Replace("a", first, "1"));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Replace_RowIsGone_Conflicts()
    {
        RowETag version = await Table.CommitAsync(Insert("a"));
        await Table.CommitAsync(Delete("a", version));

        await Assert.ThrowsAsync<TableConflictException>(() => Table.CommitAsync(Replace("a", version)));

        Assert.Null(await Table.FindAsync("a"));
    }

    [Fact]
    public async Task Replace_RowDeletedAndInsertedAgain_Conflicts()
    {
        RowETag version = await Table.CommitAsync(Insert("a", "1"));
        await Table.CommitAsync(Delete("a", version));
        await Table.CommitAsync(Insert("a", "1"));

        await Assert.ThrowsAsync<TableConflictException>(() => Table.CommitAsync(Replace("a", version, "2")));
    }

    [Fact]
    public async Task Put_AbsentThenThere_WritesBothTimes()
    {
        RowETag first = await Table.CommitAsync(Put("a", "1"));
        RowETag second = await Table.CommitAsync(Put("a", "2"));

        TableRow? row = await Table.FindAsync("a");
        Assert.Equal("2", Of(row));
        Assert.Equal(second, row!.ETag);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Delete_FreshVersion_RowIsGoneAndVersionIsDefault()
    {
        RowETag version = await Table.CommitAsync(Insert("a"));

        RowETag deleted = await Table.CommitAsync(Delete("a", version));

        Assert.Equal(default, deleted);
        Assert.Null(await Table.FindAsync("a"));
    }

    [Fact]
    public async Task Delete_StaleVersion_ConflictsAndLeavesIt()
    {
        RowETag first = await Table.CommitAsync(Insert("a", "1"));
        await Table.CommitAsync(Put("a", "2"));

        await Assert.ThrowsAsync<TableConflictException>(() => Table.CommitAsync(Delete("a", first)));

        Assert.Equal("2", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Delete_RowIsGone_Conflicts()
    {
        RowETag version = await Table.CommitAsync(Insert("a"));
        await Table.CommitAsync(Delete("a", version));

        await Assert.ThrowsAsync<TableConflictException>(() => Table.CommitAsync(Delete("a", version)));
    }

    [Fact]
    public async Task Commit_AllKindsTogether_VersionsInOrderOfChanges()
    {
        RowETag replaced = await Table.CommitAsync(Insert("b", "1"));
        RowETag deleted = await Table.CommitAsync(Insert("c", "1"));

        IReadOnlyList<RowETag> versions = await Table.CommitAsync(
            [Put("d", "2"), Replace("b", replaced, "2"), Delete("c", deleted), Insert("a", "2")],
            CancellationToken.None
        );

        Assert.Equal(4, versions.Count);
        Assert.Equal((await Table.FindAsync("d"))!.ETag, versions[0]);
        Assert.Equal((await Table.FindAsync("b"))!.ETag, versions[1]);
        Assert.Equal(default, versions[2]);
        Assert.Equal((await Table.FindAsync("a"))!.ETag, versions[3]);
        Assert.Equal(["a", "b", "d"], await Table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("replace")]
    [InlineData("delete")]
    [InlineData("replace gone")]
    public async Task Commit_OneChangeConflicts_NothingOfItIsWritten(string kind)
    {
        RowETag stale = await Table.CommitAsync(Insert("there", "1"));
        await Table.CommitAsync(Put("there", "2"));
        RowETag fresh = await Table.CommitAsync(Insert("fine", "1"));
        TableChange unfitting = kind switch
        {
            "insert" => Insert("there", "3"),
            "replace" => Replace("there", stale, "3"),
            "delete" => Delete("there", stale),
            _ => Replace("absent", stale, "3"),
        };

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(async () =>
            await Table.CommitAsync(
                [Insert("new", "3"), Replace("fine", fresh, "3"), Put("put", "3"), unfitting, Insert("last", "3")],
                CancellationToken.None
            )
        );

        Assert.Equal((unfitting.Key, 3), (conflict.Key, conflict.Index));
        Assert.Equal(["fine", "there"], await Table.RowsAsync(TableQuery.AllOf(Partition)));
        Assert.Equal("1", Of(await Table.FindAsync("fine")));
        Assert.Equal("2", Of(await Table.FindAsync("there")));
    }

    [Fact]
    public async Task Commit_TwoChangesConflict_ReportsTheFirst()
    {
        await Table.CommitAsync([Insert("a"), Insert("b")], CancellationToken.None);

        TableConflictException conflict = await Assert.ThrowsAsync<TableConflictException>(async () =>
            await Table.CommitAsync([Insert("c"), Insert("b"), Insert("a")], CancellationToken.None)
        );

        Assert.Equal((Key("b"), 1), (conflict.Key, conflict.Index));
    }

    [Fact]
    public async Task Commit_HundredChanges_AllWritten()
    {
        IReadOnlyList<RowETag> versions = await Table.CommitAsync(
            [.. Enumerable.Range(0, 100).Select(i => Insert($"{i:D3}", $"{i}"))],
            CancellationToken.None
        );

        Assert.Equal(100, versions.Count);
        Assert.Equal(100, (await Table.RowsAsync(TableQuery.AllOf(Partition))).Count);
        TableRow? last = await Table.FindAsync("099");
        Assert.Equal("99", Of(last));
        Assert.Equal(versions[99], last!.ETag);
    }

    [Fact]
    public async Task Commit_CancelledBefore_NothingWritten()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Table.CommitAsync([Insert("a")], new CancellationToken(canceled: true))
        );

        Assert.Null(await Table.FindAsync("a"));
    }

    [Fact]
    public async Task Read_CancelledBefore_Throws()
    {
        CancellationToken cancelled = new(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Table.FindAsync(Key("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (TableRow row in Table.QueryAsync(TableQuery.AllOf(Partition), cancelled)) { }
        });
    }

    [Fact]
    public async Task Commit_TwentyRaceForOneVersion_ExactlyOneWins()
    {
        RowETag version = await Table.CommitAsync(Insert("a", "-1"));

        int?[] winners = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async i =>
                {
                    try
                    {
                        await Table.CommitAsync(Replace("a", version, $"{i}"));
                        return (int?)i;
                    }
                    catch (TableConflictException)
                    {
                        return null;
                    }
                })
        );

        int winner = Assert.Single(winners, w => w is not null)!.Value;
        Assert.Equal($"{winner}", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Commit_TwoHundredInParallel_AllWritten()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Table.CommitAsync(Insert($"{i:D3}", $"{i}"))));

        List<string> rows = await Table.RowsAsync(TableQuery.AllOf(Partition));
        Assert.Equal(200, rows.Count);
        Assert.Equal(("000", "199"), (rows[0], rows[^1]));
    }
}
