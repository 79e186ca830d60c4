using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Scheduling;

public sealed class DatePollTests
{
    private static readonly DateTimeOffset Now = TokyoTime.Instant(new(2026, 11, 20), new(10, 0));
    private static readonly DateTimeOffset Deadline = TokyoTime.Instant(new(2026, 11, 27), new(17, 0));
    private static readonly PersonRef Organiser = new("kawakami", "川上 由美");

    private static readonly DatePoll Poll = new()
    {
        Candidates = [Candidate("1", 4, 14), Candidate("2", 8, 10), Candidate("3", 9, 18)],
        Voters =
        [
            new("chair", "医師会長", "doctors", Required: true),
            new("aoba", "あおば市", "aoba", Required: false),
            new("hikari", "ひかり市", "hikari", Required: false),
        ],
        Quorum = [QuorumRule.All(new("全市町村", "every municipality"), ["aoba", "hikari"])],
        Deadline = Deadline,
    };

    [Fact]
    public void Vote_ByThemselves_IsKept()
    {
        PollStep step = Poll.Vote("aoba", Ballot("aoba", "○△×", "午後なら"), Now);

        Assert.Null(step.Refusal);
        Assert.True(step.Poll.HasVoted("aoba"));
        Assert.Equal("午後なら", step.Poll.Ballots["aoba"].Comment);
        Assert.False(step.Poll.Ballots["aoba"].IsProxyFor("aoba"));
        Assert.Equal(["chair", "hikari"], step.Poll.Waiting.Select(w => w.Key));
        Assert.Empty(Poll.Ballots);
    }

    [Fact]
    public void Vote_ForSomebodyOnTheTelephone_SaysWhoEnteredIt()
    {
        DatePoll voted = Poll.Vote("chair", Ballot("kawakami", "○○×"), Now).Poll;

        Assert.True(voted.Ballots["chair"].IsProxyFor("chair"));
        Assert.Equal("kawakami", voted.Ballots["chair"].EnteredBy.ObjectId);
    }

    [Fact]
    public void Vote_Repeated_ChangesNothingEvenWhenClosed()
    {
        DatePoll voted = Poll.Vote("aoba", Ballot("aoba", "○△×"), Now).Poll;

        PollStep again = voted.Vote("aoba", Ballot("aoba", "○△×") with { At = Now.AddHours(1) }, Deadline.AddDays(1));

        Assert.Null(again.Refusal);
        Assert.Same(voted, again.Poll);
    }

    [Fact]
    public void Vote_Changed_ReplacesTheOneBefore()
    {
        DatePoll voted = Poll.Vote("aoba", Ballot("aoba", "○△×"), Now).Poll;

        DatePoll changed = voted.Vote("aoba", Ballot("aoba", "×××"), Now).Poll;

        Assert.Equal(PollMark.No, Assert.Single(changed.Ballots).Value.Marks["1"]);
    }

    [Theory]
    [InlineData("nobody", "○○○", "", PollRefusal.NotAsked)]
    [InlineData("aoba", "○○", "", PollRefusal.Incomplete)]
    [InlineData("aoba", "○○?", "", PollRefusal.Incomplete)]
    [InlineData("aoba", "○○○○", "", PollRefusal.NoSuchCandidate)]
    [InlineData("aoba", "○○○", "long", PollRefusal.CommentTooLong)]
    public void Vote_Faulty_IsRefused(string voter, string marks, string comment, PollRefusal why)
    {
        string text = comment == "long" ? new string('あ', 201) : comment;

        Assert.Equal(new PollStep(Poll, why), Poll.Vote(voter, Ballot(voter, marks, text), Now));
    }

    [Fact]
    public void StateAt_Deadline_EndsTheVoting()
    {
        Assert.Equal(PollState.Open, Poll.StateAt(Deadline.AddTicks(-1)));
        Assert.Equal(PollState.Expired, Poll.StateAt(Deadline));
        Assert.Equal(PollRefusal.Expired, Poll.Vote("aoba", Ballot("aoba", "○○○"), Deadline).Refusal);
    }

    [Fact]
    public void StateAt_EverybodyVoted_IsCompleteAndMindsMayBeChanged()
    {
        DatePoll all = AllVote("○○○", "○○○", "○○○");

        Assert.Equal(PollState.Complete, all.StateAt(Now));
        PollStep change = all.Vote("chair", Ballot("kawakami", "×○○"), Now);
        Assert.Null(change.Refusal);
        Assert.Equal(PollState.Complete, change.Poll.StateAt(Now));
        Assert.Equal(PollState.Expired, all.StateAt(Deadline));
    }

    [Fact]
    public void Decide_Once_IsKept()
    {
        DatePoll decided = Poll.Decide("2", Organiser, Now).Poll;

        Assert.Equal(new PollDecision("2", Organiser, Now), decided.Decision);
        Assert.Equal(PollState.Decided, decided.StateAt(Deadline.AddDays(1)));
        Assert.Same(decided, decided.Decide("2", new("sato", "佐藤"), Now.AddHours(1)).Poll);
        Assert.Equal(PollRefusal.Decided, decided.Decide("1", Organiser, Now).Refusal);
        Assert.Equal(PollRefusal.Decided, decided.Vote("aoba", Ballot("aoba", "○○○"), Now).Refusal);
        Assert.Equal(PollRefusal.Decided, decided.Withdraw().Refusal);
        Assert.Equal(PollRefusal.NoSuchCandidate, Poll.Decide("4", Organiser, Now).Refusal);
    }

    [Fact]
    public void Reopen_Decided_TakesVotesAgain()
    {
        DatePoll decided = AllVote("○○○", "○○○", "○○○").Decide("2", Organiser, Now).Poll;

        DatePoll open = decided.Reopen(Deadline.AddDays(7), Now).Poll;

        Assert.Equal(PollState.Complete, open.StateAt(Deadline));
        Assert.Equal(3, open.Ballots.Count);
        Assert.Same(open, open.Reopen(Deadline.AddDays(7), Now).Poll);
        Assert.Equal(PollRefusal.DeadlinePast, decided.Reopen(Now, Now).Refusal);
    }

    [Fact]
    public void Withdraw_Open_EndsItAndCanBeTakenBack()
    {
        DatePoll withdrawn = Poll.Withdraw().Poll;

        Assert.Equal(PollState.Withdrawn, withdrawn.StateAt(Now));
        Assert.Same(withdrawn, withdrawn.Withdraw().Poll);
        Assert.Equal(PollRefusal.Withdrawn, withdrawn.Vote("aoba", Ballot("aoba", "○○○"), Now).Refusal);
        Assert.Equal(PollRefusal.Withdrawn, withdrawn.Decide("1", Organiser, Now).Refusal);
        Assert.Equal(PollState.Open, withdrawn.Reopen(Deadline, Now).Poll.StateAt(Now));
    }

    [Fact]
    public void Close_Open_ExpiresAtOnce()
    {
        DatePoll closed = Poll.Close(Now).Poll;

        Assert.Equal(PollState.Expired, closed.StateAt(Now));
        Assert.Same(closed, closed.Close(Now.AddHours(1)).Poll);
    }

    [Fact]
    public void Offer_MoreDates_AsksThoseWhoVotedAgain()
    {
        DatePoll voted = AllVote("○○○", "○○○", "○○○");

        DatePoll more = voted.Offer([Candidate("4", 15, 14)], Now).Poll;

        Assert.Equal(PollState.Open, more.StateAt(Now));
        Assert.Equal(3, more.Waiting.Count());
        Assert.Equal(3, PollResult.Of(more).Standings.Single(s => s.Candidate.Key == "1").Yes.Count);
        Assert.Same(more, more.Offer([Candidate("4", 15, 14)], Now).Poll);
        Assert.Equal(PollRefusal.KeyTaken, more.Offer([Candidate("4", 16, 14)], Now).Refusal);
        PollCandidate[] many = [.. Enumerable.Range(10, 10).Select(k => Candidate($"{k}", k, 9))];
        Assert.Equal(PollRefusal.TooManyCandidates, voted.Offer(many, Now).Refusal);
    }

    [Fact]
    public void Result_Quorum_BeatsMoreVotes()
    {
        // On the first date Hikari is missing; on the second somebody else, who is not needed by the rule.
        DatePoll poll = AllVote("○×○", "○○○", "×○○") with
        {
            Voters = [.. Poll.Voters.Select(v => v with { Required = false })],
        };

        PollResult result = PollResult.Of(poll);

        Assert.Equal(["3", "2", "1"], result.Standings.Select(s => s.Candidate.Key));
        Assert.Equal([1, 2, 3], result.Standings.Select(s => s.Place));
        Assert.Equal(PollDifference.Yes, result.Lead);
        QuorumGap gap = Assert.Single(result.Standings[2].Gaps);
        Assert.Equal((1, 0), (gap.Lacking, gap.Open));
        Assert.Equal(["hikari"], gap.Absent);
    }

    [Fact]
    public void Result_RequiredPersonCannot_StandsBehind()
    {
        PollResult result = PollResult.Of(AllVote("×○△", "○△○", "○△○"));

        // The second date hangs on two maybes of the quorum, the third on the required person's.
        Assert.Equal(["3", "2", "1"], result.Standings.Select(s => s.Candidate.Key));
        Assert.Equal(PollDifference.Quorum, result.Lead);
        Assert.Equal(["chair"], result.Standings[2].No.Select(v => v.Key));
    }

    [Fact]
    public void Result_MissingVotes_AreOpen()
    {
        PollStanding first = PollResult.Of(Poll.Vote("aoba", Ballot("aoba", "○○○"), Now).Poll).Standings[0];

        QuorumGap gap = Assert.Single(first.Gaps);
        Assert.Equal((0, 1), (gap.Lacking, gap.Open));
        Assert.Empty(gap.Absent);
        Assert.Equal(["chair", "hikari"], first.Waiting.Select(v => v.Key));
        Assert.Equal("○1 △0 ×0 未回答2", PollReasons.Count(first).Ja);
    }

    [Fact]
    public void Reasons_Tie_NamesTheDatesAndTheirOrder()
    {
        PollResult result = PollResult.Of(AllVote("○○△", "○○○", "○○○"));

        Assert.Equal(["1", "2"], result.Leaders.Select(l => l.Candidate.Key));
        Assert.Equal(
            new LocalText(
                "12/4(金) 14:00と12/8(火) 10:00が同点です（○3 △0 ×0）。早い日から並べています。",
                "Fri 4 Dec, 14:00 and Tue 8 Dec, 10:00 tie (○3 △0 ×0). The earlier stands first."
            ),
            PollReasons.Of(result)
        );
    }

    [Theory]
    [InlineData("○×○", "○○○", "×○○", "12/9(水) 18:00が第一候補です。○がもっとも多い日です。", false)]
    [InlineData("○○○", "○○×", "○×○", "12/4(金) 14:00が第一候補です。出席が必要な団体がそろう日です。", true)]
    [InlineData("○○○", "△××", "○○×", "12/4(金) 14:00が第一候補です。出席が必要な団体がもっともそろう日です。", true)]
    [InlineData("×○△", "○○○", "○○○", "12/8(火) 10:00が第一候補です。必須の方の都合がもっともよい日です。", true)]
    [InlineData("△×△", "○△△", "○○○", "12/4(金) 14:00が第一候補です。出席が必要な団体がそろう日です。", false)]
    public void Reasons_OneLeader_SaysWhatMakesItBetter(
        string chair,
        string aoba,
        string hikari,
        string reason,
        bool chairRequired
    )
    {
        DatePoll poll = AllVote(chair, aoba, hikari) with
        {
            Voters = [Poll.Voters[0] with { Required = chairRequired }, Poll.Voters[1], Poll.Voters[2]],
        };

        Assert.Equal(reason, PollReasons.Of(PollResult.Of(poll)).Ja);
    }

    [Fact]
    public void Reasons_OnlyMaybesDiffer_CountsThem()
    {
        DatePoll poll = AllVote("△×△", "○○△", "○○△") with
        {
            Voters = [Poll.Voters[0] with { Required = false }, Poll.Voters[1], Poll.Voters[2]],
        };

        Assert.Equal(
            "12/4(金) 14:00が第一候補です。△を含めて、来られる方がもっとも多い日です。",
            PollReasons.Of(PollResult.Of(poll)).Ja
        );
    }

    [Fact]
    public void Reasons_NobodyVoted_SaysSo() =>
        Assert.Equal("まだ回答がありません。", PollReasons.Of(PollResult.Of(Poll)).Ja);

    private static DatePoll AllVote(params string[] marks) =>
        Poll
            .Voters.Zip(marks)
            .Aggregate(Poll, (poll, v) => poll.Vote(v.First.Key, Ballot(v.First.Key, v.Second), Now).Poll);

    private static Ballot Ballot(string by, string marks, string comment = "") =>
        new(
            marks
                .Select((m, i) => (m, i))
                .ToDictionary(m => $"{m.i + 1}", m => (PollMark)"○△×".IndexOf(m.m, StringComparison.Ordinal)),
            comment,
            new(by, by),
            Now
        );

    private static PollCandidate Candidate(string key, int day, int hour)
    {
        DateTimeOffset start = TokyoTime.Instant(new(2026, 12, day), new(hour, 0));
        return new(key, new(start, start.AddHours(2)));
    }
}
