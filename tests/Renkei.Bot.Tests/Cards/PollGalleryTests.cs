using Renkei.Bot.Features.Polls;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Cards;

public sealed class PollGalleryTests() : KeptCardsTests("Polls", (36, 34), PollGallery.MakeAsync)
{
    /// <summary>The longest names, comments and dates there can be still fit into a card.</summary>
    [Fact]
    public void Largest_Poll_IsBelowWhatTeamsTakes()
    {
        DateTimeOffset now = TokyoTime.Instant(new(2026, 12, 4), new(9, 0));
        PollCandidate[] dates =
        [
            .. Enumerable
                .Range(0, DatePoll.MaxCandidates)
                .Select(i => TokyoTime.Instant(new DateOnly(2026, 12, 10).AddDays(i), new(10, 30)))
                .Select(s => PollCandidates.Of(new(s, s.AddHours(2)))),
        ];
        Invitee[] voters =
        [
            .. Enumerable
                .Range(0, StoredPoll.MaxVoters)
                .Select(i => new Invitee(
                    TestBot.IdOf(i + 100),
                    $"東部地域医療介護連携推進協議会 事務局次長 勅使河原 龍之介{i:D2}",
                    $"o{i}",
                    Required: true
                )),
        ];
        StoredPoll poll = new(
            PollId.Of("tobu", "largest"),
            new('長', StoredPoll.TitleLength),
            new(TestBot.IdOf(100), voters[0].Name),
            null,
            new()
            {
                Candidates = dates,
                Voters = voters,
                Quorum =
                [
                    QuorumRule.All(
                        new("すべての市町村", "every municipality"),
                        [.. voters.Select(v => v.Organisation)]
                    ),
                ],
                Deadline = now.AddDays(7),
                Ballots = voters
                    .Take(40)
                    .Select((v, i) => (v, i))
                    .ToDictionary(
                        v => v.v.Key,
                        v => new Ballot(
                            dates.ToDictionary(d => d.Key, _ => (PollMark)(v.i % 3)),
                            new string('言', Ballot.CommentLength),
                            new(TestBot.IdOf(99), "代理"),
                            now
                        )
                    ),
            }
        );
        PollReader to = new(Renkei.Domain.Language.Japanese, "29:user", null);
        PollFace face = new(poll, to, now);

        (string Name, int Bytes)[] sizes =
        [
            ("board", PollCards.Board(face).Build(to).Length),
            ("page", PollCards.Page(face, voters[0], mayManage: true).Build(to).Length),
            (
                "vote",
                PollCards.Vote(face, voters[0], isOwn: true, VoteForm.Of(poll.Poll, voters[0].Key)).Build(to).Length
            ),
            ("proxy", PollCards.Proxy(face).Build(to).Length),
        ];

        Assert.All(sizes, s => Assert.True(s.Bytes < Limit, $"{s.Name}: {s.Bytes} bytes"));
    }
}
