using Renkei.Bot.People;
using Renkei.Bot.Requests;
using Renkei.Bot.Summaries;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Tests.Workbooks;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using static Renkei.Bot.Tests.Features.Prefectures.TwoPrefectures;

namespace Renkei.Bot.Tests.Features.Prefectures;

/// <summary>Two prefectures in one installation: each sees its own people, notes and figures, and nothing of the other.</summary>
public sealed class SeveralPrefecturesTests : IAsyncLifetime
{
    private TwoPrefectures stage = null!;

    private TestBot Bot => stage.Bot;

    public async Task InitializeAsync() => stage = await TwoPrefectures.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Join_HeadOffice_IsConfirmedByThatOfTheSamePrefecture()
    {
        Player endo = Bot.Stranger("遠藤 学", 60);
        Shown ask = await endo.SayAsync("所属");

        await endo.PressAsync(ask, "次へ", ("in_role", "HeadOffice"), ("in_prefecture", "07"));

        Shown request = Assert.Single(stage.Ono.Received);
        Assert.Contains("福島県の「県本庁」", request.Text, StringComparison.Ordinal);
        Assert.Single(stage.Admin.Received);
        Assert.Empty(stage.Saito.Received);
        Shown refused = await stage.Saito.PressAsync(request, "確認する");
        Assert.Contains("「県本庁」の方か管理者ができます", refused.Text, StringComparison.Ordinal);
        Assert.Null((await endo.RecordAsync())!.Person);

        await stage.Ono.PressAsync(request, "確認する");

        Person person = (await endo.RecordAsync())!.Person!;
        Assert.Equal((Role.HeadOffice, "07"), (person.Role, person.Area!.PrefectureCode));
        Assert.Contains("所属\n福島県", (await endo.SayAsync("所属")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadOffice_FromBeforeThereWereSeveral_IsAskedWhichAndSeesNothingUntilConfirmed()
    {
        Player old = await Bot.EnterAsync("昔 から", 61, Role.HeadOffice, null);

        foreach (
            string command in (string[])
                ["週次まとめ", "相談の一覧", "フィードバック", "段階チェック", "会議一覧", "書き出し"]
        )
        {
            Shown asked = await old.SayAsync(command);
            Assert.Contains("どの県の県本庁かを選ぶと", asked.Text, StringComparison.Ordinal);
            AssertNothingOfYamagata(asked);
            Assert.Equal("HeadOffice", asked.Inputs["in_role"]);
        }
        Shown card = await old.SayAsync("週次まとめ");
        await old.PressAsync(card, "次へ", ("in_prefecture", "07"));
        Assert.Contains(
            "確認待ち\n県本庁（福島県）",
            (await old.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );

        await stage.Admin.PressAsync(stage.Admin.Received[^1], "確認する");

        Assert.Contains("福島県", (await old.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadOffice_OfTheFirstPrefecture_KeepsItWhenAnotherJoins()
    {
        await using TestBot alone = new(TestBot.IdOf(70));
        Player first = alone.Stranger("高橋 恵", 70);
        await first.PressAsync(await first.SayAsync("所属"), "次へ", ("in_role", "HeadOffice"));

        Organisation both = new(
            [.. alone.Places.Prefectures, .. Bot.Places.Prefectures],
            [.. alone.Places.Centres, .. Bot.Places.Centres],
            []
        );
        Person person = (await new PeopleStore(alone.Table, both).FindAsync(first.Id, CancellationToken.None))!.Person!;

        Assert.Equal("00", person.Area!.PrefectureCode);
        Assert.Equal(["tobu", "chubu", "seibu"], person.Area.CentreCodes);
    }

    [Fact]
    public async Task HeadOffice_GoesToAnotherPrefecture_KeepsItsOwnUntilConfirmedThere()
    {
        Shown ask = await stage.Ono.PressAsync(await stage.Ono.SayAsync("所属"), "変える");

        await stage.Ono.PressAsync(ask, "次へ", ("in_role", "HeadOffice"), ("in_prefecture", "06"));
        AssertNothingOfYamagata(await stage.Ono.SayAsync("週次まとめ"));

        await stage.Saito.PressAsync(stage.Saito.Received[^1], "確認する");

        Assert.Equal("06", (await stage.Ono.RecordAsync())!.Person!.Area!.PrefectureCode);
        Assert.Contains("最上川の退院支援", (await stage.Ono.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        Assert.Equal(
            [stage.Ono.Ref, stage.Saito.Ref],
            await Bot.People.HeadOfficeAsync(TestBot.Tenant, "06", CancellationToken.None)
        );
        Assert.Empty(await Bot.People.HeadOfficeAsync(TestBot.Tenant, "07", CancellationToken.None));
    }

    [Fact]
    public async Task Summary_HeadOffice_IsItsOwnPrefectureWithItsOwnNumbers()
    {
        await stage.AskAsync(stage.Konno, "今野の相談");

        Shown card = await stage.Ono.SayAsync("週次まとめ");

        AssertNothingOfYamagata(card);
        Assert.Contains("福島県", card.Text, StringComparison.Ordinal);
        Assert.Contains("会津｜会津の退院支援 +2", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("置賜", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("+5", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("+7", card.Text, StringComparison.Ordinal);
        Shown other = await stage.Saito.SayAsync("週次まとめ");
        Assert.Contains("置賜｜最上川の退院支援 +5", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会津", other.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("山形県の週次まとめ")]
    [InlineData("置賜保健所のまとめ")]
    [InlineData("週次まとめ 米沢市")]
    [InlineData("週次まとめ 山形県 中央保健所")]
    public async Task Summary_OfAnotherPrefecture_IsOnesOwnAndSaysSo(string words)
    {
        foreach (Player player in (Player[])[stage.Ono, stage.Hoshi, stage.Abe])
        {
            Shown card = await player.SayAsync(words);

            AssertNothingOfYamagata(card);
            Assert.Contains("ほかの都道府県のまとめは、その県の方が見られます。", card.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("置賜", card.Text, StringComparison.Ordinal);
            Assert.Contains("会津", card.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("summary/show", "p.06")]
    [InlineData("summary/show", "c.okitama")]
    [InlineData("summary/show", "m.062022")]
    [InlineData("summary/show", "t.okitama.2026.taiin")]
    [InlineData("summary/charts", "p.06")]
    [InlineData("summary/export", "p.06")]
    [InlineData("summary/export", "c.okitama")]
    [InlineData("summary/export", "t.okitama.2026.taiin")]
    public async Task Summary_ForgedScope_ShowsNothingOfAnotherPrefecture(string verb, string scope)
    {
        foreach (Player player in (Player[])[stage.Ono, stage.Hoshi, stage.Abe])
        {
            Shown card = await player.ActAsync(verb, Data(("p", "w20261130"), ("s", scope)));

            AssertNothingOfYamagata(card);
            Assert.DoesNotContain("置賜", card.Text, StringComparison.Ordinal);
            Assert.Empty(player.Offers);
        }
    }

    [Fact]
    public async Task Summary_SameNameInTwoPrefectures_IsTheNearestOrTheOneThatIsNamed()
    {
        Assert.Contains(
            "中央保健所（福島県）",
            (await stage.Ono.SayAsync("中央保健所のまとめ")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "中央保健所（山形県）",
            (await stage.Saito.SayAsync("中央保健所のまとめ")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "週次まとめ　中央保健所（福島県）",
            (await stage.Admin.SayAsync("週次まとめ 福島県 中央保健所")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Summary_Administrator_ChoosesThePrefecture()
    {
        Shown choose = await stage.Admin.SayAsync("週次まとめ");
        Assert.Equal(["山形県", "福島県"], choose.Choices("in_scope"));

        Shown card = await stage.Admin.PressAsync(choose, choose.Buttons[0], ("in_scope", "p.06"));

        Assert.Contains("最上川の退院支援 +5", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会津", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_ChangedBySomebodyOfAnotherPrefecture_StaysAboutTheFirst()
    {
        await stage.Ono.SayAsync("毎週月曜9時", inGroup: true);

        Shown changed = await stage.Saito.SayAsync("毎週月曜10時", inGroup: true);

        Assert.Contains("毎週月曜 10:00 に、福島県の週次まとめ", changed.Text, StringComparison.Ordinal);
        Subscription kept = Assert.IsType<Subscription>(await SubscriptionAsync());
        Assert.Equal(new SummaryScope.Prefecture("07"), kept.Scope);
        int before = Bot.Teams.SentTo(Player.Group).Count;
        await Bot.GoToAsync(2026, 12, 7, 10, 0);
        Shown sent = Shown.Of(Assert.Single(Bot.Teams.SentTo(Player.Group).Skip(before)));
        AssertNothingOfYamagata(sent);
        Assert.Contains("会津の退院支援", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_OfAnotherPrefecture_IsRefusedAndChangesNothing()
    {
        await stage.Ono.SayAsync("毎週月曜9時", inGroup: true);

        Shown refused = await stage.Saito.SayAsync("毎週火曜10時 福島県", inGroup: true);

        Assert.Contains("今の設定は変えていません。", refused.Text, StringComparison.Ordinal);
        Assert.Equal(DayOfWeek.Monday, (await SubscriptionAsync())!.When.Day);
    }

    [Fact]
    public async Task Request_GoesToHeadOfficeOfItsPrefecture()
    {
        Shown form = await stage.Hoshi.SayAsync("本庁に相談");
        Shown check = await stage.Hoshi.PressAsync(form, "内容を確かめる", ("in_title", "会津の相談"));
        Assert.Contains("県本庁の方の個人チャット（1人）", check.Text, StringComparison.Ordinal);
        await stage.Hoshi.PressAsync(check, "県本庁に送る");
        await Bot.SendDueAsync();

        Assert.Contains("会津の相談", Assert.Single(stage.Ono.Received).Text, StringComparison.Ordinal);
        Assert.Empty(stage.Saito.Received);
    }

    [Theory]
    [InlineData("request/show")]
    [InlineData("request/thread")]
    [InlineData("request/take")]
    [InlineData("request/write")]
    [InlineData("request/say")]
    [InlineData("request/withdraw-do")]
    public async Task Request_HeadOfficeOfAnotherPrefecture_NeitherReadsNorAnswers(string verb)
    {
        await stage.AskAsync(stage.Konno, "今野の相談");
        RequestLine line = Assert.Single(await AskedAsync("06"));

        Shown refused = await stage.Ono.ActAsync(
            verb,
            Data(("x", line.Id.ToString()), ("v", "1"), ("k", "Answered"), ("in_text", "答え"))
        );

        AssertNothingOfYamagata(refused);
        Assert.Empty((await Bot.Requests.FindAsync(TestBot.Tenant, line.Id, CancellationToken.None))!.Steps);
    }

    [Fact]
    public async Task Request_SomebodyMovedToAnotherPrefecture_HearsNoMoreOfIt()
    {
        await stage.AskAsync(stage.Konno, "最上川の相談");
        Shown card = Assert.Single(stage.Saito.Received);
        await stage.Saito.PressAsync(card, "引き受ける");
        await Bot.SendDueAsync();
        Shown ask = await stage.Saito.PressAsync(await stage.Saito.SayAsync("所属"), "変える");
        await stage.Saito.PressAsync(ask, "次へ", ("in_role", "HeadOffice"), ("in_prefecture", "07"));
        await stage.Ono.PressAsync(stage.Ono.Received[^1], "確認する");
        int before = stage.Saito.Received.Count;

        Shown form = await stage.Konno.PressAsync(stage.Konno.Received[^1], "補足を送る");
        await stage.Konno.PressAsync(form, "送る", ("in_text", "最上川の病院の話です。"));
        await Bot.SendDueAsync();

        Assert.Equal(before, stage.Saito.Received.Count);
        RequestLine line = Assert.Single(await AskedAsync("06"));
        AssertNothingOfYamagata(await stage.Saito.ActAsync("request/show", Data(("x", line.Id.ToString()))));
    }

    [Fact]
    public async Task RequestList_ForgedPrefecture_IsOnesOwn()
    {
        await stage.AskAsync(stage.Konno, "今野の相談");
        await stage.AskAsync(stage.Hoshi, "会津の相談");

        Shown list = await stage.Ono.ActAsync("request/list", Data(("p", "06"), ("c", "okitama")));

        AssertNothingOfYamagata(list);
        Assert.Contains("会津の相談", list.Text, StringComparison.Ordinal);
        Assert.False(list.Inputs.ContainsKey("in_p"));
        Assert.Equal(["すべての保健所", "中央保健所", "会津保健所"], list.Choices("in_c"));
        Shown all = await stage.Admin.SayAsync("相談の一覧");
        Assert.Contains("今野の相談", all.Text, StringComparison.Ordinal);
        all = await stage.Admin.PressAsync(all, "選んだところを見る", ("in_p", "07"));
        Assert.Contains("会津の相談", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("今野の相談", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_EachHeadOfficeHasItsOwnInTheSameChannel()
    {
        await MakeDeskAsync(stage.Ono);
        await stage.AskAsync(stage.Konno, "今野の相談");
        await stage.AskAsync(stage.Hoshi, "会津の相談");

        Shown card = Shown.Of(Bot.Teams.StandingIn(Player.Group)[^1]);
        Assert.Contains("会津の相談", card.Text, StringComparison.Ordinal);
        Assert.Contains("今野の相談", Assert.Single(stage.Saito.Received).Text, StringComparison.Ordinal);
        Assert.Contains(
            "この操作は県本庁の方ができます。",
            (await stage.Saito.PressInAsync(card, "引き受ける", inGroup: true)).Text,
            StringComparison.Ordinal
        );

        // 斎藤 gives up what is theirs: nothing.
        await stage.Saito.ActAsync("request/desk-stop-do", Data(("p", "07")), inGroup: true);
        Assert.NotNull(await Bot.Requests.DeskAsync(TestBot.Tenant, "07", CancellationToken.None));
        Shown seen = await stage.Saito.SayAsync("本庁の窓口");
        Assert.DoesNotContain("小野", seen.Text, StringComparison.Ordinal);
        Assert.Contains("まだ決まっていません。", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_SharedWithOnesOwnCentresOnly()
    {
        Shown form = await stage.Ono.ActAsync("feedback/edit", []);
        Assert.Equal(["中央保健所", "会津保健所"], form.Choices("in_centres"));

        Shown refused = await stage.ShareAsync(stage.Ono, "様式の統一", "aizu,okitama");
        Assert.Contains("届ける保健所を選んでください。", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await SharedAsync("07"));
        Assert.Empty(stage.Konno.Received);

        await stage.ShareAsync(stage.Ono, "様式の統一", "fchuo,aizu");
        Assert.Single(await SharedAsync("07"));
        Assert.Empty(await SharedAsync("06"));
        Assert.Single(stage.Hoshi.Received);
        Assert.Empty(stage.Konno.Received);
    }

    [Theory]
    [InlineData("feedback/show")]
    [InlineData("feedback/edit")]
    [InlineData("feedback/readers")]
    [InlineData("feedback/history")]
    [InlineData("feedback/write")]
    [InlineData("feedback/withdraw-do")]
    public async Task Feedback_HeadOfficeOfAnotherPrefecture_NeitherReadsNorChanges(string verb)
    {
        await stage.ShareAsync(stage.Saito, "最上川の様式", "ychuo,okitama");
        FeedbackItem item = Assert.Single(await SharedAsync("06"));

        Shown refused = await stage.Ono.ActAsync(verb, Data(("f", item.Id.ToString())));

        AssertNothingOfYamagata(refused);
        Assert.False(Assert.Single(await SharedAsync("06")).IsWithdrawn);
    }

    [Fact]
    public async Task FeedbackList_ForgedPrefecture_IsOnesOwn()
    {
        await stage.ShareAsync(stage.Saito, "最上川の様式", "ychuo,okitama");
        await stage.ShareAsync(stage.Ono, "会津の様式", "fchuo,aizu");

        foreach (Player player in (Player[])[stage.Ono, stage.Hoshi])
        {
            Shown list = await player.ActAsync("feedback/list", Data(("p", "06"), ("in_p", "06")));
            AssertNothingOfYamagata(list);
            Assert.Contains("会津の様式", list.Text, StringComparison.Ordinal);
        }
        Shown all = await stage.Admin.SayAsync("フィードバック");
        Assert.Contains("最上川の様式", all.Text, StringComparison.Ordinal);
        all = await stage.Admin.PressAsync(all, "探す", ("in_p", "07"));
        Assert.Contains("会津の様式", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("最上川の様式", all.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("段階チェック")]
    [InlineData("会議一覧")]
    [InlineData("書き出し")]
    public async Task ChooseCentre_HeadOffice_SeesItsOwnCentres(string command)
    {
        Shown own = await stage.Ono.SayAsync(command);
        Shown all = await stage.Admin.SayAsync(command);

        Assert.Equal(["中央保健所（福島県）", "会津保健所（福島県）"], own.Choices("in_centre"));
        Assert.Equal(4, all.Choices("in_centre").Count);
    }

    [Theory]
    [InlineData("themes/list", "in_centre", "okitama")]
    [InlineData("themes/show", "t", "okitama.2026.taiin")]
    [InlineData("council/list", "in_centre", "okitama")]
    [InlineData("exports/ask", "in_centre", "okitama")]
    [InlineData("exports/make", "in_what", "theme~okitama.2026.taiin")]
    [InlineData("exports/make", "in_what", "councils~okitama")]
    [InlineData("exports/make", "in_what", "tasks~okitama")]
    public async Task ThemesCouncilsFiles_OfAnotherPrefecture_AreRefused(string verb, string name, string value)
    {
        Shown refused = await stage.Ono.ActAsync(verb, Data((name, value), ("in_form", "xlsx"), ("k", "abc123")));

        AssertNothingOfYamagata(refused);
        Assert.Empty(stage.Ono.Offers);
        Shown own = await stage.Saito.ActAsync(verb, Data((name, value), ("in_form", "xlsx"), ("k", "abc123")));
        Assert.True(own.Text != refused.Text || stage.Saito.Offers.Count == 1, own.Text);
    }

    [Fact]
    public async Task SummaryFile_HeadOffice_HasItsOwnCentres()
    {
        await stage.Ono.PressAsync(await stage.Ono.SayAsync("週次まとめ"), "Excel");
        await stage.Ono.AnswerFileAsync(accept: true);

        var sheets = ReadWorkbook.Of(Bot.Uploads.Files[0].Bytes);
        Assert.Equal(["中央保健所", "会津保健所", "合計"], sheets[0].Rows.Skip(1).Select(r => r[0]));
        Assert.Equal(["会津の退院支援"], sheets[1].Rows.Skip(1).Select(r => r[1]));
    }

    private async Task MakeDeskAsync(Player player)
    {
        Shown ask = await player.SayAsync("ここを本庁の窓口にする", inGroup: true);
        await player.PressInAsync(ask, "ここを窓口にする", inGroup: true);
    }

    private Task<IReadOnlyList<RequestLine>> AskedAsync(string prefecture) =>
        Bot.Requests.OpenAsync(TestBot.Tenant, prefecture, null, CancellationToken.None);

    private Task<IReadOnlyList<FeedbackItem>> SharedAsync(string prefecture) =>
        Bot.Feedback.YearAsync(TestBot.Tenant, prefecture, 2026, CancellationToken.None);

    private async Task<Subscription?> SubscriptionAsync() =>
        await Bot.Subscriptions.FindAsync(
            new("https://smba.trafficmanager.net/jp/", Player.Group, TestBot.Tenant),
            CancellationToken.None
        );
}
