namespace Renkei.Tables.Azure;

/// <summary>One page of a query and where the next begins; both continuations missing: there is none.</summary>
internal sealed record EntityPage(
    ServiceReply Reply,
    IReadOnlyList<TableRow> Rows,
    string? NextPartition,
    string? NextRow
);
