using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Scheduling;

/// <summary>The sample council without a date; the present day is Friday 4 December.</summary>
public sealed class DateDeskTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SampleCouncil council;
    private readonly SamplePlan plan;

    public DateDeskTests() => (council, plan) = (new(bot), new(bot));

    public async Task InitializeAsync()
    {
        await council.AddAsync();
        await council.ChangeAsync(c => c with { When = null });
        await plan.AddCalendarsAsync();
        await plan.AddAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Choose_ADate_GivesItToTheCouncilAndBooksIt()
    {
        SettledDate settled = await plan.ChooseAsync(SamplePlan.December22);

        Assert.Null(settled.Fault);
        Council now = await council.NowAsync();
        Assert.Equal(new MeetingTime(new(2026, 12, 22), new(14, 0), 120), now.When);
        // Four are asked, and two more stand on the council's list: the small room has four seats.
        Assert.Equal("東部保健所 大会議室", now.Place);
        BookedMeeting made = (await plan.EventAsync())!;
        Assert.Equal("東部圏域 退院支援ルールの調整会議", made.Meeting.Subject);
        Assert.Equal(SamplePlan.December22, made.Meeting.Slot);
        Assert.Equal("dai@hikari.example", made.Meeting.Room);
        Assert.StartsWith(
            "入院から退院までの連絡の時期と窓口を決める\n1 ",
            made.Meeting.Agenda,
            StringComparison.Ordinal
        );
        // The hospital has no address; the care managers were added to the council with one.
        Assert.Equal(
            ["jimu@example.jp", "kawakami@hikari.example", "kobayashi@hikari.example", "sato@hikari.example"],
            made.Meeting.Invited.Select(i => i.Mailbox.Address).Order()
        );
    }

    [Fact]
    public async Task Choose_Repeated_ChangesNothing()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        (int councilBefore, int planBefore) = ((await council.NowAsync()).Revision, (await plan.NowAsync()).Revision);

        bot.Clock.Now += TimeSpan.FromMinutes(5);
        await plan.ChooseAsync(SamplePlan.December22);

        Assert.Equal(councilBefore, (await council.NowAsync()).Revision);
        Assert.Equal(planBefore, (await plan.NowAsync()).Revision);
        Assert.Equal(1, await plan.EventsAsync());
    }

    [Fact]
    public async Task Choose_WhereNoRoomIsFree_ThePlaceIsOpenAgain()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(5);

        // On Wednesdays the large room is taken, and the small one has too few seats.
        await plan.ChooseAsync(SamplePlan.At(23, 14));

        Assert.Equal("", (await council.NowAsync()).Place);
        Assert.Null((await plan.EventAsync())!.Meeting.Room);
    }

    [Fact]
    public async Task Choose_HalfAnHourLater_KeepsTheRoomItHas()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(5);
        TimeSlot later = new(
            SamplePlan.December22.Start + TimeSpan.FromMinutes(30),
            SamplePlan.December22.End + TimeSpan.FromMinutes(30)
        );

        await plan.ChooseAsync(later);

        Assert.Equal("dai@hikari.example", (await plan.EventAsync())!.Meeting.Room);
        Assert.Equal(later, (await plan.EventAsync())!.Meeting.Slot);
    }

    [Fact]
    public async Task Choose_OlderThanWhatStands_ChangesNothing()
    {
        await plan.ChooseAsync(SamplePlan.December22);

        await bot.Dates.ChooseAsync(
            TestBot.Tenant,
            SamplePlan.Id,
            SamplePlan.At(24, 14),
            SampleCouncil.Kawakami,
            bot.Clock.Now - TimeSpan.FromMinutes(1),
            default
        );

        Assert.Equal(new(2026, 12, 22), (await council.NowAsync()).When!.Date);
    }

    [Fact]
    public async Task Choose_AnotherDate_MovesTheOneEvent()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(5);

        await plan.ChooseAsync(SamplePlan.At(24, 14));

        Assert.Equal(new(2026, 12, 24), (await council.NowAsync()).When!.Date);
        Assert.Equal(SamplePlan.At(24, 14), (await plan.EventAsync())!.Meeting.Slot);
        Assert.Equal(1, await plan.EventsAsync());
    }

    /// <summary>
    /// The program dies at every commit in turn, before it was written and after. Whatever was on the way, the next round of the watcher
    /// finishes it: one event, one date, and they agree.
    /// </summary>
    [Theory]
    [InlineData("BeforeWriting")]
    [InlineData("AfterWriting")]
    public async Task Choose_KilledAtAnyCommit_LeadsToOneEvent(string how)
    {
        Trouble trouble = Enum.Parse<Trouble>(how);
        int commits = await CommitsOfChoosingAsync();
        Assert.True(commits >= 5, $"{commits} commits");
        for (int at = 0; at < commits; at++)
        {
            await using TestBot other = new();
            SampleCouncil one = new(other);
            SamplePlan its = new(other);
            await one.AddAsync();
            await one.ChangeAsync(c => c with { When = null });
            await its.AddCalendarsAsync();
            await its.AddAsync();
            for (int n = 0; n < at; n++)
            {
                other.Table.NextCommits.Enqueue(Trouble.None);
            }
            other.Table.NextCommits.Enqueue(trouble);

            await Assert.ThrowsAsync<TableUnavailableException>(() => its.ChooseAsync(SamplePlan.December22));

            Assert.Empty(other.Table.NextCommits);
            bool wasKept = (await its.NowAsync()).Choice is not null;
            await other.Watcher.RoundAsync(TestBot.Tenant, default);
            await other.Watcher.RoundAsync(TestBot.Tenant, default);
            if (!wasKept)
            {
                // Nothing was promised: the person sees that it did not work, and presses again.
                Assert.Equal((at, 0), (at, await its.EventsAsync()));
                await its.ChooseAsync(SamplePlan.December22);
            }
            Assert.Equal((at, 1), (at, await its.EventsAsync()));
            Assert.Equal((at, SamplePlan.December22), (at, (await its.EventAsync())!.Meeting.Slot));
            Assert.Equal((at, new DateOnly(2026, 12, 22)), (at, (await one.NowAsync()).When!.Date));
            Assert.Equal((at, true), (at, (await its.NowAsync()).Choice!.IsApplied));
        }
    }

    [Fact]
    public async Task Choose_CalendarAway_SetsTheDateAndBooksLater()
    {
        bot.Calendar = new SilentCalendar(CalendarFault.Unavailable);

        SettledDate settled = await plan.ChooseAsync(SamplePlan.December22);

        Assert.Equal(CalendarFault.Unavailable, settled.Fault);
        Assert.Equal(new(2026, 12, 22), (await council.NowAsync()).When!.Date);
        bot.Calendar = null;
        Assert.Equal(1, await bot.Watcher.RoundAsync(TestBot.Tenant, default));
        Assert.Equal(1, await plan.EventsAsync());
        Assert.NotNull((await plan.NowAsync()).Booked);
    }

    /// <summary>The event was made, and the answer was lost on the way: nobody knows until the name of the booking is looked for.</summary>
    [Fact]
    public async Task Choose_AnswerOfTheCalendarLost_LeadsToOneEvent()
    {
        bot.Calendar = new ForgetfulCalendar(bot.OwnCalendar);

        SettledDate settled = await plan.ChooseAsync(SamplePlan.December22);

        Assert.Equal(CalendarFault.Unavailable, settled.Fault);
        Assert.Equal(1, await plan.EventsAsync());
        Assert.Null((await plan.NowAsync()).Booked);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal(1, await plan.EventsAsync());
        Assert.Equal(SamplePlan.December22, (await plan.NowAsync()).Booked!.Slot);
    }

    [Fact]
    public async Task Choose_TenAtOnce_LeadsToOneEvent()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => plan.ChooseAsync(SamplePlan.December22)));

        Assert.Equal(1, await plan.EventsAsync());
        Assert.Equal(new(2026, 12, 22), (await council.NowAsync()).When!.Date);
    }

    /// <summary>A service that writes the place its own way is not corrected for ever: each correction would be a mail to everybody.</summary>
    [Fact]
    public async Task Round_CalendarWritesThePlaceItsOwnWay_NothingIsSentAgain()
    {
        StubbornCalendar stubborn = new(bot.OwnCalendar);
        bot.Calendar = stubborn;
        await plan.ChooseAsync(SamplePlan.December22);

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Equal(0, stubborn.Changes);
        Assert.Null((await plan.NowAsync()).News);
        Assert.Equal("東部保健所 大会議室", (await council.NowAsync()).Place);
        await council.ChangeAsync(c => c with { Title = "退院支援ルールの会議" });
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal(1, stubborn.Changes);
    }

    [Fact]
    public async Task Round_MeetingIsOver_IsLookedAfterNoMore()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        // The row was written a moment ago by the machine's clock: somebody's commit may still come, so it stays for two minutes.
        bot.Clock.Now = SamplePlan.December22.End.AddDays(2);

        Assert.Equal(1, await bot.Watcher.RoundAsync(TestBot.Tenant, default));
        Assert.Equal(1, await bot.Watcher.RoundAsync(TestBot.Tenant, default));

        CalendarWatcher later = bot.WatcherAt(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(10));
        Assert.Equal(1, await later.RoundAsync(TestBot.Tenant, default));
        Assert.Equal(0, await later.RoundAsync(TestBot.Tenant, default));
    }

    [Fact]
    public async Task Round_CouncilMovedInRenkei_TellsNobodyOfOutlook()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await council.ChangeAsync(c =>
            c.MovedTo(new(new(2026, 12, 24), new(10, 0), 90), SampleCouncil.Kawakami, bot.Clock.Now)
        );

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Null((await plan.NowAsync()).News);
    }

    [Fact]
    public async Task Round_CouncilMovedInRenkei_TheEventFollowsInItsTurn()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        Task ring = bot.Watch.NextRing(TestBot.Tenant);
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Domain.People.Role.Coordinator, "tobu");
        Shown page = await kawakami.ActAsync("council/step", SampleCouncil.Data(("s", 3)));

        Shown asked = await kawakami.PressAsync(page, "この日程で保存", ("in_date", "2026-12-24"));
        Assert.False(ring.IsCompleted);
        await kawakami.PressAsync(asked, "変える");

        await ring.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Round_CouncilMovedCancelledAndTakenUp_TheEventFollows()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        MeetingTime later = new(new(2026, 12, 24), new(10, 0), 90);
        await council.ChangeAsync(c => c.MovedTo(later, SampleCouncil.Kawakami, bot.Clock.Now));

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Equal((later.StartsAt, later.EndsAt), await TimesAsync());
        await council.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now, "大雪"));
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal(0, await plan.EventsAsync());
        await council.ChangeAsync(c => c.TakenUpAgain(SampleCouncil.Kawakami, bot.Clock.Now));
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal((later.StartsAt, later.EndsAt), await TimesAsync());
        Assert.Equal(1, await plan.EventsAsync());
    }

    [Fact]
    public async Task Round_MovedInOutlook_CouncilFollowsAndTheOrganiserHearsOnce()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Domain.People.Role.Coordinator, "tobu");
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromHours(1);
        await bot.OwnCalendar.MoveAsync((await plan.NowAsync()).Booked!.MeetingId, SamplePlan.At(25, 13), default);

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();

        Assert.Equal(new MeetingTime(new(2026, 12, 25), new(13, 0), 120), (await council.NowAsync()).When);
        Shown told = Assert.Single(kawakami.Received);
        Assert.Contains("Outlookで予定が変わりました", told.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月22日(火) 14:00–16:00", told.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月25日(金) 13:00–15:00", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await plan.EventsAsync());
    }

    [Fact]
    public async Task Round_PlaceChangedInOutlook_CouncilFollows()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromHours(1);
        BookedMeeting made = (await plan.EventAsync())!;
        await bot.OwnCalendar.ChangeAsync(made.Id, made.Meeting with { Place = "市民会館 第2研修室" }, default);

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Council now = await council.NowAsync();
        Assert.Equal("市民会館 第2研修室", now.Place);
        Assert.Equal(new(2026, 12, 22), now.When!.Date);
        Assert.Equal(CalendarNewsKind.Changed, (await plan.NowAsync()).News!.Kind);
        // What Renkei decides afterwards counts again.
        bot.Clock.Now += TimeSpan.FromHours(1);
        await council.ChangeAsync(c => c.HeldAt("東部保健所", c.OnlineLink, SampleCouncil.Kawakami, bot.Clock.Now));
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal("東部保健所", (await plan.EventAsync())!.Meeting.Place);
        Assert.Equal("東部保健所", (await council.NowAsync()).Place);
    }

    [Fact]
    public async Task Round_MovedOnBothSides_WhatWasDecidedHereStands()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromHours(1);
        await bot.OwnCalendar.MoveAsync((await plan.NowAsync()).Booked!.MeetingId, SamplePlan.At(25, 13), default);
        await council.ChangeAsync(c =>
            c.MovedTo(new(new(2026, 12, 24), new(14, 0), 120), SampleCouncil.Kawakami, bot.Clock.Now)
        );

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Equal(new(2026, 12, 24), (await council.NowAsync()).When!.Date);
        Assert.Equal(SamplePlan.At(24, 14), (await plan.EventAsync())!.Meeting.Slot);
    }

    [Fact]
    public async Task Round_DeletedInOutlook_IsNotForcedBackUntilAskedFor()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Domain.People.Role.Coordinator, "tobu");
        await plan.ChooseAsync(SamplePlan.December22);
        await bot.OwnCalendar.CancelAsync((await plan.NowAsync()).Booked!.MeetingId, "", default);

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Equal(0, await plan.EventsAsync());
        Assert.Equal(new(2026, 12, 22), (await council.NowAsync()).When!.Date);
        Shown told = Assert.Single(kawakami.Received);
        Shown again = await kawakami.PressAsync(told, "予定表にもう一度入れる");
        Assert.Contains("予定表に入っています", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await plan.EventsAsync());
    }

    [Fact]
    public async Task Round_AnsweredInOutlook_CouncilHasTheAnswers()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        string id = (await plan.NowAsync()).Booked!.MeetingId;
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await bot.OwnCalendar.RespondAsync(id, "kobayashi@hikari.example", MeetingResponse.Declined, default);
        await bot.OwnCalendar.RespondAsync(id, "jimu@example.jp", MeetingResponse.Accepted, default);

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Council now = await council.NowAsync();
        Assert.Equal(
            [Rsvp.No, Rsvp.Unknown, Rsvp.Yes, Rsvp.Unknown, Rsvp.Unknown],
            now.Participants.Select(p => p.Rsvp)
        );
        // A later word in Renkei counts, and goes to our own calendar.
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await council.ChangeAsync(c =>
            c with
            {
                Participants =
                [
                    .. c.Participants.Select(p =>
                        p.Id == "p1" ? p.Answering(Rsvp.Yes, SampleCouncil.Kawakami, bot.Clock.Now, null) : p
                    ),
                ],
            }
        );
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal(Rsvp.Yes, (await council.NowAsync()).FindParticipant("p1")!.Rsvp);
        Assert.Equal(
            MeetingResponse.Accepted,
            (await plan.EventAsync())!.Answers.Single(a => a.Address == "kobayashi@hikari.example").Response
        );
    }

    [Fact]
    public async Task Round_InvitedByHand_Stays()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        BookedMeeting made = (await plan.EventAsync())!;
        await bot.OwnCalendar.ChangeAsync(
            made.Id,
            made.Meeting with
            {
                Invited = [.. made.Meeting.Invited, new(new("次長", "jicho@hikari.example"), false)],
            },
            default
        );

        await council.ChangeAsync(c => c with { Title = "退院支援ルールの会議" });
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await council.ChangeAsync(c => c with { Title = "退院支援ルールの調整会議" });
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        BookedMeeting now = (await plan.EventAsync())!;
        Assert.Equal("退院支援ルールの調整会議", now.Meeting.Subject);
        Assert.Contains(now.Meeting.Invited, i => i.Mailbox.Address == "jicho@hikari.example");
    }

    [Fact]
    public async Task Round_ParticipantsComeAndGo_TheInvitationFollows()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        await bot.OwnCalendar.AddPersonAsync(
            new(TestBot.IdOf(5), "田中 浩", "tanaka@hikari.example"),
            CalendarTimes.Empty,
            [],
            default
        );
        Participant tanaka = new(
            "p9",
            "health-centre",
            "東部保健所",
            "田中 浩",
            new(TestBot.IdOf(5), null, null),
            SampleCouncil.Kawakami
        );

        await council.ChangeAsync(c => c with { Participants = [.. c.Participants.Where(p => p.Id != "p1"), tanaka] });
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        Assert.Equal(
            ["jimu@example.jp", "kawakami@hikari.example", "sato@hikari.example", "tanaka@hikari.example"],
            (await plan.EventAsync())!.Meeting.Invited.Select(i => i.Mailbox.Address).Order()
        );
    }

    [Fact]
    public async Task Round_TwoInstances_OneLooks()
    {
        await plan.ChooseAsync(SamplePlan.December22);
        PlanWatch other = new(bot.Table, new(bot.Clock, TimeProvider.System), new(new Random(2)));

        Assert.Equal(1, await bot.Watcher.RoundAsync(TestBot.Tenant, default));
        Assert.False(await other.TryClaimAsync(TestBot.Tenant, TimeSpan.FromMinutes(1), default));
        Assert.Equal(1, await bot.Watcher.RoundAsync(TestBot.Tenant, default));
    }

    private async Task<(DateTimeOffset, DateTimeOffset)> TimesAsync()
    {
        TimeSlot slot = (await plan.EventAsync())!.Meeting.Slot;
        return (slot.Start, slot.End);
    }

    private async Task<int> CommitsOfChoosingAsync()
    {
        bot.Table.Reset();
        await plan.ChooseAsync(SamplePlan.December22);
        return bot.Table.Commits;
    }
}
