using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Polls;

/// <summary>
/// Whom an open poll concerns: rows <c>{object id}~{poll}</c> of partition <c>mypolls~{tenant}</c>, so that a person's list is one range
/// whatever the number of past polls. The rows go before the poll's own commit and after its end; one too many points at nothing, or at a
/// poll that is over, and is passed over. The organiser's row is written with the others and goes last, so it tells whether all are there.
/// </summary>
internal sealed class PollList(ITable table)
{
    private const int Listed = 50;

    /// <summary>Lists a poll for its organiser and for everybody it asks who has an account. Repeating it does no harm.</summary>
    public async ValueTask AddAsync(string tenantId, StoredPoll poll, CancellationToken ct)
    {
        TableChange[] rows =
        [
            .. Concerned(poll)
                .Select(objectId => new TableChange.Put(
                    Key(tenantId, objectId, poll.Id),
                    RowBody.Write(
                        new(poll.Title, objectId == poll.Organiser.ObjectId, poll.Poll.Deadline),
                        PollListJson.Default.ListedPollRow
                    )
                )),
        ];
        await table.CommitAsync(rows, ct);
    }

    /// <summary>
    /// Has an open poll on the lists and one that is over on none. Costs one point read where that is so. Whoever took a poll off just when
    /// it was taken up again is put right by the next look.
    /// </summary>
    public async ValueTask KeepAsync(string tenantId, StoredPoll poll, bool isOver, CancellationToken ct)
    {
        bool isListed = await table.FindAsync(Key(tenantId, poll.Organiser.ObjectId, poll.Id), ct) is not null;
        if (isOver && isListed)
        {
            await RemoveAsync(tenantId, poll, ct);
        }
        else if (!isOver && !isListed)
        {
            await AddAsync(tenantId, poll, ct);
        }
    }

    private async ValueTask RemoveAsync(string tenantId, StoredPoll poll, CancellationToken ct)
    {
        foreach (string objectId in Concerned(poll))
        {
            if (await table.FindAsync(Key(tenantId, objectId, poll.Id), ct) is { } row)
            {
                try
                {
                    await table.CommitAsync([new TableChange.Delete(row.Key, row.ETag)], ct);
                }
                catch (TableConflictException)
                {
                    // Another instance did it at the same moment.
                }
            }
        }
    }

    /// <summary>The polls a person asks in or is asked in; the next deadline first.</summary>
    public async Task<IReadOnlyList<ListedPoll>> OfAsync(string tenantId, string objectId, CancellationToken ct)
    {
        List<ListedPoll> polls = [];
        TableQuery query = TableQuery.Prefix($"mypolls~{tenantId}", $"{objectId}~").Take(Listed);
        await foreach (TableRow row in table.QueryAsync(query, ct))
        {
            if (PollId.TryParse(row.Key.Row[(objectId.Length + 1)..], out PollId? id))
            {
                ListedPollRow stored = RowBody.Read(row, PollListJson.Default.ListedPollRow);
                polls.Add(new(id, stored.Title, stored.Organises, stored.Deadline));
            }
        }
        polls.Sort((a, b) => a.Deadline.CompareTo(b.Deadline));
        return polls;
    }

    /// <summary>Everybody it is listed for; the organiser last.</summary>
    private static IEnumerable<string> Concerned(StoredPoll poll) =>
        poll
            .Poll.Voters.Select(v => v.Key)
            .Where(key => VoterKeys.IsAccount(key) && key != poll.Organiser.ObjectId)
            .Distinct()
            .Append(poll.Organiser.ObjectId);

    private static RowKey Key(string tenantId, string objectId, PollId id) =>
        new($"mypolls~{tenantId}", $"{objectId}~{id}");
}

/// <summary>A line of somebody's list of polls.</summary>
/// <param name="Id">The poll.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organises">Whether they ask; otherwise they are asked.</param>
/// <param name="Deadline">Until when votes are taken, as far as the list knows (UTC).</param>
internal sealed record ListedPoll(PollId Id, string Title, bool Organises, DateTimeOffset Deadline);

/// <summary>The stored form of a <see cref="ListedPoll"/>.</summary>
internal sealed record ListedPollRow(string Title, bool Organises, DateTimeOffset Deadline);

[JsonSerializable(typeof(ListedPollRow))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PollListJson : JsonSerializerContext;
