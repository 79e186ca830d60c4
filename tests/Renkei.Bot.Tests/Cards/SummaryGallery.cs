using Renkei.Bot.Tests.Play;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The summaries of a prefecture, a centre, a municipality and a theme, their charts, and who sees how much.</summary>
internal static class SummaryGallery
{
    /// <summary>The cards by name without the language.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        string locale = isJapanese ? "ja-JP" : "en-GB";
        List<(string, Shown)> cards = [];
        Player head = await bot.EnterAsync(
            Say("高橋 恵", "Megumi Takahashi"),
            1,
            Role.HeadOffice,
            null,
            locale: locale
        );
        Player suzuki = await bot.EnterAsync(Say("鈴木 彩", "Aya Suzuki"), 6, Role.Nurse, "chubu", locale: locale);
        Player kobayashi = await bot.EnterAsync(
            Say("小林 結衣", "Yui Kobayashi"),
            10,
            Role.MunicipalStaff,
            "tobu",
            "002020",
            locale
        );
        string summary = Say("週次まとめ", "weekly summary");
        SummaryStage stage = new(bot);
        stage.GoTo(10, 5);
        Keep("summary-empty", await head.SayAsync(summary));
        ThemeId discharge = await stage.BeginAsync("tobu", "taiin", Say("退院支援ルールづくり", "Rules for discharge"));
        ThemeId dementia = await stage.BeginAsync(
            "chubu",
            "ninchisho",
            Say("認知症の初期集中支援", "Early support in dementia"),
            "dementia",
            "002011"
        );
        ThemeId rare = await stage.BeginAsync(
            "tobu",
            "nanbyo",
            Say("難病の方の災害時の備え", "Disasters and intractable diseases"),
            "intractable-diseases",
            "002020"
        );
        await stage.AnswerAsync(discharge, ItemStatus.Established, 1, 2, 3);
        stage.GoTo(10, 28);
        await stage.AnswerAsync(rare, ItemStatus.InProgress, 1);
        stage.GoTo(11, 4);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 4, 5);
        stage.GoTo(11, 18);
        await stage.AnswerAsync(dementia, ItemStatus.InProgress, new(2026, 12, 1), [1, 2]);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 6);
        stage.GoTo(11, 26);
        await stage.AnswerAsync(dementia, ItemStatus.InProgress, 3);
        stage.GoTo(12, 2);
        await stage.AnswerAsync(discharge, ItemStatus.InProgress, 7, 8);
        await stage.AnswerAsync(discharge, ItemStatus.Preparing, 9);
        await bot.Requests.AddAsync(
            TestBot.Tenant,
            SupportRequest.New(
                RequestId.Of("00", "chubu", "a1"),
                Say("様式をそろえたい", "One form for all"),
                "",
                RequestContext.None,
                suzuki.Ref,
                bot.Clock.Now,
                BusinessDays.National
            ),
            CancellationToken.None
        );
        stage.GoTo(12, 4);
        await new SampleCouncil(bot).AddAsync(isJapanese, discharge);
        Shown whole = Keep("summary-prefecture", await head.SayAsync(summary, inGroup: true));
        Keep("summary-charts", await head.PressAsync(whole, Say("グラフで見る", "Charts")));
        string look = Say("見る", "Open");
        Shown centre = Keep("summary-centre", await head.PressAsync(whole, look, ("in_scope", "c.tobu")));
        Keep("summary-theme", await head.PressAsync(centre, look, ("in_scope", $"t.{discharge}")));
        Keep("summary-centre-charts", await head.PressAsync(centre, Say("グラフで見る", "Charts")));
        Keep("summary-closed", await head.PressAsync(whole, Say("前の週", "Week before")));
        Keep("summary-year", await head.SayAsync(Say("週次まとめ 今年度", "weekly summary this year")));
        Keep("summary-month", await head.SayAsync(Say("週次まとめ 11月", "weekly summary November")));
        Keep("summary-other-centre", await suzuki.SayAsync(summary));
        Keep("summary-figures-only", await suzuki.ActAsync("summary/show", Data("c.tobu")));
        Keep("summary-municipality", await kobayashi.SayAsync(summary));
        Keep("summary-not-found", await head.SayAsync(Say("週次まとめ 感染症", "weekly summary influenza")));
        string weekly = Say("毎週月曜9時", "every Monday 9:00");
        Keep("weekly-personal", await head.SayAsync(weekly));
        Keep("weekly-none", await head.SayAsync(Say("定期送信", "weekly delivery"), inGroup: true));
        Keep("weekly-reader", await suzuki.SayAsync(Say("定期送信", "weekly delivery"), inGroup: true));
        Shown set = Keep("weekly-set", await head.SayAsync(weekly, inGroup: true));
        Keep(
            "weekly-impossible",
            await head.PressInAsync(set, Say("この曜日と時刻で送る", "Send at this time"), true, ("in_time", "23:00"))
        );
        await bot.GoToAsync(2026, 12, 7, 9, 45);
        Keep("weekly-late", Shown.Of(bot.Teams.SentTo(Player.Group)[^1]));
        Keep("weekly-stopped", await head.PressInAsync(set, Say("止める", "Stop"), true));
        return cards;

        System.Text.Json.Nodes.JsonObject Data(string scope) => new() { ["p"] = "w20261130", ["s"] = scope };

        string Say(string ja, string en) => isJapanese ? ja : en;

        Shown Keep(string name, Shown card)
        {
            cards.Add((name, card));
            return card;
        }
    }
}
