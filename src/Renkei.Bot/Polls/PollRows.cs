using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Polls;

/// <summary>A poll without its votes.</summary>
internal sealed record PollRow(
    string Title,
    PersonRef Organiser,
    string? Council,
    IReadOnlyList<CandidateRow> Candidates,
    IReadOnlyList<Invitee> Voters,
    IReadOnlyList<QuorumRow> Quorum,
    DateTimeOffset Deadline,
    PollDecision? Decision,
    bool Withdrawn,
    string? Plan = null,
    IReadOnlyList<PollPlace>? Places = null,
    bool AsksEach = false,
    DateTimeOffset MadeAt = default,
    DateTimeOffset? OfferedAt = null
)
{
    public static PollRow Of(StoredPoll stored) =>
        new(
            stored.Title,
            stored.Organiser,
            stored.Council,
            [.. stored.Poll.Candidates.Select(c => new CandidateRow(c.Key, c.Slot.Start, c.Slot.End))],
            stored.Poll.Voters,
            [.. stored.Poll.Quorum.Select(q => new QuorumRow(q.Name, q.Organisations, q.AtLeast))],
            stored.Poll.Deadline,
            stored.Poll.Decision,
            stored.Poll.IsWithdrawn,
            stored.Plan,
            stored.Places.Count == 0 ? null : stored.Places,
            stored.AsksEach,
            stored.MadeAt,
            stored.OfferedAt
        );

    public StoredPoll ToPoll(PollId id, IReadOnlyDictionary<string, Ballot> ballots) =>
        new(
            id,
            Title,
            Organiser,
            Council,
            new()
            {
                Candidates = [.. Candidates.Select(c => new PollCandidate(c.Key, new(c.Start, c.End)))],
                Voters = Voters,
                Quorum = [.. Quorum.Select(q => new QuorumRule(q.Name, q.Organisations, q.AtLeast))],
                Deadline = Deadline,
                Ballots = ballots,
                Decision = Decision,
                IsWithdrawn = Withdrawn,
            }
        )
        {
            Plan = Plan,
            Places = Places ?? [],
            AsksEach = AsksEach,
            MadeAt = MadeAt,
            OfferedAt = OfferedAt,
        };

    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, PollJson.Default.PollRow);
}

/// <summary>A date (UTC).</summary>
internal sealed record CandidateRow(string Key, DateTimeOffset Start, DateTimeOffset End);

/// <summary>A rule by organisation.</summary>
internal sealed record QuorumRow(LocalText Name, IReadOnlyList<string> Organisations, int AtLeast);

/// <summary>A vote.</summary>
internal sealed record BallotRow(
    string Voter,
    IReadOnlyDictionary<string, PollMark> Marks,
    string Comment,
    PersonRef EnteredBy,
    DateTimeOffset At
)
{
    public static BallotRow Of(string voter, Ballot ballot) =>
        new(voter, ballot.Marks, ballot.Comment, ballot.EnteredBy, ballot.At);

    public Ballot ToBallot() => new(Marks, Comment, EnteredBy, At);

    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, PollJson.Default.BallotRow);
}

/// <summary>Source-generated reading and writing of polls.</summary>
[JsonSerializable(typeof(PollRow))]
[JsonSerializable(typeof(BallotRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class PollJson : JsonSerializerContext;
