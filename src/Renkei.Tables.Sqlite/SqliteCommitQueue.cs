using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Renkei.Tables.Sqlite;

/// <summary>
/// Takes commits one after another, as SQLite writes; those that wait while the disk is busy share the next transaction and with
/// it one flush. A caller is answered after that flush.
/// </summary>
internal sealed class SqliteCommitQueue : IAsyncDisposable
{
    // Bounds what one failure touches and how long the first of a group waits for the last.
    private const int LargestGroup = 128;

    private readonly SqliteFile file;
    private readonly Channel<WaitingCommit> waiting = Channel.CreateBounded<WaitingCommit>(
        new BoundedChannelOptions(1024) { SingleReader = true }
    );
    private readonly Task loop;
    private SqliteWriter? writer;

    /// <param name="file">The file.</param>
    /// <param name="writer">Opened already, so that a file that cannot be used is known before the first commit.</param>
    public SqliteCommitQueue(SqliteFile file, SqliteWriter writer)
    {
        (this.file, this.writer) = (file, writer);
        this.loop = Task.Run(WriteAsync);
    }

    public async Task<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        WaitingCommit commit = new(changes);
        await using CancellationTokenRegistration _ = ct.Register(() => commit.Withdraw(ct));
        try
        {
            await waiting.Writer.WriteAsync(commit, ct);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteTable));
        }

        return await commit.Answer;
    }

    /// <summary>Writes what waits, moves the log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await this.loop;
        try
        {
            this.writer?.Checkpoint();
        }
        catch (SqliteException failure) when (failure.IsOutage())
        {
            // The log holds everything; the next start reads it.
        }

        this.writer?.Dispose();
    }

    private async Task WriteAsync()
    {
        List<WaitingCommit> group = new(LargestGroup);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && waiting.Reader.TryRead(out WaitingCommit? commit))
            {
                if (commit.Take())
                {
                    group.Add(commit);
                }
            }

            Write(group);
            group.Clear();
        }
    }

    private void Write(List<WaitingCommit> group)
    {
        bool committing = false;
        try
        {
            SqliteWriter writer = this.writer ??= new SqliteWriter(this.file);
            Exception?[] refusals = new Exception?[group.Count];
            IReadOnlyList<RowETag>[] versions = new IReadOnlyList<RowETag>[group.Count];
            writer.Begin();
            for (int i = 0; i < group.Count; i++)
            {
                try
                {
                    versions[i] = writer.Apply(group[i].Changes);
                }
                catch (TableConflictException conflict)
                {
                    refusals[i] = conflict;
                }
            }

            committing = true;
            writer.Commit();
            for (int i = 0; i < group.Count; i++)
            {
                if (refusals[i] is { } refusal)
                {
                    group[i].Refuse(refusal);
                }
                else
                {
                    group[i].Accept(versions[i]);
                }
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_FULL && group.Count > 1)
        {
            // A great commit that does not fit must not take small ones with it.
            Reopen();
            foreach (WaitingCommit one in group)
            {
                Write([one]);
            }
        }
#pragma warning disable CA1031 // Whatever it is, those who wait hear of it, and the loop goes on for the next.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Reopen();
            foreach (WaitingCommit one in group)
            {
                one.Refuse(
                    failure is SqliteException sqlite && sqlite.IsOutage()
                        ? sqlite.ToUnavailable(outcomeUnknown: committing && !sqlite.IsSurelyUnwritten())
                        : failure
                );
            }
        }
    }

    /// <summary>Drops the connection, which rolls back, so that the next commit finds a disk that came back.</summary>
    private void Reopen()
    {
        this.writer?.Dispose();
        this.writer = null;
    }
}
