using System.Text.Json.Nodes;
using Renkei.Bot.Notices;
using Renkei.Bot.Summaries;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features.Summaries;

public sealed class SubscriptionsTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SummaryStage stage;
    private Player head = null!;
    private Player kawakami = null!;

    public SubscriptionsTests() => stage = new(bot);

    public async Task InitializeAsync()
    {
        head = await bot.TakahashiAsync();
        kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Subscribe_EveryMonday_SendsTheWeekThatIsOver()
    {
        ThemeId theme = await BeginAsync();
        Shown card = await head.SayAsync("毎週月曜9時", inGroup: true);
        Assert.Contains(
            "毎週月曜 9:00 に、ひかり県の週次まとめをここへお送りします。",
            card.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("次は 12/7(月) 09:00 です。", card.Text, StringComparison.Ordinal);
        stage.GoTo(12, 6);
        await stage.AnswerAsync(theme, ItemStatus.InProgress, 1, 2);

        Assert.Empty(await SentAtAsync(12, 7, 8, 59));
        Shown sent = Assert.Single(await SentAtAsync(12, 7, 9, 0));
        Assert.Contains("2026年11月30日(月)–12月6日(日)｜令和8年度 第36週\n", sent.Text, StringComparison.Ordinal);
        Assert.Contains("東部｜退院支援ルールづくり +2", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("遅くなりました", sent.Text, StringComparison.Ordinal);

        // Once, and again a week later.
        Assert.Empty(await SentAtAsync(12, 7, 9, 5));
        Assert.Empty(await SentAtAsync(12, 11, 9, 0));
        Assert.Single(await SentAtAsync(12, 14, 9, 0));
    }

    [Fact]
    public async Task Subscribe_Holiday_SendsOnTheNextBusinessDayAndSaysWhy()
    {
        stage.GoTo(1, 8);
        await head.SayAsync("毎週月曜9時", inGroup: true);

        // Monday 11 January 2027 is 成人の日.
        Assert.Empty(await SentAtAsync(2027, 1, 11, 12, 0));
        Shown sent = Assert.Single(await SentAtAsync(2027, 1, 12, 9, 0));
        Assert.Contains("1/11(月)は成人の日のため、きょうお送りします。", sent.Text, StringComparison.Ordinal);
        Assert.Contains("1月4日(月)–1月10日(日)", sent.Text, StringComparison.Ordinal);
        Assert.Single(await SentAtAsync(2027, 1, 18, 9, 0));
    }

    [Fact]
    public async Task Outage_OverTwoMondays_SendsTheNewestOnceAndSaysThatItIsLate()
    {
        await head.SayAsync("毎週月曜9時", inGroup: true);

        Shown sent = Assert.Single(await SentAtAsync(12, 15, 14, 0));

        Assert.Contains(
            "12/14(月) 09:00 にお送りする予定でしたが、遅くなりました。",
            sent.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("12月7日(月)–12月13日(日)", sent.Text, StringComparison.Ordinal);
        Assert.Empty(await SentAtAsync(12, 15, 15, 0));
    }

    [Fact]
    public async Task Change_TimeByButton_IsToldToTheChannelOnce()
    {
        Shown card = await head.SayAsync("毎週月曜9時", inGroup: true);
        string[] before = Texts();

        Shown changed = await kawakami.PressInAsync(
            card,
            "この曜日と時刻で送る",
            inGroup: true,
            ("in_day", "3"),
            ("in_time", "13:30")
        );
        await kawakami.PressInAsync(card, "この曜日と時刻で送る", inGroup: true, ("in_day", "3"), ("in_time", "13:30"));

        Assert.Contains("毎週水曜 13:30", changed.Text, StringComparison.Ordinal);
        Assert.Equal(["毎週水曜 13:30 に、ひかり県の週次まとめをここへお送りします。"], Texts().Skip(before.Length));
        Assert.Empty(await SentAtAsync(12, 7, 9, 0));
        Shown sent = Assert.Single(await SentAtAsync(12, 9, 13, 30));
        Assert.Contains("12月7日(月)–12月13日(日)｜令和8年度 第37週｜途中", sent.Text, StringComparison.Ordinal);

        string[] Texts() =>
            [.. bot.Teams.SentTo(Player.Group).Select(a => a.Text).OfType<string>().Where(t => t.Length > 0)];
    }

    [Fact]
    public async Task Change_NobodyMayByTypingTheirOwn_WithoutBeingHeadOfficeOrCoordinator()
    {
        Player sato = await bot.SatoAsync();

        Shown none = await sato.SayAsync("毎週月曜9時", inGroup: true);
        Assert.Contains("変えたり止めたりできるのは、県本庁と調整役の方です。", none.Text, StringComparison.Ordinal);
        Assert.Equal(["週次まとめ"], none.Buttons);
        await head.SayAsync("毎週月曜9時", inGroup: true);
        await sato.ActAsync("summary/weekly/stop", [], inGroup: true);
        await sato.ActAsync("summary/weekly/save", new() { ["in_day"] = "2", ["in_time"] = "10:00" }, inGroup: true);

        Assert.Contains(
            "毎週月曜 9:00",
            (await head.SayAsync("定期送信", inGroup: true)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stop_ByButton_SendsNothingMoreAndCanBegunAgain()
    {
        Shown card = await head.SayAsync("毎週月曜9時", inGroup: true);

        Shown stopped = await head.PressInAsync(card, "止める", inGroup: true);
        Shown again = await head.PressInAsync(card, "止める", inGroup: true);

        Assert.Contains("定期送信を止めました。", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("定期送信はもう止まっています。", again.Text, StringComparison.Ordinal);
        int before = bot.Teams.SentTo(Player.Group).Count;
        await bot.GoToAsync(2026, 12, 7, 9, 0);
        Assert.Equal(before, bot.Teams.SentTo(Player.Group).Count);
        Shown begun = await head.PressInAsync(stopped, "もう一度始める", inGroup: true);
        Assert.Contains("毎週月曜 9:00", begun.Text, StringComparison.Ordinal);
        Assert.Contains("次は 12/14(月) 09:00 です。", begun.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ImpossibleTime_ComesBackFilledInAndChangesNothing()
    {
        await head.SayAsync("毎週月曜9時", inGroup: true);

        Shown back = await head.ActAsync(
            "summary/weekly/save",
            new() { ["in_day"] = "4", ["in_time"] = "23:15" },
            inGroup: true
        );

        Assert.Contains("お送りできるのは、月曜から金曜の6:00から20:00までです。", back.Text, StringComparison.Ordinal);
        Assert.Equal(("4", "23:15"), (back.Inputs["in_day"], back.Inputs["in_time"]));
        Assert.Contains("毎週月曜 9:00", back.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "09:00")]
    [InlineData("6", "09:00")]
    [InlineData("99", "09:00")]
    [InlineData("", "")]
    [InlineData("2", "9時")]
    public async Task Save_ForgedInputs_ChangeNothing(string day, string time)
    {
        await head.ActAsync("summary/weekly/save", new() { ["in_day"] = day, ["in_time"] = time }, inGroup: true);

        Assert.Null(await bot.Subscriptions.FindAsync(Group, CancellationToken.None));
    }

    [Fact]
    public async Task Coordinator_Subscribes_OthersAreFiguresOnly()
    {
        await BeginAsync();
        await stage.BeginAsync("chubu", "ninchisho", "認知症の初期集中支援", "dementia");
        await kawakami.SayAsync("毎週月曜9時", inGroup: true);

        Shown sent = Assert.Single(await SentAtAsync(12, 7, 9, 0));

        Assert.Contains("東部｜退院支援ルールづくり", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("認知症", sent.Text, StringComparison.Ordinal);
        // Head office may press what the card offers, and sees more by itself.
        Shown chubu = await head.PressInAsync(sent, "見る", inGroup: true, ("in_scope", "c.chubu"));
        Assert.Contains("認知症の初期集中支援", chubu.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribe_OneCentre_SendsThat()
    {
        await kawakami.SayAsync("毎週月曜9時 東部保健所", inGroup: true);

        Assert.Contains(
            "週次まとめ　東部保健所",
            Assert.Single(await SentAtAsync(12, 7, 9, 0)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Subscribe_InAThread_SendsANewPostOfTheChannel()
    {
        JsonObject said = head.Activity("message", inGroup: true);
        said["text"] = "毎週月曜9時";
        said["conversation"]!["id"] = "19:channel@thread.tacv2;messageid=1700000000000";
        await head.DispatchAsync(said);
        await bot.GoToAsync(2026, 12, 7, 9, 0);

        Assert.Contains(
            "週次まとめ",
            Shown.Of(Assert.Single(bot.Teams.SentTo("19:channel@thread.tacv2"))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PersonalChat_IsToldWhereItWorks()
    {
        Assert.Contains("届けたいチャネル", (await head.SayAsync("毎週月曜9時")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "届けたいチャネル",
            (await head.ActAsync("summary/weekly/save", new() { ["in_day"] = "1", ["in_time"] = "09:00" })).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Commit_LostAnswer_IsRepeatedWithoutHarm()
    {
        bot.Table.NextCommits.Enqueue(Trouble.None);
        bot.Table.NextCommits.Enqueue(Trouble.AfterWriting);
        await head.SayAsync("毎週月曜9時", inGroup: true);

        await head.SayAsync("毎週月曜9時", inGroup: true);

        Assert.Single(await SentAtAsync(12, 7, 9, 0));
    }

    [Fact]
    public async Task Plan_AheadOfTime_CostsOneRead()
    {
        await head.SayAsync("毎週月曜9時", inGroup: true);
        SummarySourceOf(out INoticeSource source);
        bot.Table.Reset();

        NoticePlan? plan = await source.PlanAsync(TestBot.Tenant, Subscription.IdOf(Group), [], CancellationToken.None);

        Assert.Equal("1 finds, 0 queries, 0 commits", bot.Table.Counts);
        Assert.Equal(["w20261207"], plan!.Notices.Select(n => n.Key).Take(1));
    }

    private static Renkei.Activities.Connector.ConversationAddress Group =>
        new("https://smba.trafficmanager.net/jp/", Player.Group, TestBot.Tenant);

    private void SummarySourceOf(out INoticeSource source) =>
        source = new Bot.Features.Summaries.SummarySource(
            bot.Subscriptions,
            bot.Summaries,
            bot.SummaryDesk,
            bot.Places,
            new(bot.Playbook, bot.Places, []),
            BusinessDays.National,
            bot.Clock
        );

    private async Task<ThemeId> BeginAsync()
    {
        ThemeId theme = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        return theme;
    }

    private Task<Shown[]> SentAtAsync(int month, int day, int hour, int minute) =>
        SentAtAsync(2026, month, day, hour, minute);

    /// <summary>The cards that come to the group when it gets this time in Japan.</summary>
    private async Task<Shown[]> SentAtAsync(int year, int month, int day, int hour, int minute)
    {
        int before = bot.Teams.SentTo(Player.Group).Count;
        await bot.GoToAsync(year, month, day, hour, minute);
        return [.. bot.Teams.SentTo(Player.Group).Skip(before).Select(Shown.Of)];
    }
}
