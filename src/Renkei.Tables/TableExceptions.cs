namespace Renkei.Tables;

/// <summary>A commit met a row that was there, was gone or had changed. Nothing was written.</summary>
/// <param name="key">The first row that did not fit.</param>
/// <param name="index">Its place among the changes, from 0.</param>
public sealed class TableConflictException(RowKey key, int index)
    : Exception($"Change {index} did not fit the stored row.")
{
    /// <summary>The first row that did not fit.</summary>
    public RowKey Key { get; } = key;

    /// <summary>Its place among the changes, from 0.</summary>
    public int Index { get; } = index;
}

/// <summary>The store could not be reached or could not write (outage, full disk, read-only disk, throttling beyond the retries).</summary>
/// <param name="message">What happened, without row contents.</param>
/// <param name="outcomeUnknown">Whether a commit may have been written all the same.</param>
/// <param name="inner">The cause.</param>
public sealed class TableUnavailableException(string message, bool outcomeUnknown, Exception? inner)
    : Exception(message, inner)
{
    /// <summary>Whether the commit may have been written all the same; always <see langword="false"/> for reads.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;
}
