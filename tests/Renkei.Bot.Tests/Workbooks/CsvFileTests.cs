using System.Globalization;
using System.Text;
using CsvHelper;
using Renkei.Bot.Workbooks;

namespace Renkei.Bot.Tests.Workbooks;

public sealed class CsvFileTests
{
    [Fact]
    public void Write_File_BeginsWithTheMarkAndEndsLinesAsWindowsDoes()
    {
        byte[] file = CsvFile.Write(SampleTables.Hard);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.StartsWith(
            "取り組み,日付,記録した日時,人数,始まり\r\n",
            Encoding.UTF8.GetString(file.AsSpan(3)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_ReadBack_HasEveryCellAndNoFormula()
    {
        List<string[]> rows = Read(CsvFile.Write(SampleTables.Hard));

        Assert.Equal(9, rows.Count);
        Assert.Equal(["参集者を、\"市町村\"と\r\n決める", "2026/12/04", "2026/11/21 09:05", "12", "14:00"], rows[1]);
        Assert.Equal(["'=1+1", "2028/02/29", "", "-3", ""], rows[2]);
        Assert.Equal(["'＝HYPERLINK(1)", "'-3", "'@SUM(A1)", "'+81"], rows.Skip(3).Take(4).Select(r => r[0]));
    }

    [Theory]
    [InlineData("=1", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r=1", true)]
    [InlineData("＋1", true)]
    [InlineData("－1", true)]
    [InlineData("＠a", true)]
    [InlineData("1-1", false)]
    [InlineData("会議=A", false)]
    [InlineData("", false)]
    public void LooksLikeFormula_ByItsFirstCharacter(string text, bool isOne) =>
        Assert.Equal(isOne, CsvFile.LooksLikeFormula(text));

    [LibreOfficeFact]
    public async Task Write_OpenedByLibreOffice_ShowsJapaneseIntact()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string[]>> sheets = await LibreOffice.OpenAsync(
            "table.csv",
            CsvFile.Write(SampleTables.Hard)
        );

        IReadOnlyList<string[]> rows = Assert.Single(sheets).Value;
        Assert.Equal(["取り組み", "日付", "記録した日時", "人数", "始まり"], rows[0]);
        Assert.Equal("参集者を、\"市町村\"と\n決める", rows[1][0].ReplaceLineEndings("\n"));
        Assert.DoesNotContain("2", rows.Select(r => r[0]));
    }

    private static List<string[]> Read(byte[] file)
    {
        using StreamReader text = new(new MemoryStream(file), Encoding.UTF8);
        using CsvParser csv = new(text, CultureInfo.InvariantCulture);
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }
        return rows;
    }
}
