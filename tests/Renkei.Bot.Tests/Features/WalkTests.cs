using Renkei.Bot.Checklists;
using Renkei.Bot.Features.Checklist;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features;

/// <summary>The walk, as people press it. Group 4 has the lines 8, 9 and 10.</summary>
public sealed class WalkTests : IAsyncLifetime
{
    private const string SaveAndNext = "保存して次へ";
    private readonly TestBot bot = new();
    private Player sato = null!;
    private Player tanaka = null!;
    private ThemeId theme = null!;

    public async Task InitializeAsync()
    {
        sato = await bot.SatoAsync();
        tanaka = await bot.TanakaAsync();
        theme = await bot.ThemeAsync(sato, tanaka);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Go_AnswerWithEverything_IsStoredAndTheNextGroupShown()
    {
        Shown card = await OpenAsync(sato, 4);

        Shown next = await sato.PressAsync(
            card,
            SaveAndNext,
            ("in_s_08", "i"),
            ("in_n_08", "窓口は事務局長"),
            ("in_d_08", "2026-11-18"),
            ("in_x_08", "市立病院へ説明"),
            ("in_u_08", "2026-12-18"),
            ("in_w_08", tanaka.Ref.ObjectId)
        );

        Assert.Contains("1件を保存しました。", next.Text, StringComparison.Ordinal);
        Assert.Contains("in_s_11", next.Inputs.Keys);
        ItemState stored = await ItemAsync(8);
        Assert.Equal(
            new Answer(
                ItemStatus.InProgress,
                "",
                "窓口は事務局長",
                new(2026, 11, 18),
                new("市立病院へ説明", new(2026, 12, 18), tanaka.Ref)
            ),
            stored.Answer
        );
        Assert.Equal(sato.Ref, stored.By);
    }

    [Theory]
    [InlineData("in_s_08", "x", "「対象外」には理由を書いてください。")]
    [InlineData("in_s_08", "?", "状態を選んでください。")]
    [InlineData("in_d_08", "昨日", "日付が読み取れません。")]
    [InlineData("in_u_08", "2026-02-29", "日付が読み取れません。")]
    [InlineData("in_u_08", "2026-12-18", "「次の一歩」の中身を書いてください。")]
    [InlineData("in_w_08", "00000000-0000-4000-a000-000000000006", "メンバーから選んでください。")]
    public async Task Go_SomethingWrong_GivesBackWhatWasFilledInAndStoresNothing(string input, string value, string why)
    {
        Shown card = await OpenAsync(sato, 4);

        Shown again = await sato.PressAsync(card, SaveAndNext, ("in_n_09", "場は調整中"), (input, value));

        Assert.Contains("まだ保存していません。", again.Text, StringComparison.Ordinal);
        Assert.Contains(why, again.Text, StringComparison.Ordinal);
        Assert.Equal("場は調整中", again.Inputs["in_n_09"]);
        Assert.Empty(await ItemsAsync());
        await sato.PressAsync(again, SaveAndNext, ("in_s_08", "p"), ("in_d_08", ""), ("in_u_08", ""), ("in_w_08", "-"));
        Assert.Equal("場は調整中", (await ItemAsync(9)).Answer.Note);
    }

    [Fact]
    public async Task Open_LineThatDoesNotApply_SaysWhyWithoutUnfolding()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_10", "x"), ("in_r_10", "別の場がある"));

        Shown card = await OpenAsync(tanaka, 4);

        Assert.Contains("佐藤 美咲 12/4(金) 09:00　理由：別の場がある", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_SomethingWrong_UnfoldsWhatIsWrongOrUnsavedAndNothingElse()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "i"), ("in_n_08", "窓口は事務局長"));

        Shown again = await sato.PressAsync(
            await OpenAsync(sato, 4),
            SaveAndNext,
            ("in_n_09", "場は調整中"),
            ("in_s_10", "x")
        );

        Assert.Equal(["details_09", "details_10"], Unfolded(again));
    }

    private static IEnumerable<string> Unfolded(Shown card) =>
        card.Card!["body"]!
            .AsArray()
            .SelectMany(line => line!["items"]?.AsArray() ?? [])
            .Where(part => part!["isVisible"]?.GetValue<bool>() != false)
            .Select(part => part!["id"]?.GetValue<string>() ?? "")
            .Where(id => id.StartsWith("details_", StringComparison.Ordinal));

    [Theory]
    [InlineData("in_n_08", 501)]
    [InlineData("in_r_08", 121)]
    [InlineData("in_x_08", 81)]
    public async Task Go_TooLong_GivesTheWholeTextBack(string input, int length)
    {
        string text = new('長', length);

        Shown again = await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "x"), (input, text));

        Assert.Contains("長すぎます。", again.Text, StringComparison.Ordinal);
        Assert.Equal(text, again.Inputs[input]);
        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task Go_FarMoreThanTheInputsTake_IsRefusedAndStaysOnTheCard()
    {
        Shown refused = await sato.PressAsync(
            await OpenAsync(sato, 4),
            SaveAndNext,
            ("in_s_08", "i"),
            ("in_n_08", new string('長', 30_000))
        );

        Assert.Equal((400, "長すぎます。短くしてください。"), (refused.Status, refused.Text));
        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task Go_PersonalData_IsAskedAndCanBeTakenOut()
    {
        Shown card = await OpenAsync(sato, 4);

        Shown asked = await sato.PressAsync(card, SaveAndNext, ("in_s_08", "i"), ("in_n_08", "連絡先は090-1234-5678"));

        Assert.Contains("電話番号のような数字", asked.Text, StringComparison.Ordinal);
        Assert.Equal("連絡先は090-1234-5678", asked.Inputs["in_n_08"]);
        Assert.Empty(await ItemsAsync());
        await sato.PressAsync(asked, "消して保存");
        Assert.Equal("連絡先は（削除）", (await ItemAsync(8)).Answer.Note);
    }

    [Fact]
    public async Task Go_PersonalDataThatIsNone_IsKeptWhenThePersonSaysSo()
    {
        Shown asked = await sato.PressAsync(
            await OpenAsync(sato, 4),
            SaveAndNext,
            ("in_s_08", "i"),
            ("in_n_08", "保健所 024-000-0000")
        );

        await sato.PressAsync(asked, "個人情報ではない");

        Assert.Equal("保健所 024-000-0000", (await ItemAsync(8)).Answer.Note);
        // Nor is it asked about again when something else on the card changes.
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_09", "p"));
        Assert.Equal(ItemStatus.Preparing, (await ItemAsync(9)).Answer.Status);
    }

    [Fact]
    public async Task Go_PressedTwice_CountsOnce()
    {
        Shown card = await OpenAsync(sato, 4);

        Shown first = await sato.PressAsync(card, SaveAndNext, ("in_s_08", "i"));
        Shown second = await sato.PressAsync(card, SaveAndNext, ("in_s_08", "i"));

        Assert.Equal(1, (await ItemAsync(8)).Revision);
        Assert.Contains("in_s_11", first.Inputs.Keys);
        Assert.Contains("in_s_11", second.Inputs.Keys);
        Assert.DoesNotContain("どちらにしますか", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_OldCardOfLastWeek_LosesNothingAndUndoesNothing()
    {
        Shown old = await OpenAsync(sato, 4);
        await tanaka.PressAsync(await OpenAsync(tanaka, 4), SaveAndNext, ("in_s_08", "e"));
        bot.Clock.Now += TimeSpan.FromDays(7);

        await sato.PressAsync(old, SaveAndNext, ("in_n_08", "窓口は事務局長"), ("in_s_09", "p"));

        Assert.Equal(new Answer(ItemStatus.Established, "", "窓口は事務局長", null, null), (await ItemAsync(8)).Answer);
        Assert.Equal(ItemStatus.Preparing, (await ItemAsync(9)).Answer.Status);
    }

    [Theory]
    [InlineData("theirs", ItemStatus.Established)]
    [InlineData("mine", ItemStatus.Preparing)]
    public async Task Conflict_IsDecidedByThePerson(string choice, ItemStatus stands)
    {
        Shown asked = await ConflictAsync();

        Shown decided = await sato.PressAsync(asked, "これで決める", ("in_c_08", choice));

        Assert.Contains("in_s_11", decided.Inputs.Keys);
        Assert.Equal(stands, (await ItemAsync(8)).Answer.Status);
        Assert.Equal("済んだ", (await ItemAsync(8)).Answer.Note);
        Assert.Equal(ItemStatus.InProgress, (await ItemAsync(9)).Answer.Status);
    }

    [Fact]
    public async Task Conflict_Undecided_IsAskedAgain()
    {
        Shown again = await sato.PressAsync(await ConflictAsync(), "これで決める");

        Assert.Contains("どちらにしますか。", again.Text, StringComparison.Ordinal);
        Assert.Contains(
            "自分のにする（準備中",
            again.Text + string.Join(' ', again.Choices("in_c_08")),
            StringComparison.Ordinal
        );
        await sato.PressAsync(again, "これで決める", ("in_c_08", "mine"));
        Assert.Equal(ItemStatus.Preparing, (await ItemAsync(8)).Answer.Status);
    }

    [Fact]
    public async Task Conflict_ChangedAgainMeanwhile_IsAskedAgain()
    {
        Shown asked = await ConflictAsync();
        await tanaka.PressAsync(await OpenAsync(tanaka, 4), SaveAndNext, ("in_s_08", "i"));

        Shown again = await sato.PressAsync(asked, "これで決める", ("in_c_08", "mine"));

        Assert.Contains(
            "田中 浩さんのまま（実施中",
            string.Join(' ', again.Choices("in_c_08")),
            StringComparison.Ordinal
        );
        Assert.Equal(ItemStatus.InProgress, (await ItemAsync(8)).Answer.Status);
    }

    [Fact]
    public async Task Conflict_SavePressedTwice_IsStillAsked()
    {
        Shown old = await OpenAsync(sato, 4);
        await tanaka.PressAsync(await OpenAsync(tanaka, 4), SaveAndNext, ("in_s_08", "e"));
        (string, string)[] filled = [("in_s_08", "p"), ("in_s_09", "i")];
        await sato.PressAsync(old, SaveAndNext, filled);

        Shown second = await sato.PressAsync(old, SaveAndNext, filled);

        Assert.Contains("どちらにしますか。", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_ByButton_TakesTheLastSaveBack()
    {
        Shown next = await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "i"));

        Shown undone = await sato.PressAsync(next, "元に戻す");

        Assert.Contains("表1-8 を元に戻しました。", undone.Text, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.NotStarted, (await ItemAsync(8)).Answer.Status);
        Assert.DoesNotContain("元に戻す", undone.Buttons);
    }

    [Fact]
    public async Task Undo_ByButton_KeepsWhatWasTypedSince()
    {
        Shown next = await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "i"));

        Shown undone = await sato.PressAsync(next, "元に戻す", ("in_n_11", "まだ保存していないメモ"));

        Assert.Equal("まだ保存していないメモ", undone.Inputs["in_n_11"]);
    }

    [Fact]
    public async Task Undo_ByWord_AfterLookingElsewhere_StillWorks()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), "今日はここまで", ("in_s_08", "i"));
        await OpenAsync(sato, 7);

        Shown undone = await sato.SayAsync("元に戻す");

        Assert.Contains("表1-8 を元に戻しました。", undone.Text, StringComparison.Ordinal);
        Assert.Contains(
            "元に戻せる保存がありません。",
            (await sato.SayAsync("元に戻す")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await ItemAsync(8)).Revision);
    }

    [Fact]
    public async Task Undo_SomebodyElsesSave_IsRefused()
    {
        Shown next = await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "i"));

        Shown refused = await tanaka.ActAsync("walk/undo", next.DataOf("元に戻す"));

        Assert.Contains("元に戻せる保存がありません。", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ItemStatus.InProgress, (await ItemAsync(8)).Answer.Status);
    }

    [Fact]
    public async Task History_ShowsWhoSaidWhatNewestFirst()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "p"), ("in_n_08", "窓口は事務局長"));
        bot.Clock.Now += TimeSpan.FromDays(3);
        await tanaka.PressAsync(await OpenAsync(tanaka, 4), SaveAndNext, ("in_s_08", "i"));

        Shown history = await sato.PressAsync(await OpenAsync(sato, 4), "履歴");

        int newest = history.Text.IndexOf("田中 浩 2026年12月7日(月) 09:00", StringComparison.Ordinal);
        int oldest = history.Text.IndexOf("佐藤 美咲 2026年12月4日(金) 09:00", StringComparison.Ordinal);
        Assert.InRange(newest, 0, oldest);
        Assert.Contains("準備中／メモ：窓口は事務局長", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_Pressed_SavesWhatWasFilledIn()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "p"));

        await sato.PressAsync(await OpenAsync(sato, 4), "履歴", ("in_s_09", "p"));

        Assert.Equal(ItemStatus.Preparing, (await ItemAsync(9)).Answer.Status);
    }

    [Fact]
    public async Task Continue_AfterStopping_IsTheSameGroup()
    {
        Shown stopped = await sato.PressAsync(await OpenAsync(sato, 4), "今日はここまで", ("in_s_08", "i"));
        Assert.Contains("おつかれさまでした", stopped.Text, StringComparison.Ordinal);
        bot.Clock.Now += TimeSpan.FromDays(30);

        Shown resumed = await sato.SayAsync("続き");

        Assert.Equal("i", resumed.Inputs["in_s_08"]);
    }

    [Fact]
    public async Task Continue_InApril_IsStillLastYearsWalk()
    {
        await OpenAsync(sato, 4);
        bot.Clock.Now = new(2027, 4, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Contains("in_s_08", (await sato.SayAsync("続き")).Inputs.Keys);
    }

    [Fact]
    public async Task Continue_NeverBegun_ShowsTheWayToTheList()
    {
        Shown told = await tanaka.SayAsync("続き");

        Assert.Contains("まだ答え始めた取り組みがありません", told.Text, StringComparison.Ordinal);
        Assert.Contains("段階チェック", told.Buttons);
    }

    [Theory]
    [InlineData("前へ", "in_s_06")]
    [InlineData("とばす", "in_s_11")]
    public async Task BackAndSkip_SaveWhatIsFilledIn(string button, string input)
    {
        Shown shown = await sato.PressAsync(await OpenAsync(sato, 4), button, ("in_s_08", "p"));

        Assert.Contains(input, shown.Inputs.Keys);
        Assert.Equal(ItemStatus.Preparing, (await ItemAsync(8)).Answer.Status);
    }

    [Fact]
    public async Task Walk_EverythingInProgress_EndsReady()
    {
        Shown card = await OpenAsync(sato, 1);
        for (int group = 1; group <= 12; group++)
        {
            (string, string)[] all =
            [
                .. card.Inputs.Keys.Where(k => k.StartsWith("in_s_", StringComparison.Ordinal)).Select(k => (k, "i")),
            ];
            card = await sato.PressAsync(card, group < 12 ? SaveAndNext : "保存して終わる", all);
        }

        Assert.Contains("12の役割をひとまわりしました。", card.Text, StringComparison.Ordinal);
        Assert.Contains("すべての取り組みが実施中か定着です。", card.Text, StringComparison.Ordinal);
        Assert.Equal(35, (await ItemsAsync()).Count);
    }

    [Theory]
    [InlineData(Role.HeadOffice, null, null)]
    [InlineData(Role.Administrator, null, null)]
    [InlineData(Role.MunicipalStaff, "tobu", "002020")]
    public async Task Open_ByOneWhoOnlyReads_HasStatesButNoNotesAndNoInputs(Role role, string? centre, string? town)
    {
        await sato.PressAsync(
            await OpenAsync(sato, 4),
            SaveAndNext,
            ("in_s_08", "i"),
            ("in_n_08", "医師会とは調整中"),
            ("in_x_08", "市立病院へ説明")
        );
        Player reader = await bot.EnterAsync("読む人", 20, role, centre, town);
        bot.Table.Reset();

        Shown shown = await OpenAsync(reader, 4);

        Assert.Contains("実施中", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("医師会とは調整中", shown.Card!.ToJsonString(Golden.Plain), StringComparison.Ordinal);
        Assert.DoesNotContain("市立病院へ説明", shown.Card!.ToJsonString(Golden.Plain), StringComparison.Ordinal);
        Assert.Empty(shown.Inputs);
        Shown refused = await reader.ActAsync(
            "walk/go",
            new()
            {
                ["t"] = theme.ToString(),
                ["g"] = 4,
                ["in_s_08"] = "e",
                ["to"] = "history:08",
            }
        );
        Assert.Contains("東部保健所の保健師と調整役の方です", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, bot.Table.Commits);
    }

    [Fact]
    public async Task Group_Mentioned_ShowsTheThemeReadOnlyWithTheWayToThePersonalChat()
    {
        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_s_08", "i"), ("in_n_08", "医師会とは調整中"));

        Shown list = await sato.SayAsync("段階チェック", inGroup: true);
        Shown overview = await sato.PressInAsync(list, "開く", inGroup: true);

        Assert.DoesNotContain("新しい取り組み", list.Buttons);
        Assert.Empty(overview.Inputs);
        Assert.Contains(
            "https://teams.microsoft.com/l/chat/0/0?users=28%3Abot",
            overview.Card!.ToJsonString(Golden.Plain),
            StringComparison.Ordinal
        );
        Shown walk = await sato.ActAsync("walk/open", new() { ["t"] = theme.ToString(), ["g"] = 4 }, inGroup: true);
        Assert.Empty(walk.Inputs);
        Assert.DoesNotContain("医師会とは調整中", walk.Text, StringComparison.Ordinal);
        Shown continued = await sato.SayAsync("続き", inGroup: true);
        Assert.Contains("個人チャットでお願いします", continued.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_StepOfOneWhoLeftTheTheme_IsKept()
    {
        await sato.PressAsync(
            await OpenAsync(sato, 4),
            SaveAndNext,
            ("in_s_08", "i"),
            ("in_x_08", "市立病院へ説明"),
            ("in_w_08", tanaka.Ref.ObjectId)
        );
        Shown edit = await sato.ActAsync("themes/edit", new() { ["t"] = theme.ToString() });
        await sato.PressAsync(edit, "保存する", ("in_members", sato.Ref.ObjectId));

        await sato.PressAsync(await OpenAsync(sato, 4), SaveAndNext, ("in_n_08", "窓口は事務局長"));

        Assert.Equal(new NextStep("市立病院へ説明", null, tanaka.Ref), (await ItemAsync(8)).Answer.NextStep);
    }

    [Fact]
    public async Task Store_Away_IsSaidPlainlyAndTheSamePressWorksLater()
    {
        Shown card = await OpenAsync(sato, 4);
        bot.Table.IsAway = true;

        Shown refused = await sato.PressAsync(card, SaveAndNext, ("in_s_08", "i"), ("in_n_08", "窓口は事務局長"));
        Shown said = await sato.SayAsync("続き");
        bot.Table.IsAway = false;

        Assert.Equal(500, refused.Status);
        Assert.Contains(
            "保存はまだできていません。入力はこのカードに残っています。",
            refused.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("いま記録の置き場につながりません。", said.Text, StringComparison.Ordinal);
        Assert.Empty(await ItemsAsync());
        await sato.PressAsync(card, SaveAndNext, ("in_s_08", "i"), ("in_n_08", "窓口は事務局長"));
        Assert.Equal("窓口は事務局長", (await ItemAsync(8)).Answer.Note);
    }

    [Fact]
    public async Task Turns_AskTheStoreAsRarelyAsToday()
    {
        Shown card = await OpenAsync(sato, 4);

        await CountAsync("3 finds, 1 queries, 0 commits", () => sato.SayAsync("続き"));
        await CountAsync("3 finds, 1 queries, 1 commits", () => sato.PressAsync(card, SaveAndNext, ("in_s_08", "i")));
        await CountAsync("3 finds, 1 queries, 1 commits", () => OpenAsync(sato, 7));
        await CountAsync("1 finds, 1 queries, 0 commits", () => sato.SayAsync("段階チェック"));
        await CountAsync("1 finds, 0 queries, 0 commits", () => sato.SayAsync("ヘルプ"));
    }

    private async Task CountAsync(string expected, Func<Task<Shown>> turn)
    {
        bot.Table.Reset();
        await turn();
        Assert.Equal(expected, bot.Table.Counts);
    }

    /// <summary>佐藤 meets on line 8 what 田中 said first, and saves line 9 beside it.</summary>
    private async Task<Shown> ConflictAsync()
    {
        Shown old = await OpenAsync(sato, 4);
        await tanaka.PressAsync(await OpenAsync(tanaka, 4), SaveAndNext, ("in_s_08", "e"), ("in_n_08", "済んだ"));
        Shown asked = await sato.PressAsync(old, SaveAndNext, ("in_s_08", "p"), ("in_s_09", "i"));
        Assert.Contains("田中 浩さんが12/4(金) 09:00に", asked.Text, StringComparison.Ordinal);
        return asked;
    }

    private Task<Shown> OpenAsync(Player player, int group) =>
        player.ActAsync("walk/open", new() { ["t"] = theme.ToString(), ["g"] = group });

    private Task<IReadOnlyDictionary<string, ItemState>> ItemsAsync() =>
        bot.Checklist.ItemsAsync(TestBot.Tenant, theme, CancellationToken.None);

    private async Task<ItemState> ItemAsync(int item) =>
        (await ItemsAsync()).GetValueOrDefault(ItemId.National(item).Key, ItemState.Untouched);
}
