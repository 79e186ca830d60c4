using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Renkei.Bot.Tests.Workbooks;

/// <summary>The stored texts of a workbook's cells: rows by the name of the sheet, in the order of its tabs.</summary>
internal static class ReadWorkbook
{
    public static IReadOnlyList<(string Name, IReadOnlyList<string[]> Rows)> Of(byte[] file)
    {
        using MemoryStream stream = new(file);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        WorkbookPart book = document.WorkbookPart!;
        return
        [
            .. book
                .Workbook.Sheets!.Elements<Sheet>()
                .Select(s =>
                    (
                        s.Name!.Value!,
                        (IReadOnlyList<string[]>)
                            [
                                .. ((WorksheetPart)book.GetPartById(s.Id!))
                                    .Worksheet.Descendants<Row>()
                                    .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray()),
                            ]
                    )
                ),
        ];
    }
}
