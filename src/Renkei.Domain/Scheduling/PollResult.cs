namespace Renkei.Domain.Scheduling;

/// <summary>How the dates of a poll stand beside each other.</summary>
public sealed record PollResult
{
    private PollResult(IReadOnlyList<PollStanding> standings, PollDifference lead) =>
        (Standings, Lead) = (standings, lead);

    /// <summary>The best first; equally good ones by time.</summary>
    public IReadOnlyList<PollStanding> Standings { get; }

    /// <summary>The dates on the first place; more than one when there is a tie.</summary>
    public IReadOnlyList<PollStanding> Leaders => [.. Standings.TakeWhile(s => s.Place == 1)];

    /// <summary>What makes the first place better than the second; <see cref="PollDifference.None"/> where there is no second.</summary>
    public PollDifference Lead { get; }

    /// <summary>Counts a poll as it is now.</summary>
    public static PollResult Of(DatePoll poll)
    {
        Quorum quorum = new(poll.Quorum, poll.Voters);
        PollStanding[] ranked =
        [
            .. poll
                .Candidates.Select(c => Count(poll, c, quorum))
                .Order(Comparer<PollStanding>.Create(Compare))
                .ThenBy(s => s.Candidate.Slot.Start)
                .ThenBy(s => s.Candidate.Slot.End),
        ];
        PollDifference lead = PollDifference.None;
        for (int i = 0, place = 1; i < ranked.Length; i++)
        {
            if (i > 0 && Compare(ranked[i - 1], ranked[i]) != 0)
            {
                lead = place == 1 ? Difference(ranked[i - 1], ranked[i]) : lead;
                place = i + 1;
            }
            ranked[i] = ranked[i] with { Place = place };
        }
        return new(ranked, lead);
    }

    private static PollStanding Count(DatePoll poll, PollCandidate candidate, Quorum quorum)
    {
        PollMark?[] marks = [.. poll.Voters.Select(v => MarkOf(poll, v, candidate))];
        Availability[] availability =
        [
            .. marks.Select(m =>
                m switch
                {
                    PollMark.Yes => Availability.Free,
                    PollMark.Maybe => Availability.Tentative,
                    PollMark.No => Availability.Busy,
                    _ => Availability.Unknown,
                }
            ),
        ];
        IReadOnlyList<Invitee> Those(PollMark? mark) => [.. poll.Voters.Where((_, i) => marks[i] == mark)];
        return new()
        {
            Candidate = candidate,
            Place = 1,
            Yes = Those(PollMark.Yes),
            Maybe = Those(PollMark.Maybe),
            No = Those(PollMark.No),
            Waiting = Those(null),
            Gaps = quorum.Gaps(availability),
        };
    }

    private static PollMark? MarkOf(DatePoll poll, Invitee voter, PollCandidate candidate) =>
        poll.Ballots.TryGetValue(voter.Key, out Ballot? ballot)
        && ballot.Marks.TryGetValue(candidate.Key, out PollMark mark)
            ? mark
            : null;

    private static int Compare(PollStanding? left, PollStanding? right) =>
        left!.Score.Zip(right!.Score, (l, r) => l.Count.CompareTo(r.Count)).FirstOrDefault(c => c != 0);

    private static PollDifference Difference(PollStanding better, PollStanding worse) =>
        better.Score.Zip(worse.Score).First(s => s.First.Count != s.Second.Count).First.By;
}
