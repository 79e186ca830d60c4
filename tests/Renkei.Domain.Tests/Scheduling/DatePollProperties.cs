using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Scheduling;

public sealed class DatePollProperties
{
    private const int Dates = 3;
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000);
    private static readonly DateTimeOffset Now = TokyoTime.Instant(new(2026, 11, 20), new(10, 0));

    private static readonly DatePoll Poll = new()
    {
        Candidates =
        [
            .. Enumerable
                .Range(0, Dates)
                .Select(d => new PollCandidate($"{d}", new(Now.AddDays(20 + d), Now.AddDays(20 + d).AddHours(1)))),
        ],
        Voters = [.. Enumerable.Range(0, 5).Select(v => new Invitee($"v{v}", $"人{v}", $"o{v % 3}", Required: v == 0))],
        Quorum = [new(new("二団体", "two"), ["o0", "o1", "o2"], 2)],
        Deadline = Now.AddDays(7),
    };

    /// <summary>Votes in any order; some people vote several times, some never.</summary>
    private static readonly Arbitrary<(int Voter, int[] Marks)[]> Votes = (
        from count in Gen.Choose(0, 9)
        from votes in (
            from voter in Gen.Choose(0, 4)
            from marks in Gen.Choose(0, 2).ArrayOf(Dates)
            select (voter, marks)
        ).ArrayOf(count)
        select votes
    ).ToArbitrary();

    [Fact]
    public void Vote_AnyOrder_TheLastOfEachPersonCounts() =>
        Prop.ForAll(
                Votes,
                votes =>
                {
                    var last = votes.GroupBy(v => v.Voter).Select(g => g.Last());
                    PollResult all = PollResult.Of(After(votes));
                    PollResult few = PollResult.Of(After(last.Reverse()));
                    Assert.Equal(Shown(few), Shown(all));
                }
            )
            .Check(Thorough);

    [Fact]
    public void Vote_Twice_ChangesNothingMore() =>
        Prop.ForAll(
                Votes,
                votes =>
                {
                    DatePoll once = After(votes);
                    foreach ((int voter, _) in votes)
                    {
                        PollStep again = once.Vote($"v{voter}", once.Ballots[$"v{voter}"], Now);
                        Assert.Equal(new PollStep(once, null), again);
                    }
                }
            )
            .Check(Thorough);

    [Fact]
    public void Result_AnyVotes_CountsEverybodyOnceAndRanksByTheRules() =>
        Prop.ForAll(
                Votes,
                votes =>
                {
                    DatePoll poll = After(votes);
                    PollResult result = PollResult.Of(poll);
                    Assert.All(
                        result.Standings,
                        s =>
                            Assert.Equal(
                                Poll.Voters.ToHashSet(),
                                s.Yes.Concat(s.Maybe).Concat(s.No).Concat(s.Waiting).ToHashSet()
                            )
                    );
                    Assert.All(
                        result.Standings,
                        s => Assert.Equal(5, s.Yes.Count + s.Maybe.Count + s.No.Count + s.Waiting.Count)
                    );
                    // A place is one more than the number of dates that are better.
                    foreach (PollStanding standing in result.Standings)
                    {
                        int better = result.Standings.Count(o =>
                            IsBetter(poll, o.Candidate.Key, standing.Candidate.Key)
                        );
                        Assert.Equal(better + 1, standing.Place);
                    }
                }
            )
            .Check(Thorough);

    private static bool IsBetter(DatePoll poll, string one, string other)
    {
        int[] first = Weigh(poll, one);
        int[] second = Weigh(poll, other);
        int at = Enumerable.Range(0, first.Length).FirstOrDefault(i => first[i] != second[i], -1);
        return at >= 0 && first[at] < second[at];
    }

    /// <summary>Everything that counts, written as a person would count it; less is better.</summary>
    private static int[] Weigh(DatePoll poll, string date)
    {
        string Says(int voter) =>
            poll.Ballots.TryGetValue($"v{voter}", out Ballot? ballot) ? ballot.Marks[date].Sign() : "?";
        // Persons 0 and 3 speak for the first organisation, 1 and 4 for the second, 2 for the third.
        string[] organisations = [Says(0) + Says(3), Says(1) + Says(4), Says(2)];
        int sure = organisations.Count(o => o.Contains('○', StringComparison.Ordinal));
        int possible = organisations.Count(o => o.Any(c => c != '×'));
        string all = string.Concat(Enumerable.Range(0, 5).Select(Says));
        int lacking = Math.Max(0, 2 - possible);
        return
        [
            lacking,
            Says(0) == "×" ? 1 : 0,
            Math.Max(0, 2 - sure) - lacking,
            Says(0) == "△" ? 1 : 0,
            -all.Count(c => c == '○'),
            -all.Count(c => c == '△'),
        ];
    }

    private static DatePoll After(IEnumerable<(int Voter, int[] Marks)> votes) =>
        votes.Aggregate(
            Poll,
            (poll, vote) =>
                poll.Vote(
                    $"v{vote.Voter}",
                    new(
                        vote.Marks.Select((m, i) => (m, i)).ToDictionary(m => $"{m.i}", m => (PollMark)m.m),
                        "",
                        new($"v{vote.Voter}", "人"),
                        Now
                    ),
                    Now
                ).Poll
        );

    private static IEnumerable<string> Shown(PollResult result) =>
        result.Standings.Select(s => $"{s.Place} {s.Candidate.Key} {PollReasons.Count(s).Ja}");
}
