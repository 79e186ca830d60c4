using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Councils;

public sealed class NewCouncilTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Create_KindAlone_IsEnough()
    {
        Player sato = await bot.SatoAsync();
        Shown none = await sato.SayAsync("会議準備");
        Shown form = await sato.PressAsync(none, "会議を始める");

        Shown begun = await sato.PressAsync(form, "準備を始める", ("in_kind", "discharge"));

        Council council = Assert.Single(await CouncilsAsync());
        CouncilTemplate template = bot.Templates.Find("discharge")!;
        Assert.Equal("東部圏域 退院支援ルールの調整会議", council.Title);
        Assert.Equal([sato.Ref], council.Coordinators);
        // 40 business days from 4 December 2026.
        Assert.Equal(new(2027, 2, 1), council.WishedMonth);
        Assert.Equal(template.Tasks.Select(t => t.Code), council.Tasks.Select(t => t.Id));
        Assert.Null(council.Theme);
        Assert.Contains(
            $"準備を始めました。作業{template.Tasks.Count}件と資料{template.Papers.Count}件の案を入れてあります。",
            begun.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("目的とテーマへ進む", begun.Row[0]);
    }

    [Fact]
    public async Task Create_PressedTwice_BeginsOne()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("会議を始める");

        Shown first = await sato.PressAsync(form, "準備を始める", ("in_kind", "discharge"));
        Shown second = await sato.PressAsync(form, "準備を始める", ("in_kind", "discharge"));

        Assert.Single(await CouncilsAsync());
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task Create_OldCardWithAnotherTitle_ChangesNothingAndSaysSo()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("会議を始める");
        await sato.PressAsync(form, "準備を始める", ("in_kind", "discharge"));

        Shown again = await sato.PressAsync(
            form,
            "準備を始める",
            ("in_kind", "discharge"),
            ("in_title", "別の名前の会議")
        );

        Assert.Equal("東部圏域 退院支援ルールの調整会議", Assert.Single(await CouncilsAsync()).Title);
        Assert.Contains("この会議はもうできています", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_FromATheme_HasThemeKindAndMembersFilledIn()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        ThemeId theme = await bot.ThemeAsync(sato, tanaka);
        Shown overview = await sato.ActAsync("themes/show", new() { ["t"] = theme.ToString() });

        Shown form = await sato.PressAsync(overview, "会議準備を始める");
        await sato.PressAsync(form, "準備を始める");

        Council council = Assert.Single(await CouncilsAsync());
        Assert.Equal(theme, council.Theme);
        Assert.Contains(ThemeField.Find("discharge")!, bot.Templates.Find(council.TemplateCode)!.Fields);
        Assert.Equal([sato.Ref, tanaka.Ref], council.Coordinators);
    }

    [Theory]
    [InlineData("in_kind", "", "会議の種類を選んでください。")]
    [InlineData("in_kind", "no-such", "会議の種類を選んでください。")]
    [InlineData("in_theme", "chubu.2026.other", "取り組みを選び直してください。")]
    [InlineData("in_month", "2026-11", "開きたい月を選んでください。")]
    [InlineData("in_month", "soon", "開きたい月を選んでください。")]
    [InlineData("in_people", "00000000-0000-4000-a000-000000000006", "選んだ方の所属が変わったようです")]
    [InlineData(
        "in_title",
        "長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長",
        "60文字まで"
    )]
    public async Task Create_BadInput_ComesBackFilledInAndBeginsNothing(string input, string value, string reason)
    {
        Player sato = await bot.SatoAsync();
        await bot.TanakaAsync();
        await bot.SuzukiAsync();
        await bot.ThemeAsync(sato);
        Shown form = await sato.SayAsync("会議を始める");
        (string, string)[] filled =
        [
            ("in_kind", "discharge"),
            ("in_month", "2027-03"),
            ("in_title", "春の会議"),
            (input, value),
        ];

        Shown back = await sato.PressAsync(form, "準備を始める", filled);

        Assert.Contains(reason, back.Text, StringComparison.Ordinal);
        Assert.Equal(form.DataOf("準備を始める")["k"]!.ToString(), back.DataOf("準備を始める")["k"]!.ToString());
        Assert.Equal(
            (input == "in_title" ? value : "春の会議", input == "in_month" ? null : "2027-03"),
            (back.Inputs["in_title"], back.Inputs["in_month"])
        );
        Assert.Empty(await CouncilsAsync());
    }

    [Fact]
    public async Task Create_TitleWithATelephoneNumber_IsAskedAboutFirst()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("会議を始める");

        Shown asked = await sato.PressAsync(
            form,
            "準備を始める",
            ("in_kind", "discharge"),
            ("in_title", "会議 090-1234-5678")
        );

        Assert.Empty(await CouncilsAsync());
        await sato.PressAsync(asked, "消して保存");
        Assert.DoesNotContain("090", Assert.Single(await CouncilsAsync()).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.MunicipalStaff, "tobu", "002020")]
    [InlineData(Role.HeadOffice, null, null)]
    [InlineData(Role.Administrator, null, null)]
    public async Task Create_ByOthers_IsRefused(Role role, string? centre, string? municipality)
    {
        Player other = await bot.EnterAsync("森 大輔", 20, role, centre, municipality);

        Shown asked = await other.SayAsync("会議を始める");
        Shown forced = await other.ActAsync("council/create", Filled());

        Assert.Contains("保健所の保健師と調整役の方です", asked.Text, StringComparison.Ordinal);
        Assert.Contains("保健所の保健師と調整役の方です", forced.Text, StringComparison.Ordinal);
        Assert.Empty(await CouncilsAsync());
    }

    [Fact]
    public async Task Create_InAGroup_LeadsToThePersonalChatAndBeginsNothing()
    {
        Player sato = await bot.SatoAsync();

        Shown refused = await sato.ActAsync("council/create", Filled(), inGroup: true);

        Assert.Contains("個人チャットでお願いします", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await CouncilsAsync());
    }

    private static JsonObject Filled() =>
        new()
        {
            ["k"] = "0123456789ab",
            ["in_kind"] = "discharge",
            ["in_month"] = "2027-02",
        };

    private async Task<IReadOnlyList<Council>> CouncilsAsync()
    {
        List<Council> all = [];
        foreach (string centre in (string[])["tobu", "chubu"])
        {
            foreach (var line in await bot.Councils.OpenAsync(TestBot.Tenant, centre, CancellationToken.None))
            {
                CouncilId id = CouncilId.Of(centre, line.Name);
                all.Add((await bot.Councils.FindAsync(TestBot.Tenant, id, CancellationToken.None))!);
            }
        }
        return all;
    }
}
