using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Preparation;

public sealed class TasksTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SampleCouncil council;

    public TasksTests() => council = new(bot);

    public async Task InitializeAsync() => await council.AddAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task List_SortsByDueDateAndSaysWhatIsLateInPlainWords()
    {
        Player sato = await bot.SatoAsync();

        Shown list = await ListAsync(sato);

        // 45 business days are asked for and 32 are there; 4 December is the present day.
        Assert.Contains(
            "ふだんは会議の45営業日前から準備します。今回は32営業日なので",
            list.Text,
            StringComparison.Ordinal
        );
        string[] lines =
        [
            .. list
                .Text.Split('\n')
                .Where(l =>
                    l.Contains("期限", StringComparison.Ordinal) || l.Contains("まで・", StringComparison.Ordinal)
                ),
        ];
        Assert.Equal("期限の11/9(月)を18営業日すぎています｜担当はまだいません", lines[1]);
        Assert.Contains("1–8件目（全16件）", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_PressedTwice_IsDoneOnceAndCanBeTakenBack()
    {
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);

        Shown done = await sato.PressAsync(list, "済み");
        DoneMark mark = (await TaskAsync("discharge-talks")).Done!;
        bot.Clock.Now += TimeSpan.FromMinutes(5);
        Shown again = await sato.PressAsync(list, "済み");

        Assert.Equal(sato.Ref, mark.By);
        Assert.Equal(mark, (await TaskAsync("discharge-talks")).Done);
        Assert.Equal(done.Text, again.Text);
        Assert.Contains(
            "「病院とケアマネジャーに、別々に困りごとを聞く」を済みにしました。",
            done.Text,
            StringComparison.Ordinal
        );
        Shown undone = await sato.PressAsync(again, "元に戻す");
        Assert.Contains("の済みを取り消しました。", undone.Text, StringComparison.Ordinal);
        Assert.Null((await TaskAsync("discharge-talks")).Done);
    }

    [Fact]
    public async Task Done_BySomebodyElseMeanwhile_KeepsWhoSaidItFirst()
    {
        Player sato = await bot.SatoAsync();
        Player tanaka = await bot.TanakaAsync();
        Shown mine = await ListAsync(sato);
        await tanaka.PressAsync(await ListAsync(tanaka), "済み");

        await sato.PressAsync(mine, "済み");

        Assert.Equal(tanaka.Ref, (await TaskAsync("discharge-talks")).Done!.By);
    }

    [Fact]
    public async Task Done_CostsThreeReadsAndOneCommit()
    {
        Player sato = await bot.SatoAsync();
        Shown list = await ListAsync(sato);
        bot.Table.Reset();

        await sato.PressAsync(list, "済み");

        // The person, the council to see who may, and again to change it.
        Assert.Equal("3 finds, 0 queries, 1 commits", bot.Table.Counts);
    }

    [Fact]
    public async Task List_OfAnyLength_CostsTwoReads()
    {
        Player sato = await bot.SatoAsync();
        await ListAsync(sato);
        bot.Table.Reset();

        await ListAsync(sato, page: 1);

        Assert.Equal("2 finds, 0 queries, 0 commits", bot.Table.Counts);
    }

    private static Task<Shown> ListAsync(Player player, int page = 0) =>
        player.ActAsync("tasks/list", SampleCouncil.Data(("p", page)));

    private async Task<PreparationTask> TaskAsync(string id) =>
        (await council.NowAsync()).Tasks.Single(t => t.Id == id);
}
