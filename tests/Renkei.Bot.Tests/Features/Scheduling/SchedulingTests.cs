using System.Text.Json.Nodes;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Scheduling;

/// <summary>The sample council without a date, wished for December; the present day is Friday 4 December.</summary>
public sealed class SchedulingTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SampleCouncil council;
    private readonly SamplePlan plan;

    public SchedulingTests() => (council, plan) = (new(bot), new(bot));

    public async Task InitializeAsync()
    {
        await council.AddAsync();
        await council.ChangeAsync(c => c with { When = null });
        await plan.AddCalendarsAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Story_FromTheCommandToTheBookedMeeting()
    {
        Player kawakami = await KawakamiAsync();

        Shown which = await kawakami.SayAsync("日程調整");
        Assert.Contains("どの会議の日を探しますか", which.Text, StringComparison.Ordinal);
        Shown request = await kawakami.PressAsync(which, "この会議の日を探す");
        // Ten business days from Friday 4 December, for three weeks; the template's hours; municipality and care are needed.
        Assert.Equal("2026-12-18", request.Inputs["in_from"]);
        Assert.Equal("2027-01-07", request.Inputs["in_to"]);
        Assert.Contains(TestBot.IdOf(10), request.Inputs["in_required"], StringComparison.Ordinal);
        Shown proposals = await kawakami.PressAsync(request, "候補を出す");
        Assert.Contains("日程の候補", proposals.Text, StringComparison.Ordinal);
        Assert.Contains("予定表が見えない方", proposals.Text, StringComparison.Ordinal);
        Shown asked = await kawakami.PressAsync(proposals, "この日に決める");
        Assert.Contains("は要確認、ほかは全員可", asked.Text, StringComparison.Ordinal);
        Assert.Contains("この日に決めますか", asked.Text, StringComparison.Ordinal);
        Assert.Contains("電話などで伝える方", asked.Text, StringComparison.Ordinal);
        Assert.Null((await council.NowAsync()).When);
        Shown booked = await kawakami.PressAsync(asked, "決める");

        Assert.Contains("日程を決めました。予定表に入っています。", booked.Text, StringComparison.Ordinal);
        Assert.Contains("次は案内です", booked.Text, StringComparison.Ordinal);
        // Nobody was asked yet: this calendar mails nobody.
        Assert.DoesNotContain("回答待ち", booked.Text, StringComparison.Ordinal);
        Assert.NotNull((await council.NowAsync()).When);
        Assert.Equal(1, await plan.EventsAsync());
        Shown invitation = await kawakami.PressAsync(booked, "案内を送る");
        Assert.Equal(200, invitation.Status);
    }

    [Fact]
    public async Task Proposals_SayWhoIsBusyAndWhichRoomIsTaken()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();

        Shown page = await ProposalsAsync(kawakami, ("n", 0));

        // Monday 14 December, 13:00: everybody whose calendar is seen is free, and a room is.
        Assert.Contains("12/14(月) 13:00–15:00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/15(火)", page.Text, StringComparison.Ordinal);
        Assert.Contains("予定表が見えない方（1名）：あおば市立病院 地域連携室", page.Text, StringComparison.Ordinal);
        Assert.Contains("予定の見える方は全員参加できます", page.Text, StringComparison.Ordinal);
        string all = page.Text;
        for (int n = 5; n < 60; n += 5)
        {
            all += (await ProposalsAsync(kawakami, ("n", n))).Text;
        }
        // Kobayashi's Tuesdays come late in the order, with the reason.
        Assert.Contains(
            "あおば市がそろいません（あと1）・あおば市 小林 結衣（必須）のみ予定あり",
            all,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Proposals_ForABookedMeeting_DoNotCountItselfAsBusy()
    {
        await plan.AddAsync();
        await plan.ChooseAsync(SamplePlan.At(14, 13));
        Assert.NotNull(await plan.EventAsync());

        Shown page = await ProposalsAsync(await KawakamiAsync(), ("n", 0));

        // The same people, the same room and an hour that overlaps: as free as before it was booked.
        Assert.Contains("12/14(月) 13:00–15:00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("要確認、", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("予定あり", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("に仮の予定", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_OtherWeeks_LieInTheWindowBesideIt()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown page = await ProposalsAsync(kawakami);

        Shown later = await kawakami.PressAsync(page, "次の週へ");

        Assert.Contains("12/26(土)〜1/6(水)", later.Text, StringComparison.Ordinal);
        // The turn of the year is closed: business days are 28 December and 4 January on.
        Assert.Contains("12/28(月)", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/29", later.Text, StringComparison.Ordinal);
        Assert.Contains(
            "12/14(月)〜12/25(金)",
            (await kawakami.PressAsync(later, "前の週へ")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Proposals_More_KeepsWhatWasTicked()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown page = await ProposalsAsync(kawakami);

        Shown more = await kawakami.PressAsync(page, "もっと見る", ("in_d", "2026-12-14T13:00"));

        Assert.Equal("2026-12-14T13:00", more.Inputs["in_d"]);
        Assert.DoesNotContain("poll/new", more.Button("もっと見る").ToJsonString(), StringComparison.Ordinal);
        JsonObject poll = more.Button("投票にかける");
        Assert.Equal("poll/new", poll["verb"]!.GetValue<string>());
        Assert.Equal("tobu.taiin1", more.DataOf("投票にかける")["p"]!.GetValue<string>());
    }

    [Fact]
    public async Task Proposals_CalendarAway_AreOfferedAllTheSame()
    {
        await plan.AddAsync();
        bot.Calendar = new SilentCalendar(CalendarFault.NotAllowed);
        Player kawakami = await KawakamiAsync();

        Shown page = await ProposalsAsync(kawakami);

        Assert.Contains("予定表を見る許可がありません", page.Text, StringComparison.Ordinal);
        Assert.Contains("投票にかけると、みなさんの都合が分かります", page.Text, StringComparison.Ordinal);
        Assert.Contains("予定は見えていません", page.Text, StringComparison.Ordinal);
        Assert.Contains("投票にかける", page.Buttons);
        Assert.Contains("日付を自分で入れる", page.Buttons);
    }

    [Theory]
    [InlineData("in_length", "5", "長さは15分から600分まで")]
    [InlineData("in_to", "2026-12-01", "終わりの日は、始まりの日より後")]
    [InlineData("in_to", "2027-06-30", "約3か月まで")]
    [InlineData("in_begin", "16:00", "時間帯が会議の長さより短く")]
    [InlineData("in_end", "", "時間帯を入れてください")]
    [InlineData("in_required", "somebody", "選べる方が変わりました")]
    [InlineData("in_sectors", "welfare", "呼ぶ方のいない団体")]
    [InlineData("in_travel", "7", "移動時間を選んでください")]
    public async Task Search_BadInput_ComesBackFilledInAndChangesNothing(string input, string value, string said)
    {
        Player kawakami = await KawakamiAsync();
        Shown request = await kawakami.ActAsync("schedule/begin", SampleCouncil.Data());

        Shown back = await kawakami.PressAsync(request, "候補を出す", ("in_from", "2026-12-18"), (input, value));

        Assert.Contains(said, back.Text, StringComparison.Ordinal);
        Assert.Equal("2026-12-18", back.Inputs["in_from"]);
        Assert.Null(await bot.Plans.FindAsync(TestBot.Tenant, SamplePlan.Id, default));
    }

    [Fact]
    public async Task Search_AgainWithOtherConditions_KeepsOnePlan()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown page = await ProposalsAsync(kawakami);

        Shown request = await kawakami.PressAsync(page, "条件を変える");
        Assert.Equal("120", request.Inputs["in_length"]);
        Assert.Equal("2026-12-14", request.Inputs["in_from"]);
        await kawakami.PressAsync(request, "候補を出す", ("in_length", "90"));

        MeetingPlan now = await plan.NowAsync();
        Assert.Equal(90, now.Minutes);
        Assert.Equal("kobayashi@hikari.example", now.Asked.Single(a => a.ParticipantId == "p1").Address);
    }

    [Fact]
    public async Task Choose_TwiceAndUnderAnotherId_BooksOnce()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown asked = await kawakami.PressAsync(await ProposalsAsync(kawakami), "この日に決める");

        await Task.WhenAll(kawakami.PressAsync(asked, "決める"), kawakami.PressAsync(asked, "決める"));
        Shown again = await kawakami.PressAsync(asked, "決める");

        Assert.Contains("日程を決めました", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await plan.EventsAsync());
    }

    [Fact]
    public async Task Choose_AfterSomebodySetAnotherDate_AsksAgain()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown asked = await kawakami.PressAsync(await ProposalsAsync(kawakami), "この日に決める");
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        MeetingTime set = new(new(2026, 12, 21), new(10, 0), 60);
        await council.ChangeAsync(c => c.MovedTo(set, SampleCouncil.Kawakami, bot.Clock.Now));

        Shown back = await kawakami.PressAsync(asked, "決める");

        Assert.Contains("この日に決めますか", back.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月21日(月) 10:00–11:00", back.Text, StringComparison.Ordinal);
        Assert.Equal(set, (await council.NowAsync()).When);
        await kawakami.PressAsync(back, "決める");
        Assert.Equal(new(2026, 12, 14), (await council.NowAsync()).When!.Date);
    }

    [Fact]
    public async Task Choose_ADateThatIsOver_ShowsNewOnes()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();
        Shown asked = await kawakami.PressAsync(await ProposalsAsync(kawakami), "この日に決める");
        bot.Clock.Now = SamplePlan.At(15, 9).Start;

        Shown back = await kawakami.PressAsync(asked, "決める");

        Assert.Contains("この候補はもう過ぎています", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/14(月) 1", back.Text, StringComparison.Ordinal);
        Assert.Null((await council.NowAsync()).When);
    }

    [Theory]
    [InlineData("schedule/begin")]
    [InlineData("schedule/search")]
    [InlineData("schedule/edit")]
    [InlineData("schedule/proposals")]
    [InlineData("schedule/ask")]
    [InlineData("schedule/choose")]
    [InlineData("booking/show")]
    [InlineData("booking/again")]
    [InlineData("booking/off-ask")]
    [InlineData("booking/off")]
    public async Task Verb_OfAStrangerToTheCentre_ShowsNothingAndChangesNothing(string verb)
    {
        await plan.AddAsync();
        await plan.ChooseAsync(SamplePlan.December22);
        string before = $"{(await plan.NowAsync()).Revision} {(await council.NowAsync()).Revision}";
        Player suzuki = await bot.SuzukiAsync();

        foreach (string v in (string[])["", "000000000000"])
        {
            JsonObject data = SampleCouncil.Data(("p", "tobu.taiin1"), ("d", "2026-12-14T13:00"), ("v", v));
            Shown refused = await suzuki.ActAsync(verb, data);
            Assert.Equal(200, refused.Status);
            Assert.DoesNotContain("小林", refused.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("0123-45-6789", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, $"{(await plan.NowAsync()).Revision} {(await council.NowAsync()).Revision}");
    }

    [Theory]
    [InlineData("2026-12-14T13:00:00")]
    [InlineData("2026-12-14T23:30")]
    [InlineData("1999-12-14T13:00")]
    [InlineData("x")]
    [InlineData("")]
    public async Task Choose_ForgedDate_ChangesNothing(string date)
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();

        Shown back = await kawakami.ActAsync("schedule/choose", new() { ["p"] = "tobu.taiin1", ["d"] = date });

        Assert.Equal(200, back.Status);
        Assert.Null((await council.NowAsync()).When);
        Assert.Equal(0, await plan.EventsAsync());
    }

    [Fact]
    public async Task InAGroup_TimesOfPeopleAreNotShown()
    {
        await plan.AddAsync();
        Player kawakami = await KawakamiAsync();

        Shown refused = await kawakami.ActAsync("schedule/proposals", new() { ["p"] = "tobu.taiin1" }, inGroup: true);

        Assert.Contains("個人チャットでお願いします", refused.Text, StringComparison.Ordinal);
    }

    private Task<Player> KawakamiAsync() => bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");

    private static Task<Shown> ProposalsAsync(Player player, params (string Name, JsonNode? Value)[] more)
    {
        JsonObject data = new() { ["p"] = "tobu.taiin1" };
        foreach ((string name, JsonNode? value) in more)
        {
            data[name] = value;
        }
        return player.ActAsync("schedule/proposals", data);
    }
}
