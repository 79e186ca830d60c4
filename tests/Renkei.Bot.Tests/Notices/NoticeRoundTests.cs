using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Notices;

public sealed class NoticeRoundTests
{
    private readonly NoticeDesk desk = new();

    [Fact]
    public async Task Run_Due_IsSentOnceAndRecorded()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");

        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
        LedgerEntry entry = await desk.EntryAsync("k1");
        Assert.Equal((NoticeState.Sent, "m1", 1), (entry.State, entry.ActivityId, entry.TimesSent));
        Assert.Equal("a:p1", entry.Where!.ConversationId);
        Assert.False(entry.MaybeTwice);
        Assert.Equal(0, desk.PointersLeft);
    }

    [Fact]
    public async Task Run_DueLater_SaysWhenToLookAgain()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1", inMinutes: 0.2);

        TimeSpan wait = await desk.RunAsync();

        Assert.Equal(TimeSpan.FromSeconds(12), wait);
        Assert.Empty(desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_SeveralOfASeriesDue_SendsTheNewestOnly()
    {
        await desk.AddPersonAsync("p1");
        await desk.AddPersonAsync("p2");
        foreach (string person in (string[])["p1", "p2"])
        {
            await desk.PlanAsync($"c10.{person}", person, 1, "c");
            await desk.PlanAsync($"c5.{person}", person, 2, "c");
            await desk.PlanAsync($"c1.{person}", person, 10, "c");
        }

        await desk.RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["a:p1 c5.p1", "a:p2 c5.p2"], desk.Teams.Taken.Order());
        LedgerEntry older = await desk.EntryAsync("c10.p1");
        Assert.Equal((NoticeState.Skipped, NoticeReason.Outdated), (older.State, older.Reason));
    }

    [Fact]
    public async Task Run_NeverWrote_Fails()
    {
        await desk.PlanAsync("k1", "stranger");

        await desk.RunAsync();

        LedgerEntry entry = await desk.EntryAsync("k1");
        Assert.Equal((NoticeState.Failed, NoticeReason.NeverWrote), (entry.State, entry.Reason));
        Assert.Equal(0, desk.Teams.Calls);
    }

    [Theory]
    [InlineData(ConnectorReaction.Blocked, (int)NoticeReason.Blocked, (int)UnreachableReason.Blocked)]
    [InlineData(ConnectorReaction.Uninstalled, (int)NoticeReason.Uninstalled, (int)UnreachableReason.Uninstalled)]
    public async Task Run_PersonCannotBeReached_IsMarkedAndNotTriedAgain(
        ConnectorReaction reaction,
        int reason,
        int why
    )
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(403, reaction));
        await desk.PlanAsync("k1", "p1");
        await desk.PlanAsync("k2", "p1", inMinutes: 5);

        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(1, desk.Teams.Calls);
        Assert.Equal((UnreachableReason)why, (await desk.ContactAsync("p1")).Unreachable!.Why);
        Assert.Equal((NoticeReason)reason, (await desk.EntryAsync("k1")).Reason);
        Assert.Equal((NoticeState.Failed, (NoticeReason)reason), await StandsAsync("k2"));
    }

    [Theory]
    [InlineData(413, ConnectorReaction.TooLarge, (int)NoticeReason.TooLarge)]
    [InlineData(400, ConnectorReaction.GiveUp, (int)NoticeReason.Refused)]
    public async Task Run_RefusedForGood_FailsAtOnce(int status, ConnectorReaction reaction, int reason)
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(status, reaction));
        await desk.PlanAsync("k1", "p1");

        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Equal((NoticeState.Failed, (NoticeReason)reason), await StandsAsync("k1"));
        Assert.Equal(1, desk.Teams.Calls);
        Assert.True((await desk.ContactAsync("p1")).CanBeReached);
    }

    [Fact]
    public async Task Run_ConversationGone_IsOpenedAnewOnceAndKept()
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));
        await desk.PlanAsync("k1", "p1");

        await desk.RunAsync();

        Assert.Equal(["a:new k1"], desk.Teams.Taken);
        Assert.Equal("a:new", (await desk.ContactAsync("p1")).Address.ConversationId);
        Assert.Equal("a:new", (await desk.EntryAsync("k1")).Where!.ConversationId);
    }

    [Fact]
    public async Task Run_ConversationGoneTwice_Fails()
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Opened = "a:p1";
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));
        desk.Teams.Answers.Enqueue(null);
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(404, ConnectorReaction.Gone));
        await desk.PlanAsync("k1", "p1");

        await desk.RunAsync();
        await desk.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Equal((NoticeState.Failed, NoticeReason.Gone), await StandsAsync("k1"));
        Assert.Equal(3, desk.Teams.Calls);
        Assert.Equal(UnreachableReason.Gone, (await desk.ContactAsync("p1")).Unreachable!.Why);
    }

    [Fact]
    public async Task Run_TenantDisabled_RestsUntilSomebodyOfItIsHeardOf()
    {
        await desk.AddPersonAsync("p1");
        await desk.AddPersonAsync("p2");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(403, ConnectorReaction.TenantDisabled));
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();
        await desk.PlanAsync("k2", "p2");
        await desk.RunAfterAsync(TimeSpan.FromDays(3));
        Assert.Equal(1, desk.Teams.Calls);

        Assert.True(await desk.Pacer.HeardOfAsync(NoticeDesk.Tenant, CancellationToken.None));
        Assert.False(await desk.Pacer.HeardOfAsync(NoticeDesk.Tenant, CancellationToken.None));
        await desk.RunAsync();

        Assert.Equal(["a:p1 k1", "a:p2 k2"], desk.Teams.Taken.Order());
    }

    [Fact]
    public async Task Run_Throttled_WaitsAsLongAsAsked()
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(429, ConnectorReaction.RetryLater, TimeSpan.FromSeconds(20)));
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();

        // Another message to the same conversation rests as well.
        await desk.PlanAsync("k2", "p1");
        await desk.RunAfterAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(1, desk.Teams.Calls);

        await desk.RunAfterAsync(TimeSpan.FromSeconds(6));
        Assert.Equal(["a:p1 k1", "a:p1 k2"], desk.Teams.Taken.Order());
        Assert.False((await desk.EntryAsync("k1")).MaybeTwice);
    }

    [Fact]
    public async Task Run_AnswerLost_IsTriedAgainAndSaysSo()
    {
        await desk.AddPersonAsync("p1");
        desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(502, ConnectorReaction.RetryLater, deliveryUnknown: true));
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();
        Assert.Equal((NoticeState.Postponed, NoticeReason.TryAgain), await StandsAsync("k1"));
        Assert.Equal("502", (await desk.EntryAsync("k1")).LastAnswer);

        await desk.RunAfterAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
        Assert.True((await desk.EntryAsync("k1")).MaybeTwice);
    }

    [Theory]
    [InlineData(503, ConnectorReaction.RetryLater, (int)NoticeReason.TriedTooOften)]
    [InlineData(401, ConnectorReaction.Misconfigured, (int)NoticeReason.Misconfigured)]
    public async Task Run_TeamsNeverTakesIt_IsGivenUpAfterTwelveTriesAndADay(
        int status,
        ConnectorReaction reaction,
        int reason
    )
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        for (int i = 0; i < 40; i++)
        {
            desk.Teams.Answers.Enqueue(ScriptedTeams.Refusal(status, reaction));
        }
        List<int> triesByHour = [];
        for (int hour = 0; hour < 30; hour++)
        {
            for (int i = 0; i < 60; i++)
            {
                await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
            }
            triesByHour.Add(desk.Teams.Calls);
        }

        Assert.Equal((NoticeState.Failed, (NoticeReason)reason), await StandsAsync("k1"));
        Assert.InRange(triesByHour[0], 6, 9);
        Assert.InRange(desk.Teams.Calls, 14, 24);
        Assert.Equal(desk.Teams.Calls, triesByHour[27]);
    }

    [Fact]
    public async Task Run_QuietHours_WaitsUntilTheyEnd()
    {
        // Quiet until ten; it is nine in Japan.
        await desk.AddPersonAsync("p1", new(new(22, 0), new(10, 0), [], []));
        await desk.PlanAsync("k1", "p1");

        await desk.RunAsync();
        LedgerEntry entry = await desk.EntryAsync("k1");
        Assert.Equal((NoticeState.Postponed, NoticeReason.QuietHours), (entry.State, entry.Reason));
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 1, 0, 0, TimeSpan.Zero), entry.Until);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(desk.Teams.Taken);
        await desk.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_OptedOut_IsSkipped()
    {
        await desk.AddPersonAsync("p1", NoticePreferences.Everything with { OptedOut = ["kind"] });
        await desk.AddPersonAsync("p2", NoticePreferences.Everything with { OptedOut = ["another"] });
        await desk.PlanAsync("k1", "p1");
        await desk.PlanAsync("k2", "p2");

        await desk.RunAsync();

        Assert.Equal(["a:p2 k2"], desk.Teams.Taken);
        Assert.Equal((NoticeState.Skipped, NoticeReason.OptedOut), await StandsAsync("k1"));
    }

    [Fact]
    public async Task Run_ToAConversation_IsSentThere()
    {
        ConversationAddress group = new("https://smba", "19:group@thread.v2", NoticeDesk.Tenant);
        await desk.PlanAsync(new("k1", "s", "kind", new NoticeTarget.Conversation(group), desk.Time.Now));

        await desk.RunAsync();

        Assert.Equal(["19:group@thread.v2 k1"], desk.Teams.Taken);
        Assert.Equal(new NoticeTarget.Conversation(group), (await desk.EntryAsync("k1")).To);
    }

    [Fact]
    public async Task Run_OneThatCannotBeWritten_DoesNotStopTheOthers()
    {
        await desk.AddPersonAsync("p1");
        desk.Source.Unwritable.Add("k1");
        desk.Source.Unreadable.Add("o2");
        await desk.PlanAsync("k0", "p1", owner: "o2");
        await desk.PlanAsync("k1", "p1");
        await desk.PlanAsync("k2", "p1");

        await desk.RunAsync();

        Assert.Equal(["a:p1 k2"], desk.Teams.Taken);
        Assert.Equal((NoticeState.Failed, NoticeReason.Faulty), await StandsAsync("k1"));

        // The owner is looked at again once it can be read.
        desk.Source.Unreadable.Clear();
        await desk.RunAfterAsync(NoticeRound.FaultyRest);
        Assert.Equal(["a:p1 k2", "a:p1 k0"], desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_WithdrawnBetweenLookAndClaim_IsNotSent()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        int readings = 0;
        desk.Source.WhenPlanned = () =>
        {
            if (++readings == 2)
            {
                desk.Source.Of("o1").Clear();
            }
        };

        await desk.RunAsync();

        Assert.Empty(desk.Teams.Taken);
        Assert.Equal((NoticeState.Withdrawn, NoticeReason.None), await StandsAsync("k1"));
    }

    [Fact]
    public async Task Run_ChangeCommittedAfterItsPointerWasLookedAt_IsFound()
    {
        await desk.AddPersonAsync("p1");
        await desk.Pointers.KeepAsync(NoticeDesk.Tenant, "list", "o1", desk.Time.Now, CancellationToken.None);
        await desk.RunAsync();
        Assert.Equal(1, desk.PointersLeft);

        // The commit was slow: fifty seconds after the pointer.
        desk.Clock.Advance(TimeSpan.FromSeconds(50));
        desk.Source.Of("o1").Add(new("k1", "s", "kind", new NoticeTarget.Person("p1"), desk.Time.Now.AddSeconds(-50)));
        await desk.RunAsync();

        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
    }

    [Fact]
    public async Task Run_StoreAwayAfterSending_RecordsLaterAndSendsOnce()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        desk.Teams.WhenTaken = () => desk.Table.RefusedPrefix = "n~";

        Task running = desk.Round.RunAsync(NoticeDesk.Tenant, CancellationToken.None);
        for (int i = 0; i < 30; i++)
        {
            await desk.Clock.UntilWaitingAsync();
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.True(desk.Table.Refused > 3);
        desk.Table.RefusedPrefix = null;
        desk.Teams.WhenTaken = null;
        while (!running.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
        await running;

        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
        Assert.Equal(NoticeState.Sent, (await desk.EntryAsync("k1")).State);
        Assert.False((await desk.EntryAsync("k1")).MaybeTwice);
    }

    [Fact]
    public async Task Postpone_Sent_IsSentAgainThen()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();

        DateTimeOffset tomorrow = desk.Time.Now.AddDays(1);
        Assert.True(await desk.Ledger.PostponeAsync(NoticeDesk.Owner, "k1", tomorrow, CancellationToken.None));
        await desk.RunAfterAsync(TimeSpan.FromHours(23));
        Assert.Single(desk.Teams.Taken);
        await desk.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["a:p1 k1", "a:p1 k1"], desk.Teams.Taken);
        Assert.Equal(2, (await desk.EntryAsync("k1")).TimesSent);
    }

    [Fact]
    public async Task Answered_Postponed_IsNotSentAgain()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();
        await desk.Ledger.PostponeAsync(NoticeDesk.Owner, "k1", desk.Time.Now.AddDays(1), CancellationToken.None);

        Assert.True(await desk.Ledger.AnsweredAsync(NoticeDesk.Owner, "k1", "done", CancellationToken.None));
        await desk.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Single(desk.Teams.Taken);
        LedgerEntry entry = await desk.EntryAsync("k1");
        Assert.Equal((NoticeState.Answered, "done"), (entry.State, entry.AnsweredBy));
    }

    [Fact]
    public async Task Postpone_NothingWasSent_IsRefused()
    {
        await desk.PlanAsync("k1", "p1", inMinutes: 5);

        DateTimeOffset until = desk.Time.Now.AddDays(1);
        Assert.False(await desk.Ledger.PostponeAsync(NoticeDesk.Owner, "k1", until, CancellationToken.None));
        Assert.False(await desk.Ledger.AnsweredAsync(NoticeDesk.Owner, "k1", "done", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            desk.Ledger.PostponeAsync(NoticeDesk.Owner, "k1", desk.Time.Now, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Withdraw_Sent_TellsWhereItsCardIs()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        await desk.RunAsync();

        IReadOnlyList<LedgerEntry> first = await desk.Ledger.WithdrawAsync(
            NoticeDesk.Owner,
            ["k1", "unknown"],
            CancellationToken.None
        );
        IReadOnlyList<LedgerEntry> again = await desk.Ledger.WithdrawAsync(
            NoticeDesk.Owner,
            ["k1"],
            CancellationToken.None
        );

        Assert.Equal(("a:p1", "m1"), (Assert.Single(first).Where!.ConversationId, first[0].ActivityId));
        Assert.Empty(again);
    }

    [Fact]
    public async Task Forecast_PointersAtNothing_ArePassedOver()
    {
        await desk.AddPersonAsync("p1");
        await desk.Pointers.KeepAsync(
            NoticeDesk.Tenant,
            "list",
            "o1",
            desk.Time.Now.AddMinutes(5),
            CancellationToken.None
        );
        Notice real = await desk.PlanAsync("k1", "p1", inMinutes: 90);
        await desk.PlanAsync("k2", "p1", inMinutes: 120, owner: "o2");

        Assert.Equal(real.DueAt, await desk.Forecast.NextAsync(NoticeDesk.Tenant, CancellationToken.None));
        await desk.RunAfterAsync(TimeSpan.FromMinutes(121));
        Assert.Null(await desk.Forecast.NextAsync(NoticeDesk.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task Run_StoreAway_ThrowsAndGoesOnLater()
    {
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        desk.Table.RefusedPrefix = "2026";

        await Assert.ThrowsAsync<TableUnavailableException>(desk.RunAsync);
        desk.Table.RefusedPrefix = null;
        await desk.RunAsync();

        Assert.Equal(["a:p1 k1"], desk.Teams.Taken);
    }

    private async Task<(NoticeState, NoticeReason)> StandsAsync(string key)
    {
        LedgerEntry entry = await desk.EntryAsync(key);
        return (entry.State, entry.Reason);
    }
}
