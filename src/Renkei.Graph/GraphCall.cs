namespace Renkei.Graph;

/// <summary>One call, ready to be sent; repeating it does no harm.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query below the version, already percent-encoded, with a slash at its start.</param>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record GraphCall(HttpMethod Method, string Path, ReadOnlyMemory<byte> Body)
{
    /// <summary>How many calls to the mailbox it stands for.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Only if the thing still has this version.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Whether the directory is asked for what it may answer a little late: without it, it does not search.</summary>
    public bool Eventual { get; init; }
}

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status; 0 when there was none.</param>
internal sealed record GraphAnswer(int Status)
{
    public ReadOnlyMemory<byte> Body { get; init; }
    public TimeSpan? RetryAfter { get; init; }
    public string RequestId { get; init; } = "";
    public Exception? Cause { get; init; }

    /// <summary>Whether the call left this machine.</summary>
    public bool WasSent { get; init; } = true;

    public bool IsSuccess => Status is >= 200 and < 300;
}
