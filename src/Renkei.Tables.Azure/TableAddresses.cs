using System.Globalization;
using System.Text;

namespace Renkei.Tables.Azure;

/// <summary>The addresses of one table's resources; quoting and escaping happen here only.</summary>
internal sealed class TableAddresses(Uri endpoint, string table)
{
    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    public Uri Tables => new($"{root}/Tables");

    public Uri Entities => new($"{root}/{table}");

    public Uri Batch => new($"{root}/$batch");

    public Uri Entity(RowKey key) =>
        new($"{root}/{table}(PartitionKey={Escape(Quote(key.Partition))},RowKey={Escape(Quote(key.Row))})");

    /// <param name="query">The range.</param>
    /// <param name="top">Rows asked for, 1 to 1000.</param>
    /// <param name="nextPartition">As the page before named it.</param>
    /// <param name="nextRow">As the page before named it; may be missing while the partition is there.</param>
    public Uri Page(TableQuery query, int top, string? nextPartition, string? nextRow)
    {
        StringBuilder filter = new($"PartitionKey eq {Quote(query.Partition)}");
        if (query.From is { } from)
        {
            filter.Append(CultureInfo.InvariantCulture, $" and RowKey ge {Quote(from)}");
        }

        if (query.Before is { } before)
        {
            filter.Append(CultureInfo.InvariantCulture, $" and RowKey lt {Quote(before)}");
        }

        StringBuilder address = new($"{root}/{table}()?$filter={Escape(filter.ToString())}");
        address.Append(CultureInfo.InvariantCulture, $"&$top={top}");
        if (nextPartition is not null)
        {
            address.Append(CultureInfo.InvariantCulture, $"&NextPartitionKey={Escape(nextPartition)}");
        }

        if (nextRow is not null)
        {
            address.Append(CultureInfo.InvariantCulture, $"&NextRowKey={Escape(nextRow)}");
        }

        return new Uri(address.ToString());
    }

    private static string Quote(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
