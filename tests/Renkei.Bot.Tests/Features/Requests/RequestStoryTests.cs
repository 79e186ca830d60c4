using Renkei.Bot.Notices;
using Renkei.Bot.Requests;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features.Requests;

public sealed class RequestStoryTests
{
    [Fact]
    public async Task Ask_WithADesk_AppearsThereOnceWithItsContext()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        int before = stage.Channel.Count;

        await stage.AskAsync();
        await stage.Bot.SendDueAsync();

        Shown card = Assert.Single(stage.Channel.Skip(before));
        Assert.Contains("県本庁への相談：退院連絡の様式をそろえたい", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部保健所・佐藤 美咲", card.Text, StringComparison.Ordinal);
        Assert.Contains("退院支援ルールづくり（表1-8）", card.Text, StringComparison.Ordinal);
        Assert.Contains("病院ごとに様式が違います。", card.Text, StringComparison.Ordinal);
        Assert.Contains("未対応　回答の目安 12/11(金)", card.Text, StringComparison.Ordinal);
        Assert.Equal(["引き受ける", "回答する", "たずね返す", "閉じる"], card.Row);
    }

    [Fact]
    public async Task Ask_WithoutADesk_GoesToEachOfHeadOfficeAndTheAskerIsToldSo()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Shown form = await stage.Sato.SayAsync("本庁に相談 様式をそろえたい");
        Assert.Equal("様式をそろえたい", form.Inputs["in_title"]);
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる");
        Assert.Contains("県本庁の方の個人チャット（2人）", check.Text, StringComparison.Ordinal);

        await stage.Sato.PressAsync(check, "県本庁に送る");
        await stage.Bot.SendDueAsync();

        Assert.Contains("様式をそろえたい", Assert.Single(stage.Takahashi.Received).Text, StringComparison.Ordinal);
        Assert.Contains("様式をそろえたい", Assert.Single(stage.Inoue.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_InTheChannel_ChangesTheCardForAllAndTellsTheAsker()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        int cards = stage.Channel.Count;

        Shown mine = await stage.Takahashi.PressInAsync(stage.Card(), "引き受ける", inGroup: true);
        await stage.Bot.SendDueAsync();

        Assert.Contains("引き受けました。", mine.Text, StringComparison.Ordinal);
        Assert.Equal(cards, stage.Channel.Count);
        Assert.Contains("高橋 恵さんが対応中", stage.Card().Text, StringComparison.Ordinal);
        Shown told = Assert.Single(stage.ToldSato);
        Assert.Contains("県本庁が引き受けました：退院連絡", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskBack_AnswersBackAndForth_ReachTheRightPeople()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();

        await stage.WriteAsync(stage.Takahashi, stage.Card(), "たずね返す", "何病院ですか。", inGroup: true);
        Shown question = stage.Sato.Received[^1];
        Assert.Contains("県本庁からおたずねです", question.Text, StringComparison.Ordinal);
        Assert.Contains("何病院ですか。", question.Text, StringComparison.Ordinal);
        Assert.Contains("保健所の返事待ち", stage.Card().Text, StringComparison.Ordinal);

        await stage.WriteAsync(stage.Sato, question, "返事をする", "5病院です。");
        Shown reply = stage.Takahashi.Received[^1];
        Assert.Contains("相談に返事がありました", reply.Text, StringComparison.Ordinal);
        Assert.Contains("5病院です。", stage.Card().Text, StringComparison.Ordinal);

        await stage.WriteAsync(stage.Takahashi, reply, "回答する", "共通の様式案を送ります。");
        Shown answer = stage.Sato.Received[^1];
        Assert.Contains("県本庁から回答です", answer.Text, StringComparison.Ordinal);
        await stage.Sato.PressAsync(answer, "解決しました（お礼を伝えて閉じる）");
        await stage.Bot.SendDueAsync();

        Assert.Contains("お礼が届きました", stage.Takahashi.Received[^1].Text, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Closed, (await stage.ReadAsync(id)).Status);
        Assert.Equal(["もう一度開く"], stage.Card().Row);
        Assert.Equal(2, stage.ToldSato.Count);
    }

    [Fact]
    public async Task Close_ByHeadOffice_AskerOpensItAgain()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();
        Shown form = await stage.Takahashi.PressInAsync(stage.Card(), "閉じる", inGroup: true);
        await stage.Takahashi.PressInAsync(form, "閉じる", inGroup: true, ("in_text", "来月の会議で扱います。"));
        await stage.Bot.SendDueAsync();
        Shown told = stage.Sato.Received[^1];
        Assert.Contains("県本庁が相談を閉じました", told.Text, StringComparison.Ordinal);
        Assert.Contains("来月の会議で扱います。", told.Text, StringComparison.Ordinal);

        Shown again = await stage.Sato.PressAsync(told, "もう一度相談する");
        await stage.Sato.PressAsync(again, "もう一度開く", ("in_text", "急ぎです。"));
        await stage.Bot.SendDueAsync();

        Assert.Equal(RequestStatus.Taken, (await stage.ReadAsync(id)).Status);
        Assert.Contains("相談がもう一度開かれました", stage.Takahashi.Received[^1].Text, StringComparison.Ordinal);
        Assert.Contains("急ぎです。", stage.Card().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AfterTheQuestion_LeavesTheListAndSaysSoInTheChannel()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();
        Shown card = await stage.Sato.ActAsync("request/show", new() { ["x"] = id.ToString() });

        Shown ask = await stage.Sato.PressAsync(card, "取り下げる");
        Assert.Equal(RequestStatus.Open, (await stage.ReadAsync(id)).Status);
        await stage.Sato.PressAsync(ask, "取り下げる");
        await stage.Bot.SendDueAsync();

        Assert.Contains("取り下げ", stage.Card().Text, StringComparison.Ordinal);
        Assert.Empty(await stage.OpenLinesAsync());
    }

    [Fact]
    public async Task Overdue_NextBusinessMorning_RisesOnceInTheChannel()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        int cards = stage.Channel.Count;

        await stage.Bot.GoToAsync(2026, 12, 14, 8, 59);
        Assert.Equal(cards, stage.Channel.Count);
        await stage.Bot.GoToAsync(2026, 12, 14, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 15, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 21, 9, 0);

        Shown rise = Assert.Single(stage.Channel.Skip(cards));
        Assert.Contains("回答がまだの相談：退院連絡", rise.Text, StringComparison.Ordinal);
        Assert.Contains("目安の日を", stage.Channel[cards - 1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_AnsweredInTime_DoesNotRise()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        await stage.WriteAsync(stage.Takahashi, stage.Card(), "回答する", "様式案を送ります。", inGroup: true);
        int cards = stage.Channel.Count;

        await stage.Bot.GoToAsync(2026, 12, 21, 9, 0);

        Assert.Equal(cards, stage.Channel.Count);
    }

    [Fact]
    public async Task AskedBack_ThirdBusinessMorning_RemindsTheAskerOnce()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await AskBackAsync(stage);
        int before = stage.Sato.Received.Count;

        // Asked back on Friday 4 December; Wednesday is the third business day after it.
        await stage.Bot.GoToAsync(2026, 12, 9, 8, 59);
        Assert.Equal(before, stage.Sato.Received.Count);
        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 21, 9, 0);

        Shown reminder = Assert.Single(stage.Sato.Received.Skip(before));
        Assert.StartsWith("県本庁がお返事を待っています：退院連絡", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("何病院分ですか。", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("返事をする", reminder.Buttons);
        Assert.Empty(stage.Tanaka.Received);
    }

    [Fact]
    public async Task AskedBack_HolidaysBetween_AreNotCounted()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        stage.Bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 25), new(15, 0));
        await AskBackAsync(stage);
        int before = stage.Sato.Received.Count;

        // Friday 25 December; then the 28th, and after the turn of the year the 4th and the 5th.
        await stage.Bot.GoToAsync(2027, 1, 5, 8, 59);
        Assert.Equal(before, stage.Sato.Received.Count);
        await stage.Bot.GoToAsync(2027, 1, 5, 9, 0);

        Assert.Single(stage.Sato.Received.Skip(before));
    }

    [Theory]
    [InlineData("返事をする")]
    [InlineData("取り下げる")]
    [InlineData("回答する")]
    [InlineData("閉じる")]
    public async Task AskedBack_NobodyWaitsAnyMore_RemindsNobody(string button)
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await AskBackAsync(stage);
        switch (button)
        {
            case "返事をする":
                await stage.WriteAsync(stage.Sato, stage.Sato.Received[^1], button, "5病院です。");
                break;
            case "取り下げる":
                Shown ask = await stage.Sato.PressAsync(stage.Sato.Received[^1], button);
                await stage.Sato.PressAsync(ask, button);
                await stage.Bot.SendDueAsync();
                break;
            case "閉じる":
                Shown close = await stage.Takahashi.PressInAsync(stage.Card(), button, inGroup: true);
                await stage.Takahashi.PressInAsync(close, button, inGroup: true);
                await stage.Bot.SendDueAsync();
                break;
            default:
                await stage.WriteAsync(stage.Takahashi, stage.Card(), button, "電話で伺いました。", inGroup: true);
                break;
        }
        int before = stage.Sato.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);

        Assert.DoesNotContain(
            stage.Sato.Received.Skip(before),
            c => c.Text.Contains("お返事を待っています", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AskedBack_AgainAfterAReply_IsCountedAnew()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await AskBackAsync(stage);
        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        await stage.WriteAsync(stage.Sato, stage.Sato.Received[^1], "返事をする", "5病院です。");
        await stage.WriteAsync(stage.Takahashi, stage.Card(), "たずね返す", "どの病院ですか。", inGroup: true);
        int before = stage.Sato.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 14, 8, 59);
        Assert.Equal(before, stage.Sato.Received.Count);
        await stage.Bot.GoToAsync(2026, 12, 14, 9, 0);

        Shown reminder = Assert.Single(stage.Sato.Received.Skip(before));
        Assert.Contains("どの病院ですか。", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskedBack_AskerLeft_RemindsTheCoordinatorsAndSaysWhy()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Player kawakami = await stage.Bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        await AskBackAsync(stage);
        Shown place = await stage.Sato.PressAsync(
            await stage.Sato.PressAsync(await stage.Sato.SayAsync("所属"), "変える"),
            "次へ",
            ("in_role", "Nurse")
        );
        await stage.Sato.PressAsync(place, "これで始める", ("in_centre", "chubu"));
        int before = stage.Sato.Received.Count;

        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);

        Shown reminder = Assert.Single(kawakami.Received);
        Assert.Contains("相談した方には今お知らせが届かないため", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("返事をする", reminder.Buttons);
        Assert.Empty(stage.Tanaka.Received);
        Assert.Equal(before, stage.Sato.Received.Count);
    }

    [Fact]
    public async Task AskedBack_AppTakenAwayAndNoCoordinator_RemindsTheNurses()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await AskBackAsync(stage);
        await stage.Sato.UninstallAsync();

        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);

        Assert.Contains(
            "県本庁がお返事を待っています",
            Assert.Single(stage.Tanaka.Received).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(stage.Suzuki.Received);
    }

    [Fact]
    public async Task Press_Twice_CountsOnceAndTellsOnce()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();
        Shown form = await stage.Takahashi.PressInAsync(stage.Card(), "回答する", inGroup: true);

        await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "様式案を送ります。"));
        await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "様式案を送ります。"));
        await stage.Bot.SendDueAsync();
        await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "様式案を送ります。"));
        await stage.Bot.SendDueAsync();

        Assert.Single((await stage.ReadAsync(id)).Steps);
        Assert.Single(stage.ToldSato);
    }

    [Fact]
    public async Task Send_SameCardTwice_IsOneRequest()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Shown form = await stage.Sato.SayAsync("本庁に相談");
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる", ("in_title", "様式をそろえたい"));

        await stage.Sato.PressAsync(check, "県本庁に送る");
        await stage.Sato.PressAsync(check, "県本庁に送る");

        Assert.Single(await stage.OpenLinesAsync());
    }

    [Fact]
    public async Task OldCard_PressedAfterItWasClosed_ShowsTodayAndChangesNothing()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();
        Shown old = stage.Card();
        Shown form = await stage.Takahashi.PressInAsync(old, "閉じる", inGroup: true);
        await stage.Takahashi.PressInAsync(form, "閉じる", inGroup: true);

        Shown shown = await stage.Inoue.PressInAsync(old, "引き受ける", inGroup: true);

        Assert.Contains(
            "この相談は終わっています。続けるには、もう一度開いてください。",
            shown.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await stage.ReadAsync(id)).Revision);
    }

    [Fact]
    public async Task Answer_WhileItIsClosedByAnother_KeepsWhatWasTyped()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        Shown form = await stage.Takahashi.PressInAsync(stage.Card(), "回答する", inGroup: true);
        Shown close = await stage.Inoue.PressInAsync(stage.Card(), "閉じる", inGroup: true);
        await stage.Inoue.PressInAsync(close, "閉じる", inGroup: true);

        Shown back = await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "長い回答の文"));

        Assert.Equal("長い回答の文", back.Inputs["in_text"]);
        Assert.Contains("終わっています", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithPersonalData_IsAskedAboutBeforeItIsShownAndStored()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        Shown form = await stage.Sato.SayAsync("本庁に相談");

        Shown asked = await stage.Sato.PressAsync(
            form,
            "内容を確かめる",
            ("in_title", "難病の方の件"),
            ("in_text", "電話 090-1234-5678 の方です。")
        );
        Assert.Equal("電話 090-1234-5678 の方です。", asked.Inputs["in_text"]);
        Shown check = await stage.Sato.PressAsync(asked, "消して保存");
        await stage.Sato.PressAsync(check, "県本庁に送る");

        RequestId id = Assert.Single(await stage.OpenLinesAsync()).Id;
        Assert.Equal("電話 （削除） の方です。", (await stage.ReadAsync(id)).Text);
    }

    [Fact]
    public async Task Answer_WithPersonalData_IsAskedAboutFirst()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync();
        Shown form = await stage.Takahashi.PressInAsync(stage.Card(), "回答する", inGroup: true);

        Shown asked = await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "090-1234-5678 へ"));
        Assert.Empty((await stage.ReadAsync(id)).Steps);
        await stage.Takahashi.PressInAsync(asked, "個人情報ではない", inGroup: true);

        Assert.Equal("090-1234-5678 へ", Assert.Single((await stage.ReadAsync(id)).Steps).Text);
    }

    [Fact]
    public async Task Send_DiedBeforeTheChannelCard_TheNextRoundSendsIt()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        int before = stage.Channel.Count;
        Shown form = await stage.Sato.SayAsync("本庁に相談");
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる", ("in_title", "様式をそろえたい"));

        // The pointer is the first commit, the request the second; nothing is sent in the turn itself.
        stage.Bot.Table.Reset();
        await stage.Sato.PressAsync(check, "県本庁に送る");
        Assert.Equal(2, stage.Bot.Table.Commits);
        Assert.Equal(before, stage.Channel.Count);

        await stage.Bot.SendDueAsync();

        Assert.Equal(before + 1, stage.Channel.Count);
    }

    [Fact]
    public async Task Send_AnswerOfTheStoreLost_SendingAgainIsOneRequestAndOneCard()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        int before = stage.Channel.Count;
        Shown form = await stage.Sato.SayAsync("本庁に相談");
        Shown check = await stage.Sato.PressAsync(form, "内容を確かめる", ("in_title", "様式をそろえたい"));
        stage.Bot.Table.NextCommits.Enqueue(Trouble.None);
        stage.Bot.Table.NextCommits.Enqueue(Trouble.AfterWriting);

        Shown failed = await stage.Sato.PressAsync(check, "県本庁に送る");
        Assert.Equal(500, failed.Status);
        await stage.Bot.SendDueAsync();
        await stage.Sato.PressAsync(check, "県本庁に送る");
        await stage.Bot.SendDueAsync();

        Assert.Single(await stage.OpenLinesAsync());
        Assert.Equal(before + 1, stage.Channel.Count);
    }

    [Fact]
    public async Task Desk_ChosenLater_GetsWhatIsOpenAndOldCardsStayTrue()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        RequestId id = await stage.AskAsync();
        Assert.Single(stage.Takahashi.Received);

        await stage.MakeDeskAsync();
        await stage.Bot.SendDueAsync();
        Shown card = stage.Card();
        await stage.Inoue.PressInAsync(card, "引き受ける", inGroup: true);
        await stage.Bot.SendDueAsync();

        Assert.Equal("井上 健", (await stage.ReadAsync(id)).TakenBy!.Name);
        Shown personal = Shown.Of(Assert.Single(stage.Bot.Teams.StandingIn(stage.Takahashi.Chat)));
        Assert.Contains("井上 健さんが対応中", personal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_Stopped_NewRequestsGoToPeopleAgain()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        Shown standing = await stage.Takahashi.SayAsync("本庁の窓口", inGroup: true);
        Shown ask = await stage.Takahashi.PressInAsync(standing, "窓口をやめる", inGroup: true);

        await stage.Takahashi.PressInAsync(ask, "窓口をやめる", inGroup: true);
        await stage.AskAsync();

        Assert.Single(stage.Inoue.Received);
        Assert.Null(await stage.Bot.Requests.DeskAsync(TestBot.Tenant, "00", CancellationToken.None));
    }

    [Fact]
    public async Task List_CentreSeesItsOwnHeadOfficeAll()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.AskAsync();
        Shown form = await stage.Suzuki.SayAsync("本庁に相談");
        Shown check = await stage.Suzuki.PressAsync(form, "内容を確かめる", ("in_title", "研修の講師を紹介してほしい"));
        await stage.Suzuki.PressAsync(check, "県本庁に送る");

        string tanaka = (await stage.Tanaka.SayAsync("相談の一覧")).Text;
        string suzuki = (await stage.Suzuki.SayAsync("相談の一覧")).Text;
        Shown office = await stage.Takahashi.SayAsync("相談の一覧");

        Assert.Contains("様式", tanaka, StringComparison.Ordinal);
        Assert.DoesNotContain("講師", tanaka, StringComparison.Ordinal);
        Assert.Contains("講師", suzuki, StringComparison.Ordinal);
        Assert.DoesNotContain("様式", suzuki, StringComparison.Ordinal);
        Assert.Contains("様式", office.Text, StringComparison.Ordinal);
        Assert.Contains("講師", office.Text, StringComparison.Ordinal);
        Shown narrow = await stage.Takahashi.PressAsync(office, "選んだところを見る", ("in_c", "chubu"));
        Assert.DoesNotContain("様式", narrow.Text, StringComparison.Ordinal);
        Assert.Contains("講師", narrow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Open_CostsOneRangeWhateverTheHistory()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.AskAsync();
        await stage.Takahashi.SayAsync("相談の一覧");
        stage.Bot.Table.Reset();

        await stage.Takahashi.SayAsync("相談の一覧");

        Assert.Equal("1 finds, 1 queries, 0 commits", stage.Bot.Table.Counts);
    }

    [Fact]
    public async Task Step_Answering_CostsFewReadsAndTwoCommits()
    {
        await using RequestStage stage = await RequestStage.OpenAsync();
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        Shown form = await stage.Takahashi.PressInAsync(stage.Card(), "回答する", inGroup: true);
        stage.Bot.Table.Reset();

        await stage.Takahashi.PressInAsync(form, "送る", inGroup: true, ("in_text", "様式案を送ります。"));

        // The person, the request for the rights, the request for the change; the pointer and the change.
        Assert.Equal("3 finds, 0 queries, 2 commits", stage.Bot.Table.Counts);
    }

    /// <summary>佐藤 asks, and 高橋 asks back in the channel.</summary>
    private static async Task AskBackAsync(RequestStage stage)
    {
        await stage.MakeDeskAsync();
        await stage.AskAsync();
        await stage.WriteAsync(stage.Takahashi, stage.Card(), "たずね返す", "何病院分ですか。", inGroup: true);
    }
}
