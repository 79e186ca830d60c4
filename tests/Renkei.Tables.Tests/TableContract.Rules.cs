using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

public abstract partial class TableContract
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#")]
    [InlineData("a?")]
    [InlineData("%41")]
    [InlineData("a+b")]
    [InlineData("\0")]
    [InlineData("a\tb")]
    [InlineData("a\u001F")]
    [InlineData("a\u007F")]
    [InlineData("a\u009F")]
    [InlineData("a\uFFFF")]
    public async Task Key_BreaksARule_RefusedEverywhere(string part)
    {
        foreach (RowKey key in new RowKey[] { new(part, "r"), new("p", part) })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
                await Table.FindAsync(key, CancellationToken.None)
            );
            await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                Table.CommitAsync(new TableChange.Put(key, Utf8("{}")))
            );
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.RowsAsync(TableQuery.AllOf(part)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.RowsAsync(TableQuery.Range("p", part, "z")));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.RowsAsync(TableQuery.Range("p", "a", part)));
    }

    [Fact]
    public async Task Key_HalfOfASurrogatePair_Refused()
    {
        // Not theory data: the test runner cannot carry half a pair.
        foreach (string part in new[] { "a\uD83D", "\uDE00a", "\uD83D\uD83D\uDE00" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.CommitAsync(Put(part)));
        }
    }

    [Fact]
    public async Task Key_TwoHundredJapaneseCharacters_TakenOneMoreRefused()
    {
        RowKey longest = new(new string('県', 200), new string('市', 200));

        await Table.CommitAsync(new TableChange.Insert(longest, Utf8("1")));

        Assert.Equal("1", Of(await Table.FindAsync(longest, CancellationToken.None)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.CommitAsync(Put(new string('市', 201))));
    }

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=1")]
    [InlineData("it's ''quoted'' (1,2)")]
    [InlineData("$&=!*~[]{}|^`\"<>")]
    [InlineData("..")]
    [InlineData(" a ")]
    [InlineData("\U0002000B 𠮟る")]
    public async Task Key_UnusualButAllowed_ComesBackTheSame(string part)
    {
        RowKey key = new(part, part);

        RowETag version = await Table.CommitAsync(new TableChange.Insert(key, Utf8("1")));
        await Table.CommitAsync(new TableChange.Replace(key, Utf8("2"), version));
        await Table.CommitAsync(
            [new TableChange.Put(key, Utf8("3")), new TableChange.Put(new(part, "z"), Utf8("3"))],
            CancellationToken.None
        );

        Assert.Equal("3", Of(await Table.FindAsync(key, CancellationToken.None)));
        Assert.Contains(part, await Table.RowsAsync(TableQuery.AllOf(part)));
        Assert.Contains(part, await Table.RowsAsync(TableQuery.Prefix(part, part)));
    }

    [Fact]
    public async Task Body_LargestAscii_ComesBackTheSame()
    {
        string json = $"\"{new string('x', 256 * 1024 - 2)}\"";

        await Table.CommitAsync(Insert("a", json));

        Assert.Equal(json, Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Body_LargestJapanese_ComesBackTheSame()
    {
        // 87,380 characters of three bytes and the quotation marks: 262,142 bytes.
        string json = $"\"{new string('健', 87_380)}\"";

        await Table.CommitAsync(Insert("a", json));

        Assert.Equal(json, Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Body_SurrogatePairsAtEveryPlace_ComesBackTheSame()
    {
        // 65,534 pairs behind one quotation mark: a cut at any even number of units would fall into a pair.
        string json = $"\"{string.Concat(Enumerable.Repeat("\U00020BB7", 65_534))}\"";

        await Table.CommitAsync([Insert("a", json), Insert("b", json)], CancellationToken.None);

        Assert.Equal(json, Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Body_ReplacedByAShorterOne_NothingOfTheLongerIsLeft()
    {
        RowETag version = await Table.CommitAsync(Insert("a", $"\"{new string('x', 200_000)}\""));

        await Table.CommitAsync(Replace("a", version, "1"));

        Assert.Equal("1", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Body_PartOfAGreaterBuffer_OnlyThatPartIsStored()
    {
        ReadOnlyMemory<byte> buffer = Utf8("###{\"a\":1}###");

        await Table.CommitAsync(new TableChange.Insert(Key("a"), buffer[3..^3]));

        Assert.Equal("{\"a\":1}", Of(await Table.FindAsync("a")));
    }

    [Fact]
    public async Task Body_TooLongEmptyOrNotUtf8_Refused()
    {
        foreach (
            byte[] body in new byte[][] { new byte[256 * 1024 + 1], [], [0x22, 0xFF, 0x22], [0x22, 0xE5, 0x81, 0x22] }
        )
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                Table.CommitAsync(new TableChange.Insert(Key("a"), body))
            );
        }

        Assert.Empty(await Table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Fact]
    public async Task Commit_ThreeMebibytes_TakenMoreRefused()
    {
        string quarter = $"\"{new string('健', 87_000)}\"";
        TableChange[] fitting = [.. Enumerable.Range(0, 12).Select(i => Insert($"{i:D2}", quarter))];

        await Table.CommitAsync(fitting, CancellationToken.None);

        Assert.Equal(12, (await Table.RowsAsync(TableQuery.AllOf(Partition))).Count);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Table.CommitAsync(
                [.. Enumerable.Range(20, 13).Select(i => Insert($"{i:D2}", quarter))],
                CancellationToken.None
            )
        );
    }

    [Fact]
    public async Task Commit_NoneOr101Changes_Refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Table.CommitAsync([], CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Table.CommitAsync(
                [.. Enumerable.Range(0, 101).Select(i => Insert($"{i:D3}"))],
                CancellationToken.None
            )
        );

        Assert.Empty(await Table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Fact]
    public async Task Commit_TwoPartitionsOrOneRowTwice_Refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Table.CommitAsync(
                [Insert("a"), new TableChange.Insert(new("p2", "a"), Utf8("{}"))],
                CancellationToken.None
            )
        );
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Table.CommitAsync([Insert("a"), Insert("b"), Put("a")], CancellationToken.None)
        );

        Assert.Empty(await Table.RowsAsync(TableQuery.AllOf(Partition)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("something\r\nelse")]
    public async Task Version_NotOneThatWasRead_Refused(string? value)
    {
        await Table.CommitAsync(Insert("a", "1"));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.CommitAsync(Replace("a", new(value!), "2")));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.CommitAsync(Delete("a", new(value!))));

        Assert.Equal("1", Of(await Table.FindAsync("a")));
    }
}
