namespace Renkei.Tables;

/// <summary>
/// Where a row lives: rows of one partition are read and committed together, and stand in ordinal order of <see cref="Row"/>.
/// </summary>
/// <remarks>
/// Both parts are 1 to 200 characters (a row may also be empty-free only) and must not hold <c>/ \ # ? % +</c>, U+0000–U+001F or
/// U+007F–U+009F (protocols: Azure Tables, section 8). Japanese text is allowed. The check is made by every back end before anything is sent.
/// </remarks>
/// <param name="Partition">The partition key.</param>
/// <param name="Row">The row key.</param>
public sealed record RowKey(string Partition, string Row);
