using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Record;

public sealed class EffectsTests : CouncilStage
{
    private static readonly ThemeId Theme = ThemeId.Of("tobu", 2026, "taiin");

    public override async Task InitializeAsync()
    {
        Player sato = await bot.SatoAsync();
        await bot.ThemeAsync(sato);
        await council.AddAsync(theme: Theme);
        bot.Clock.Now = new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero);
        await council.ChangeAsync(c => c with { Minutes = c.Minutes with { Decisions = ["3日以内に連絡する"] } });
    }

    [Fact]
    public async Task Set_RaisesTheLineWithANoteAndTheDay()
    {
        Player sato = await bot.SatoAsync();
        Shown effects = await ShowAsync(sato);
        Assert.Contains("1件のことを決めました｜いま「未着手」", effects.Text, StringComparison.Ordinal);

        Shown set = await PressLineAsync(sato, effects, "21");

        ItemState line = await LineAsync(21);
        Assert.Equal(
            (ItemStatus.InProgress, "東部圏域 退院支援ルールの調整会議（12/18(金)）で合意", new DateOnly(2026, 12, 18)),
            (line.Answer.Status, line.Answer.Note, line.Answer.Date!.Value)
        );
        Assert.Equal(sato.Ref, line.By);
        Assert.Contains("表1-21 を「実施中」にしました。", set.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("表1-21 解決の方針", set.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_TakenBack_IsAsItWasAndCanBeSetAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown set = await PressLineAsync(sato, await ShowAsync(sato), "21");

        Shown undone = await sato.PressAsync(set, "元に戻す");
        Assert.Equal(ItemStatus.NotStarted, (await LineAsync(21)).Answer.Status);
        Assert.Equal("", (await LineAsync(21)).Answer.Note);
        await PressLineAsync(sato, undone, "21");

        Assert.Equal(ItemStatus.InProgress, (await LineAsync(21)).Answer.Status);
    }

    [Fact]
    public async Task Set_PressedTwice_IsOneRevision()
    {
        Player sato = await bot.SatoAsync();
        Shown effects = await ShowAsync(sato);

        await PressLineAsync(sato, effects, "21");
        Shown again = await PressLineAsync(sato, effects, "21");

        Assert.Equal(1, (await LineAsync(21)).Revision);
        Assert.Contains("表1-21 はもう「実施中」です。", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_EstablishedOrNotApplicableMeanwhile_IsNeverLowered()
    {
        Player sato = await bot.SatoAsync();
        Shown effects = await ShowAsync(sato);
        Shown walk = await sato.ActAsync("walk/open", new() { ["t"] = Theme.ToString(), ["g"] = 8 });
        await sato.PressAsync(walk, "今日はここまで", ("in_s_21", "e"));

        Shown stays = await PressLineAsync(sato, effects, "21");

        Assert.Equal(ItemStatus.Established, (await LineAsync(21)).Answer.Status);
        Assert.Contains("表1-21 はもう「定着」です。", stays.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("表1-21 解決の方針", (await ShowAsync(sato)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_WithANoteThere_AddsToIt()
    {
        Player sato = await bot.SatoAsync();
        Shown walk = await sato.ActAsync("walk/open", new() { ["t"] = Theme.ToString(), ["g"] = 8 });
        await sato.PressAsync(walk, "今日はここまで", ("in_s_21", "p"), ("in_n_21", "案を作った"));

        await PressLineAsync(sato, await ShowAsync(sato), "21");

        Assert.StartsWith("案を作った\n東部圏域", (await LineAsync(21)).Answer.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_ALineTheMinutesGiveNoReasonFor_ChangesNothing()
    {
        Player sato = await bot.SatoAsync();

        foreach (string item in (string[])["28", "01", "35", "x-1", ""])
        {
            await sato.ActAsync("effects/set", SampleCouncil.Data(("i", item)));
        }

        Assert.Empty(await bot.Checklist.ItemsAsync(TestBot.Tenant, Theme, default));
    }

    [Fact]
    public async Task Undo_OfSomebodyElsesSave_ChangesNothing()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown set = await PressLineAsync(sato, await ShowAsync(sato), "21");

        await tanaka.PressAsync(set, "元に戻す");

        Assert.Equal(ItemStatus.InProgress, (await LineAsync(21)).Answer.Status);
    }

    [Fact]
    public async Task Effects_WithoutATheme_SayWhereToChooseOne()
    {
        await council.ChangeAsync(c => c with { Theme = null });
        Player sato = await bot.SatoAsync();

        Shown told = await sato.ActAsync("effects/set", SampleCouncil.Data(("i", "21")));

        Assert.Contains("この会議には取り組みが結びついていません。", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_ThemeOfAnotherCentre_IsNotTouched()
    {
        ThemeId other = ThemeId.Of("chubu", 2026, "ninchi");
        await bot.Themes.AddAsync(
            TestBot.Tenant,
            new(other, "別の取り組み", "discharge", [], [], new PersonRef(TestBot.IdOf(6), "鈴木"), bot.Clock.Now),
            default
        );
        await council.ChangeAsync(c => c with { Theme = other });
        Player sato = await bot.SatoAsync();

        Shown told = await sato.ActAsync("effects/set", SampleCouncil.Data(("i", "21")));

        Assert.Contains("この取り組みに答えられるのは", told.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Checklist.ItemsAsync(TestBot.Tenant, other, default));
    }

    private static Task<Shown> ShowAsync(Player player) => player.ActAsync("effects/show", SampleCouncil.Data());

    private static Task<Shown> PressLineAsync(Player player, Shown card, string item)
    {
        Assert.Contains("実施中にする", card.Buttons);
        return player.ActAsync("effects/set", SampleCouncil.Data(("i", item)));
    }

    private async Task<ItemState> LineAsync(int number) =>
        (await bot.Checklist.ItemsAsync(TestBot.Tenant, Theme, default)).GetValueOrDefault(
            ItemId.National(number).Key,
            ItemState.Untouched
        );
}
