using System.Text.RegularExpressions;
using Renkei.Bot.Features.Polls;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Cards;

public sealed partial class PollGalleryTests
{
    private const int Limit = 28 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cards_AreAsKept(bool isJapanese)
    {
        IReadOnlyList<(string Name, Shown Card)> cards = await PollGallery.MakeAsync(isJapanese);

        Assert.Equal(isJapanese ? 36 : 34, cards.Count);
        Assert.All(cards, c => Golden.Matches(Path.Combine("Polls", c.Name), c.Card.Json));
        Assert.All(cards, c => Assert.True(c.Card.Json.Length < Limit, $"{c.Name}: {c.Card.Json.Length} bytes"));
    }

    [Fact]
    public async Task Cards_InEnglish_HaveNoJapanese()
    {
        foreach ((string name, Shown card) in await PollGallery.MakeAsync(isJapanese: false))
        {
            string json = card.Card!.ToJsonString(Golden.Plain);
            Assert.Equal((name, ""), (name, string.Concat(Japanese.Matches(json).Select(m => m.Value))));
        }
    }

    [Fact]
    public async Task Cards_InTheOfficialRenderer_HaveNoWarningsAndNothingCut()
    {
        KeyValuePair<string, ReadOnlyMemory<byte>>[] cards =
        [
            .. (await PollGallery.MakeAsync(isJapanese: true))
                .Concat(await PollGallery.MakeAsync(isJapanese: false))
                .Select(c => KeyValuePair.Create(c.Name, c.Card.Json)),
        ];

        IReadOnlyList<RenderedCard> drawn = await CardRenderer.RenderAsync(
            "Bot.Polls",
            cards,
            images: Environment.GetEnvironmentVariable("RENKEI_CARD_IMAGES") == "1",
            CancellationToken.None
        );

        Assert.Equal(cards.Length, drawn.Count);
        Assert.All(drawn, card => Assert.Empty(card.Warnings));
        Assert.All(drawn, card => Assert.Equal((card.Name, ""), (card.Name, string.Join('\n', card.Cut))));
    }

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
        PollReader to = new(Renkei.Domain.Language.Japanese, "29:user");
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

    [GeneratedRegex("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")]
    private static partial Regex Japanese { get; }
}
