using System.Text.Json.Nodes;
using Renkei.Bot.Polls;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Features.Polls;

public sealed class NewPollTests : IAsyncLifetime
{
    private PollStage stage = null!;

    public async Task InitializeAsync() => stage = await PollStage.SetAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Make_TypedDates_AsksTheWholeGroupAndWhoIsPhoned()
    {
        Shown check = await stage.CheckAsync();
        Assert.Contains("2026年12月21日(月) 14:00–16:00", check.Text, StringComparison.Ordinal);
        Assert.Contains(
            "5人：東部医師会 事務局長、川上 由美、佐藤 美咲、小林 結衣、木村 健",
            check.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("2026年12月11日(金) 17:00", check.Text, StringComparison.Ordinal);
        Assert.Empty(stage.Bot.Teams.SentTo(Player.Group).Skip(1));

        Shown page = await stage.Kawakami.PressAsync(check, "投票を始める");
        await stage.Bot.SendDueAsync();

        StoredPoll poll = await stage.PollAsync(page);
        Assert.Equal(
            [
                (PollStage.At(18, 14), PollStage.At(18, 16)),
                (PollStage.At(21, 14), PollStage.At(21, 16)),
                (PollStage.At(22, 10), PollStage.At(22, 11)),
            ],
            poll.Poll.Candidates.Select(c => (c.Slot.Start, c.Slot.End))
        );
        Assert.Equal(PollStage.At(11, 17), poll.Poll.Deadline);
        Shown board = Shown.Of(Assert.Single(stage.Bot.Teams.SentTo(Player.Group).Skip(1)));
        Assert.Contains("まだの方 5人：", board.Text, StringComparison.Ordinal);
        Assert.Equal(["回答する", "くわしく見る"], board.Row);
    }

    [Fact]
    public async Task Make_PressedTwice_MakesOneAndPostsOnce()
    {
        Shown check = await stage.CheckAsync();

        StoredPoll first = await stage.PollAsync(await stage.Kawakami.PressAsync(check, "投票を始める"));
        await stage.Bot.SendDueAsync();
        stage.Bot.Clock.Now += TimeSpan.FromMinutes(10);
        StoredPoll second = await stage.PollAsync(await stage.Kawakami.PressAsync(check, "投票を始める"));
        await stage.Bot.SendDueAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.MadeAt, second.MadeAt);
        Assert.Single(stage.Bot.Teams.SentTo(Player.Group).Skip(1));
    }

    [Theory]
    [InlineData("in_title", "", "何の日程かを60文字までで")]
    [InlineData("in_dates", "", "候補日を1つ以上")]
    [InlineData("in_dates", "12/18 14:00\nあした", "「あした」が日時として読めません")]
    [InlineData("in_dates", "12/18 25:00", "「12/18 25:00」が日時として読めません")]
    [InlineData("in_dates", "2026-12-04 08:30", "過ぎた日時です")]
    [InlineData("in_dates", "12/18 16:00-14:00", "日時として読めません")]
    [InlineData("in_minutes", "5", "長さは15分から600分まで")]
    [InlineData("in_where", "", "聞く場所を選んでください")]
    [InlineData("in_where", "000000000000000000000000", "聞く場所を選んでください")]
    [InlineData("in_day", "2026-12-03", "締切は、これから先の日時に")]
    [InlineData("in_time", "きょう", "締切は、これから先の日時に")]
    [InlineData("in_title", "電話は090-1234-5678へ", "電話番号のような数字")]
    public async Task Check_OfWhatCannotBe_SaysWhyAndKeepsTheRest(string input, string value, string why)
    {
        Shown again = await stage.CheckAsync((input, value));

        Assert.Contains(why, again.Text, StringComparison.Ordinal);
        Assert.Equal("東部医師会 事務局長", again.Inputs["in_phone"]);
        Assert.DoesNotContain("投票を始める", again.Buttons);
    }

    [Fact]
    public async Task Form_OfAnotherCentre_OffersNoneOfItsConversations()
    {
        await stage.FormAsync();
        Player suzuki = await stage.Bot.SuzukiAsync();

        Shown form = await suzuki.PressAsync(await suzuki.SayAsync("日程の投票"), "新しい投票");

        Assert.Equal(["一人ひとりの個人チャット"], form.Choices("in_where"));
        Shown forged = await suzuki.PressAsync(
            form,
            "次へ（まだ送りません）",
            ("in_title", "打合せ"),
            ("in_dates", "12/18 14:00"),
            ("in_where", PollStage.GroupId),
            ("in_phone", "医師会")
        );
        Assert.Contains("聞く場所を選んでください", forged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_InAConversationOneIsNotIn_IsRefused()
    {
        Shown form = await stage.FormAsync();
        stage.Bot.Teams.Rosters[Player.Group] = [PollStage.MemberOf(stage.Sato), PollStage.MemberOf(stage.Kimura)];

        Shown refused = await stage.Kawakami.PressAsync(
            form,
            "次へ（まだ送りません）",
            ("in_title", "打合せ"),
            ("in_dates", "12/18 14:00"),
            ("in_where", PollStage.GroupId)
        );

        Assert.Contains("あなたが入っていないため", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_MoreThanSixtyMembers_AsksForFewer()
    {
        Shown form = await stage.FormAsync();
        stage.Bot.Teams.Rosters[Player.Group] =
        [
            PollStage.MemberOf(stage.Kawakami),
            .. Enumerable.Range(100, 60).Select(n => PollStage.MemberOf(stage.Bot.Stranger($"職員{n}", n))),
        ];
        (string, string)[] filled =
        [
            ("in_title", "打合せ"),
            ("in_dates", "12/18 14:00"),
            ("in_where", PollStage.GroupId),
        ];

        Shown refused = await stage.Kawakami.PressAsync(form, "次へ（まだ送りません）", filled);
        Shown fewer = await stage.Kawakami.PressAsync(
            refused,
            "次へ（まだ送りません）",
            [.. filled, ("in_all", "false"), ("in_people", stage.Sato.Ref.ObjectId)]
        );

        Assert.Contains("60人まで", refused.Text, StringComparison.Ordinal);
        Assert.Contains("1人：佐藤 美咲", fewer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_FromTheQuestion_KeepsEverything()
    {
        Shown check = await stage.CheckAsync(("in_people", stage.Sato.Ref.ObjectId), ("in_day", "2026-12-10"));

        Shown form = await stage.Kawakami.PressAsync(check, "直す");

        Assert.Equal("退院支援ルールの打合せ", form.Inputs["in_title"]);
        Assert.Equal("12/18 14:00-16:00\n12月21日 午後2時から4時\n2026-12-22 10:00", form.Inputs["in_dates"]);
        Assert.Equal(PollStage.GroupId, form.Inputs["in_where"]);
        Assert.Equal("2026-12-10", form.Inputs["in_day"]);
        Assert.Equal(stage.Sato.Ref.ObjectId, form.Inputs["in_people"]);
        Assert.Equal("東部医師会 事務局長", form.Inputs["in_phone"]);
    }

    [Fact]
    public async Task Make_ForgedNameOrRole_MakesNothing()
    {
        Shown check = await stage.CheckAsync();
        JsonObject data = check.DataOf("投票を始める");

        Shown forged = await stage.Kawakami.ActAsync("poll/make", data.With("n", "../../x"));
        Shown refused = await stage.Kobayashi.ActAsync("poll/make", data);
        Player other = await stage.Bot.EnterAsync("誰か", 4, Role.Coordinator, "tobu", tenant: TestBot.OtherTenant);
        Shown foreign = await other.ActAsync("poll/make", data);
        await stage.Bot.SendDueAsync();

        Assert.Equal(400, forged.Status);
        Assert.Contains("保健師と調整役", refused.Text, StringComparison.Ordinal);
        Assert.Contains("聞く場所を選んでください", foreign.Text, StringComparison.Ordinal);
        Assert.Single(stage.Bot.Teams.SentTo(Player.Group));
    }

    [Fact]
    public async Task Begin_InOwnChats_AsksEachWithTheForm()
    {
        await stage.BeginAsync(
            ("in_where", "each"),
            ("in_people", $"{stage.Sato.Ref.ObjectId},{stage.Kobayashi.Ref.ObjectId}")
        );

        Shown form = Assert.Single(stage.Sato.Received);
        Assert.Contains("日程の投票のお願い：退院支援ルールの打合せ", form.Text, StringComparison.Ordinal);
        Shown thanks = await stage.Sato.PressAsync(form, "すべて○で回答");
        Assert.Contains("回答しました。", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("あなたの回答：12/18(金) ○", thanks.Text, StringComparison.Ordinal);
        Assert.Empty(stage.Bot.Teams.SentTo(Player.Group).Skip(1));
    }
}
