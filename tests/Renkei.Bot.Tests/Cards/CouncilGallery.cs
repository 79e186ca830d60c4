using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of the list of councils, a new one, the whole of one, its purpose and its history.</summary>
internal static class CouncilGallery
{
    /// <summary>The cards by name without the language.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        string locale = isJapanese ? "ja-JP" : "en-GB";
        List<(string, Shown)> cards = [];
        Player sato = await bot.EnterAsync(Say("佐藤 美咲", "Misaki Sato"), 3, Role.Nurse, "tobu", locale: locale);
        Player tanaka = await bot.EnterAsync(Say("田中 浩", "Hiroshi Tanaka"), 5, Role.Nurse, "tobu", locale: locale);
        Player head = await bot.EnterAsync(
            Say("高橋 恵", "Megumi Takahashi"),
            1,
            Role.HeadOffice,
            null,
            locale: locale
        );
        Player kobayashi = await bot.EnterAsync(
            Say("小林 結衣", "Yui Kobayashi"),
            10,
            Role.MunicipalStaff,
            "tobu",
            "002020",
            locale
        );
        string list = Say("会議準備", "councils");
        Keep("council-list-empty", await sato.SayAsync(list));
        Keep("council-list-empty-municipality", await kobayashi.SayAsync(list));
        Keep("council-list-centres", await head.SayAsync(list));
        ThemeId theme = ThemeId.Of("tobu", 2026, "taiin");
        await bot.Themes.AddAsync(
            TestBot.Tenant,
            new(
                theme,
                Say("退院支援ルールづくり", "Rules for discharge support"),
                "discharge",
                ["002020"],
                [sato.Ref, tanaka.Ref],
                sato.Ref,
                bot.Clock.Now
            ),
            CancellationToken.None
        );
        Shown form = Keep("council-new", await sato.ActAsync("council/new", new() { ["t"] = theme.ToString() }));
        string create = Say("準備を始める", "Begin to prepare");
        Keep("council-new-missing", await sato.PressAsync(form, create, ("in_kind", "")));
        Shown begun = Keep("council-begun", await sato.PressAsync(form, create));
        Shown purpose = Keep(
            "council-purpose",
            await sato.PressAsync(begun, Say("目的とテーマへ進む", "Go to: Purpose and theme"))
        );
        Keep("council-purpose-example", await sato.PressAsync(purpose, Say("例文を入れる", "Fill in the example")));
        await tanaka.PressAsync(
            purpose,
            Say("全体を見る", "Whole council"),
            ("in_title", Say("退院支援の話し合い", "Talks on discharge support"))
        );
        Keep(
            "council-purpose-changed",
            await sato.PressAsync(
                purpose,
                Say("全体を見る", "Whole council"),
                ("in_title", Say("退院ルールの会議", "Council on discharge"))
            )
        );
        SampleCouncil sample = new(bot);
        await sample.AddAsync(isJapanese, theme);
        Keep("council-list", await sato.SayAsync(list));
        Keep("council-list-group", await sato.SayAsync(list, inGroup: true));
        Keep("council-overview", await sato.ActAsync("council/show", SampleCouncil.Data()));
        Keep("council-overview-reader", await head.ActAsync("council/show", SampleCouncil.Data()));
        Keep("council-overview-group", await sato.ActAsync("council/show", SampleCouncil.Data(), inGroup: true));
        Keep("council-purpose-reader", await head.ActAsync("council/step", SampleCouncil.Data(("s", 1))));
        await sample.ChangeAsync(
            c =>
                c with
                {
                    Place = Say("東部保健所 大会議室", "Eastern Health Centre, large room"),
                    Participants = [.. c.Participants.Select(p => p with { InvitedAt = bot.Clock.Now })],
                },
            sato.Ref
        );
        Keep("council-list-municipality", await kobayashi.SayAsync(list));
        await sample.ChangeAsync(
            c => c.MovedTo(new(new(2026, 12, 21), new(10, 0), 90), tanaka.Ref, bot.Clock.Now),
            tanaka.Ref
        );
        await sample.ChangeAsync(
            c => c.Cancelled(tanaka.Ref, bot.Clock.Now, Say("大雪のため", "heavy snow")),
            tanaka.Ref
        );
        Keep("council-cancelled", await sato.ActAsync("council/show", SampleCouncil.Data()));
        Keep("council-history", await sato.ActAsync("council/history", SampleCouncil.Data()));
        Keep("council-past", await sato.ActAsync("council/list", new() { ["c"] = "tobu", ["z"] = true }));
        return cards;

        string Say(string ja, string en) => isJapanese ? ja : en;

        Shown Keep(string name, Shown card)
        {
            cards.Add((name, card));
            return card;
        }
    }
}
