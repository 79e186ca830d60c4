namespace Renkei.Bot.Notices;

/// <summary>
/// Lets a number of callers in at the same time, first come, first served. Unlike <see cref="SemaphoreSlim"/> it keeps the order, and
/// whoever waits goes on in their own context, so that a test can play it step by step. Thread safe.
/// </summary>
internal sealed class FairSlots(int count)
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private int free = count;

    /// <summary>How many callers wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Waits for a slot; <see cref="Release"/> gives it back.</summary>
    public async ValueTask WaitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> turn;
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return;
            }
            turn = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        using CancellationTokenRegistration tired = ct.UnsafeRegister(_ => GiveUp(turn, ct), null);
        await turn.Value.Task;
    }

    /// <summary>Gives a slot back, to whoever waits longest.</summary>
    public void Release()
    {
        TaskCompletionSource? next;
        lock (gate)
        {
            next = waiting.First?.Value;
            if (next is null)
            {
                free++;
                return;
            }
            waiting.RemoveFirst();
        }
        next.SetResult();
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> turn, CancellationToken ct)
    {
        lock (gate)
        {
            if (turn.List is null)
            {
                // Its turn came at the same moment.
                return;
            }
            waiting.Remove(turn);
        }
        turn.Value.SetCanceled(ct);
    }
}
