using System.Runtime.CompilerServices;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Play;

/// <summary>A store that counts what is asked of it and can be away.</summary>
internal sealed class WatchedTable(ITable inner) : ITable
{
    private int finds;
    private int queries;
    private int commits;

    /// <summary>What the next commits do, in order; when it is empty they work.</summary>
    public Queue<Trouble> NextCommits { get; } = new();

    /// <summary>Whether nothing can be read or written.</summary>
    public bool IsAway { get; set; }

    /// <summary>Runs once, just before the next commit: where somebody else is quicker.</summary>
    public Func<Task>? BeforeNextCommit { get; set; }

    /// <summary>Reads and commits since the last <see cref="Reset"/>, e.g. <c>3 finds, 1 query, 0 commits</c>.</summary>
    public string Counts => $"{finds} finds, {queries} queries, {commits} commits";

    public int Commits => commits;

    public void Reset() => (finds, queries, commits) = (0, 0, 0);

    public ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct)
    {
        Interlocked.Increment(ref finds);
        return IsAway ? throw Away(outcomeUnknown: false) : inner.FindAsync(key, ct);
    }

    public IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, CancellationToken ct)
    {
        Interlocked.Increment(ref queries);
        return IsAway ? NothingAsync(ct) : inner.QueryAsync(query, ct);
    }

    public async ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        if (BeforeNextCommit is { } before)
        {
            BeforeNextCommit = null;
            await before();
        }
        Trouble trouble = NextCommits.TryDequeue(out Trouble next) ? next : Trouble.None;
        if (IsAway || trouble == Trouble.BeforeWriting)
        {
            throw Away(outcomeUnknown: trouble == Trouble.BeforeWriting);
        }
        IReadOnlyList<RowETag> etags = await inner.CommitAsync(changes, ct);
        return trouble == Trouble.AfterWriting ? throw Away(outcomeUnknown: true) : etags;
    }

    private static TableUnavailableException Away(bool outcomeUnknown) =>
        new("The store is away.", outcomeUnknown, null);

    private static async IAsyncEnumerable<TableRow> NothingAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.FromException(Away(outcomeUnknown: false)).WaitAsync(ct);
        yield break;
    }
}

/// <summary>What can go wrong with a commit.</summary>
internal enum Trouble
{
    None,

    /// <summary>It was not written, and nobody can tell.</summary>
    BeforeWriting,

    /// <summary>It was written, and nobody can tell.</summary>
    AfterWriting,
}
