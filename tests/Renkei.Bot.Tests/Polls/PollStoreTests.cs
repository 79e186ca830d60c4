using System.Text;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Tables;
using Renkei.Tables.Sqlite;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Polls;

public sealed class PollStoreTests : IAsyncLifetime
{
    private const string Tenant = TestBot.Tenant;

    private static readonly PersonRef Organiser = new("kawakami", "川上 由美");
    private static readonly PollId Id = PollId.Of("tobu", "p1");

    private readonly string folder = Directory.CreateTempSubdirectory("renkei-polls-").FullName;
    private readonly FakeClock clock = new();
    private readonly SqliteTable file;
    private readonly WatchedTable table;
    private readonly PollStore polls;

    public PollStoreTests()
    {
        file = new(new() { Path = Path.Combine(folder, "bot.db") });
        table = new(file);
        polls = Store(table);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await file.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Add_Poll_IsReadAsItWas()
    {
        StoredPoll written = Poll(3) with { Council = "tobu.k3" };

        await polls.AddAsync(Tenant, written, CancellationToken.None);

        StoredPoll read = (await polls.FindAsync(Tenant, Id, CancellationToken.None))!;
        Assert.Equal((written.Title, written.Organiser, written.Council), (read.Title, read.Organiser, read.Council));
        Assert.Equal(written.Poll.Candidates, read.Poll.Candidates);
        Assert.Equal(written.Poll.Voters, read.Poll.Voters);
        Assert.Equal(written.Poll.Deadline, read.Poll.Deadline);
        QuorumRule rule = Assert.Single(read.Poll.Quorum);
        Assert.Equal(("全市町村", 2), (rule.Name.Ja, rule.AtLeast));
        Assert.Equal(["o0", "o1"], rule.Organisations);
    }

    [Fact]
    public async Task Add_Again_ChangesNothing()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        await VoteAsync("v1", "○○");

        StoredPoll there = await polls.AddAsync(Tenant, Poll(3) with { Title = "別の題" }, CancellationToken.None);

        Assert.Equal("退院支援ルールの調整会議", there.Title);
        Assert.Single(there.Poll.Ballots);
    }

    [Fact]
    public async Task Find_OtherTenantOrNameThatBeginsAlike_IsNull()
    {
        await polls.AddAsync(Tenant, Poll(3) with { Id = PollId.Of("tobu", "p12") }, CancellationToken.None);

        Assert.Null(await polls.FindAsync(Tenant, Id, CancellationToken.None));
        Assert.Null(await polls.FindAsync(TestBot.OtherTenant, PollId.Of("tobu", "p12"), CancellationToken.None));
        Assert.Null(await polls.VoteAsync(Tenant, Id, "v1", Ballot("v1", "○○"), CancellationToken.None));
    }

    [Fact]
    public async Task Vote_FortyAtOnce_LosesNone()
    {
        await polls.AddAsync(Tenant, Poll(40), CancellationToken.None);

        PollOutcome?[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => VoteAsync($"v{i}", i % 2 == 0 ? "○×" : "△○")))
        );

        Assert.All(outcomes, o => Assert.Null(o!.Refusal));
        DatePoll poll = (await polls.FindAsync(Tenant, Id, CancellationToken.None))!.Poll;
        Assert.Equal(PollState.Complete, poll.StateAt(clock.GetUtcNow()));
        Assert.Equal(20, PollResult.Of(poll).Standings.Single(s => s.Candidate.Key == "1").Yes.Count);
        // Each a pointer and a row, and nobody had to try twice; making it took a list, two pointers and a row.
        Assert.Equal(4 + (2 * 40), table.Commits);
    }

    [Fact]
    public async Task Vote_OnePersonTwiceAtOnce_KeepsOne()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);

        await Task.WhenAll(VoteAsync("v1", "○○"), VoteAsync("v1", "○○"), VoteAsync("v1", "○○"));

        DatePoll poll = (await polls.FindAsync(Tenant, Id, CancellationToken.None))!.Poll;
        Assert.Equal(PollMark.Yes, Assert.Single(poll.Ballots).Value.Marks["2"]);
    }

    [Fact]
    public async Task Vote_SomebodyElseEntersItMeanwhile_TheLastCounts()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        PollStore other = Store(file);
        table.BeforeNextCommit = () =>
            other.VoteAsync(Tenant, Id, "v1", Ballot("kawakami", "××"), CancellationToken.None);

        PollOutcome? outcome = await VoteAsync("v1", "○○");

        Assert.Equal(PollMark.Yes, outcome!.Poll.Poll.Ballots["v1"].Marks["1"]);
        DatePoll poll = (await polls.FindAsync(Tenant, Id, CancellationToken.None))!.Poll;
        Assert.Equal("v1", poll.Ballots["v1"].EnteredBy.ObjectId);
    }

    [Fact]
    public async Task Vote_Repeated_CostsOneRangeAndNoCommit()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        await VoteAsync("v1", "○○");
        table.Reset();

        await VoteAsync("v1", "○○");

        Assert.Equal("0 finds, 1 queries, 0 commits", table.Counts);
    }

    [Fact]
    public async Task Vote_Refused_WritesNothing()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(8));
        table.Reset();

        PollOutcome? outcome = await VoteAsync("v1", "○○");

        Assert.Equal(PollRefusal.Expired, outcome!.Refusal);
        Assert.Equal(0, table.Commits);
    }

    [Fact]
    public async Task Change_TwoOrganisersDecideAtOnce_TheFirstStands()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        PollStore other = Store(file);
        table.BeforeNextCommit = () => DecideAsync(other, "1");

        PollOutcome? outcome = await DecideAsync(polls, "2");

        Assert.Equal(PollRefusal.Decided, outcome!.Refusal);
        Assert.Equal("1", outcome.Poll.Poll.Decision!.Candidate);
        Assert.Null((await DecideAsync(polls, "1"))!.Refusal);
    }

    [Fact]
    public async Task Change_Reopened_KeepsTheVotes()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        await VoteAsync("v1", "○△");
        await DecideAsync(polls, "1");

        await polls.ChangeAsync(Tenant, Id, (poll, now) => poll.Reopen(now.AddDays(3), now), CancellationToken.None);

        DatePoll read = (await polls.FindAsync(Tenant, Id, CancellationToken.None))!.Poll;
        Assert.Null(read.Decision);
        Assert.Equal(PollMark.Maybe, read.Ballots["v1"].Marks["2"]);
    }

    [Fact]
    public async Task Rows_KeepJapaneseAsItIs()
    {
        await polls.AddAsync(Tenant, Poll(3), CancellationToken.None);
        await VoteAsync("v1", "○○");
        List<string> rows = [];
        await foreach (TableRow row in file.QueryAsync(TableQuery.AllOf($"poll~{Tenant}~tobu"), CancellationToken.None))
        {
            rows.Add(Encoding.UTF8.GetString(row.Body.Span));
        }

        Assert.Contains("\"title\":\"退院支援ルールの調整会議\"", rows[0], StringComparison.Ordinal);
        Assert.Contains("\"comment\":\"午後なら\"", rows[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tobu.p1", true)]
    [InlineData("tobu", false)]
    [InlineData("tobu.p~1", false)]
    [InlineData("TOBU.p1", false)]
    [InlineData("tobu.p1\n", false)]
    [InlineData(null, false)]
    public void TryParse_Texts_AreToldApart(string? text, bool isOne) =>
        Assert.Equal(isOne, PollId.TryParse(text, out _));

    private Task<PollOutcome?> VoteAsync(string voter, string marks) =>
        polls.VoteAsync(Tenant, Id, voter, Ballot(voter, marks), CancellationToken.None);

    private PollStore Store(ITable on)
    {
        NoticeClock time = new(clock, clock);
        return new(on, new(on), new(on, time, new()), clock);
    }

    private static Task<PollOutcome?> DecideAsync(PollStore store, string candidate) =>
        store.ChangeAsync(Tenant, Id, (poll, now) => poll.Decide(candidate, Organiser, now), CancellationToken.None);

    private Ballot Ballot(string by, string marks) =>
        new(
            marks
                .Select((m, i) => (m, i))
                .ToDictionary(m => $"{m.i + 1}", m => (PollMark)"○△×".IndexOf(m.m, StringComparison.Ordinal)),
            "午後なら",
            new(by, "人"),
            clock.GetUtcNow()
        );

    private StoredPoll Poll(int voters)
    {
        DateTimeOffset start = TokyoTime.Instant(new(2026, 12, 21), new(14, 0));
        return new(
            Id,
            "退院支援ルールの調整会議",
            Organiser,
            null,
            new()
            {
                Candidates =
                [
                    new("1", new(start, start.AddHours(2))),
                    new("2", new(start.AddDays(1), start.AddDays(1).AddHours(2))),
                ],
                Voters =
                [
                    .. Enumerable
                        .Range(0, voters)
                        .Select(i => new Invitee($"v{i}", $"人 {i}", $"o{i % 5}", Required: i == 0)),
                ],
                Quorum = [QuorumRule.All(new("全市町村", "every municipality"), ["o0", "o1"])],
                Deadline = clock.GetUtcNow().AddDays(7),
            }
        );
    }
}
