namespace Renkei.Tables.Azure;

/// <summary>A row as Azure Tables gave it, with the commit that wrote it last.</summary>
internal sealed record StoredEntity(TableRow Row, string? Commit);
