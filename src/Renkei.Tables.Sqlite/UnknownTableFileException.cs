namespace Renkei.Tables.Sqlite;

/// <summary>The file is not a store that this version can use; it was left as it is.</summary>
/// <param name="message">Why.</param>
public sealed class UnknownTableFileException(string message) : Exception(message);
