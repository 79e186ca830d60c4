using System.Buffers;
using Renkei.Domain;

namespace Renkei.Bot.Workbooks;

/// <summary>A table: one sheet of a workbook, or a CSV file.</summary>
internal sealed record SheetTable
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":\\/?*[]");

    /// <param name="name">What its tab says; 1 to 31 characters, none of <c>: \ / ? * [ ]</c>.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">Each as long as <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">A name no sheet can have, no columns, or a row of another length.</exception>
    public SheetTable(string name, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        if (name.Length is 0 or > 31 || name.AsSpan().ContainsAny(Forbidden) || name[0] == '\'' || name[^1] == '\'')
        {
            throw new ArgumentException($"A sheet cannot be called '{name}'.", nameof(name));
        }
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table has columns.", nameof(columns));
        }
        if (rows.Any(r => r.Count != columns.Count))
        {
            throw new ArgumentException("A row is not as long as the header.", nameof(rows));
        }
        (Name, Columns, Rows) = (name, columns, rows);
    }

    /// <summary>What its tab says.</summary>
    public string Name { get; }

    /// <summary>From the left.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>From the top, without the header.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its first line.</param>
/// <param name="Width">In half-width characters; longer texts are wrapped. 4 to 80.</param>
internal sealed record Column(string Heading, int Width);

/// <summary>A workbook.</summary>
/// <param name="Title">What it is about; stands in the head of printed pages and among its properties.</param>
/// <param name="Language">Which dates and typeface it is written for.</param>
/// <param name="MadeAt">When its contents were read (UTC).</param>
/// <param name="Sheets">At least one; their names are different.</param>
internal sealed record Workbook(
    string Title,
    Language Language,
    DateTimeOffset MadeAt,
    IReadOnlyList<SheetTable> Sheets
);
