namespace Renkei.Tables.Sqlite;

/// <summary>A commit on its way to the writer, and its caller's answer.</summary>
internal sealed class WaitingCommit(IReadOnlyList<TableChange> changes)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    // Callers continue on their own threads, not on the writer's.
    private readonly TaskCompletionSource<IReadOnlyList<RowETag>> answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private int state = Waiting;

    public IReadOnlyList<TableChange> Changes { get; } = changes;

    public Task<IReadOnlyList<RowETag>> Answer => this.answer.Task;

    /// <summary>The writer begins with it; from here on it is not withdrawn any more.</summary>
    public bool Take() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>The caller gave up; nothing is written if the writer had not begun.</summary>
    public void Withdraw(CancellationToken ct)
    {
        if (Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting)
        {
            this.answer.TrySetCanceled(ct);
        }
    }

    public void Accept(IReadOnlyList<RowETag> versions) => this.answer.TrySetResult(versions);

    public void Refuse(Exception reason) => this.answer.TrySetException(reason);
}
