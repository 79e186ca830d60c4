namespace Renkei.Graph;

/// <summary>Lets only so many calls go to a mailbox at once, first come first served. A batch takes as many places as calls run in it.</summary>
internal sealed class MailboxGate
{
    private readonly int all;
    private readonly Lock sync = new();
    private readonly Queue<(int Places, TaskCompletionSource Turn)> waiting = [];
    private int free;

    /// <summary>Lets so many in.</summary>
    public MailboxGate(int places) => (all, free) = (places, places);

    /// <summary>Waits for places.</summary>
    /// <param name="wanted">How many; more than there are means all.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>Gives the places back when disposed of.</returns>
    public async Task<IDisposable> EnterAsync(int wanted, CancellationToken ct)
    {
        int taken = Math.Min(wanted, all);
        TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sync)
        {
            waiting.Enqueue((taken, turn));
        }
        LetIn();
        await using (ct.Register(() => Leave(turn, ct)))
        {
            await turn.Task;
        }
        return new Place(this, taken);
    }

    private void Leave(TaskCompletionSource turn, CancellationToken ct)
    {
        turn.TrySetCanceled(ct);
        // Whoever stood behind may be able to go now.
        LetIn();
    }

    private void LetIn()
    {
        lock (sync)
        {
            while (waiting.TryPeek(out (int Places, TaskCompletionSource Turn) next))
            {
                bool gone = next.Turn.Task.IsCompleted;
                if (!gone && free < next.Places)
                {
                    return;
                }
                waiting.Dequeue();
                free -= !gone && next.Turn.TrySetResult() ? next.Places : 0;
            }
        }
    }

    private void GiveBack(int taken)
    {
        lock (sync)
        {
            free += taken;
        }
        LetIn();
    }

    private sealed class Place(MailboxGate gate, int taken) : IDisposable
    {
        private int left = taken;

        public void Dispose() => gate.GiveBack(Interlocked.Exchange(ref left, 0));
    }
}
