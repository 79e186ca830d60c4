namespace Renkei.Tables;

/// <summary>
/// Where a row lives: rows of one partition are read and committed together, and stand in ordinal order of <see cref="Row"/>
/// (<see cref="string.CompareOrdinal(string, string)"/>: by UTF-16 unit, so <c>"10"</c> stands before <c>"2"</c>).
/// </summary>
/// <remarks>
/// Both parts have 1 to <see cref="TableLimits.KeyLength"/> characters and hold none of <c>/ \ # ? % +</c>, U+0000–U+001F,
/// U+007F–U+009F, U+FFFE, U+FFFF and no half of a surrogate pair (protocols: Azure Tables, section 8). Japanese text is
/// allowed. The check is <see cref="TableRules.Check(RowKey)"/>; every back end makes it before anything is sent.
/// </remarks>
/// <param name="Partition">The partition key.</param>
/// <param name="Row">The row key.</param>
public sealed record RowKey(string Partition, string Row);
