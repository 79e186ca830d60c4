using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Renkei.Domain.Time;

namespace Renkei.Bot.Workbooks;

/// <summary>
/// Writes a table as .csv: UTF-8 with the mark at its start by which Excel knows Japanese, lines ended by CR LF, dates as 2026/12/04.
/// </summary>
internal static class CsvFile
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    // Excel reads these as the beginning of a formula, in Japan also their wide forms; a tab or a line end before one does not help.
    private const string FormulaStarts = "=+-@＝＋－＠\t\r\n";

    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(SheetTable table)
    {
        using MemoryStream stream = new();
        using (StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (CsvWriter csv = new(text, Settings))
        {
            WriteRow(csv, table.Columns.Select(c => c.Heading));
            foreach (IReadOnlyList<Cell> row in table.Rows)
            {
                WriteRow(csv, row.Select(Of));
            }
        }
        return stream.ToArray();
    }

    /// <summary>Whether a spreadsheet would run a text as a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal);

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            csv.WriteField(cell);
        }
        csv.NextRecord();
    }

    private static string Of(Cell cell) =>
        cell switch
        {
            // The apostrophe is what spreadsheets themselves put before a text that is to stay one.
            Cell.Text text => LooksLikeFormula(text.Value) ? $"'{text.Value}" : text.Value,
            Cell.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            Cell.Day day => day.Value.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
            Cell.Moment moment => TokyoTime
                .LocalOf(moment.Value)
                .ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture),
            Cell.Clock clock => TokyoTime.Clock(clock.Value),
            _ => "",
        };
}
