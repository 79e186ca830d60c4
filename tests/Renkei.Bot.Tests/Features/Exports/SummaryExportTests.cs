using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Features.Summaries;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Tests.Workbooks;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Exports;

/// <summary>The figures of the card in a workbook; names for those alone who may read them.</summary>
public sealed class SummaryExportTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public async Task InitializeAsync()
    {
        SummaryStage stage = new(bot);
        stage.GoTo(10, 30);
        ThemeId discharge = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        ThemeId dementia = await stage.BeginAsync("chubu", "ninchisho", "認知症の初期集中支援", "dementia", "002011");
        stage.GoTo(11, 25);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 1);
        await stage.AnswerAsync(dementia, ItemStatus.InProgress, 1);
        stage.GoTo(12, 2);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 2);
        stage.GoTo(12, 4);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Summary_PressedOnTheCard_HasTheCardsFigures()
    {
        Player head = await bot.TakahashiAsync();
        Shown card = await head.SayAsync("週次まとめ");

        await head.PressAsync(card, "Excel");
        await head.PressAsync(card, "Excel");
        Assert.Single(head.Offers);
        await head.AnswerFileAsync(accept: true);

        var sheets = ReadWorkbook.Of(bot.Uploads.Files[0].Bytes);
        Assert.Equal(["保健所ごと", "取り組み", "これからの会議", "このファイルについて"], sheets.Select(s => s.Name));
        IReadOnlyList<string[]> centres = sheets[0].Rows;
        Assert.Equal(["東部保健所", "中部保健所", "西部保健所", "合計"], centres.Skip(1).Select(r => r[0]));
        Assert.Equal(["2", "7", "28"], centres[1][1..4]);
        Assert.Equal(["1", "1", "1"], centres[1][13..16]);
        Assert.Equal(["", "0"], centres[3][3..5]);
        Assert.Equal(["1", "2"], centres[4][13..15]);
        Assert.Equal(["退院支援ルールづくり", "認知症の初期集中支援"], sheets[1].Rows.Skip(1).Select(r => r[1]));
        Assert.Contains(sheets[3].Rows, r => r is ["期間", "2026年11月30日(月)–12月6日(日)"]);
    }

    [Fact]
    public async Task Summary_OfAnotherCentre_IsFiguresWithoutNames()
    {
        Player sato = await bot.SatoAsync();

        await sato.PressAsync(await sato.SayAsync("週次まとめ"), "Excel");
        await sato.AnswerFileAsync(accept: true);

        var sheets = ReadWorkbook.Of(bot.Uploads.Files[0].Bytes);
        Assert.Equal(["1", "7", "14"], sheets[0].Rows[2][1..4]);
        Assert.Equal(["退院支援ルールづくり"], sheets[1].Rows.Skip(1).Select(r => r[1]));
    }

    [Theory]
    [InlineData("p.00")]
    [InlineData("c.tobu")]
    [InlineData("m.003018")]
    [InlineData("t.tobu.2026.taiin")]
    public async Task Summary_MunicipalityAsksForMore_IsRefused(string scope)
    {
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        Shown refused = await kobayashi.ActAsync(
            "summary/export",
            new JsonObject { ["p"] = "w20261130", ["s"] = scope }
        );

        Assert.Contains("書き出せません", refused.Text, StringComparison.Ordinal);
        Assert.Empty(kobayashi.Offers);
    }

    [Theory]
    [InlineData("w20270104", "p.00")]
    [InlineData("x", "p.00")]
    [InlineData("w20261130", "p.99")]
    [InlineData("w20261130", "c.nowhere")]
    [InlineData("w20261130", "m.002011")]
    [InlineData("w20261130", "c.a~b")]
    public async Task Summary_NothingThatIsThere_IsRefused(string period, string scope)
    {
        Player sato = await bot.SatoAsync();

        Shown refused = await sato.ActAsync("summary/export", new JsonObject { ["p"] = period, ["s"] = scope });

        Assert.Contains("書き出せません", refused.Text, StringComparison.Ordinal);
        Assert.Empty(sato.Offers);
    }

    [Fact]
    public async Task Summary_InAGroup_LeadsToThePersonalChatWhereItIsOffered()
    {
        Player head = await bot.TakahashiAsync();
        Shown card = await head.SayAsync("週次まとめ", inGroup: true);

        Shown refused = await head.PressInAsync(card, "Excel", inGroup: true);

        Assert.Contains("グループやチャネルでファイルを渡せません", refused.Text, StringComparison.Ordinal);
        Shown ask = await head.PressAsync(await head.SayAsync("書き出し"), "開く", ("in_centre", "tobu"));
        await head.PressAsync(ask, "ファイルを作る", ("in_what", "summary~w20261130~p.00"));
        Assert.Equal("ひかり県_まとめ_20261204.xlsx", Assert.Single(head.Offers).Name);
    }
}
