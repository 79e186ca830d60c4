using System.Diagnostics;
using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Notices;
using Renkei.Bot.Tests.Play;
using Renkei.Tables.Sqlite;
using Renkei.Testing;
using Xunit.Abstractions;

namespace Renkei.Bot.Tests.Features.Polls;

public sealed class PollBoardsTests(ITestOutputHelper output)
{
    private readonly FakeClock clock = new();
    private readonly PlainTable table = new();
    private readonly LimitedTeams teams = new(1);

    [Fact]
    public async Task Vote_FortyAtOnceOnTwoInstances_AllAreShownWithinTheLimits()
    {
        string folder = Directory.CreateTempSubdirectory("renkei-board-").FullName;
        SqliteTable file = new(new() { Path = Path.Combine(folder, "bot.db") });
        LimitedTeams busy = new(7) { Latency = TimeSpan.FromMilliseconds(400) };
        BoardDesk[] desks =
        [
            new(file, TimeProvider.System, busy, seed: 1),
            new(file, TimeProvider.System, busy, seed: 2),
        ];
        await desks[0].AddAsync(voters: 40);
        await desks[0].PostedAsync();
        foreach (BoardDesk desk in desks)
        {
            await desk.Dispatcher.StartAsync(CancellationToken.None);
        }
        Stopwatch time = Stopwatch.StartNew();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async i =>
                {
                    // A first burst, and then as people get round to it.
                    await Task.Delay(i < 20 ? 0 : i * 40);
                    await desks[i % 2].VoteAsync(i, i % 3 == 0 ? "△×" : "○○");
                })
        );
        TimeSpan voted = time.Elapsed;
        while (!IsComplete(busy) && time.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(50);
        }
        TimeSpan shown = time.Elapsed;
        // Nothing older may arrive after it.
        await Task.Delay(1500);
        foreach (BoardDesk desk in desks)
        {
            await desk.Dispatcher.StopAsync(CancellationToken.None);
        }
        output.WriteLine(
            $"Voted in {voted.TotalSeconds:F2} s, all shown after {shown.TotalSeconds:F2} s by {busy.Cards.Count} updates"
        );

        Assert.True(IsComplete(busy), busy.Cards.Count == 0 ? "nothing was shown" : busy.Cards[^1].Text);
        Assert.Contains("まだ", busy.Cards[0].Text, StringComparison.Ordinal);
        Assert.Equal(0, busy.Refused);
        Assert.Equal(1, busy.MostAtOnce);
        // At most one a second, whoever votes.
        Assert.InRange(busy.Cards.Count, 2, (int)time.Elapsed.TotalSeconds + 2);
        Assert.InRange(shown - voted, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        await file.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Run_PointerBeforeTheVoteIsThere_LooksAgainAndShowsIt()
    {
        BoardDesk desk = await PostedAsync();
        await desk.Pointers.KeepAsync(
            BoardDesk.Tenant,
            PollKeys.Kind,
            $"{BoardDesk.Id}",
            clock.GetUtcNow(),
            CancellationToken.None
        );
        TimeSpan again = await desk.RunAsync();
        Assert.DoesNotContain("人01", Voted(), StringComparison.Ordinal);
        await PutBallotAsync();

        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.RunAsync();

        Assert.True(again < TimeSpan.FromSeconds(2), $"{again}");
        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InstanceDiedAfterTheVote_AnotherShowsIt()
    {
        BoardDesk dead = await PostedAsync();
        await dead.VoteAsync(1);
        BoardDesk other = new(table, clock, teams, seed: 2);

        await other.RunAsync();

        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InstanceDiedWhileUpdating_AnotherShowsItWhenTheClaimLapses()
    {
        BoardDesk dead = await PostedAsync();
        await dead.VoteAsync(1);
        LedgerEntry claimed = await dead.EntryAsync() with
        {
            State = NoticeState.Sending,
            Claim = "somebody who died",
            Until = clock.GetUtcNow() + NoticeDelivery.ClaimHolds,
        };
        await dead.Ledger.TryWriteAsync(
            PollKeys.OwnerOf(BoardDesk.Tenant, BoardDesk.Id),
            claimed,
            CancellationToken.None
        );
        BoardDesk other = new(table, clock, teams, seed: 2);

        clock.Advance(TimeSpan.FromSeconds(29));
        await other.RunAsync();
        Assert.Empty(teams.Cards);
        clock.Advance(TimeSpan.FromSeconds(2));
        await other.RunAsync();

        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
        Assert.Equal((0, false), (teams.Posted, (await other.EntryAsync()).MaybeTwice));
    }

    [Fact]
    public async Task Run_VotesWithinASecond_AreOneUpdateAfterIt()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(0);
        await desk.RunAsync();
        await desk.VoteAsync(1);
        await desk.RunAsync();
        await desk.VoteAsync(2);
        TimeSpan wait = await desk.RunAsync();
        Assert.Single(teams.Cards);

        clock.Advance(TimeSpan.FromSeconds(1));
        await desk.RunAsync();

        Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(2, teams.Cards.Count);
        Assert.Contains("人00、人01、人02", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AfterTwoMinutes_LeavesNoPointerOfTheVotes()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        await desk.VoteAsync(2);
        await desk.RunAsync();

        clock.Advance(TimeSpan.FromSeconds(121));
        await desk.RunAsync();

        Assert.Single(teams.Cards);
        List<NoticePointer> due = [];
        await foreach (NoticePointer pointer in desk.Pointers.DueAsync(BoardDesk.Tenant, CancellationToken.None))
        {
            due.Add(pointer);
        }
        Assert.Empty(due);
    }

    [Fact]
    public async Task Vote_Forty_WriteOnePointer()
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters: 40);
        int before = table.Rows.Query(Tables.TableQuery.AllOf($"due~{BoardDesk.Tenant}")).Count;

        for (int i = 0; i < 40; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(7));
            await desk.VoteAsync(i);
        }

        Assert.Equal(before, table.Rows.Query(Tables.TableQuery.AllOf($"due~{BoardDesk.Tenant}")).Count);
    }

    [Fact]
    public async Task Run_ThrottledByTeams_WaitsAsLongAsAskedAndShowsTheNewest()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        teams.Next.Enqueue(ScriptedTeams.Refusal(429, ConnectorReaction.RetryLater, TimeSpan.FromSeconds(5)));

        await desk.RunAsync();
        await desk.VoteAsync(2);
        clock.Advance(TimeSpan.FromSeconds(4.5));
        await desk.RunAsync();
        Assert.Empty(teams.Cards);
        clock.Advance(TimeSpan.FromSeconds(0.6));
        await desk.RunAsync();

        Assert.Contains("人01、人02", Voted(), StringComparison.Ordinal);
        Assert.Single(teams.Cards);
    }

    [Fact]
    public async Task Run_MessageDeleted_IsPostedAnewOnce()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        teams.Next.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));

        await desk.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await desk.RunAsync();
        await desk.VoteAsync(2);
        await desk.RunAsync();

        Assert.Equal((1, "posted1"), (teams.Posted, (await desk.EntryAsync()).ActivityId));
        Assert.Equal(2, teams.Cards.Count);
    }

    [Fact]
    public async Task Run_CardIsStillBeingPosted_WaitsForIt()
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters: 3);
        await desk.PostedAsync(activityId: null);
        await desk.VoteAsync(1);
        await desk.RunAsync();
        Assert.Empty(teams.Cards);
        await desk.PostedAsync();

        clock.Advance(TimeSpan.FromSeconds(1.1));
        await desk.RunAsync();

        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
        Assert.Equal(0, teams.Posted);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task Run_DeadlineComes_ShowsThatItIsOver(int voters)
    {
        // Where everybody has voted, nothing else is planned for the deadline.
        BoardDesk desk = await PostedAsync(voters);
        await desk.VoteAsync(0);
        await desk.RunAsync();
        clock.Advance(TimeSpan.FromDays(6));
        await desk.RunAsync();

        clock.Advance(TimeSpan.FromDays(1));
        await desk.RunAsync();

        Assert.Contains("締め切りました。", teams.Cards[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OverBeforeTheCardWasPosted_PostsNone()
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters: 3);
        await desk.Polls.ChangeAsync(BoardDesk.Tenant, BoardDesk.Id, (p, _) => p.Withdraw(), CancellationToken.None);

        await desk.RunAsync();

        Assert.Empty(teams.Cards);
    }

    [Fact]
    public async Task Run_GivenUpAndTakenUpAgain_IsListedAsItStands()
    {
        BoardDesk desk = await PostedAsync();
        await desk.Polls.ChangeAsync(BoardDesk.Tenant, BoardDesk.Id, (p, _) => p.Withdraw(), CancellationToken.None);
        await desk.RunAsync();
        Assert.Empty(await ListedAsync(desk));
        await desk.Polls.ChangeAsync(
            BoardDesk.Tenant,
            BoardDesk.Id,
            (p, now) => p.Reopen(now.AddDays(3), now),
            CancellationToken.None
        );
        // Somebody who looked just before took it off only now.
        StoredPoll open = (await desk.Polls.FindAsync(BoardDesk.Tenant, BoardDesk.Id, CancellationToken.None))!;
        await desk.List.KeepAsync(BoardDesk.Tenant, open, isOver: true, CancellationToken.None);
        Assert.Empty(await ListedAsync(desk));

        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.RunAsync();

        Assert.Single(await ListedAsync(desk));
    }

    private static Task<IReadOnlyList<ListedPoll>> ListedAsync(BoardDesk desk) =>
        desk.List.OfAsync(BoardDesk.Tenant, BoardDesk.VoterOf(1), CancellationToken.None);

    private async Task<BoardDesk> PostedAsync(int voters = 3)
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters);
        await desk.PostedAsync();
        return desk;
    }

    /// <summary>A vote whose pointer went ahead of it: as if its commit came late.</summary>
    private async Task PutBallotAsync()
    {
        PlainTable aside = new();
        BoardDesk elsewhere = new(aside, clock, teams, seed: 3);
        await elsewhere.AddAsync(voters: 3);
        await elsewhere.VoteAsync(1);
        await foreach (
            Tables.TableRow row in aside.QueryAsync(
                Tables.TableQuery.Prefix($"poll~{BoardDesk.Tenant}~tobu", "q~p1~v~"),
                CancellationToken.None
            )
        )
        {
            await table.CommitAsync([new Tables.TableChange.Insert(row.Key, row.Body)], CancellationToken.None);
        }
    }

    private string Voted() =>
        teams.Cards.Count == 0
            ? ""
            : teams.Cards[^1].Text.Split('\n').FirstOrDefault(l => l.StartsWith("回答済み", StringComparison.Ordinal))
                ?? "";

    private static bool IsComplete(LimitedTeams of) =>
        of.Cards is [.., { } last] && last.Text.Contains("回答済み 40人", StringComparison.Ordinal);
}
