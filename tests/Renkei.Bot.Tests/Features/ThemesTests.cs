using Renkei.Bot.Features.Themes;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Themes;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features;

public sealed class ThemesTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task New_FilledIn_MakesTheTheme()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown form = await sato.SayAsync("新しい取り組み 退院支援ルールづくり");
        Assert.Equal("退院支援ルールづくり", form.Inputs["in_name"]);
        Assert.Equal("002020,003018,003026", form.Inputs["in_towns"]);

        Shown made = await sato.PressAsync(
            form,
            "つくって始める",
            ("in_field", "discharge"),
            ("in_towns", "002020,003018,002020"),
            ("in_members", tanaka.Ref.ObjectId)
        );

        Assert.Contains("保存しました。", made.Text, StringComparison.Ordinal);
        Theme theme = Assert.Single(await ThemesAsync()).Theme;
        Assert.Equal(("退院支援ルールづくり", "discharge", 2026), (theme.Name, theme.FieldCode, theme.Id.FiscalYear));
        Assert.Equal(["002020", "003018"], theme.MunicipalityCodes);
        Assert.Equal([sato.Ref, tanaka.Ref], theme.Members);
    }

    [Theory]
    [InlineData("in_field", "", "分野を一つ選んでください。")]
    [InlineData("in_field", "astronomy", "分野を一つ選んでください。")]
    [InlineData("in_name", "", "名前を40文字までで入れてください。")]
    [InlineData("in_name", "　 ", "名前を40文字までで入れてください。")]
    [InlineData("in_name", "12345678901234567890123456789012345678901", "名前を40文字までで入れてください。")]
    [InlineData("in_towns", "", "市町村を一つ以上選んでください。")]
    [InlineData("in_towns", "002020,002011", "市町村を一つ以上選んでください。")]
    public async Task New_SomethingWrong_GivesBackWhatWasFilledInAndStoresNothing(
        string input,
        string value,
        string reason
    )
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("新しい取り組み");
        (string, string)[] good = [("in_field", "dementia"), ("in_name", "初期集中支援"), ("in_towns", "003018")];

        Shown again = await sato.PressAsync(form, "つくって始める", [.. good, (input, value)]);

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        foreach ((string id, string filled) in good.Where(g => g.Item1 != input))
        {
            Assert.Equal(filled, again.Inputs[id]);
        }
        Assert.Empty(await ThemesAsync());
        Shown made = await sato.PressAsync(again, "つくって始める", good);
        Assert.Contains("保存しました。", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_PressedTwice_MakesOne()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("新しい取り組み");
        (string, string)[] filled = [("in_field", "dementia"), ("in_name", "初期集中支援")];

        Shown first = await sato.PressAsync(form, "つくって始める", filled);
        Shown second = await sato.PressAsync(form, "つくって始める", filled);

        Assert.Single(await ThemesAsync());
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task New_OldCardWithAnotherName_SaysThatTheThemeIsThere()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("新しい取り組み");
        await sato.PressAsync(form, "つくって始める", ("in_field", "dementia"), ("in_name", "初期集中支援"));

        Shown again = await sato.PressAsync(form, "つくって始める", ("in_field", "dementia"), ("in_name", "別の名前"));

        Assert.Contains("この取り組みはもうできています", again.Text, StringComparison.Ordinal);
        Assert.Equal("初期集中支援", Assert.Single(await ThemesAsync()).Theme.Name);
    }

    [Fact]
    public async Task New_StoreWritesAndFallsSilent_RetryMakesOne()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("新しい取り組み");
        (string, string)[] filled = [("in_field", "dementia"), ("in_name", "初期集中支援")];
        bot.Table.NextCommits.Enqueue(Trouble.AfterWriting);

        Shown refused = await sato.PressAsync(form, "つくって始める", filled);
        Shown made = await sato.PressAsync(form, "つくって始める", filled);

        Assert.Equal(500, refused.Status);
        Assert.Contains("初期集中支援", made.Text, StringComparison.Ordinal);
        Assert.Single(await ThemesAsync());
    }

    [Fact]
    public async Task New_HeadOffice_IsToldWhoCan()
    {
        Player takahashi = await bot.TakahashiAsync();

        Shown told = await takahashi.SayAsync("新しい取り組み");

        Assert.Contains("保健所の保健師と調整役の方です", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_NewName_IsKeptAndStatesStay()
    {
        Player sato = await bot.SatoAsync();
        ThemeId theme = await bot.ThemeAsync(sato);
        await AnswerAsync(sato, theme);
        Shown form = await EditAsync(sato, theme);

        Shown saved = await sato.PressAsync(form, "保存する", ("in_name", "退院支援の見直し"));

        Assert.Contains("退院支援の見直し", saved.Text, StringComparison.Ordinal);
        ThemeSummary summary = Assert.Single(await ThemesAsync());
        Assert.Equal("退院支援の見直し", summary.Theme.Name);
        Assert.Single(summary.Statuses);
    }

    [Fact]
    public async Task Edit_SomebodyElseChangedItFirst_KeepsWhatWasTypedAndAsks()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        ThemeId theme = await bot.ThemeAsync(sato, tanaka);
        Shown mine = await EditAsync(sato, theme);
        await tanaka.PressAsync(await EditAsync(tanaka, theme), "保存する", ("in_name", "田中の名前"));

        Shown asked = await sato.PressAsync(mine, "保存する", ("in_name", "佐藤の名前"));

        Assert.Contains("ほかの方が先に変えています（いま：田中の名前", asked.Text, StringComparison.Ordinal);
        Assert.Equal("佐藤の名前", asked.Inputs["in_name"]);
        Assert.Equal("田中の名前", Assert.Single(await ThemesAsync()).Theme.Name);
        await sato.PressAsync(asked, "保存する");
        Assert.Equal("佐藤の名前", Assert.Single(await ThemesAsync()).Theme.Name);
    }

    [Fact]
    public async Task Edit_AnAnswerComesInBetween_IsSavedAllTheSame()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        ThemeId theme = await bot.ThemeAsync(sato, tanaka);
        Shown form = await EditAsync(sato, theme);
        bot.Table.BeforeNextCommit = () => AnswerAsync(tanaka, theme);

        await sato.PressAsync(form, "保存する", ("in_name", "退院支援の見直し"));

        ThemeSummary summary = Assert.Single(await ThemesAsync());
        Assert.Equal("退院支援の見直し", summary.Theme.Name);
        Assert.Single(summary.Statuses);
    }

    [Fact]
    public async Task Edit_ThemeOfAnotherPerson_OneCanJoinAndLeave()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        ThemeId theme = await bot.ThemeAsync(sato);
        string both = $"{sato.Ref.ObjectId},{tanaka.Ref.ObjectId}";

        await tanaka.PressAsync(await EditAsync(tanaka, theme), "保存する", ("in_members", both));
        Assert.Equal([sato.Ref, tanaka.Ref], Assert.Single(await ThemesAsync()).Theme.Members);

        await tanaka.PressAsync(await EditAsync(tanaka, theme), "保存する", ("in_members", sato.Ref.ObjectId));
        Assert.Equal([sato.Ref], Assert.Single(await ThemesAsync()).Theme.Members);
    }

    [Fact]
    public async Task List_MunicipalStaff_SeesOnlyWhatConcernsTheTown()
    {
        await bot.ThemeAsync();
        Player aoba = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");
        Player minato = await bot.EnterAsync("港 太郎", 12, Role.MunicipalStaff, "tobu", "003018");

        Assert.Contains("退院支援ルールづくり", (await aoba.SayAsync("段階チェック")).Text, StringComparison.Ordinal);
        Shown nothing = await minato.SayAsync("段階チェック");
        Assert.DoesNotContain("退院支援ルールづくり", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("見られる取り組みがまだありません。", nothing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_HeadOffice_ChoosesTheCentre()
    {
        await bot.ThemeAsync();
        Player takahashi = await bot.TakahashiAsync();

        Shown choice = await takahashi.SayAsync("段階チェック");
        Shown list = await takahashi.PressAsync(choice, "開く", ("in_centre", "tobu"));

        Assert.Contains("退院支援ルールづくり", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("新しい取り組み", list.Buttons);
    }

    [Fact]
    public async Task List_PageFarBehindTheEnd_ShowsTheLast()
    {
        Player sato = await bot.SatoAsync();
        await bot.ThemeAsync(sato);

        Shown list = await sato.ActAsync(
            "themes/list",
            new()
            {
                ["c"] = "tobu",
                ["y"] = 2026,
                ["p"] = int.MaxValue,
            }
        );

        Assert.Contains("退院支援ルールづくり", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_EightThemes_SixAndThenTwo()
    {
        Player sato = await bot.SatoAsync();
        for (int n = 1; n <= 8; n++)
        {
            bot.Clock.Now += TimeSpan.FromMinutes(1);
            Shown form = await sato.SayAsync("新しい取り組み");
            await sato.PressAsync(form, "つくって始める", ("in_field", "dementia"), ("in_name", $"取り組み{n}番"));
        }

        Shown first = await sato.SayAsync("段階チェック");
        Shown second = await sato.PressAsync(first, "続きを見る");

        Assert.Equal(6, first.Buttons.Count(b => b == "開く"));
        Assert.Contains("取り組み1番", first.Text, StringComparison.Ordinal);
        Assert.Equal(2, second.Buttons.Count(b => b == "開く"));
        Assert.Contains("取り組み8番", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("続きを見る", second.Buttons);
    }

    [Fact]
    public async Task List_NewFiscalYear_BeginsEmptyAndTheOldOneIsReachable()
    {
        Player sato = await bot.SatoAsync();
        bot.Clock.Now = new(2027, 3, 31, 14, 59, 0, TimeSpan.Zero);
        await bot.ThemeAsync(sato);
        bot.Clock.Now = new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

        Shown list = await sato.SayAsync("段階チェック");

        Assert.Contains("令和9年度", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退院支援ルールづくり", list.Text, StringComparison.Ordinal);
        Shown before = await sato.PressAsync(list, "前の年度");
        Assert.Contains("令和8年度", before.Text, StringComparison.Ordinal);
        Assert.Contains("退院支援ルールづくり", before.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("themes/show")]
    [InlineData("themes/edit")]
    [InlineData("themes/update")]
    [InlineData("walk/open")]
    [InlineData("walk/go")]
    [InlineData("walk/decide")]
    [InlineData("walk/undo")]
    public async Task Theme_ForgedIdOfAnotherCentreOrTenant_ShowsAndChangesNothing(string verb)
    {
        ThemeId theme = await bot.ThemeAsync();
        Player suzuki = await bot.SuzukiAsync();
        Player foreigner = await bot.EnterAsync("他県", 40, Role.Nurse, "tobu", tenant: TestBot.OtherTenant);
        bot.Table.Reset();

        foreach (Player player in (Player[])[suzuki, foreigner])
        {
            Shown shown = await player.ActAsync(
                verb,
                new()
                {
                    ["t"] = theme.ToString(),
                    ["g"] = 1,
                    ["u"] = "abc",
                    ["in_s_01"] = "e",
                    ["in_name"] = "奪った名前",
                    ["in_field"] = "dementia",
                    ["in_towns"] = "002020",
                }
            );
            Assert.DoesNotContain("退院支援ルールづくり", shown.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, bot.Table.Commits);
    }

    private Task<IReadOnlyList<ThemeSummary>> ThemesAsync() =>
        bot.Themes.ListAsync(TestBot.Tenant, "tobu", 2026, CancellationToken.None);

    private static Task<Shown> EditAsync(Player player, ThemeId theme) =>
        player.ActAsync("themes/edit", new() { ["t"] = theme.ToString() });

    private static Task<Shown> AnswerAsync(Player player, ThemeId theme) =>
        player.ActAsync(
            "walk/go",
            new()
            {
                ["t"] = theme.ToString(),
                ["g"] = 1,
                ["k"] = "1",
                ["in_s_01"] = "i",
            }
        );
}
