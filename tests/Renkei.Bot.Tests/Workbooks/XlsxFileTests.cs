using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Renkei.Bot.Workbooks;
using Renkei.Domain;
using OpenXmlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Renkei.Bot.Tests.Workbooks;

public sealed class XlsxFileTests
{
    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Write_AnyTable_IsValidOpenXml(Language language)
    {
        using MemoryStream stream = new(XlsxFile.Write(SampleTables.Of(language)));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Write_Sheet_KeepsTheHeaderInViewAndNamesATypeface()
    {
        using MemoryStream stream = new(XlsxFile.Write(SampleTables.Of(Language.Japanese)));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        WorkbookPart book = document.WorkbookPart!;
        Worksheet sheet = SheetOf(book, "段階チェック");

        Pane pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((1.0, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal("A1:E9", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal(
            [30.7, 18.7, 17.7, 8.7, 8.7],
            sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Select(c => c.Width!.Value)
        );
        Assert.Equal("&L退院支援 && 連携&R&A", sheet.Descendants<OddHeader>().Single().Text);
        Assert.All(
            book.WorkbookStylesPart!.Stylesheet.Fonts!.Elements<Font>(),
            f => Assert.Equal(("游ゴシック", 128), (f.FontName!.Val!.Value, f.GetFirstChild<FontCharSet>()!.Val!.Value))
        );
        // Two lines by a line end.
        Assert.Equal(37.5, sheet.Descendants<Row>().Single(r => r.RowIndex! == 2u).Height!.Value);
        Assert.Null(sheet.Descendants<Row>().Single(r => r.RowIndex! == 3u).Height);
        Assert.Contains(
            "'段階チェック'!$1:$1",
            book.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Text)
        );
    }

    [Fact]
    public void Write_Values_AreTextsDatesAndNumbersAndNoFormulas()
    {
        using MemoryStream stream = new(XlsxFile.Write(SampleTables.Of(Language.Japanese)));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        WorkbookPart book = document.WorkbookPart!;
        Worksheet sheet = SheetOf(book, "段階チェック");
        OpenXmlCell Cell(string at) => sheet.Descendants<OpenXmlCell>().Single(c => c.CellReference == at);

        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("参集者を、\"市町村\"と\n決める", Cell("A2").InnerText);
        Assert.Equal("46360", Cell("B2").CellValue!.Text);
        Assert.Equal("46812", Cell("B3").CellValue!.Text);
        // 2026-11-21 09:05 in Japan; seconds are cut.
        Assert.Equal(46347 + (545 / 1440.0), double.Parse(Cell("C2").CellValue!.Text, Invariant), 9);
        Assert.Equal("12", Cell("D2").CellValue!.Text);
        Assert.Equal(14 / 24.0, double.Parse(Cell("E2").CellValue!.Text, Invariant), 9);
        Assert.Equal("=1+1", Cell("A3").InnerText);
        Assert.True(FormatOf(book, Cell("A3")).QuotePrefix!.Value);
        Assert.Null(FormatOf(book, Cell("A2")).QuotePrefix);
        Assert.Equal("[$-411]yyyy\"年\"m\"月\"d\"日\"\\(aaa\\)", CodeOf(book, Cell("B2")));
        Assert.Equal("𠮟る😀\ufffd", Cell("A8").InnerText);
        Assert.Equal("  前の空白 <a> & b", Cell("A9").InnerText);
    }

    [Theory]
    [InlineData("あいうえおかき", 1)]
    [InlineData("あいうえおかきく", 2)]
    [InlineData("12345678901234", 1)]
    [InlineData("123456789012345", 2)]
    [InlineData("あ\n\nい", 3)]
    public void Write_LongText_GetsARowOfItsHeight(string text, int lines)
    {
        SheetTable table = new(
            "a",
            [new("b", 15)],
            [
                [Renkei.Bot.Workbooks.Cell.Of(text)],
            ]
        );
        using MemoryStream stream = new(XlsxFile.Write(new("t", Language.Japanese, SampleTables.Morning, [table])));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);

        double? height = SheetOf(document.WorkbookPart!, "a").Descendants<Row>().Last().Height?.Value;

        Assert.Equal(lines == 1 ? null : lines * 18.75, height);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("[a]")]
    [InlineData("1234567890123456789012345678901234")]
    public void SheetTable_ImpossibleName_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new SheetTable(name, [new("a", 8)], []));

    [LibreOfficeFact]
    public async Task Write_OpenedByLibreOffice_ShowsWhatWasWritten()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string[]>> sheets = await LibreOffice.OpenAsync(
            "book.xlsx",
            XlsxFile.Write(SampleTables.Of(Language.Japanese))
        );

        Assert.Equal(["履歴 (すべて)", "段階チェック"], sheets.Keys.Order(StringComparer.Ordinal));
        IReadOnlyList<string[]> rows = sheets["段階チェック"];
        Assert.Equal(["取り組み", "日付", "記録した日時", "人数", "始まり"], rows[0]);
        Assert.Equal(
            ["参集者を、\"市町村\"と\n決める", "2026年12月4日(金)", "2026/11/21 9:05", "12", "14:00"],
            rows[1]
        );
        Assert.Equal(["=1+1", "2028年2月29日(火)", "", "-3", ""], rows[2]);
        Assert.Equal("＝HYPERLINK(1)", rows[3][0]);
        Assert.Equal("-3", rows[4][0]);
        Assert.Equal("@SUM(A1)", rows[5][0]);
        Assert.Equal("+81", rows[6][0]);
        Assert.Equal("𠮟る😀\ufffd", rows[7][0]);
        Assert.Equal(["だれが"], sheets["履歴 (すべて)"][0]);
        Assert.Equal(["佐藤 美咲"], sheets["履歴 (すべて)"][1]);
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static Worksheet SheetOf(WorkbookPart book, string name)
    {
        Sheet sheet = book.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet;
    }

    private static CellFormat FormatOf(WorkbookPart book, OpenXmlCell cell) =>
        book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string CodeOf(WorkbookPart book, OpenXmlCell cell) =>
        book.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .Single(f => f.NumberFormatId! == FormatOf(book, cell).NumberFormatId!)
            .FormatCode!;
}
