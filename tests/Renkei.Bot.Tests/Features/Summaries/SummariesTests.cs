using System.Text.Json.Nodes;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features.Summaries;

public sealed class SummariesTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SummaryStage stage;
    private Player head = null!;

    public SummariesTests() => stage = new(bot);

    public async Task InitializeAsync() => head = await bot.TakahashiAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Week_WhatMovedSinceTheWeekBefore_IsCounted()
    {
        await MoveAsync();

        Shown card = await head.SayAsync("週次まとめ", inGroup: true);

        Assert.Contains(
            "2026年11月30日(月)–12月6日(日)｜令和8年度 第36週｜途中（12/4(金) 10:00まで）",
            card.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("1\n動いた取り組み\n前の週 2件", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部\n28%\n0%\n0%\n0%\n+1", card.Text, StringComparison.Ordinal);
        Assert.Contains("中部\n14%\n0%\n0%\n0%\nなし", card.Text, StringComparison.Ordinal);
        Assert.Contains("西部\n–\n–\n–\n–\nなし", card.Text, StringComparison.Ordinal);
        Assert.Contains("動きのない保健所：中部、西部", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部｜退院支援ルールづくり +1", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedWeek_WhateverHappensLater_ShowsTheSameNumbers()
    {
        (ThemeId discharge, ThemeId dementia) = await MoveAsync();
        string before = (await head.SayAsync("週次まとめ 先週")).Text;
        string month = (await head.SayAsync("週次まとめ 11月")).Text;

        await stage.AnswerAsync(dementia, ItemStatus.Established, 1, 2, 3, 4, 5, 6, 7);
        await RenameAsync(discharge, "退院の新しいルール");
        stage.GoTo(12, 20);
        await stage.AnswerAsync(discharge, ItemStatus.NotStarted, 1, 2);
        stage.GoTo(2, 10);
        await stage.AnswerAsync(discharge, ItemStatus.Established, 9, 10, 11);
        await stage.BeginAsync("seibu", "kanwa", "緩和ケアの連携");

        Assert.Equal(Body(before), Body((await head.SayAsync("週次まとめ 11/25の週")).Text));
        Assert.Equal(Body(month), Body((await head.SayAsync("週次まとめ 2026年11月")).Text));

        // The way on to the next period is all that is new on the card.
        static string Body(string text) =>
            text.Replace("次の週\n", "", StringComparison.Ordinal)
                .Replace("次の月\n", "", StringComparison.Ordinal)
                .Replace("今の期間へ\n", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedWeek_ChangeOfLastMinute_BelongsToIt()
    {
        stage.GoTo(11, 20);
        ThemeId theme = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        bot.Clock.Now = TokyoTime.Instant(new(2026, 11, 29), new(23, 59));
        await stage.AnswerAsync(theme, ItemStatus.InProgress, 1);
        bot.Clock.Now = TokyoTime.Instant(new(2026, 11, 30), new(0, 0));
        await stage.AnswerAsync(theme, ItemStatus.InProgress, 2, 3);
        stage.GoTo(12, 4);

        Assert.Contains(
            "退院支援ルールづくり +1",
            (await head.SayAsync("週次まとめ 先週")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "退院支援ルールづくり +2",
            (await head.SayAsync("週次まとめ 今週")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ClosedWeek_UndoneLater_StaysAsItWas()
    {
        Player sato = await bot.SatoAsync();
        stage.GoTo(11, 25);
        ThemeId theme = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        await stage.AnswerAsync(theme, ItemStatus.InProgress, 1, 2);
        stage.GoTo(12, 2);
        await stage.AnswerAsync(theme, ItemStatus.NotStarted, 1, 2);

        Assert.Contains(
            "退院支援ルールづくり +2",
            (await sato.SayAsync("週次まとめ 先週")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "退院支援ルールづくり −2",
            (await sato.SayAsync("週次まとめ 今週")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WeekOverTheFirstOfApril_CountsBothYears_AndStandsInTheNewOne()
    {
        stage.GoTo(3, 1);
        ThemeId old = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        stage.GoTo(3, 30);
        await stage.AnswerAsync(old, ItemStatus.InProgress, 1, 2);
        bot.Clock.Now = TokyoTime.Instant(new(2027, 4, 2), new(10, 0));
        ThemeId renewed = await stage.BeginAsync("tobu", "taiin2", "退院支援の二年目");
        await stage.AnswerAsync(renewed, ItemStatus.InProgress, 1);

        Shown card = await head.SayAsync("週次まとめ");

        Assert.Contains("2027年3月29日(月)–4月4日(日)｜令和9年度 第1週", card.Text, StringComparison.Ordinal);
        Assert.Contains("2\n動いた取り組み\n前の週 0件", card.Text, StringComparison.Ordinal);
        // One line of the new year's theme is reached; three lines moved, of both.
        Assert.Contains("東部\n14%\n0%\n0%\n0%\n+3", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部｜退院支援ルールづくり +2", card.Text, StringComparison.Ordinal);
        Assert.Contains("東部｜退院支援の二年目 +1（新しい取り組み）", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiscalYear_MonthsLater_IsToldByWord()
    {
        await MoveAsync();
        stage.GoTo(3, 31);
        string last = (await head.SayAsync("週次まとめ 今年度")).Text;
        bot.Clock.Now = TokyoTime.Instant(new(2027, 6, 1), new(10, 0));

        string later = (await head.SayAsync("週次まとめ 令和8年度")).Text;

        Assert.Contains("年度のまとめ　ひかり県", later, StringComparison.Ordinal);
        Assert.Contains("東部\n28%\n0%\n0%\n0%\n+2", last, StringComparison.Ordinal);
        Assert.Contains("東部\n28%\n0%\n0%\n0%\n+2", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_ThirtyDays_IsNamedWithTheDay()
    {
        stage.GoTo(11, 4);
        ThemeId theme = await stage.BeginAsync("seibu", "nanbyo", "難病対策");
        stage.GoTo(12, 3);
        Assert.DoesNotContain("声が届いていない", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        stage.GoTo(12, 4);
        Assert.Contains(
            "西部｜難病対策（11/4(水)から）",
            (await head.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );

        await stage.AnswerAsync(theme, ItemStatus.NotApplicable, [.. Enumerable.Range(1, 35)]);
        stage.GoTo(2, 10);

        // Whatever is complete has nothing left to say.
        Assert.DoesNotContain("声が届いていない", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_NextStepOverdue_CountsUntilItIsDone()
    {
        stage.GoTo(11, 24);
        ThemeId theme = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        await stage.AnswerAsync(theme, ItemStatus.InProgress, new(2026, 11, 29), [1]);
        await stage.AnswerAsync(theme, ItemStatus.InProgress, new(2026, 12, 4), [2]);
        stage.GoTo(12, 4);

        Assert.Contains("東部：次の一歩 1件", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        // At the end of the week before it had been due on its last day.
        Assert.Contains("東部：次の一歩 1件", (await head.SayAsync("週次まとめ 先週")).Text, StringComparison.Ordinal);
        await stage.AnswerAsync(theme, ItemStatus.Established, new(2026, 11, 29), [1]);
        Assert.Contains("0\n期限切れ", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        Assert.Contains("1\n期限切れ", (await head.SayAsync("週次まとめ 先週")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Councils_OfTheNextFourteenDays_AreNamedWithHowReadyTheyAre()
    {
        SampleCouncil sample = new(bot);
        await sample.AddAsync();
        stage.GoTo(12, 3);
        Assert.DoesNotContain(
            "退院支援ルールの調整会議",
            (await head.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );
        stage.GoTo(12, 4);
        string now = (await head.SayAsync("週次まとめ")).Text;
        Assert.Contains(
            "12/18(金) 14:00–16:00 東部｜東部圏域 退院支援ルールの調整会議（準備 ",
            now,
            StringComparison.Ordinal
        );

        await sample.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now));
        Assert.DoesNotContain(
            "退院支援ルールの調整会議",
            (await head.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );

        // At the end of the week before it was still to come, but in more than fourteen days.
        stage.GoTo(12, 9);
        Assert.DoesNotContain(
            "退院支援ルールの調整会議",
            (await head.SayAsync("週次まとめ 先週")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Councils_CancelledAfterTheWeek_StillStandInIt()
    {
        SampleCouncil sample = new(bot);
        await sample.AddAsync();
        stage.GoTo(12, 9);
        string before = (await head.SayAsync("週次まとめ 先週")).Text;
        Assert.Contains("退院支援ルールの調整会議", before, StringComparison.Ordinal);

        await sample.ChangeAsync(c => c.Cancelled(SampleCouncil.Kawakami, bot.Clock.Now));

        Assert.Equal(before, (await head.SayAsync("週次まとめ 先週")).Text);
        Assert.DoesNotContain(
            "退院支援ルールの調整会議",
            (await head.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Agreements_NotKeptAfterTheCouncil_AreLateUntilTheyAre()
    {
        SampleCouncil sample = new(bot);
        await sample.AddAsync();
        await sample.ChangeAsync(c =>
            c with
            {
                Status = Domain.Councils.CouncilStatus.Held,
                Minutes = c.Minutes with
                {
                    Agreements =
                    [
                        new("a1", "連絡票をつくる", null, "あおば市立病院", new(2026, 12, 10), bot.Clock.Now, null),
                    ],
                },
            }
        );
        stage.GoTo(12, 10);
        Assert.Contains("0\n期限切れ", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        stage.GoTo(12, 11);
        Assert.Contains(
            "東部：会議の準備と合意 1件",
            (await head.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );
        stage.GoTo(12, 15);
        await sample.ChangeAsync(c =>
            c with
            {
                Minutes = c.Minutes with
                {
                    Agreements =
                    [
                        .. c.Minutes.Agreements.Select(a =>
                            a with
                            {
                                Done = new(SampleCouncil.Kawakami, bot.Clock.Now),
                            }
                        ),
                    ],
                },
            }
        );

        Assert.Contains("0\n期限切れ", (await head.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
        Assert.Contains("1\n期限切れ", (await head.SayAsync("週次まとめ 先週")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monday_WithoutAPeriod_IsLastWeekAndSaysSo()
    {
        await MoveAsync();
        stage.GoTo(12, 7);

        Shown card = await head.SayAsync("週次まとめ");

        Assert.Contains("今週は始まったばかりなので、先週の分です。", card.Text, StringComparison.Ordinal);
        Assert.Contains("11月30日(月)–12月6日(日)｜令和8年度 第36週\n", card.Text, StringComparison.Ordinal);
        Assert.Contains(
            "12月7日(月)–12月13日(日)",
            (await head.PressAsync(card, "次の週")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("先週", "2026年11月23日(月)–11月29日(日)")]
    [InlineData("先月のまとめ", "月次まとめ　ひかり県")]
    [InlineData("11月のまとめ", "2026年11月")]
    [InlineData("週次まとめ 令和7年度", "令和7年度")]
    [InlineData("東部のまとめ", "週次まとめ　東部保健所")]
    [InlineData("週次まとめ 東部保健所 先週", "週次まとめ　東部保健所")]
    [InlineData("週次まとめ あおば市", "週次まとめ　あおば市")]
    [InlineData("週次まとめ 退院", "週次まとめ　退院支援ルールづくり")]
    [InlineData("週次まとめ「退院支援ルールづくり」", "週次まとめ　退院支援ルールづくり")]
    [InlineData("weekly summary Aoba City", "週次まとめ　あおば市")]
    [InlineData("summary of Tobu Health Centre", "週次まとめ　東部保健所")]
    [InlineData("weekly summary last week", "2026年11月23日(月)–11月29日(日)")]
    [InlineData("週次まとめ 感染症", "「感染症」に当たる場所や取り組みは見つかりませんでした")]
    [InlineData("週次まとめ 3月1日の週を見せてください", "2026年2月23日(月)–3月1日(日)")]
    public async Task Text_PeriodOrPlaceOrTheme_IsUnderstood(string text, string shown)
    {
        await MoveAsync();

        Assert.Contains(shown, (await head.SayAsync(text, inGroup: true)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_SeveralThemes_OffersThem()
    {
        await MoveAsync();
        await stage.BeginAsync("seibu", "taiin", "退院後のリハビリ");

        Shown card = await head.SayAsync("週次まとめ 退院");

        Assert.Contains(
            "「退院」に当たる取り組みが2件あります。下から選んでください。",
            card.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["東部｜退院支援ルールづくり", "西部｜退院後のリハビリ"], card.Choices("in_scope"));
    }

    [Fact]
    public async Task Text_PeriodToCome_ShowsThePresentOne()
    {
        Shown card = await head.ActAsync("summary/show", Data("w20261207", "p.00"));

        Assert.Contains("その期間はまだ始まっていません。", card.Text, StringComparison.Ordinal);
        Assert.Contains("11月30日(月)–12月6日(日)", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_LinesThatChanged_AreShown()
    {
        (ThemeId discharge, _) = await MoveAsync();

        Shown card = await head.ActAsync("summary/show", Data("w20261130", $"t.{discharge}"));

        Assert.Contains("段階1 実態把握・課題集約 +1", card.Text, StringComparison.Ordinal);
        Assert.Contains("\n未着手 → 実施中\n", card.Text, StringComparison.Ordinal);
        Assert.Contains("表1-2", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("表1-1 ", card.Text, StringComparison.Ordinal);
        Assert.Contains(
            "退院支援ルールづくり",
            (await head.PressAsync(card, "段階チェックを開く")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nurse_OtherCentres_AreFiguresOnly()
    {
        await MoveAsync();
        Player suzuki = await bot.SuzukiAsync();

        Shown whole = await suzuki.SayAsync("週次まとめ 先週");
        Assert.Contains("東部\n14%", whole.Text, StringComparison.Ordinal);
        Assert.Contains("ほかの保健所は、数字だけをお見せしています。", whole.Text, StringComparison.Ordinal);
        Assert.Contains("中部｜認知症の初期集中支援", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退院支援", whole.Text, StringComparison.Ordinal);

        Shown other = await suzuki.PressAsync(whole, "見る", ("in_scope", "c.tobu"));
        Assert.Contains("この保健所は、数字だけをお見せしています。", other.Text, StringComparison.Ordinal);
        Assert.Contains("全体\n14%", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退院支援", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "退院支援",
            (await suzuki.PressAsync(other, "グラフで見る")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "退院支援",
            (await suzuki.ActAsync("summary/show", Data("w20261130", "t.tobu.2026.taiin"))).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("退院支援", (await suzuki.SayAsync("週次まとめ 退院")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "退院支援",
            (await suzuki.SayAsync("週次まとめ あおば市")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Municipality_SeesItsOwnThemesAndNothingElse()
    {
        await MoveAsync();
        await stage.BeginAsync("tobu", "minato", "みなと町の見守り", "other", "003018");
        await new SampleCouncil(bot).AddAsync();
        Player kobayashi = await bot.EnterAsync("小林 結衣", 10, Role.MunicipalStaff, "tobu", "002020");

        foreach (string scope in (string[])["p.00", "c.tobu", "c.chubu", "m.003018", "m.002011", "t.tobu.2026.minato"])
        {
            foreach (string verb in (string[])["summary/show", "summary/charts"])
            {
                Shown card = await kobayashi.ActAsync(verb, Data("w20261130", scope));
                Assert.Contains("週次まとめ　あおば市", card.Text, StringComparison.Ordinal);
                Assert.Contains("お見せ", card.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("みなと町", card.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("認知症", card.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("調整会議", card.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("会議の準備", card.Text, StringComparison.Ordinal);
            }
        }
        Assert.Contains(
            "退院支援ルールづくり\n28%",
            (await kobayashi.SayAsync("週次まとめ")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("w20261130", "x.tobu")]
    [InlineData("w20261130", "c.nowhere")]
    [InlineData("w20261130", "p.47")]
    [InlineData("w20261130", "m.999999")]
    [InlineData("w20261130", "t.tobu.2026.gone")]
    [InlineData("w20261130", "t.tobu")]
    [InlineData("w20261131", "p.00")]
    [InlineData("", "")]
    public async Task Press_ForgedData_ShowsWhatMayBeSeen(string period, string scope)
    {
        foreach (string verb in (string[])["summary/show", "summary/charts"])
        {
            Shown card = await head.ActAsync(verb, Data(period, scope));

            Assert.Contains("週次まとめ", card.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Charts_HaveTheSameNumbersAsText()
    {
        await MoveAsync();

        Shown card = await head.PressAsync(await head.SayAsync("週次まとめ"), "グラフで見る");

        JsonArray body = card.Card!["body"]!.AsArray();
        JsonNode Chart(string type) => body.Single(e => e!["type"]!.GetValue<string>() == type)!;
        Assert.Equal(
            ["2", "0", "0", "0", "0"],
            Chart("Chart.Donut")["data"]!.AsArray().Select(d => d!["value"]!.ToJsonString())
        );
        Assert.Contains("段階1\n2件\n段階2\n0件", card.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["2", "33"],
            Chart("Chart.HorizontalBar.Stacked")["data"]![0]!["data"]!
                .AsArray()
                .Select(d => d!["value"]!.ToJsonString())
        );
        Assert.Contains("東部\n2\n33", card.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["2026-11-22:0", "2026-11-29:2", "2026-12-04:4"],
            Chart("Chart.Line")["data"]![0]!["values"]!
                .AsArray()
                .Select(v => $"{v!["x"]!.GetValue<string>()}:{v["y"]!.ToJsonString()}")
                .TakeLast(3)
        );
        Assert.Contains("11/29(日)\n2%（2/70項目）\n12/4(金)\n4%（3/70項目）", card.Text, StringComparison.Ordinal);
        Assert.All(
            body.Where(e => e!["type"]!.GetValue<string>().StartsWith("Chart.", StringComparison.Ordinal)),
            e => Assert.Equal("drop", e!["fallback"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Requests_OpenAtTheEndOfThePeriod_AreCountedWithTheLongestWait()
    {
        stage.GoTo(11, 26);
        RequestId first = await RequestAsync("tobu", "a1");
        stage.GoTo(11, 30);
        await RequestAsync("chubu", "b1");
        stage.GoTo(12, 3);
        await EndAsync(first);
        stage.GoTo(12, 4);

        Shown now = await head.SayAsync("週次まとめ");
        Assert.Contains("1\n本庁への相談\n最長4日待ち", now.Text, StringComparison.Ordinal);
        Shown before = await head.SayAsync("週次まとめ 先週");
        Assert.Contains("1\n本庁への相談\n最長4日待ち", before.Text, StringComparison.Ordinal);
        Assert.Contains("0\n本庁への相談", (await head.SayAsync("週次まとめ 東部")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "1\n本庁への相談",
            (await head.SayAsync("週次まとめ 東部 先週")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("様式をそろえたい", (await head.PressAsync(now, "相談を見る")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfferedByAFeature_IsOnTheCard()
    {
        Shown card = await head.SayAsync("週次まとめ");

        Assert.Equal("p.00", card.DataOf("Excel")["s"]!.GetValue<string>());
        Assert.Equal("w20261130", card.DataOf("Excel")["p"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stranger_IsAskedFirstWhoTheyAre()
    {
        await MoveAsync();
        Player mori = bot.Stranger("森 大輔", 20);

        Assert.DoesNotContain("動いた取り組み", (await mori.SayAsync("週次まとめ")).Text, StringComparison.Ordinal);
    }

    /// <summary>東部 and 中部 moved in the week of 23 November, 東部 in the one of 30 November; it is Friday 4 December.</summary>
    private async Task<(ThemeId Discharge, ThemeId Dementia)> MoveAsync()
    {
        stage.GoTo(10, 30);
        ThemeId discharge = await stage.BeginAsync("tobu", "taiin", "退院支援ルールづくり");
        ThemeId dementia = await stage.BeginAsync("chubu", "ninchisho", "認知症の初期集中支援", "dementia", "002011");
        stage.GoTo(11, 25);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 1);
        await stage.AnswerAsync(dementia, ItemStatus.InProgress, 1);
        stage.GoTo(12, 2);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 2);
        stage.GoTo(12, 4);
        return (discharge, dementia);
    }

    private async Task RenameAsync(ThemeId theme, string name)
    {
        Bot.Themes.ThemeSummary now = await stage.NowAsync(theme);
        Assert.True(
            await bot.Themes.TryReplaceAsync(
                TestBot.Tenant,
                now,
                now.Theme with
                {
                    Name = name,
                },
                CancellationToken.None
            )
        );
    }

    private async Task<RequestId> RequestAsync(string centre, string name)
    {
        RequestId id = RequestId.Of("00", centre, name);
        await bot.Requests.AddAsync(
            TestBot.Tenant,
            SupportRequest.New(
                id,
                "様式をそろえたい",
                "",
                RequestContext.None,
                new(TestBot.IdOf(3), "佐藤 美咲"),
                bot.Clock.Now,
                BusinessDays.National
            ),
            CancellationToken.None
        );
        return id;
    }

    private async Task EndAsync(RequestId id) =>
        await bot.Requests.ChangeAsync(
            TestBot.Tenant,
            id,
            r =>
                r.After(
                    new("end", RequestStepKind.Closed, RequestSide.Centre, r.AskedBy, bot.Clock.Now, ""),
                    BusinessDays.National
                ),
            CancellationToken.None
        );

    private static JsonObject Data(string period, string scope) => new() { ["p"] = period, ["s"] = scope };
}
