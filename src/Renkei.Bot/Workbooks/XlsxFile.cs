using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Renkei.Domain.Time;
using OpenXmlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using OpenXmlColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using OpenXmlWorkbook = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace Renkei.Bot.Workbooks;

/// <summary>Writes a workbook as .xlsx: the header stays in view and is repeated on printed pages, and can be filtered.</summary>
internal static class XlsxFile
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What Excel takes into one cell, in characters.</summary>
    private const int LongestText = 32_767;

    private const double LineHeight = 18.75;

    /// <summary>What Excel takes for a row, in points.</summary>
    private const double TallestRow = 409;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Workbook workbook)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = Clean(workbook.Title);
            document.PackageProperties.Creator = "Renkei";
            document.PackageProperties.Created = workbook.MadeAt.UtcDateTime;
            WorkbookPart book = document.AddWorkbookPart();
            WorkbookStylesPart styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = WorkbookStyles.Of(workbook.Language);
            Sheets sheets = new();
            DefinedNames names = new();
            foreach ((SheetTable table, int at) in workbook.Sheets.Select((table, at) => (table, at)))
            {
                WorksheetPart part = book.AddNewPart<WorksheetPart>();
                Write(part, workbook, table, isFirst: at == 0);
                sheets.Append(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(part),
                        SheetId = (uint)at + 1,
                        Name = table.Name,
                    }
                );
                string quoted = table.Name.Replace("'", "''", StringComparison.Ordinal);
                names.Append(
                    new DefinedName($"'{quoted}'!$A$1:${Letters(table.Columns.Count)}${Number(table.Rows.Count + 1)}")
                    {
                        Name = "_xlnm._FilterDatabase",
                        LocalSheetId = (uint)at,
                        Hidden = true,
                    },
                    new DefinedName($"'{quoted}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at }
                );
            }
            book.Workbook = new OpenXmlWorkbook(new BookViews(new WorkbookView()), sheets, names);
        }
        return stream.ToArray();
    }

    private static void Write(WorksheetPart part, Workbook workbook, SheetTable table, bool isFirst)
    {
        string last = Letters(table.Columns.Count);
        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetDimension { Reference = $"A1:{last}{Number(table.Rows.Count + 1)}" });
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    },
                    new Selection { Pane = PaneValues.BottomLeft }
                )
                {
                    WorkbookViewId = 0,
                    TabSelected = isFirst,
                }
            )
        );
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
        writer.WriteElement(
            new Columns(
                table.Columns.Select(
                    (column, at) =>
                        new OpenXmlColumn
                        {
                            Min = (uint)at + 1,
                            Max = (uint)at + 1,
                            Width = column.Width + 0.7,
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        WriteRow(
            writer,
            1,
            [.. table.Columns.Select(c => Text(c.Heading, WorkbookStyles.Header))],
            table.Columns.Max(c => LinesOf(c.Heading, c))
        );
        foreach ((IReadOnlyList<Cell> row, int at) in table.Rows.Select((row, at) => (row, at)))
        {
            int lines = row.Zip(table.Columns).Max(c => c.First is Cell.Text text ? LinesOf(text.Value, c.Second) : 1);
            WriteRow(writer, at + 2, [.. row.Select(Of)], lines);
        }
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{last}{Number(table.Rows.Count + 1)}" });
        writer.WriteElement(
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.7,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        // An ampersand begins a code there.
        string title = Clean(workbook.Title).Replace("&", "&&", StringComparison.Ordinal);
        writer.WriteElement(new HeaderFooter(new OddHeader($"&L{title}&R&A"), new OddFooter("&C&P / &N")));
        writer.WriteEndElement();
    }

    /// <param name="writer">Where to.</param>
    /// <param name="number">From 1.</param>
    /// <param name="cells">From the left.</param>
    /// <param name="lines">Of the tallest cell. Not every program measures wrapped texts when it opens a file, so the height is written.</param>
    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<OpenXmlCell> cells, int lines)
    {
        Row row = new() { RowIndex = (uint)number };
        if (lines > 1)
        {
            row.Height = Math.Min(lines * LineHeight, TallestRow);
            row.CustomHeight = true;
        }
        writer.WriteStartElement(row);
        for (int i = 0; i < cells.Count; i++)
        {
            cells[i].CellReference = $"{Letters(i + 1)}{Number(number)}";
            writer.WriteElement(cells[i]);
        }
        writer.WriteEndElement();
    }

    /// <summary>How many lines a text takes in a column; wide characters take two places, and one is left for the edges.</summary>
    private static int LinesOf(string text, Column column) =>
        text.ReplaceLineEndings("\n")
            .Split('\n')
            .Sum(line =>
                Math.Max(
                    1,
                    (line.EnumerateRunes().Sum(r => r.Value >= 0x1100 ? 2 : 1) + column.Width - 2) / (column.Width - 1)
                )
            );

    private static OpenXmlCell Of(Cell cell) =>
        cell switch
        {
            Cell.Text text => Text(
                text.Value,
                CsvFile.LooksLikeFormula(text.Value) ? WorkbookStyles.Quoted : WorkbookStyles.Wrapped
            ),
            Cell.Number number => Value(number.Value, WorkbookStyles.Number),
            Cell.Day day => Value(Serial(day.Value.ToDateTime(TimeOnly.MinValue)), WorkbookStyles.Day),
            Cell.Moment moment => Value(Serial(TokyoTime.LocalOf(moment.Value).DateTime), WorkbookStyles.Moment),
            Cell.Clock clock => Value(clock.Value.ToTimeSpan().TotalDays, WorkbookStyles.Clock),
            _ => new OpenXmlCell { StyleIndex = WorkbookStyles.Wrapped },
        };

    private static OpenXmlCell Text(string text, uint look)
    {
        string clean = Clean(text);
        return new(
            new InlineString(
                new Text(clean.Length > LongestText ? clean[..LongestText] : clean)
                {
                    Space = SpaceProcessingModeValues.Preserve,
                }
            )
        )
        {
            DataType = CellValues.InlineString,
            StyleIndex = look,
        };
    }

    private static OpenXmlCell Value(double value, uint look) =>
        new(new CellValue(value.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = look };

    /// <summary>Days since the beginning of Excel's calendar; minutes are what people read, so seconds are cut.</summary>
    private static double Serial(DateTime local) =>
        (local.Date - Epoch).Days + (((local.Hour * 60) + local.Minute) / 1440.0);

    /// <summary>Without what XML cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.</summary>
    private static string Clean(string text)
    {
        string lines = text.ReplaceLineEndings("\n");
        StringBuilder clean = new(lines.Length);
        foreach (Rune rune in lines.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or (>= 0x20 and not (0xFFFE or 0xFFFF)))
            {
                clean.Append(rune);
            }
        }
        return clean.ToString();
    }

    /// <summary>1 is A, 27 is AA.</summary>
    private static string Letters(int column)
    {
        string letters = "";
        for (int left = column; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }
        return letters;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
