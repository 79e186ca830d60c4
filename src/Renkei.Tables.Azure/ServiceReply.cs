namespace Renkei.Tables.Azure;

/// <summary>What the service answered to one request, or to one change of a batch.</summary>
/// <param name="Status">The HTTP status; of a batch that of its first inner answer that is not a success.</param>
/// <param name="Code">The service's error code; empty for a success or where none was given.</param>
/// <param name="Index">The change that failed, from 0.</param>
/// <param name="Versions">New versions in the order of the changes; a deleted row's is the default value.</param>
internal sealed record ServiceReply(int Status, string Code, int Index, IReadOnlyList<RowETag> Versions)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsTableMissing => Status == 404 && Code == "TableNotFound";

    /// <summary>Worth another try: the service is busy, slow or broken for the moment.</summary>
    public bool IsTransient =>
        Status is 408 or 429 or 500 or 502 or 503 or 504 || (Status == 409 && Code == "TableBeingDeleted");

    /// <summary>The service may have written before it answered so; a busy service refuses before it begins.</summary>
    public bool IsOutcomeUnknown => IsTransient && Status != 409 && !(Status == 503 && Code == "ServerBusy");

    /// <summary>A row was there (409), had changed (412) or was gone (404).</summary>
    public bool IsConflict => Status is 409 or 412 or 404 && !IsTableMissing && !IsTransient;
}
