using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Tests.Features.Preparation;

public sealed class PapersTests : CouncilStage
{
    [Fact]
    public async Task Ready_OneTap_CountsAndCanBeTakenBack()
    {
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);

        Shown ready = await sato.PressAsync(list, "そろった");
        await sato.PressAsync(list, "そろった");

        Assert.Contains("資料 1/4", ready.Text, StringComparison.Ordinal);
        Assert.Equal([true, false, false, false], (await council.NowAsync()).Papers.Select(p => p.IsReady));
        Assert.Equal(2, (await council.NowAsync()).Revision);
        await sato.PressAsync(ready, "元に戻す");
        Assert.All((await council.NowAsync()).Papers, p => Assert.False(p.IsReady));
    }

    [Fact]
    public async Task Add_WithALink_CanBeOpened()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "資料を足す");
        (string, string)[] filled =
        [
            ("in_title", "地図"),
            ("in_by", "市立病院"),
            ("in_link", "https://example.jp/a?b=[c](d)"),
        ];

        await sato.PressAsync(form, "この資料を足す", filled);
        Shown added = await sato.PressAsync(form, "この資料を足す", filled);

        Paper paper = (await council.NowAsync()).Papers.Single(p => p.Title == "地図");
        Assert.Equal(("市立病院", "https://example.jp/a?b=[c](d)", false), (paper.By, paper.Link, paper.IsReady));
        Assert.Equal(5, (await council.NowAsync()).Papers.Count);
        Assert.Contains("「地図」を足しました。", added.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in_title", "", "資料の名前を60文字まで")]
    [InlineData("in_by", "12345678901234567890123456789012345678901", "用意する人は40文字まで")]
    [InlineData("in_link", "http://example.jp/", "https:// で始まる")]
    [InlineData("in_link", "javascript:alert(1)", "https:// で始まる")]
    [InlineData("in_link", "https:// example.jp", "https:// で始まる")]
    [InlineData("in_link", "共有フォルダ", "https:// で始まる")]
    public async Task Edit_SomethingWrong_GivesBackWhatWasTypedAndChangesNothing(
        string input,
        string value,
        string reason
    )
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        (string, string)[] good = [("in_title", "調査のグラフ"), ("in_by", "佐藤"), ("in_link", "https://example.jp/")];

        Shown again = await sato.PressAsync(form, "保存", [.. good, (input, value)]);

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        foreach ((string id, string typed) in good.Where(g => g.Item1 != input))
        {
            Assert.Equal(typed, again.Inputs[id]);
        }
        Assert.Equal(value, again.Inputs[input] ?? "");
        Assert.Equal(1, (await council.NowAsync()).Revision);
    }

    [Fact]
    public async Task Edit_ReadyMeanwhile_DoesNotCollide()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown list = await ListAsync(sato);
        Shown form = await sato.PressAsync(list, "変える");
        await tanaka.PressAsync(list, "そろった");

        await sato.PressAsync(form, "保存", ("in_title", "調査のグラフ"));

        Paper paper = (await council.NowAsync()).Papers[0];
        Assert.Equal(("調査のグラフ", true), (paper.Title, paper.IsReady));
    }

    [Fact]
    public async Task Edit_SameThingChangedBySomebodyElse_AsksAndSavesOnTheSecondPress()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        await tanaka.PressAsync(form, "保存", ("in_by", "田中"));

        Shown asked = await sato.PressAsync(form, "保存", ("in_by", "佐藤"));

        Assert.Contains(
            "田中 浩さんが12/4(金) 09:00に先に変えています（いま：退院支援もれ調査のグラフ、田中）",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("田中", (await council.NowAsync()).Papers[0].By);
        await sato.PressAsync(asked, "保存");
        Assert.Equal("佐藤", (await council.NowAsync()).Papers[0].By);
    }

    [Fact]
    public async Task Remove_TakenBack_IsThereAsItWas()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.PressAsync(await ListAsync(sato), "変える");
        Paper before = (await council.NowAsync()).Papers[0];

        Shown removed = await sato.PressAsync(form, "この資料を消す");
        Assert.Equal(3, (await council.NowAsync()).Papers.Count);
        await sato.PressAsync(removed, "元に戻す");

        Assert.Equal(before, (await council.NowAsync()).Papers[^1]);
        Shown gone = await sato.ActAsync("papers/restore", SampleCouncil.Data(("i", "t1"), ("r", 99)));
        Assert.Contains("この資料はもう一覧にありません。", gone.Text, StringComparison.Ordinal);
    }

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("papers/list", SampleCouncil.Data());
}
