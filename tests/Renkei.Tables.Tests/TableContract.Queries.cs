using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

public abstract partial class TableContract
{
    [Fact]
    public async Task Query_OfOnePartition_OnlyItsRows()
    {
        await Table.CommitAsync(Insert("a"));
        await Table.CommitAsync(new TableChange.Insert(new RowKey("p2", "b"), Utf8("{}")));

        Assert.Equal(["a"], await Table.RowsAsync(TableQuery.AllOf("p")));
        Assert.Equal(["b"], await Table.RowsAsync(TableQuery.AllOf("p2")));
        Assert.Empty(await Table.RowsAsync(TableQuery.AllOf("P")));
    }

    [Fact]
    public async Task Query_WrittenInAnyOrder_OrdinalByUtf16Unit()
    {
        // U+1F600 is D83D DE00 in UTF-16, before U+FF21 and U+E000; in UTF-8 it would come last.
        string[] rows =
        [
            "é",
            "う",
            "\U0001F600",
            "10",
            "2",
            "\uE000",
            "a",
            "B",
            "Ａ",
            "~",
            "002",
            "あ",
            "it's",
            "A",
            " ",
            "a b",
        ];
        await Table.CommitAsync([.. rows.Select(row => Insert(row))], CancellationToken.None);

        List<string> read = await Table.RowsAsync(TableQuery.AllOf(Partition));

        Assert.Equal(
            [" ", "002", "10", "2", "A", "B", "a", "a b", "it's", "~", "é", "あ", "う", "\U0001F600", "\uE000", "Ａ"],
            read
        );
    }

    [Fact]
    public async Task Query_Range_StartIncludedEndNot()
    {
        await InsertAllAsync("a", "b", "c", "d");

        Assert.Equal(["b", "c"], await Table.RowsAsync(TableQuery.Range(Partition, "b", "d")));
        Assert.Equal(["b"], await Table.RowsAsync(TableQuery.Range(Partition, "aa", "bb")));
        Assert.Empty(await Table.RowsAsync(TableQuery.Range(Partition, "d", "b")));
        Assert.Empty(await Table.RowsAsync(TableQuery.Range(Partition, "b", "b")));
    }

    [Theory]
    [InlineData("h-", "h-,h-1,h-２")]
    [InlineData("o'", "o',o'x")]
    [InlineData("感染", "感染,感染症")]
    [InlineData("x.", "x.,x.a")]
    [InlineData("\U0001F600", "\U0001F600,\U0001F600a")]
    [InlineData("\uD7FF", "\uD7FF")]
    [InlineData("\uFFFD", "\uFFFD,\uFFFDz")]
    [InlineData("none", "")]
    public async Task Query_Prefix_ExactlyRowsThatStartSo(string prefix, string expected)
    {
        await InsertAllAsync(["h", "h-", "h-1", "h-２", "h.", "o", "o'", "o'x", "o(", "感", "感染", "感染症"]);
        await InsertAllAsync([
            "x",
            "x.",
            "x.a",
            "x0",
            "\U0001F600",
            "\U0001F600a",
            "\U0001F601",
            "\uD7FF",
            "\uE000",
            "\uFFFD",
            "\uFFFDz",
        ]);

        List<string> rows = await Table.RowsAsync(TableQuery.Prefix(Partition, prefix));

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), rows);
    }

    [Fact]
    public async Task Query_Limit_FirstRowsOnly()
    {
        await InsertAllAsync("a", "b", "c");

        Assert.Equal(["a", "b"], await Table.RowsAsync(TableQuery.AllOf(Partition).Take(2)));
        Assert.Equal(["a", "b", "c"], await Table.RowsAsync(TableQuery.AllOf(Partition).Take(4)));
        Assert.Equal(["b"], await Table.RowsAsync(TableQuery.Range(Partition, "b", "z").Take(1)));
    }

    [Fact]
    public async Task Query_MoreThanOnePage_EveryRowOnce()
    {
        string[] rows = [.. Enumerable.Range(0, 1203).Select(i => $"{i:D4}")];
        foreach (string[] hundred in rows.Chunk(100))
        {
            await InsertAllAsync(hundred);
        }

        Assert.Equal(rows, await Table.RowsAsync(TableQuery.AllOf(Partition)));
        Assert.Equal(rows[..1101], await Table.RowsAsync(TableQuery.AllOf(Partition).Take(1101)));
        Assert.Equal(rows[50..1150], await Table.RowsAsync(TableQuery.Range(Partition, "0050", "1150")));
    }

    [Fact]
    public async Task Query_RowsHaveBodiesAndVersions()
    {
        RowETag version = await Table.CommitAsync(Insert("a", """{"面":"麺"}"""));

        await foreach (TableRow row in Table.QueryAsync(TableQuery.AllOf(Partition), CancellationToken.None))
        {
            Assert.Equal("""{"面":"麺"}""", Of(row));
            Assert.Equal(version, row.ETag);
            return;
        }

        Assert.Fail("The row was not given out.");
    }

    private async Task InsertAllAsync(params string[] rows) =>
        await Table.CommitAsync([.. rows.Select(row => Insert(row))], CancellationToken.None);
}
