namespace Renkei.Tables;

/// <summary>A stored row as it was read: its key, its JSON document and the version it had.</summary>
/// <param name="Key">Where it lives.</param>
/// <param name="Body">One JSON document, UTF-8; at most <see cref="TableLimits.BodyBytes"/> bytes.</param>
/// <param name="ETag">Opaque version; give it back byte for byte.</param>
public sealed record TableRow(RowKey Key, ReadOnlyMemory<byte> Body, RowETag ETag);

/// <summary>
/// Opaque version of a row. Changes with every write of that row and never comes again for it, not even after the row was
/// deleted and added anew. Versions of one back end mean nothing to another.
/// </summary>
/// <param name="Value">As the store gave it.</param>
public readonly record struct RowETag(string Value);
