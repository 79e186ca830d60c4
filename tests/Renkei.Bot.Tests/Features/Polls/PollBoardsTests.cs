using System.Diagnostics;
using Renkei.Activities.Connector;
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
            await desk.Keeper.StartAsync(CancellationToken.None);
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
            await desk.Keeper.StopAsync(CancellationToken.None);
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
    public async Task Run_MarkBeforeTheVoteIsThere_LooksAgainAndShowsIt()
    {
        BoardDesk desk = await PostedAsync();
        await desk.Marks.KeepAsync(BoardDesk.Tenant, BoardDesk.Id, CancellationToken.None);
        TimeSpan? again = await desk.RunAsync();
        Assert.DoesNotContain("人01", Voted(), StringComparison.Ordinal);
        await PutBallotAsync(desk);

        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.RunAsync();

        Assert.True(again < TimeSpan.FromSeconds(2), $"{again}");
        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InstanceDiedWhileUpdating_AnotherShowsItWhenTheLeaseLapses()
    {
        BoardDesk dead = await PostedAsync();
        await dead.VoteAsync(1);
        teams.Next.Enqueue(new InvalidOperationException("The process died."));
        await Assert.ThrowsAsync<InvalidOperationException>(dead.RunAsync);
        BoardDesk other = new(table, clock, teams, seed: 2);

        TimeSpan? wait = await other.RunAsync();
        Assert.Empty(teams.Cards);
        clock.Advance(wait!.Value);
        await other.RunAsync();

        Assert.InRange(wait.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(25));
        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AfterTwoMinutes_ShowsItOnceMoreAndTakesTheMarkAway()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        await desk.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        await desk.RunAsync();
        Assert.Single(teams.Cards);

        clock.Advance(TimeSpan.FromSeconds(91));
        await desk.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await desk.RunAsync());
        Assert.Equal(2, teams.Cards.Count);
    }

    [Fact]
    public async Task Run_ThrottledByTeams_WaitsAsLongAsAskedAndShowsTheNewest()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        teams.Next.Enqueue(ScriptedTeams.Refusal(429, ConnectorReaction.RetryLater, TimeSpan.FromSeconds(5)));

        TimeSpan? wait = await desk.RunAsync();
        await desk.VoteAsync(2);
        clock.Advance(TimeSpan.FromSeconds(1));
        await desk.RunAsync();
        Assert.Empty(teams.Cards);
        clock.Advance(TimeSpan.FromSeconds(4.1));
        await desk.RunAsync();

        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(4.9), TimeSpan.FromSeconds(5));
        Assert.Contains("人01、人02", Voted(), StringComparison.Ordinal);
        Assert.Single(teams.Cards);
    }

    [Fact]
    public async Task Run_MessageDeleted_IsNotTriedAgain()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        teams.Next.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));

        await desk.RunAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await desk.RunAsync();

        Assert.Empty(teams.Cards);
    }

    [Fact]
    public async Task Run_CardIsStillBeingPosted_WaitsForIt()
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters: 3);
        await desk.PostedAsync(activityId: null);
        await desk.VoteAsync(1);
        TimeSpan? wait = await desk.RunAsync();
        Assert.Empty(teams.Cards);
        await desk.PostedAsync();

        clock.Advance(TimeSpan.FromSeconds(1.1));
        await desk.RunAsync();

        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1));
        Assert.Contains("人01", Voted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DeadlineComes_ShowsThatItIsOver()
    {
        BoardDesk desk = await PostedAsync();
        await desk.VoteAsync(1);
        await desk.RunAsync();

        clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await desk.RunAsync();

        Assert.Contains("締め切りました。", teams.Cards[^1].Text, StringComparison.Ordinal);
    }

    private async Task<BoardDesk> PostedAsync()
    {
        BoardDesk desk = new(table, clock, teams);
        await desk.AddAsync(voters: 3);
        await desk.PostedAsync();
        return desk;
    }

    /// <summary>A vote whose mark went ahead of it: as if its commit came late.</summary>
    private async Task PutBallotAsync(BoardDesk desk)
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
        Assert.NotNull(desk);
    }

    private string Voted() =>
        teams.Cards.Count == 0
            ? ""
            : teams.Cards[^1].Text.Split('\n').FirstOrDefault(l => l.StartsWith("回答済み", StringComparison.Ordinal))
                ?? "";

    private static bool IsComplete(LimitedTeams of) =>
        of.Cards is [.., { } last] && last.Text.Contains("回答済み 40人", StringComparison.Ordinal);
}
