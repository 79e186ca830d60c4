namespace Renkei.Tables;

/// <summary>
/// The narrow waist between Renkei and its store: point read, ordered range read, atomic commit within one partition.
/// Safe for use by many callers at once. Two back ends keep the same promises (<c>TableContract</c> in the tests).
/// </summary>
public interface ITable
{
    /// <summary>Reads one row, or <see langword="null"/> where there is none. Sees every commit that was acknowledged before.</summary>
    /// <exception cref="ArgumentException">The key breaks a rule of <see cref="RowKey"/>.</exception>
    /// <exception cref="TableUnavailableException">The store did not answer, after the back end's own retries.</exception>
    ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct);

    /// <summary>Reads a range in ordinal order of row keys; follows continuations itself.</summary>
    /// <exception cref="ArgumentException">A key breaks a rule of <see cref="RowKey"/>.</exception>
    /// <exception cref="TableUnavailableException">The store did not answer; rows given out before that are good.</exception>
    IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, CancellationToken ct);

    /// <summary>
    /// Applies 1 to <see cref="TableLimits.ChangesPerCommit"/> changes to different rows of one partition: all of them, durably, or none.
    /// </summary>
    /// <param name="changes">What is changed; applied in this order, though no two touch the same row.</param>
    /// <param name="ct">Once the commit was sent, cancelling leaves open whether it was written.</param>
    /// <returns>The new version of each row in the order of the changes; a deleted row's is the default value.</returns>
    /// <exception cref="ArgumentException">A limit or a rule of keys is broken; nothing was sent.</exception>
    /// <exception cref="TableConflictException">A row was there, was gone or had changed; nothing was written.</exception>
    /// <exception cref="TableUnavailableException">The store could not take it. Whether it was written may be unknown: see there.</exception>
    ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct);
}
