using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Councils;

public sealed class CouncilOverviewTests : CouncilStage
{
    [Fact]
    public async Task Overview_NamesTheNextStepWithItsReasonAndCostsTwoReads()
    {
        Player sato = await bot.SatoAsync();
        await ShowAsync(sato);
        bot.Table.Reset();

        Shown overview = await ShowAsync(sato);

        Assert.Equal("2 finds, 0 queries, 0 commits", bot.Table.Counts);
        Assert.Contains(
            "「病院とケアマネジャーに、別々に困りごとを聞く」が11/9(月)の期限をすぎています。",
            overview.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("準備の作業へ進む", overview.Row[0]);
        Assert.Equal("5", overview.Inputs["in_step"]);
        Shown step = await sato.PressAsync(overview, "この段階を開く");
        Assert.Contains("5 準備の作業", step.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_AfterTheDay_LeadsToTheMinutes()
    {
        Player sato = await bot.SatoAsync();
        bot.Clock.Now = bot.Clock.Now.AddDays(20);

        Shown overview = await ShowAsync(sato);

        Assert.Equal("記録へ進む", overview.Row[0]);
        Assert.DoesNotContain("足りないもの", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_OfACancelledCouncil_SaysWhyAndOffersToTakeItBack()
    {
        Player sato = await bot.SatoAsync();
        await council.ChangeAsync(c => c.Cancelled(sato.Ref, bot.Clock.Now, "大雪のため"));

        Shown overview = await ShowAsync(sato);

        Assert.Contains("中止になりました（大雪のため）", overview.Text, StringComparison.Ordinal);
        Assert.Equal("中止を取り消す", overview.Row[0]);
    }

    [Fact]
    public async Task History_SaysWhoChangedWhatNewestFirst()
    {
        Player sato = await bot.SatoAsync();
        await council.ChangeAsync(
            c => c.MovedTo(new(new(2026, 12, 21), new(10, 0), 90), sato.Ref, bot.Clock.Now),
            sato.Ref
        );
        await council.ChangeAsync(c => c.Cancelled(sato.Ref, bot.Clock.Now), sato.Ref);

        Shown history = await sato.PressAsync(await ShowAsync(sato), "履歴");

        string[] lines = [.. history.Text.Split('\n').Where(l => l.Contains("さん：", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "12/4(金) 09:00　佐藤 美咲さん：中止にした",
                "12/4(金) 09:00　佐藤 美咲さん：日程を12/21(月) 10:00–11:30にした",
                "10/30(金) 09:00　川上 由美さん：準備を始めた",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("council/show")]
    [InlineData("council/step")]
    [InlineData("council/history")]
    [InlineData("council/purpose")]
    [InlineData("council/purpose-example")]
    public async Task Verbs_OfPeopleElsewhere_ShowAndChangeNothing(string verb)
    {
        Council before = await council.NowAsync();
        Player[] others =
        [
            await bot.SuzukiAsync(),
            await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020"),
            await bot.EnterAsync("別の県の人", 30, Role.Nurse, "tobu", tenant: TestBot.OtherTenant),
        ];

        foreach (Player other in others)
        {
            Shown refused = await other.ActAsync(verb, Purpose("書き換えた名前"));
            Assert.DoesNotContain("退院支援ルール", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await council.NowAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tobu.none")]
    [InlineData("../..")]
    public async Task Show_UnknownCouncil_LeadsBackToTheList(string id)
    {
        Player sato = await bot.SatoAsync();

        Shown gone = await sato.ActAsync("council/show", new() { ["c"] = id });

        Assert.Contains("見つかりませんでした", gone.Text, StringComparison.Ordinal);
        Assert.Equal(["会議準備", "本庁に相談"], gone.Buttons);
    }

    [Theory]
    [InlineData("council/show")]
    [InlineData("council/step")]
    [InlineData("council/history")]
    public async Task Show_InAGroup_IsTheShortForm(string verb)
    {
        Player sato = await bot.SatoAsync();

        Shown shown = await sato.ActAsync(verb, SampleCouncil.Data(("s", 5)), inGroup: true);

        Assert.Contains("東部圏域 退院支援ルールの調整会議", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.Buttons);
        Assert.Empty(shown.Inputs);
    }

    [Fact]
    public async Task Purpose_ByHeadOffice_IsShownToReadAndNotChanged()
    {
        Player takahashi = await bot.TakahashiAsync();

        Shown read = await takahashi.ActAsync("council/step", SampleCouncil.Data(("s", 1)));
        await takahashi.ActAsync("council/purpose", Purpose("書き換えた名前"));

        Assert.Contains("入院から退院までの連絡の時期と窓口を決める", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Inputs);
        Assert.Equal("東部圏域 退院支援ルールの調整会議", (await council.NowAsync()).Title);
    }

    [Fact]
    public async Task Purpose_Saved_IsStoredAndShown()
    {
        Player sato = await bot.SatoAsync();
        ThemeId theme = await bot.ThemeAsync(sato);

        Shown saved = await sato.PressAsync(
            await PurposeAsync(sato),
            "全体を見る",
            ("in_title", "退院の会議"),
            ("in_purpose", "退院の連絡を決める"),
            ("in_theme", theme.ToString()),
            ("in_people", sato.Ref.ObjectId)
        );

        Council now = await council.NowAsync();
        Assert.Equal(("退院の会議", "退院の連絡を決める", theme), (now.Title, now.Purpose, now.Theme));
        Assert.Equal([sato.Ref], now.Coordinators);
        Assert.Contains("保存しました。", saved.Text, StringComparison.Ordinal);
        Assert.Contains("準備する人：佐藤 美咲", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purpose_TwoPeopleChangeDifferentThings_BothStand()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await PurposeAsync(sato);
        await tanaka.PressAsync(await PurposeAsync(tanaka), "全体を見る", ("in_title", "田中のつけた名前"));

        await sato.PressAsync(mine, "全体を見る", ("in_purpose", "佐藤の書いた目的"));

        Council now = await council.NowAsync();
        Assert.Equal(("田中のつけた名前", "佐藤の書いた目的"), (now.Title, now.Purpose));
    }

    [Fact]
    public async Task Purpose_TwoPeopleChangeTheSame_ComesBackOnceAndSavesWhenPressedAgain()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await PurposeAsync(sato);
        await tanaka.PressAsync(await PurposeAsync(tanaka), "全体を見る", ("in_title", "田中のつけた名前"));

        Shown back = await sato.PressAsync(mine, "全体を見る", ("in_title", "佐藤のつけた名前"));

        Assert.Equal("田中のつけた名前", (await council.NowAsync()).Title);
        Assert.Contains("田中 浩さんが12/4(金) 09:00に先に変えています", back.Text, StringComparison.Ordinal);
        Assert.Equal("佐藤のつけた名前", back.Inputs["in_title"]);
        await sato.PressAsync(back, "全体を見る");
        Assert.Equal("佐藤のつけた名前", (await council.NowAsync()).Title);
    }

    [Theory]
    [InlineData("in_title", "", "会議の名前を60文字まで")]
    [InlineData("in_theme", "tobu.2026.none", "取り組みを選び直してください。")]
    [InlineData("in_people", "", "準備する人を一人以上選んでください。")]
    [InlineData("in_people", "00000000-0000-4000-a000-000000000006", "選んだ方の所属が変わったようです")]
    public async Task Purpose_BadInput_ComesBackFilledInAndChangesNothing(string input, string value, string reason)
    {
        Player sato = await bot.SatoAsync();
        await bot.SuzukiAsync();
        await bot.ThemeAsync(sato);
        Council before = await council.NowAsync();

        Shown back = await sato.PressAsync(
            await PurposeAsync(sato),
            "全体を見る",
            ("in_purpose", "書きかけの目的"),
            (input, value)
        );

        Assert.Contains(reason, back.Text, StringComparison.Ordinal);
        Assert.Equal("書きかけの目的", back.Inputs["in_purpose"]);
        Assert.Equal(before, await council.NowAsync());
    }

    [Fact]
    public async Task Purpose_Example_IsFilledInAndNotSaved()
    {
        Player sato = await bot.SatoAsync();
        await council.ChangeAsync(c => c with { Purpose = "" });

        Shown example = await sato.PressAsync(await PurposeAsync(sato), "例文を入れる", ("in_title", "書きかけの名前"));

        Assert.Equal(bot.Templates.Find("discharge")!.Purpose.Ja, example.Inputs["in_purpose"]);
        Assert.Equal("書きかけの名前", example.Inputs["in_title"]);
        Assert.Equal("", (await council.NowAsync()).Purpose);
        await sato.PressAsync(example, "全体を見る");
        Assert.Equal("書きかけの名前", (await council.NowAsync()).Title);
    }

    [Fact]
    public async Task Purpose_WithAnAddress_IsAskedAboutFirst()
    {
        Player sato = await bot.SatoAsync();

        Shown asked = await sato.PressAsync(
            await PurposeAsync(sato),
            "全体を見る",
            ("in_purpose", "090-1234-5678 の方について")
        );

        Assert.Equal("入院から退院までの連絡の時期と窓口を決める", (await council.NowAsync()).Purpose);
        await sato.PressAsync(asked, "個人情報ではない");
        Assert.Equal("090-1234-5678 の方について", (await council.NowAsync()).Purpose);
    }

    private static Task<Shown> ShowAsync(Player player) => player.ActAsync("council/show", SampleCouncil.Data());

    private static Task<Shown> PurposeAsync(Player player) =>
        player.ActAsync("council/step", SampleCouncil.Data(("s", 1)));

    private static JsonObject Purpose(string title) =>
        SampleCouncil.Data(("in_title", title), ("in_purpose", "書き換えた目的"), ("in_people", TestBot.IdOf(4)));
}
