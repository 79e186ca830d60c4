using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Cards;

/// <summary>Every card of the features, made by people who press what leads to it; in one language.</summary>
internal sealed class Gallery(TestBot bot, bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];

    private string Locale => isJapanese ? "ja-JP" : "en-GB";

    /// <summary>The cards by name, e.g. <c>walk.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        Gallery gallery = new(bot, isJapanese);
        await gallery.MembershipAsync();
        ThemeId theme = await gallery.ThemesAsync();
        await gallery.WalkAsync(theme);
        await gallery.HelpAsync();
        return
        [
            .. gallery.cards,
            .. await MeetingGallery.MakeAsync(isJapanese),
            .. await ReminderGallery.MakeAsync(isJapanese),
            .. (await DownloadGallery.MakeAsync(isJapanese))
                .Concat(await CouncilGallery.MakeAsync(isJapanese))
                .Concat(await SummaryGallery.MakeAsync(isJapanese))
                .Select(c => ($"{c.Name}.{(isJapanese ? "ja" : "en")}", c.Card)),
            .. await RequestGallery.MakeAsync(isJapanese),
            .. await FeedbackGallery.MakeAsync(isJapanese),
        ];
    }

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;

    private Player Stranger(string ja, string en, int number) => bot.Stranger(Say(ja, en), number, Locale);

    private Task<Player> EnterAsync(string ja, string en, int number, Role role, string? centre, string? town = null) =>
        bot.EnterAsync(Say(ja, en), number, role, centre, town, Locale);

    private async Task MembershipAsync()
    {
        Player mori = Stranger("森 大輔", "Daisuke Mori", 20);
        await mori.InstallAsync();
        Shown greeting = Keep("greeting", Assert.Single(mori.Received));
        Keep("join-place-municipality", await mori.PressAsync(greeting, Next, ("in_role", "MunicipalStaff")));
        Shown place = Keep("join-place-coordinator", await mori.PressAsync(greeting, Next, ("in_role", "Coordinator")));
        Keep("join-place-missing", await mori.PressAsync(place, Say("これで始める", "Start"), ("in_centre", "")));
        Player kawakami = await EnterAsync("川上 由美", "Yumi Kawakami", 4, Role.Coordinator, "tobu");
        Keep("join-waiting", await mori.PressAsync(place, Say("これで始める", "Start"), ("in_centre", "tobu")));
        Keep("standing-waiting", await mori.SayAsync(Say("所属", "profile")));
        Shown request = Keep("confirm-request", Assert.Single(kawakami.Received));
        Keep("standing-asked", await kawakami.SayAsync(Say("所属", "profile")));
        Keep("confirm-done", await kawakami.PressAsync(request, Say("確認する", "Confirm")));
        Keep("confirm-over", await kawakami.PressAsync(request, Say("見送る", "Decline")));
        Keep("standing", await mori.SayAsync(Say("所属", "profile")));
        Keep("join-role", await mori.PressAsync(await mori.SayAsync(Say("所属", "profile")), Say("変える", "Change")));
        Keep("join-role-missing", await mori.ActAsync("join/place", []));
        Player sato = Stranger("佐藤 美咲", "Misaki Sato", 3);
        Shown ask = await sato.PressAsync(await sato.SayAsync(Say("所属", "profile")), Next, ("in_role", "Nurse"));
        Keep("joined", await sato.PressAsync(ask, Say("これで始める", "Start"), ("in_centre", "tobu")));
    }

    private async Task<ThemeId> ThemesAsync()
    {
        Player sato = Stranger("佐藤 美咲", "Misaki Sato", 3);
        await EnterAsync("田中 浩", "Hiroshi Tanaka", 5, Role.Nurse, "tobu");
        Player takahashi = await EnterAsync("高橋 恵", "Megumi Takahashi", 1, Role.HeadOffice, null);
        Player kobayashi = await EnterAsync("小林 結衣", "Yui Kobayashi", 10, Role.MunicipalStaff, "tobu", "002020");
        Keep("list-empty", await sato.SayAsync(Say("段階チェック", "stage check")));
        Keep("list-empty-reader", await kobayashi.SayAsync(Say("段階チェック", "stage check")));
        Keep("list-centres", await takahashi.SayAsync(Say("段階チェック", "stage check")));
        Keep("new-refused", await takahashi.SayAsync(Say("新しい取り組み", "new theme")));
        Shown form = Keep("new", await sato.SayAsync(Say("新しい取り組み", "new theme")));
        string create = Say("つくって始める", "Create and begin");
        Shown again = Keep("new-missing", await sato.PressAsync(form, create, ("in_field", "discharge")));
        Shown made = Keep(
            "made",
            await sato.PressAsync(
                again,
                create,
                ("in_name", Say("退院支援ルールづくり", "Rules for discharge support")),
                ("in_members", TestBot.IdOf(5))
            )
        );
        Shown edit = Keep(
            "edit",
            await sato.PressAsync(made, Say("名前・市町村・メンバーを変える", "Change name, municipalities, members"))
        );
        Player tanaka = Stranger("田中 浩", "Hiroshi Tanaka", 5);
        await tanaka.PressAsync(edit, Say("保存する", "Save"), ("in_towns", "002020,003018"));
        Keep("edit-changed", await sato.PressAsync(edit, Say("保存する", "Save"), ("in_field", "dementia")));
        Keep("theme-gone", await sato.ActAsync("themes/show", new() { ["t"] = "tobu.2026.gone" }));
        return (await bot.Themes.ListAsync(TestBot.Tenant, "tobu", 2026, CancellationToken.None))[0].Theme.Id;
    }

    private async Task WalkAsync(ThemeId theme)
    {
        Player sato = Stranger("佐藤 美咲", "Misaki Sato", 3);
        Player tanaka = Stranger("田中 浩", "Hiroshi Tanaka", 5);
        string save = Say("保存して次へ", "Save and next");
        string note = Say("医師会の窓口は事務局長", "Our contact is the secretary-general");

        Shown first = Keep("walk-first", await OpenAsync(sato, theme, 1));
        await sato.PressAsync(first, save, ("in_s_01", "e"), ("in_s_02", "i"), ("in_s_03", "i"));
        bot.Clock.Now += TimeSpan.FromDays(3);
        Shown old = await OpenAsync(sato, theme, 4);
        Keep(
            "walk-error",
            await tanaka.PressAsync(old, save, ("in_s_08", "x"), ("in_n_09", note), ("in_u_10", "2026-12-18"))
        );
        Shown personal = Keep(
            "walk-personal-data",
            await tanaka.PressAsync(
                old,
                save,
                ("in_s_08", "i"),
                ("in_n_08", Say("電話 090-1234-5678", "call 090-1234-5678"))
            )
        );
        Keep("walk-saved", await tanaka.PressAsync(personal, Say("消して保存", "Remove and save"), ("in_n_08", note)));
        Shown conflict = Keep(
            "conflict",
            await sato.PressAsync(
                old,
                save,
                ("in_s_08", "p"),
                ("in_s_09", "p"),
                ("in_x_09", Say("市立病院へ説明", "Explain to the city hospital")),
                ("in_u_09", "2026-12-18"),
                ("in_w_09", tanaka.Ref.ObjectId)
            )
        );
        Shown decided = await sato.PressAsync(conflict, Say("これで決める", "Decide"), ("in_c_08", "mine"));
        Keep("walk-undone", await sato.PressAsync(decided, Say("元に戻す", "Undo")));
        Shown walk = Keep("walk", await OpenAsync(sato, theme, 4));
        Keep("history", await sato.PressAsync(walk, Say("履歴", "History")));
        Keep(
            "stopped",
            await sato.PressAsync(walk, Say("今日はここまで", "Stop for today"), ("in_s_10", "x"), ("in_r_10", note))
        );
        Keep("walk-last", await OpenAsync(sato, theme, 12));
        Keep("overview", await ShowAsync(sato, theme));
        Keep("list", await sato.SayAsync(Say("段階チェック", "stage check")));
        Player takahashi = Stranger("高橋 恵", "Megumi Takahashi", 1);
        Keep("read", await OpenAsync(takahashi, theme, 4));
        Keep("overview-reader", await ShowAsync(takahashi, theme));
        Keep("overview-group", await sato.ActAsync("themes/show", new() { ["t"] = theme.ToString() }, inGroup: true));
        Keep("continue-nothing", await takahashi.SayAsync(Say("続き", "continue")));
        Keep("undo-nothing", await takahashi.SayAsync(Say("元に戻す", "undo")));
        Shown last = await OpenAsync(sato, theme, 12);
        Keep("through", await sato.PressAsync(last, Say("保存して終わる", "Save and finish")));
        Keep("walk-fullest", await FullestAsync(bot, isJapanese));
    }

    /// <summary>The group with the most lines, twelve members, every detail as long as it may be, and given back with an error.</summary>
    public static async Task<Shown> FullestAsync(TestBot bot, bool isJapanese)
    {
        string locale = isJapanese ? "ja-JP" : "en-GB";
        Player[] members =
        [
            .. await Task.WhenAll(
                Enumerable
                    .Range(50, 12)
                    .Select(n =>
                        bot.EnterAsync(
                            isJapanese ? $"勅使河原 小百合（{n}）" : $"Sayuri Teshigawara ({n})",
                            n,
                            Role.Nurse,
                            "tobu",
                            locale: locale
                        )
                    )
            ),
        ];
        ThemeId id = ThemeId.Of("tobu", 2026, "full");
        await bot.Themes.AddAsync(
            TestBot.Tenant,
            new(
                id,
                isJapanese ? new string('長', Theme.NameLength) : new string('w', Theme.NameLength),
                "discharge",
                ["002020"],
                [.. members.Select(m => m.Ref)],
                members[0].Ref,
                bot.Clock.Now
            ),
            CancellationToken.None
        );
        RoleGroup group = bot.Playbook.Groups.MaxBy(g => g.Items.Count)!;
        Shown card = await OpenAsync(members[0], id, group.Number);
        char letter = isJapanese ? '長' : 'w';
        (string, string)[] filled =
        [
            .. group.Items.SelectMany(item =>
                new (string, string)[]
                {
                    ($"in_s_{item.Id.Key}", "x"),
                    ($"in_r_{item.Id.Key}", new(letter, 120)),
                    ($"in_n_{item.Id.Key}", new(letter, 500)),
                    ($"in_d_{item.Id.Key}", "2026-12-04"),
                    ($"in_x_{item.Id.Key}", new(letter, 80)),
                    ($"in_u_{item.Id.Key}", "2027-03-31"),
                    ($"in_w_{item.Id.Key}", members[11].Ref.ObjectId),
                }
            ),
        ];
        await members[0].PressAsync(card, isJapanese ? "今日はここまで" : "Stop for today", filled);
        card = await OpenAsync(members[0], id, group.Number);
        return await members[0]
            .PressAsync(card, isJapanese ? "今日はここまで" : "Stop for today", ($"in_d_{group.Items[0].Id.Key}", "?"));
    }

    private async Task HelpAsync()
    {
        Player sato = Stranger("佐藤 美咲", "Misaki Sato", 3);
        Keep("help", await sato.SayAsync(Say("ヘルプ", "help")));
        Keep("help-group", await sato.SayAsync(Say("ヘルプ", "help"), inGroup: true));
        Keep("unsure", await sato.SayAsync(Say("明日の天気はどうですか", "what about tomorrow's weather")));
    }

    private string Next => Say("次へ", "Next");

    private static Task<Shown> OpenAsync(Player player, ThemeId theme, int group) =>
        player.ActAsync("walk/open", new() { ["t"] = theme.ToString(), ["g"] = group });

    private static Task<Shown> ShowAsync(Player player, ThemeId theme) =>
        player.ActAsync("themes/show", new() { ["t"] = theme.ToString() });
}
