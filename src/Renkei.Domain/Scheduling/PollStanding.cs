namespace Renkei.Domain.Scheduling;

/// <summary>How one date of a poll stands.</summary>
public sealed record PollStanding
{
    /// <summary>The date.</summary>
    public required PollCandidate Candidate { get; init; }

    /// <summary>1 for the best; dates that are equally good have the same place.</summary>
    public required int Place { get; init; }

    /// <summary>Who says ○, in the order in which they are asked.</summary>
    public required IReadOnlyList<Invitee> Yes { get; init; }

    /// <summary>Who says △.</summary>
    public required IReadOnlyList<Invitee> Maybe { get; init; }

    /// <summary>Who says ×.</summary>
    public required IReadOnlyList<Invitee> No { get; init; }

    /// <summary>Who has said nothing about it yet.</summary>
    public required IReadOnlyList<Invitee> Waiting { get; init; }

    /// <summary>Rules by organisation that are not met by ○ alone; what hangs on △ and on missing votes is open.</summary>
    public required IReadOnlyList<QuorumGap> Gaps { get; init; }

    /// <summary>What dates are compared by, the gravest first; less is better.</summary>
    internal IReadOnlyList<(PollDifference By, int Count)> Score =>
        [
            (PollDifference.Quorum, Gaps.Sum(g => g.Lacking)),
            (PollDifference.RequiredPeople, No.Count(v => v.Required)),
            (PollDifference.Quorum, Gaps.Sum(g => g.Open)),
            (PollDifference.RequiredPeople, Maybe.Count(v => v.Required)),
            (PollDifference.Yes, -Yes.Count),
            (PollDifference.YesAndMaybe, -Maybe.Count),
        ];
}

/// <summary>What makes one date better than another.</summary>
public enum PollDifference
{
    /// <summary>Nothing: they are equally good, or there is only one.</summary>
    None,

    /// <summary>More of the organisations that have to be represented.</summary>
    Quorum,

    /// <summary>More of the people without whom the meeting makes no sense.</summary>
    RequiredPeople,

    /// <summary>More ○.</summary>
    Yes,

    /// <summary>As many ○, and more △.</summary>
    YesAndMaybe,
}
