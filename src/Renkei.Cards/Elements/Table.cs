using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A table whose first row holds the headers, which screen readers repeat for each cell. No cell spans columns.</summary>
public sealed record Table : CardElement
{
    /// <param name="columns">Left to right; on a phone more than four are too narrow to read.</param>
    /// <param name="rows">Top to bottom, the header row first; each has as many cells as there are columns.</param>
    /// <exception cref="ArgumentException">No columns, no rows, or a row of another length.</exception>
    public Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows)
    {
        if (columns.Count == 0 || rows.Count == 0)
            throw new ArgumentException("A table has at least one column and its header row.", nameof(rows));
        if (rows.Any(row => row.Cells.Count != columns.Count))
            throw new ArgumentException("Each row has as many cells as there are columns.", nameof(rows));
        (Columns, Rows) = (columns, rows);
    }

    /// <summary>Left to right.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Top to bottom, the header row first.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Lines between the cells.</summary>
    public bool ShowGridLines { get; init; } = true;

    /// <summary>Background of the lines.</summary>
    public ContainerStyle? GridStyle { get; init; }

    internal override string TypeName => "Table";

    internal override IEnumerable<CardElement> Children =>
        Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items);

    internal override IEnumerable<AdaptiveAction> OwnActions =>
        Rows.SelectMany(row => row.Cells).Select(cell => cell.SelectAction).OfType<AdaptiveAction>();

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        // The published schema says firstRowAsHeader; the renderers read the plural only.
        json.WriteBoolean("firstRowAsHeaders"u8, true);
        if (!ShowGridLines)
            json.WriteBoolean("showGridLines"u8, false);
        json.WriteCamel("gridStyle"u8, GridStyle);
        json.WriteStartArray("columns"u8);
        foreach (TableColumn column in Columns)
            column.Write(json);
        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        foreach (TableRow row in Rows)
            row.Write(json);
        json.WriteEndArray();
    }
}

/// <summary>One column of a <see cref="Table"/>.</summary>
public sealed record TableColumn
{
    /// <param name="weight">Share of the width, 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public TableColumn(int weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 100);
        Weight = weight;
    }

    /// <summary>Share of the width.</summary>
    public int Weight { get; }

    /// <summary>Where the cells' content stands; right for numbers.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("width"u8, Weight);
        json.WritePascal("horizontalCellContentAlignment"u8, HorizontalCellContentAlignment);
        json.WriteEndObject();
    }
}

/// <summary>One row of a <see cref="Table"/>.</summary>
/// <param name="Cells">Left to right.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>A row of texts.</summary>
    /// <param name="texts">Markdown, left to right.</param>
    public TableRow(params ReadOnlySpan<string> texts)
        : this((IReadOnlyList<TableCell>)CellsOf(texts)) { }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TableRow"u8);
        json.WriteCamel("style"u8, Style);
        json.WriteStartArray("cells"u8);
        foreach (TableCell cell in Cells)
            cell.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static TableCell[] CellsOf(ReadOnlySpan<string> texts)
    {
        TableCell[] cells = new TableCell[texts.Length];
        for (int i = 0; i < texts.Length; i++)
            cells[i] = new TableCell(texts[i]);
        return cells;
    }
}

/// <summary>One cell of a <see cref="Table"/>.</summary>
/// <param name="Items">Top to bottom.</param>
public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    /// <summary>A cell with one text.</summary>
    /// <param name="text">Markdown.</param>
    public TableCell(string text)
        : this([new TextBlock(text)]) { }

    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>What a press on it does.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TableCell"u8);
        json.WriteCamel("style"u8, Style);
        json.WriteElements("items"u8, Items);
        json.WriteSelectAction(SelectAction);
        json.WriteEndObject();
    }
}
