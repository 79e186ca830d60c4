using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Prefectures;

/// <summary>
/// One installation for 山形県 and 福島県: in each a 中央保健所 and another one, head office and nurses, a theme that moved this week. It is Friday,
/// 4 December 2026.
/// </summary>
internal sealed class TwoPrefectures : IAsyncDisposable
{
    /// <summary>What of 山形県 nobody of 福島県 may read.</summary>
    public static readonly string[] OfYamagata = ["最上川", "斎藤", "今野"];

    private TwoPrefectures() => Summary = new(Bot);

    public TestBot Bot { get; } = new(Places);

    /// <summary>Head office of 福島県.</summary>
    public Player Ono { get; private set; } = null!;

    /// <summary>Nurse of 会津保健所 in 福島県.</summary>
    public Player Hoshi { get; private set; } = null!;

    /// <summary>Coordinator of 福島県's 中央保健所.</summary>
    public Player Abe { get; private set; } = null!;

    /// <summary>Head office of 山形県.</summary>
    public Player Saito { get; private set; } = null!;

    /// <summary>Nurse of 置賜保健所 in 山形県.</summary>
    public Player Konno { get; private set; } = null!;

    /// <summary>Looks after the installation.</summary>
    public Player Admin { get; private set; } = null!;

    public SummaryStage Summary { get; }
    public ThemeId Aizu { get; private set; } = null!;
    public ThemeId Okitama { get; private set; } = null!;

    private static Organisation Places =>
        new(
            [new("06", new("山形県", "Yamagata")), new("07", new("福島県", "Fukushima"))],
            [
                new("ychuo", new("中央保健所", "Chuo Health Centre"), "06"),
                new("okitama", new("置賜保健所", "Okitama Health Centre"), "06"),
                new("fchuo", new("中央保健所", "Chuo Health Centre"), "07"),
                new("aizu", new("会津保健所", "Aizu Health Centre"), "07"),
            ],
            [
                new("062014", new("山形市", "Yamagata City"), "ychuo"),
                new("062022", new("米沢市", "Yonezawa City"), "okitama"),
                new("072010", new("福島市", "Fukushima City"), "fchuo"),
                new("072028", new("会津若松市", "Aizuwakamatsu City"), "aizu"),
            ]
        );

    public static async Task<TwoPrefectures> OpenAsync()
    {
        TwoPrefectures stage = new();
        TestBot bot = stage.Bot;
        stage.Ono = await bot.EnterAsync("小野 真理", 31, Role.HeadOffice, null, prefecture: "07");
        stage.Hoshi = await bot.EnterAsync("星 奈々", 32, Role.Nurse, "aizu");
        stage.Abe = await bot.EnterAsync("阿部 修", 33, Role.Coordinator, "fchuo");
        stage.Saito = await bot.EnterAsync("斎藤 隆", 41, Role.HeadOffice, null, prefecture: "06");
        stage.Konno = await bot.EnterAsync("今野 葵", 42, Role.Nurse, "okitama");
        stage.Admin = await bot.EnterAsync("渡辺 誠", 51, Role.Administrator, null);
        stage.Summary.GoTo(11, 2);
        stage.Aizu = await stage.Summary.BeginAsync("aizu", "taiin", "会津の退院支援", "discharge", "072028");
        stage.Okitama = await stage.Summary.BeginAsync("okitama", "taiin", "最上川の退院支援", "discharge", "062022");
        stage.Summary.GoTo(12, 2);
        await stage.Summary.AnswerAsync(stage.Aizu, ItemStatus.InProgress, 1, 2);
        await stage.Summary.AnswerAsync(stage.Okitama, ItemStatus.InProgress, 1, 2, 3, 4, 5);
        stage.Summary.GoTo(12, 4);
        return stage;
    }

    /// <summary>Somebody asks head office, and what is due is sent.</summary>
    public async Task AskAsync(Player player, string title)
    {
        Shown form = await player.SayAsync("本庁に相談");
        Shown check = await player.PressAsync(form, "内容を確かめる", ("in_title", title));
        await player.PressAsync(check, "県本庁に送る");
        await Bot.SendDueAsync();
    }

    /// <summary>Head office shares something with centres, and it is sent.</summary>
    public async Task<Shown> ShareAsync(Player player, string title, string centres)
    {
        Shown form = await player.ActAsync("feedback/edit", []);
        Shown check = await player.PressAsync(
            form,
            "内容を確かめる",
            ("in_title", title),
            ("in_text", "様式をそろえました。"),
            ("in_field", "discharge"),
            ("in_centres", centres)
        );
        if (check.Buttons.Contains("共有する"))
        {
            check = await player.PressAsync(check, "共有する");
        }
        await Bot.SendDueAsync();
        return check;
    }

    /// <summary>Nothing of 山形県 may be read here.</summary>
    public static void AssertNothingOfYamagata(Shown shown) =>
        Assert.All(OfYamagata, word => Assert.DoesNotContain(word, shown.Text, StringComparison.Ordinal));

    public static JsonObject Data(params (string Name, string Value)[] values) =>
        new(values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Name, v.Value)));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
