namespace Renkei.Tables;

/// <summary>
/// A range of one partition in ordinal order of the row key. The start is included, the end is not.
/// Both back ends honour it exactly. Both ends follow the rules of keys; a range that ends before it starts is empty.
/// </summary>
public sealed record TableQuery
{
    private TableQuery(string partition) => Partition = partition;

    /// <summary>The partition that is read.</summary>
    public string Partition { get; }

    /// <summary>First row key of the range (included); <see langword="null"/> starts at the first row.</summary>
    public string? From { get; private init; }

    /// <summary>Row key at which the range ends (not included); <see langword="null"/> reads to the last row.</summary>
    public string? Before { get; private init; }

    /// <summary>At most this many rows; <see langword="null"/> reads them all, page by page.</summary>
    public int? Limit { get; private init; }

    /// <summary>All rows of a partition.</summary>
    public static TableQuery AllOf(string partition) => new(partition);

    /// <summary>Rows of a partition whose key starts with <paramref name="prefix"/>, which follows the rules of keys.</summary>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is empty.</exception>
    public static TableQuery Prefix(string partition, string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new(partition) { From = prefix, Before = TableRules.FirstAfter(prefix) };
    }

    /// <summary>Rows from <paramref name="from"/> (included) to <paramref name="before"/> (not included).</summary>
    public static TableQuery Range(string partition, string from, string before) =>
        new(partition) { From = from, Before = before };

    /// <summary>The same range, but no more than <paramref name="limit"/> rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public TableQuery Take(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return this with { Limit = limit };
    }
}
