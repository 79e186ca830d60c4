using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices;

/// <summary>Cards that stay up to date for everybody: posted once, then replaced in place whenever they show something old.</summary>
public sealed class NoticeVersionTests
{
    private const string Channel = "19:office@thread.tacv2";

    private readonly NoticeDesk desk = new();

    [Fact]
    public async Task Run_NewVersion_ReplacesTheMessage()
    {
        await ShowAsync("1");
        await desk.RunAsync();
        await ShowAsync("2");
        await desk.RunAsync();

        Assert.Equal([$"{Channel} card", $"{Channel} card over m1"], desk.Teams.Taken);
        LedgerEntry entry = await desk.EntryAsync("card");
        Assert.Equal((NoticeState.Sent, "2", "m1"), (entry.State, entry.Version, entry.ActivityId));
    }

    [Fact]
    public async Task Run_SameVersion_IsNotSentAgain()
    {
        await ShowAsync("1");
        await desk.RunAsync();
        await ShowAsync("1");
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([$"{Channel} card"], desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_ChangedWhileItIsSent_EndsWithTheNewestVersion()
    {
        await ShowAsync("1");
        desk.Teams.WhenTaken = () =>
        {
            desk.Teams.WhenTaken = null;
            Plan("2");
        };

        await desk.RunAsync();

        Assert.Equal([$"{Channel} card", $"{Channel} card over m1"], desk.Teams.Taken);
        Assert.Equal("2", (await desk.EntryAsync("card")).Version);
    }

    [Fact]
    public async Task Run_ManyChangesAtOnce_AreOneUpdate()
    {
        await ShowAsync("0");
        await desk.RunAsync();
        for (int i = 1; i <= 40; i++)
        {
            await ShowAsync($"{i}");
        }

        await desk.RunAsync();

        Assert.Equal(2, desk.Teams.Taken.Count);
        Assert.Equal("40", (await desk.EntryAsync("card")).Version);
    }

    [Fact]
    public async Task Run_ChangedAgainWithinThePause_IsReplacedOnceAfterIt()
    {
        TimeSpan pause = TimeSpan.FromMinutes(10);
        await ShowAsync("1", pause);
        await desk.RunAsync();
        // What was just posted may be replaced at once; the pause is between two replacements.
        await ShowAsync("2", pause);
        await desk.RunAsync();
        Assert.Equal(2, desk.Teams.Taken.Count);
        await ShowAsync("3", pause);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
        await ShowAsync("4", pause);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, desk.Teams.Taken.Count);

        await desk.RunAfterAsync(pause);

        Assert.Equal(3, desk.Teams.Taken.Count);
        Assert.Equal("4", (await desk.EntryAsync("card")).Version);
    }

    [Fact]
    public async Task Run_PauseByAClockThatWasAhead_IsPassedOver()
    {
        TimeSpan pause = TimeSpan.FromSeconds(10);
        await ShowAsync("1", pause);
        await desk.RunAsync();
        LedgerEntry sent = await desk.EntryAsync("card");
        await desk.Ledger.TryWriteAsync(
            NoticeDesk.Owner,
            sent with
            {
                RestsUntil = desk.Time.Real.AddHours(1),
            },
            CancellationToken.None
        );

        await ShowAsync("2", pause);
        await desk.RunAsync();

        Assert.Equal("2", (await desk.EntryAsync("card")).Version);
    }

    [Fact]
    public async Task Run_NothingLeftToSend_SeesToWhatElseFollows()
    {
        await ShowAsync("1");
        int sentBefore = -1;
        desk.Source.WhenFollowed = () => sentBefore = desk.Teams.Taken.Count;

        await desk.RunAsync();

        Assert.Equal(1, sentBefore);
    }

    [Fact]
    public async Task Run_MessageDeleted_IsPostedAnew()
    {
        await ShowAsync("1");
        await desk.RunAsync();
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));
        await ShowAsync("2");
        await desk.RunAsync();
        await ShowAsync("3");
        await desk.RunAsync();

        Assert.Equal([$"{Channel} card", $"{Channel} card", $"{Channel} card over m3"], desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_DiedWhileReplacing_ReplacesAgainAndIsNotThereTwice()
    {
        await ShowAsync("1");
        await desk.RunAsync();
        LedgerEntry sent = await desk.EntryAsync("card");
        await desk.Ledger.TryWriteAsync(
            NoticeDesk.Owner,
            sent with
            {
                State = NoticeState.Sending,
                Version = "2",
                Claim = "somebody who died",
                Until = desk.Time.Real + NoticeDelivery.ClaimHolds,
            },
            CancellationToken.None
        );
        await ShowAsync("2");
        await desk.RunAsync();

        Assert.Equal([$"{Channel} card"], desk.Teams.Taken);
        await desk.RunAfterAsync(TimeSpan.FromSeconds(31));

        Assert.Equal([$"{Channel} card", $"{Channel} card over m1"], desk.Teams.Taken);
        Assert.False((await desk.EntryAsync("card")).MaybeTwice);
    }

    [Fact]
    public async Task Run_RefusedForGood_IsTriedAgainWithTheNextVersion()
    {
        await ShowAsync("1");
        await desk.RunAsync();
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(400, ConnectorReaction.GiveUp));
        await ShowAsync("2");
        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(NoticeState.Failed, (await desk.EntryAsync("card")).State);

        await ShowAsync("3");
        await desk.RunAsync();

        Assert.Equal([$"{Channel} card", $"{Channel} card over m1"], desk.Teams.Taken);
    }

    private async Task ShowAsync(string version, TimeSpan between = default)
    {
        await desk.Pointers.KeepAsync(NoticeDesk.Tenant, "list", "o1", desk.Time.Now, CancellationToken.None);
        Plan(version, between);
    }

    private void Plan(string version, TimeSpan between = default)
    {
        NoticeDesk.ListSource.Listed notices = desk.Source.Of("o1");
        DateTimeOffset due = notices.Now.Count > 0 ? notices.Now[0].DueAt : desk.Time.Now;
        ConversationAddress channel = new("https://smba", Channel, NoticeDesk.Tenant);
        notices.Set(
            new("card", "card", "shared", new NoticeTarget.Conversation(channel), due)
            {
                Version = version,
                Between = between,
            }
        );
    }
}
