using System.Collections.Concurrent;

namespace Renkei.Tables;

/// <summary>
/// Spares decoding a row that did not change since it was last read. The store is still asked every time: what is kept counts only for
/// the very version that was read. Thread safe.
/// </summary>
/// <typeparam name="T">What rows are decoded into; shared between callers, so it has to be immutable.</typeparam>
/// <param name="capacity">How many rows are kept at most; when there are more, all are forgotten. At least 1.</param>
public sealed class DecodedRows<T>(int capacity)
    where T : class
{
    private readonly ConcurrentDictionary<RowKey, Entry> kept = new();

    /// <summary>The row's content, decoded now or the last time this version was read.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="state">Handed to <paramref name="decode"/>; depends on nothing but the key of the row.</param>
    /// <param name="decode">Reads the row. Where it throws, nothing is kept.</param>
    public T Of<TState>(TableRow row, TState state, Func<TableRow, TState, T> decode)
    {
        if (kept.TryGetValue(row.Key, out Entry? entry) && entry.ETag == row.ETag)
        {
            return entry.Value;
        }
        T value = decode(row, state);
        if (entry is null && kept.Count >= capacity)
        {
            kept.Clear();
        }
        kept[row.Key] = new(row.ETag, value);
        return value;
    }

    private sealed record Entry(RowETag ETag, T Value);
}
