using System.Collections.Frozen;
using Renkei.Domain.People;

namespace Renkei.Domain.Scheduling;

/// <summary>
/// A poll about a date, ○△× (R16). Immutable. Every change can be repeated without harm: what is there already is not refused and
/// changes nothing. Each ballot stands for itself, so ballots may be kept one by one and put together in any order.
/// </summary>
public sealed record DatePoll
{
    /// <summary>Dates in one poll.</summary>
    public const int MaxCandidates = 12;

    /// <summary>The dates, each key once; 1 to <see cref="MaxCandidates"/>.</summary>
    public required IReadOnlyList<PollCandidate> Candidates { get; init; }

    /// <summary>Who is asked, each key once; at least one.</summary>
    public required IReadOnlyList<Invitee> Voters { get; init; }

    /// <summary>Which organisations have to be represented.</summary>
    public IReadOnlyList<QuorumRule> Quorum { get; init; } = [];

    /// <summary>From this instant on no vote is taken.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>By the voter's key.</summary>
    public IReadOnlyDictionary<string, Ballot> Ballots { get; init; } = FrozenDictionary<string, Ballot>.Empty;

    /// <summary>The chosen date, if any.</summary>
    public PollDecision? Decision { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Who has not said something about every date, in the order in which they are asked.</summary>
    public IEnumerable<Invitee> Waiting => Voters.Where(v => !HasVoted(v.Key));

    /// <summary>Where it stands at an instant.</summary>
    public PollState StateAt(DateTimeOffset now) =>
        IsWithdrawn ? PollState.Withdrawn
        : Decision is not null ? PollState.Decided
        : now >= Deadline ? PollState.Expired
        : Waiting.Any() ? PollState.Open
        : PollState.Complete;

    /// <summary>Whether somebody has said something about every date. New dates make a vote incomplete.</summary>
    public bool HasVoted(string voter) =>
        Ballots.TryGetValue(voter, out Ballot? ballot) && Candidates.All(c => ballot.Marks.ContainsKey(c.Key));

    /// <summary>Takes a vote, in place of the one before.</summary>
    /// <param name="voter">The key of whose vote it is, whoever enters it.</param>
    /// <param name="ballot">A mark for every date.</param>
    /// <param name="now">The time.</param>
    public PollStep Vote(string voter, Ballot ballot, DateTimeOffset now)
    {
        if (Ballots.TryGetValue(voter, out Ballot? before) && before.SaysTheSameAs(ballot))
        {
            return Done;
        }
        if (WhyNoVotes(now) is { } closed)
        {
            return Refused(closed);
        }
        if (!Voters.Any(v => v.Key == voter))
        {
            return Refused(PollRefusal.NotAsked);
        }
        if (ballot.Marks.Keys.Any(key => Find(key) is null))
        {
            return Refused(PollRefusal.NoSuchCandidate);
        }
        if (ballot.Marks.Count < Candidates.Count || !ballot.Marks.Values.All(Enum.IsDefined))
        {
            return Refused(PollRefusal.Incomplete);
        }
        if (ballot.Comment.Length > Ballot.CommentLength)
        {
            return Refused(PollRefusal.CommentTooLong);
        }
        Dictionary<string, Ballot> ballots = new(Ballots) { [voter] = ballot };
        return Next(this with { Ballots = ballots });
    }

    /// <summary>Adds dates, after those that are there. Votes stay, and those who voted are asked about the new ones.</summary>
    public PollStep Offer(IReadOnlyList<PollCandidate> more, DateTimeOffset now)
    {
        if (more.All(Candidates.Contains))
        {
            return Done;
        }
        if (WhyNoVotes(now) is { } closed)
        {
            return Refused(closed);
        }
        PollCandidate[] together = [.. Candidates.Union(more)];
        if (together.DistinctBy(c => c.Key).Count() < together.Length)
        {
            return Refused(PollRefusal.KeyTaken);
        }
        return together.Length > MaxCandidates
            ? Refused(PollRefusal.TooManyCandidates)
            : Next(this with { Candidates = together });
    }

    /// <summary>Chooses a date; before the deadline as well as after it.</summary>
    public PollStep Decide(string candidate, PersonRef by, DateTimeOffset now)
    {
        if (IsWithdrawn)
        {
            return Refused(PollRefusal.Withdrawn);
        }
        if (Decision is { } made)
        {
            return made.Candidate == candidate ? Done : Refused(PollRefusal.Decided);
        }
        return Find(candidate) is null
            ? Refused(PollRefusal.NoSuchCandidate)
            : Next(this with { Decision = new(candidate, by, now) });
    }

    /// <summary>Ends the voting now.</summary>
    public PollStep Close(DateTimeOffset now) =>
        IsWithdrawn ? Refused(PollRefusal.Withdrawn)
        : Decision is not null ? Refused(PollRefusal.Decided)
        : now >= Deadline ? Done
        : Next(this with { Deadline = now });

    /// <summary>Takes votes again, or for longer: a decision, or giving up, is taken back. Votes stay.</summary>
    /// <param name="until">The new deadline.</param>
    /// <param name="now">The time.</param>
    public PollStep Reopen(DateTimeOffset until, DateTimeOffset now) =>
        until <= now ? Refused(PollRefusal.DeadlinePast)
        : until == Deadline && Decision is null && !IsWithdrawn ? Done
        : Next(this with { Deadline = until, Decision = null, IsWithdrawn = false });

    /// <summary>Gives the poll up. What was decided cannot be given up; it is taken back first.</summary>
    public PollStep Withdraw() =>
        IsWithdrawn ? Done
        : Decision is not null ? Refused(PollRefusal.Decided)
        : Next(this with { IsWithdrawn = true });

    /// <summary>The date of a key, or <see langword="null"/>.</summary>
    public PollCandidate? Find(string candidate) => Candidates.FirstOrDefault(c => c.Key == candidate);

    private PollStep Done => new(this, null);

    private PollRefusal? WhyNoVotes(DateTimeOffset now) =>
        StateAt(now) switch
        {
            PollState.Expired => PollRefusal.Expired,
            PollState.Decided => PollRefusal.Decided,
            PollState.Withdrawn => PollRefusal.Withdrawn,
            _ => null,
        };

    private static PollStep Next(DatePoll poll) => new(poll, null);

    private PollStep Refused(PollRefusal why) => new(this, why);
}
