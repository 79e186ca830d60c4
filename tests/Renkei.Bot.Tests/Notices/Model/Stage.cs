using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>
/// Runs several programs on one thread, step by step: each waits at a gate before and after every call to the store or to Teams, and
/// whoever directs the play opens one gate at a time. The same directions give the same play.
/// </summary>
internal sealed class Stage : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private readonly List<Gate> gates = [];
    private readonly int thread = Environment.CurrentManagedThreadId;

    /// <summary>Gates somebody waits at, those of living programs only, in the order in which they were reached.</summary>
    public IReadOnlyList<Gate> Gates => gates;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            throw new InvalidOperationException("The play left its stage.");
        }
        ready.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Lets everybody run until all wait.</summary>
    public void Settle()
    {
        while (ready.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
        {
            next.Callback(next.State);
        }
    }

    /// <summary>Waits at a gate until it is opened; for ever if the program is killed meanwhile.</summary>
    /// <exception cref="TableUnavailableException">The director wants the store to fail here.</exception>
    public Task PassAsync(Program program, string what, bool mayFail, DateTimeOffset now)
    {
        TaskCompletionSource opened = new();
        if (program.IsAlive)
        {
            gates.Add(new(program, what, mayFail, now, opened));
        }
        return opened.Task;
    }

    public void Open(Gate gate)
    {
        gates.Remove(gate);
        gate.Opened.SetResult();
        Settle();
    }

    public void Fail(Gate gate, bool outcomeUnknown)
    {
        gates.Remove(gate);
        gate.Opened.SetException(new TableUnavailableException("The store is away.", outcomeUnknown, null));
        Settle();
    }

    /// <summary>Ends a program where it stands: what it waits for never comes.</summary>
    public void Kill(Program program)
    {
        program.IsAlive = false;
        gates.RemoveAll(g => g.Program == program);
    }
}

/// <summary>One process of the play.</summary>
internal sealed class Program(string name)
{
    public string Name { get; } = name;
    public bool IsAlive { get; set; } = true;

    /// <summary>When it looked at which ledger: in real time, and by the clock everybody sees.</summary>
    public List<(string Partition, DateTimeOffset Real, DateTimeOffset Shown)> Looks { get; } = [];
}

/// <summary>Somebody waits here.</summary>
internal sealed record Gate(
    Program Program,
    string What,
    bool MayFail,
    DateTimeOffset Since,
    TaskCompletionSource Opened
);
