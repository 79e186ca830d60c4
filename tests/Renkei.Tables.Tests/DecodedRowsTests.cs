using System.Text;

namespace Renkei.Tables.Tests;

public sealed class DecodedRowsTests
{
    private readonly DecodedRows<string> rows = new(capacity: 2);
    private int decoded;

    [Fact]
    public void Of_SameVersionAgain_DecodesOnce()
    {
        Read("a", "1", "一");

        Assert.Equal("一", Read("a", "1", "一"));
        Assert.Equal(1, decoded);
    }

    [Fact]
    public void Of_NewerVersion_GivesTheNewContent()
    {
        Read("a", "1", "一");

        Assert.Equal("二", Read("a", "2", "二"));
    }

    [Fact]
    public void Of_OlderVersionAfterNewer_GivesTheOldContent()
    {
        Read("a", "2", "二");

        Assert.Equal("一", Read("a", "1", "一"));
    }

    [Fact]
    public void Of_MoreRowsThanKept_StillGivesEachItsOwn()
    {
        Read("a", "1", "一");
        Read("b", "1", "二");

        Assert.Equal("三", Read("c", "1", "三"));
        Assert.Equal("一", Read("a", "1", "一"));
        Assert.Equal(4, decoded);
    }

    [Fact]
    public void Of_DecodingFails_KeepsNothing()
    {
        TableRow row = new(new("p", "a"), "一"u8.ToArray(), new("1"));

        Assert.Throws<InvalidDataException>(() => rows.Of<int>(row, 0, (_, _) => throw new InvalidDataException()));
        Assert.Equal("一", Read("a", "1", "一"));
    }

    private string Read(string key, string version, string content) =>
        rows.Of(
            new(new("p", key), Encoding.UTF8.GetBytes(content), new(version)),
            0,
            (row, _) =>
            {
                decoded++;
                return Encoding.UTF8.GetString(row.Body.Span);
            }
        );
}
