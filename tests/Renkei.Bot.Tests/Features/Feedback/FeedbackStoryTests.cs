using Renkei.Bot.Feedback;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Feedback;

public sealed class FeedbackStoryTests
{
    [Fact]
    public async Task Share_WithACentre_ReachesItsNursesOnceAndNobodyElse()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();

        await stage.ShareAsync(centres: "tobu");
        await stage.Bot.SendDueAsync();

        Assert.Contains("よい実践：退院連絡の様式", Assert.Single(stage.Sato.Received).Text, StringComparison.Ordinal);
        Assert.Single(stage.Tanaka.Received);
        Assert.Empty(stage.Suzuki.Received);
        Assert.Empty(stage.Inoue.Received);
    }

    [Fact]
    public async Task Check_BeforeSharing_SaysToHowMany()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();

        Shown check = await stage.CheckAsync("題", "内容", "tobu,chubu");

        Assert.Contains("2保健所（3人）の個人チャット", check.Text, StringComparison.Ordinal);
        Assert.Empty(stage.Sato.Received);
    }

    [Fact]
    public async Task Share_PressedTwice_IsSharedOnce()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        Shown check = await stage.CheckAsync("題", "内容", "tobu");

        await stage.Takahashi.PressAsync(check, "共有する");
        stage.Bot.Clock.Now += TimeSpan.FromSeconds(20);
        await stage.Takahashi.PressAsync(check, "共有する");
        await stage.Bot.SendDueAsync();

        Assert.Single(await stage.Bot.Feedback.YearAsync(TestBot.Tenant, "00", 2026, CancellationToken.None));
        Assert.Single(stage.Sato.Received);
    }

    [Fact]
    public async Task Open_OrSaySo_IsSeenByHeadOfficePerCentre()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();

        // The card opens by itself for 佐藤; 鈴木 says so.
        await stage.Sato.ActAsync("feedback/show", stage.Sato.Received[^1].RefreshData);
        Shown read = await stage.Suzuki.PressAsync(stage.Suzuki.Received[^1], "読みました");
        Assert.DoesNotContain("読みました", read.Buttons);

        Shown page = await stage.ShowAsync(stage.Takahashi, id);
        Assert.Contains("読んだ方 2 / 3人", page.Text, StringComparison.Ordinal);
        Shown readers = await stage.Takahashi.PressAsync(page, "読んだ方");
        Assert.Contains("東部保健所：読んだ方 1 / 2人", readers.Text, StringComparison.Ordinal);
        Assert.Contains("まだ：田中 浩", readers.Text, StringComparison.Ordinal);
        Assert.Contains("中部保健所：読んだ方 1 / 1人", readers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Again_WritesNothing()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();
        await stage.ShowAsync(stage.Sato, id);
        stage.Bot.Table.Reset();

        await stage.ShowAsync(stage.Sato, id);

        Assert.Equal("3 finds, 1 queries, 0 commits", stage.Bot.Table.Counts);
    }

    [Fact]
    public async Task Reply_FromACentre_ReachesWhoSharedItAndIsReadByAll()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();
        Shown form = await stage.Sato.PressAsync(stage.Sato.Received[^1], "返事を書く");

        await stage.Sato.PressAsync(form, "送る", ("in_reply", "東部でも使ってみます。"));
        await stage.Sato.PressAsync(form, "送る", ("in_reply", "東部でも使ってみます。"));
        await stage.Bot.SendDueAsync();

        Shown told = Assert.Single(
            stage.Takahashi.Received,
            r => r.Text.StartsWith("フィードバックに返事", StringComparison.Ordinal)
        );
        Assert.Contains("フィードバックに返事がありました", told.Text, StringComparison.Ordinal);
        Assert.Contains("東部でも使ってみます。", told.Text, StringComparison.Ordinal);
        Shown other = await stage.ShowAsync(stage.Suzuki, id);
        Assert.Contains("返事 1件", other.Text, StringComparison.Ordinal);
        Assert.Contains("東部保健所・佐藤 美咲", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByAnotherOfHeadOffice_ReplacesTheCardsAndKeepsTheHistory()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();
        Shown form = await stage.Inoue.PressAsync(await stage.ShowAsync(stage.Inoue, id), "直す");
        Shown check = await stage.Inoue.PressAsync(form, "内容を確かめる", ("in_text", "6病院になりました。"));

        await stage.Inoue.PressAsync(check, "この内容に直す");
        await stage.Inoue.PressAsync(check, "この内容に直す");
        await stage.Bot.SendDueAsync();

        Shown standing = Shown.Of(Assert.Single(stage.Bot.Teams.StandingIn(stage.Sato.Chat)));
        Assert.Contains("6病院になりました。", standing.Text, StringComparison.Ordinal);
        Shown history = await stage.Takahashi.PressAsync(await stage.ShowAsync(stage.Takahashi, id), "履歴");
        Assert.Contains("5病院で様式をそろえ", history.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await stage.ReadAsync(id)).Revision);
    }

    [Fact]
    public async Task Change_OfWhatAnotherChangedMeanwhile_ComesBackFilledIn()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();
        Shown page = await stage.ShowAsync(stage.Takahashi, id);
        Shown mine = await stage.Takahashi.PressAsync(page, "直す");
        Shown theirs = await stage.Inoue.PressAsync(page, "直す");
        Shown check = await stage.Inoue.PressAsync(theirs, "内容を確かめる", ("in_text", "井上の文"));
        await stage.Inoue.PressAsync(check, "この内容に直す");

        Shown back = await stage.Takahashi.PressAsync(
            await stage.Takahashi.PressAsync(mine, "内容を確かめる", ("in_text", "高橋の文")),
            "この内容に直す"
        );

        Assert.Contains("ほかの方が直しました", back.Text, StringComparison.Ordinal);
        Assert.Equal("高橋の文", back.Inputs["in_text"]);
        Assert.Equal("井上の文", (await stage.ReadAsync(id)).Text);
    }

    [Fact]
    public async Task Withdraw_AfterTheQuestion_EmptiesTheCardsAndCanBeTakenBack()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync();
        Shown ask = await stage.Takahashi.PressAsync(await stage.ShowAsync(stage.Takahashi, id), "取り下げる");
        Assert.False((await stage.ReadAsync(id)).IsWithdrawn);

        Shown gone = await stage.Takahashi.PressAsync(ask, "取り下げる");
        await stage.Bot.SendDueAsync();

        Shown standing = Shown.Of(Assert.Single(stage.Bot.Teams.StandingIn(stage.Sato.Chat)));
        Assert.Contains("県本庁が取り下げました", standing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5病院", standing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("様式", (await stage.Sato.SayAsync("フィードバック")).Text, StringComparison.Ordinal);
        await stage.Takahashi.PressAsync(gone, "もう一度共有する");
        await stage.Bot.SendDueAsync();
        Assert.Contains(
            "5病院",
            Shown.Of(stage.Bot.Teams.StandingIn(stage.Sato.Chat)[0]).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("フィードバック検索 退院", true)]
    [InlineData("フィードバック検索 ﾖｳｼｷ", false)]
    [InlineData("フィードバック検索 様式 病院", true)]
    [InlineData("フィードバック検索 様式 認知症", false)]
    [InlineData("find feedback discharge", true)]
    public async Task Search_AllWords_InTitleTextOrField(string said, bool isFound)
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        await stage.ShareAsync();
        await stage.ShareAsync("家族会の立ち上げ", "当事者の声から始めました。", field: "dementia");

        string text = (await stage.Sato.SayAsync(said)).Text;

        Assert.Equal(isFound, text.Contains("退院連絡の様式", StringComparison.Ordinal));
        Assert.DoesNotContain("家族会", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AnyNumberOfItems_IsOneRange()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        for (int i = 0; i < 9; i++)
        {
            await stage.ShareAsync($"実践その{i}", "内容", "chubu");
            stage.Bot.Clock.Now += TimeSpan.FromDays(1);
        }
        stage.Bot.Table.Reset();

        Shown list = await stage.Suzuki.SayAsync("フィードバック検索 実践");

        Assert.Equal("1 finds, 1 queries, 0 commits", stage.Bot.Table.Counts);
        Assert.Contains("実践その8", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("実践その2", list.Text, StringComparison.Ordinal);
        Assert.Contains("実践その2", (await stage.Suzuki.PressAsync(list, "続きの3件")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptedOut_GetsNoCardButFindsIt()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        Bot.People.PersonRecord record = (await stage.Sato.RecordAsync())!;
        await stage.Bot.People.TryReplaceAsync(
            record,
            record with
            {
                Notices = record.Notices with { OptedOut = [FeedbackNotices.Category] },
            },
            CancellationToken.None
        );

        await stage.ShareAsync();

        Assert.Empty(stage.Sato.Received);
        Assert.Single(stage.Tanaka.Received);
        Assert.Contains("様式", (await stage.Sato.SayAsync("フィードバック")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_PersonalDataOrFaults_ComeBackFilledIn()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();

        Shown personal = await stage.CheckAsync("題", "電話 090-1234-5678", "tobu");
        Shown none = await stage.CheckAsync("題", "内容", "");

        Assert.Contains("個人が分かりそうな内容があります", personal.Text, StringComparison.Ordinal);
        Assert.Equal("電話 090-1234-5678", personal.Inputs["in_text"]);
        Assert.Contains("届ける保健所を選んでください", none.Text, StringComparison.Ordinal);
        Assert.Equal("内容", none.Inputs["in_text"]);
        Shown check = await stage.Takahashi.PressAsync(personal, "消して保存");
        Assert.Contains("電話 （削除）", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgedData_OthersChangeAndReadNothing()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        FeedbackId id = await stage.ShareAsync(centres: "tobu");
        Player town = await stage.Bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Player other = await stage.Bot.EnterAsync("他県", 1, Role.HeadOffice, null, tenant: TestBot.OtherTenant);
        string[] verbs =
        [
            "show",
            "read",
            "edit",
            "check",
            "share",
            "write",
            "reply",
            "readers",
            "history",
            "withdraw",
            "withdraw-do",
        ];

        foreach (Player player in (Player[])[stage.Suzuki, town, other])
        {
            foreach (string verb in verbs)
            {
                Shown shown = await player.ActAsync(
                    $"feedback/{verb}",
                    new()
                    {
                        ["f"] = id.ToString(),
                        ["v"] = 1,
                        ["in_title"] = "偽",
                        ["in_text"] = "偽",
                        ["in_kind"] = "Practice",
                        ["in_field"] = "other",
                        ["centres"] = "tobu",
                        ["in_reply"] = "偽",
                    }
                );
                Assert.DoesNotContain("病院", shown.Text, StringComparison.Ordinal);
            }
        }
        await stage.Sato.ActAsync("feedback/withdraw-do", new() { ["f"] = id.ToString() });
        await stage.Sato.ActAsync(
            "feedback/share",
            new()
            {
                ["f"] = id.ToString(),
                ["v"] = 1,
                ["text"] = "偽",
            }
        );

        Assert.Equal(1, (await stage.ReadAsync(id)).Revision);
        Assert.Empty(await stage.Bot.Feedback.RepliesAsync(TestBot.Tenant, id, CancellationToken.None));
        Assert.Empty(await stage.Bot.Feedback.SeenAsync(TestBot.Tenant, id, CancellationToken.None));
    }

    [Theory]
    [InlineData("f", "00.2026.xxx")]
    [InlineData("f", 3)]
    [InlineData("y", -5)]
    [InlineData("y", 99999)]
    [InlineData("n", -1)]
    [InlineData("q", 7)]
    [InlineData("p", "99")]
    public async Task AnyVerb_ForgedValue_IsNoFault(string name, object value)
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync();
        System.Text.Json.Nodes.JsonObject data = new() { [name] = System.Text.Json.Nodes.JsonValue.Create(value) };

        foreach (string verb in (string[])["show", "list", "edit", "check", "share", "readers", "withdraw-do"])
        {
            Assert.NotEqual(500, (await stage.Takahashi.ActAsync($"feedback/{verb}", data)).Status);
        }
    }
}
