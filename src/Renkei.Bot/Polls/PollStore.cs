using System.Security.Cryptography;
using System.Text;
using Renkei.Bot.Notices;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Polls;

/// <summary>
/// The polls of the centres, partition <c>poll~{tenant}~{centre}</c>: the poll itself is <c>q~{name}~</c>, each vote a row of its own after it,
/// <c>q~{name}~v~{hash of the voter's key}</c>. One range reads a poll; forty people who vote at once write forty rows and meet nobody.
/// </summary>
/// <remarks>
/// Before each commit a pointer says that the poll has to be looked at, so that the cards for everybody follow whatever happens. A vote does
/// not touch the poll's own row. So one that is on its way when the organiser decides may still be kept; it changes nothing that
/// was decided.
/// </remarks>
internal sealed class PollStore(ITable table, PollList list, NoticePointers pointers, TimeProvider clock)
{
    private const int Attempts = 12;

    /// <summary>Adds a poll; when one with its id is there already (a repeated press), nothing changes. Votes in it are not written.</summary>
    /// <returns>The poll as it stands.</returns>
    public async Task<StoredPoll> AddAsync(string tenantId, StoredPoll poll, CancellationToken ct)
    {
        await list.AddAsync(tenantId, poll, ct);
        await LookAsync(tenantId, poll, poll.Poll.Deadline, ct);
        await LookAsync(tenantId, poll, poll.MadeAt, ct);
        try
        {
            await table.CommitAsync(
                [new TableChange.Insert(PollKey(tenantId, poll.Id), PollRow.Of(poll).ToBytes())],
                ct
            );
        }
        catch (TableConflictException)
        {
            // It is there; what stands is read below.
        }
        return await FindAsync(tenantId, poll.Id, ct)
            ?? throw new InvalidOperationException($"Poll {poll.Id} was there and is gone.");
    }

    /// <summary>A poll with its votes, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<StoredPoll?> FindAsync(string tenantId, PollId id, CancellationToken ct) =>
        (await ReadAsync(tenantId, id, ct))?.Poll;

    /// <summary>Keeps a vote, in place of the one before.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The poll.</param>
    /// <param name="voter">The key of whose vote it is.</param>
    /// <param name="ballot">The vote, by whoever enters it; already authorised.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>What came of it, or <see langword="null"/> where there is no such poll.</returns>
    public async Task<PollOutcome?> VoteAsync(
        string tenantId,
        PollId id,
        string voter,
        Ballot ballot,
        CancellationToken ct
    )
    {
        for (int attempt = 1; await ReadAsync(tenantId, id, ct) is { } read; attempt++)
        {
            PollStep step = read.Poll.Poll.Vote(voter, ballot, clock.GetUtcNow());
            if (step.Refusal is not null || ReferenceEquals(step.Poll, read.Poll.Poll))
            {
                return new(read.Poll, step.Refusal);
            }
            await LookFirstAsync(attempt, tenantId, read.Poll, ct);
            RowKey key = BallotKey(tenantId, id, voter);
            ReadOnlyMemory<byte> body = BallotRow.Of(voter, ballot).ToBytes();
            TableChange change = read.Ballots.TryGetValue(voter, out RowETag before)
                ? new TableChange.Replace(key, body, before)
                : new TableChange.Insert(key, body);
            if (await TryCommitAsync(change, attempt, ct))
            {
                return new(read.Poll with { Poll = step.Poll }, null);
            }
        }
        return null;
    }

    /// <summary>Changes the poll itself: adds dates, decides, ends, reopens, gives up. When somebody else is quicker, it is tried on what they made of it.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="id">The poll.</param>
    /// <param name="change">The change, at the time it is given; already authorised. Votes that it changes are not written.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>What came of it, or <see langword="null"/> where there is no such poll.</returns>
    public async Task<PollOutcome?> ChangeAsync(
        string tenantId,
        PollId id,
        Func<DatePoll, DateTimeOffset, PollStep> change,
        CancellationToken ct
    )
    {
        for (int attempt = 1; await ReadAsync(tenantId, id, ct) is { } read; attempt++)
        {
            PollStep step = change(read.Poll.Poll, clock.GetUtcNow());
            if (step.Refusal is not null || ReferenceEquals(step.Poll, read.Poll.Poll))
            {
                return new(read.Poll, step.Refusal);
            }
            StoredPoll next = read.Poll with
            {
                Poll = step.Poll,
                OfferedAt =
                    step.Poll.Candidates.Count > read.Poll.Poll.Candidates.Count
                        ? clock.GetUtcNow()
                        : read.Poll.OfferedAt,
            };
            await LookFirstAsync(attempt, tenantId, next, ct);
            if (next.Poll.Deadline != read.Poll.Poll.Deadline || IsOver(read.Poll.Poll))
            {
                await LookAsync(tenantId, next, next.Poll.Deadline, ct);
                await list.AddAsync(tenantId, next, ct);
            }
            TableChange replace = new TableChange.Replace(PollKey(tenantId, id), PollRow.Of(next).ToBytes(), read.ETag);
            if (await TryCommitAsync(replace, attempt, ct))
            {
                return new(next, null);
            }
        }
        return null;
    }

    private async ValueTask<ReadPoll?> ReadAsync(string tenantId, PollId id, CancellationToken ct)
    {
        PollRow? poll = null;
        RowETag etag = default;
        Dictionary<string, Ballot> ballots = [];
        Dictionary<string, RowETag> etags = [];
        string first = PollKey(tenantId, id).Row;
        TableQuery all = TableQuery.Prefix(Partition(tenantId, id), first);
        await foreach (TableRow row in table.QueryAsync(all, ct))
        {
            if (row.Key.Row == first)
            {
                (poll, etag) = (RowBody.Read(row, PollJson.Default.PollRow), row.ETag);
                continue;
            }
            BallotRow ballot = RowBody.Read(row, PollJson.Default.BallotRow);
            ballots[ballot.Voter] = ballot.ToBallot();
            etags[ballot.Voter] = row.ETag;
        }
        return poll is null ? null : new(poll.ToPoll(id, ballots), etag, etags);
    }

    private static bool IsOver(DatePoll poll) => poll.Decision is not null || poll.IsWithdrawn;

    /// <summary>
    /// One pointer is enough: the commit follows it within a minute, however often it has to be tried. It points at when the poll was made,
    /// so all changes of a poll write the same row, and a row for each of forty votes is spared.
    /// </summary>
    private ValueTask LookFirstAsync(int attempt, string tenantId, StoredPoll poll, CancellationToken ct) =>
        attempt == 1 ? LookAsync(tenantId, poll, poll.MadeAt, ct) : ValueTask.CompletedTask;

    private ValueTask LookAsync(string tenantId, StoredPoll poll, DateTimeOffset at, CancellationToken ct) =>
        pointers.KeepAsync(tenantId, PollKeys.Kind, poll.Id.ToString(), at, ct);

    private async ValueTask<bool> TryCommitAsync(TableChange change, int attempt, CancellationToken ct)
    {
        try
        {
            await table.CommitAsync([change], ct);
            return true;
        }
        catch (TableConflictException) when (attempt < Attempts)
        {
            return false;
        }
    }

    private static string Partition(string tenantId, PollId id) => PollKeys.Partition(tenantId, id.CentreCode);

    private static RowKey PollKey(string tenantId, PollId id) => new(Partition(tenantId, id), $"q~{id.Name}~");

    // A voter's key may hold what a row key must not.
    private static RowKey BallotKey(string tenantId, PollId id, string voter) =>
        new(
            Partition(tenantId, id),
            $"q~{id.Name}~v~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(voter)))}"
        );

    private sealed record ReadPoll(StoredPoll Poll, RowETag ETag, IReadOnlyDictionary<string, RowETag> Ballots);
}
