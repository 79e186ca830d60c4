using Renkei.EndToEnd.Tests.Setting;
using Renkei.Room.Client;

namespace Renkei.EndToEnd.Tests.Conversation;

/// <summary>Two people on one theme, old cards, double presses.</summary>
[Collection(nameof(SharedTrial))]
public sealed class TwoPeopleTests(SharedTrial shared)
{
    private const string Tanaka = "00000000-0000-4000-a000-000000000005";

    private Colleague Sato => shared.Trial.Colleague("sato");

    private Colleague Second => shared.Trial.Colleague("tanaka");

    [Fact]
    public async Task TwoPeople_DifferentLines_DisturbNobody()
    {
        (ShownCard satoCard, ShownCard tanakaCard) = await BothOpenAsync("二人で別の行");

        await Sato.PressAsync(satoCard, "保存して次へ", ("in_s_01", "i"), ("in_n_01", "佐藤のメモ"));
        ShownCard next = await Second.PressAsync(
            tanakaCard,
            "保存して次へ",
            ("in_s_02", "e"),
            ("in_n_02", "田中のメモ")
        );

        Assert.Contains("1件を保存しました。", next.Text, StringComparison.Ordinal);
        Assert.Contains("役割 2／12", next.Text, StringComparison.Ordinal);
        ShownCard now = await Second.PressAsync(next, "前へ");
        Assert.Equal(("i", "佐藤のメモ"), (now.Inputs["in_s_01"], now.Inputs["in_n_01"]));
        Assert.Equal(("e", "田中のメモ"), (now.Inputs["in_s_02"], now.Inputs["in_n_02"]));
        Assert.Contains("佐藤 美咲 ", now.Text, StringComparison.Ordinal);
        Assert.Contains("田中 浩 ", now.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPeople_SameLine_AsksAndKeepsBothInTheHistory()
    {
        (ShownCard satoCard, ShownCard tanakaCard) = await BothOpenAsync("二人で同じ行");
        await Sato.PressAsync(satoCard, "保存して次へ", ("in_s_01", "i"), ("in_n_01", "佐藤が先"));

        ShownCard question = await Second.PressAsync(
            tanakaCard,
            "保存して次へ",
            ("in_s_01", "p"),
            ("in_n_01", "田中は別の考え"),
            ("in_s_03", "i")
        );

        Assert.Equal("同じところが先に変わっています", question.Heading);
        Assert.Contains("1件を保存しました。", question.Text, StringComparison.Ordinal);
        Assert.Contains("佐藤 美咲さんのまま（実施中／メモ：佐藤が先）", question.Text, StringComparison.Ordinal);
        Assert.Contains("自分のにする（準備中／メモ：田中は別の考え）", question.Text, StringComparison.Ordinal);
        // Until somebody decides, the first answer stands.
        ShownCard meanwhile = await Sato.OpenGroupAsync(await OverviewAsync(Sato, "二人で同じ行"), 1);
        Assert.Equal(
            ("i", "佐藤が先", "i"),
            (meanwhile.Inputs["in_s_01"], meanwhile.Inputs["in_n_01"], meanwhile.Inputs["in_s_03"])
        );

        ShownCard next = await Second.PressAsync(question, "これで決める", ("in_c_01", "mine"));

        Assert.Contains("役割 2／12", next.Text, StringComparison.Ordinal);
        ShownCard now = await Second.PressAsync(next, "前へ");
        Assert.Equal(("p", "田中は別の考え"), (now.Inputs["in_s_01"], now.Inputs["in_n_01"]));
        IReadOnlyList<string> history = await Second.HistoryAsync(now, "01");
        Assert.Equal(2, history.Count);
        Assert.Contains("田中 浩", history[0], StringComparison.Ordinal);
        Assert.Contains("実施中／メモ：佐藤が先", history[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPeople_SameLineKeepTheirs_NothingIsOverwritten()
    {
        (ShownCard satoCard, ShownCard tanakaCard) = await BothOpenAsync("ゆずる");
        await Sato.PressAsync(satoCard, "保存して次へ", ("in_s_02", "i"));
        ShownCard question = await Second.PressAsync(tanakaCard, "保存して次へ", ("in_s_02", "e"));

        ShownCard next = await Second.PressAsync(question, "これで決める", ("in_c_02", "theirs"));

        ShownCard now = await Second.PressAsync(next, "前へ");
        Assert.Equal("i", now.Inputs["in_s_02"]);
        Assert.Single(await Second.HistoryAsync(now, "02"));
    }

    [Fact]
    public async Task DoublePress_BothAtOnce_CountsOnce()
    {
        ShownCard overview = await Sato.StartThemeAsync("二度押し");
        ShownCard first = await Sato.PressAsync(overview, "次の一歩を開く");
        (string, string)[] filled = [("in_s_01", "i"), ("in_n_01", "一度だけ")];

        CardAnswer[] answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Sato.TryPressAsync(first, "保存して次へ", filled))
        );

        Assert.All(answers, a => Assert.Equal(200, a.StatusCode));
        Assert.All(
            answers,
            a => Assert.Contains("役割 2／12", new ShownCard("", a.Card!.Value).Text, StringComparison.Ordinal)
        );
        ShownCard again = await Sato.OpenGroupAsync(overview, 1);
        Assert.Contains("一度だけ", Assert.Single(await Sato.HistoryAsync(again, "01")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoublePress_NewTheme_MakesOne()
    {
        ShownCard form = await Sato.SayAsync("新しい取り組み");
        (string, string)[] filled = [("in_field", "other"), ("in_name", "ひとつだけの取り組み")];
        await Task.WhenAll(
            Sato.TryPressAsync(form, "つくって始める", filled),
            Sato.TryPressAsync(form, "つくって始める", filled)
        );
        await Sato.PressAsync(form, "つくって始める", filled);

        List<string> names = [];
        ShownCard page = await Sato.SayAsync("段階チェック");
        names.AddRange(page.Texts);
        while (page.Buttons.Contains("続きを見る"))
        {
            page = await Sato.PressAsync(page, "続きを見る");
            names.AddRange(page.Texts);
        }
        Assert.Single(names, "ひとつだけの取り組み");
    }

    [Fact]
    public async Task OlderClient_SubmitInsteadOfExecute_ChangesTheSameCard()
    {
        ShownCard overview = await Sato.StartThemeAsync("古い端末");
        await Sato.PressAsync(overview, "次の一歩を開く");
        int before = Sato.FromBot.Count;

        CardAnswer answer = await Sato.Seat.PressAsync(
            Sato.FromBot[^1],
            a => a.Title == "保存して次へ",
            new Dictionary<string, string>(Sato.Newest.Inputs) { ["in_s_01"] = "i", ["in_n_01"] = "古い端末から" },
            asSubmit: true,
            CancellationToken.None
        );

        Assert.Null(answer.Error);
        Assert.Equal(before, Sato.FromBot.Count);
        Assert.Equal(overview.MessageId, Sato.FromBot[^1].Id);
        Assert.NotNull(Sato.FromBot[^1].EditedAt);
        Assert.Contains("役割 2／12", Sato.Newest.Text, StringComparison.Ordinal);
        ShownCard back = await Sato.PressAsync(Sato.Newest, "前へ");
        Assert.Equal("古い端末から", back.Inputs["in_n_01"]);
    }

    /// <summary>Both have the first role group of one new theme on the screen, with nothing answered.</summary>
    private async Task<(ShownCard Sato, ShownCard Second)> BothOpenAsync(string theme)
    {
        ShownCard overview = await Sato.StartThemeAsync(theme, Tanaka);
        ShownCard first = await Sato.PressAsync(overview, "次の一歩を開く");
        ShownCard second = await Second.OpenGroupAsync(await OverviewAsync(Second, theme), 1);
        return (first, second);
    }

    /// <summary>Looks for a theme in the list and opens it.</summary>
    private static async Task<ShownCard> OverviewAsync(Colleague who, string theme)
    {
        ShownCard page = await who.SayAsync("段階チェック");
        while (!page.Texts.Contains(theme))
        {
            page = await who.PressAsync(page, "続きを見る");
        }
        return await who.PressAsync(page, page.ButtonBeside(theme));
    }
}
