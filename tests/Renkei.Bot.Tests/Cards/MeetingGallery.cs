using Renkei.Bot.Tests.Play;
using Renkei.Bot.Themes;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of papers, tasks, information sheets, the day and the minutes, made by people who press what leads to them.</summary>
internal sealed class MeetingGallery(TestBot bot, bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];
    private readonly SampleCouncil council = new(bot);
    private Player kawakami = null!;

    /// <summary>The cards by name, e.g. <c>tasks.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        MeetingGallery gallery = new(bot, isJapanese);
        ThemeId theme = await bot.ThemeAsync(bot.Stranger(gallery.Say("佐藤 美咲", "Misaki Sato"), 3));
        if (!isJapanese)
        {
            ThemeSummary summary = (await bot.Themes.FindAsync(TestBot.Tenant, theme, CancellationToken.None))!;
            Theme english = summary.Theme with { Name = "Rules for discharge support" };
            await bot.Themes.TryReplaceAsync(TestBot.Tenant, summary, english, CancellationToken.None);
        }
        await gallery.council.AddAsync(isJapanese, theme);
        gallery.kawakami = await gallery.EnterAsync("川上 由美", "Yumi Kawakami", 4, Role.Coordinator);
        await gallery.EnterAsync("田中 浩", "Hiroshi Tanaka", 5, Role.Nurse);
        await gallery.PapersAsync();
        await gallery.TasksAsync();
        await gallery.SheetsAsync();
        await gallery.DayAsync();
        await gallery.MinutesAsync();
        return gallery.cards;
    }

    private async Task PapersAsync()
    {
        await council.ChangeAsync(c => c with { Participants = [] });
        Keep("sheet-nobody", await ActAsync("sheets/list"));
        Council full = await council.ChangeAsync(c =>
            c with
            {
                Papers = [.. c.Papers.Select(p => p with { IsReady = p.Id == "t4" })],
            }
        );
        await new SampleCouncil(bot).ChangeAsync(c => c with { Participants = SampleCouncil.Participants(isJapanese) });
        Shown papers = Keep("papers", await ActAsync("papers/list"));
        Keep("paper-ready", await kawakami.PressAsync(papers, Say("そろった", "It is ready")));
        Shown edit = Keep("paper-edit", await kawakami.PressAsync(papers, Say("変える", "Change")));
        Shown wrong = Keep(
            "paper-wrong",
            await kawakami.PressAsync(edit, Say("保存", "Save"), ("in_link", "http://example.jp/a"))
        );
        await kawakami.PressAsync(wrong, Say("保存", "Save"), ("in_link", "https://example.jp/a"));
        Keep("paper-removed", await kawakami.PressAsync(edit, Say("この資料を消す", "Remove this paper")));
        Assert.Equal(4, full.Papers.Count);
    }

    private async Task TasksAsync()
    {
        Shown tasks = Keep("tasks", await ActAsync("tasks/list"));
        Keep("task-done", await kawakami.PressAsync(tasks, Say("済み", "Done")));
        Keep("task-new", await kawakami.PressAsync(tasks, Say("作業を足す", "Add a task")));
        Shown edit = Keep("task-edit", await kawakami.PressAsync(tasks, Say("変える", "Change")));
        Shown share = Keep(
            "tasks-share",
            await kawakami.PressAsync(tasks, Say("担当のいない14件を割り振る", "Give away 14 without an owner"))
        );
        Shown given = Keep(
            "tasks-given",
            await kawakami.PressAsync(
                share,
                Say("この人にお願いする", "Give to this person"),
                ("in_owner", TestBot.IdOf(5)),
                ("in_tasks", string.Join(',', share.Inputs["in_tasks"]!.Split(',').Take(4)))
            )
        );
        Keep(
            "task-changed",
            await kawakami.PressAsync(
                edit,
                Say("保存", "Save"),
                ("in_text", Say("病院を訪ねる", "Visit the hospitals"))
            )
        );
        Keep("task-removed", await kawakami.PressAsync(edit, Say("この作業を消す", "Remove this task")));
        Keep("tasks-page-2", await kawakami.PressAsync(given, Say("続きの8件", "Next 8")));
        Player tanaka = bot.Stranger(Say("田中 浩", "Hiroshi Tanaka"), 5, Locale);
        Keep("tasks-mine", await tanaka.SayAsync(Say("自分の作業", "my tasks")));
        Keep("tasks-mine-none", await kawakami.SayAsync(Say("自分の作業", "my tasks")));
        Player takahashi = await EnterAsync("高橋 恵", "Megumi Takahashi", 1, Role.HeadOffice, null);
        Keep("tasks-reader", await takahashi.ActAsync("tasks/list", SampleCouncil.Data()));
        Keep("tasks-group", await kawakami.ActAsync("tasks/list", SampleCouncil.Data(), inGroup: true));
    }

    private async Task SheetsAsync()
    {
        Shown nothing = Keep("sheet-nothing", await ActAsync("sheets/list"));
        Keep("sheet-without", await kawakami.PressAsync(nothing, Say("シートなしで進める", "Go without a sheet")));
        await ActAsync("sheets/skip", ("d", false));
        Shown draft = Keep("sheet-draft", await kawakami.PressAsync(nothing, Say("シートを作る", "Draw up a sheet")));
        string check = Say("確かめて送る", "Check and send");
        Keep("sheet-wrong", await kawakami.PressAsync(draft, check, ("in_deadline", "2026-12-19")));
        Shown confirm = Keep("sheet-confirm", await kawakami.PressAsync(draft, check));
        Shown sent = Keep(
            "sheet-sent",
            await kawakami.PressAsync(confirm, Say("Renkei から2件に送る", "Send to 2 by Renkei"))
        );
        Shown proxy = Keep("answer-proxy", await kawakami.PressAsync(sent, Say("代わりに入力", "Enter for them")));
        Player kobayashi = await EnterAsync("小林 結衣", "Yui Kobayashi", 10, Role.MunicipalStaff, "tobu");
        Shown open = Keep("answer", await kobayashi.ActAsync("sheet/open", SampleCouncil.Data(("p", "p1"))));
        string send = Say("回答する", "Send the answer");
        Keep("answer-empty", await kobayashi.PressAsync(open, send));
        Keep(
            "answer-personal",
            await kobayashi.PressAsync(open, send, ("in_a1", Say("電話 090-1234-5678", "call 090-1234-5678")))
        );
        Keep(
            "answer-receipt",
            await kobayashi.PressAsync(
                open,
                send,
                (
                    "in_a1",
                    Say(
                        "退院の前日に電話が来ることが多い。夜の連絡先が分からず困った。",
                        "Often only the day before, by telephone. Nobody could be reached at night."
                    )
                ),
                ("in_a2", Say("担当者の会議が月に一度ある", "There is a monthly meeting"))
            )
        );
        Keep(
            "answer-conflict",
            await kawakami.PressAsync(proxy, Say("保存", "Save"), ("in_a1", Say("前日に電話", "The day before")))
        );
        bot.Clock.Now = new(2026, 12, 11, 1, 0, 0, TimeSpan.Zero);
        Shown hospital = await kawakami.ActAsync("sheet/open", SampleCouncil.Data(("p", "p2")));
        Shown entered = Keep(
            "answer-entered",
            await kawakami.PressAsync(
                hospital,
                Say("保存", "Save"),
                ("in_a1", string.Concat(Enumerable.Repeat(Say("長い返事", "long answer "), 15)).Trim()),
                ("in_a3", Say("病棟への説明会", "The talks on the wards"))
            )
        );
        Keep(
            "sheet-nudged",
            await kawakami.PressAsync(entered, Say("未回答の1件に知らせる", "Remind the 1 without an answer"))
        );
        Shown compare = Keep(
            "comparison",
            await kawakami.PressAsync(entered, Say("回答を並べて見る", "Compare the answers"))
        );
        Keep(
            "comparison-whole",
            await kawakami.PressAsync(
                compare,
                Say("この方の回答を全部読む", "Read all of this answer"),
                ("in_who", "p2")
            )
        );
        Keep("sheet-settled", await kawakami.PressAsync(entered, Say("シートを直す", "Change the sheet")));
        Player stranger = await EnterAsync("森 大輔", "Daisuke Mori", 20, Role.MunicipalStaff, "tobu");
        Keep("answer-refused", await stranger.ActAsync("sheet/open", SampleCouncil.Data(("p", "p1"))));
    }

    private async Task DayAsync()
    {
        Keep("day-before", await ActAsync("day/list"));
        Keep("minutes-before", await ActAsync("minutes/list"));
        bot.Clock.Now = new(2026, 12, 18, 7, 30, 0, TimeSpan.Zero);
        Shown day = Keep("day", await ActAsync("day/list"));
        Shown agenda = Keep("day-agenda", await kawakami.PressAsync(day, Say("次第を直す", "Change the agenda")));
        string save = Say("保存", "Save");
        Keep(
            "day-agenda-wrong",
            await kawakami.PressAsync(agenda, save, ("in_agenda", Say("10 ねらい\n現状", "10 Aim\nHow things are")))
        );
        Keep("day-all", await kawakami.PressAsync(day, Say("全員出席", "Everybody came")));
        Shown attendance = Keep(
            "day-attendance",
            await kawakami.PressAsync(day, Say("出欠を直す", "Change attendance"))
        );
        await kawakami.PressAsync(attendance, save, ("in_came", "p1,p3,p4,p5"), ("in_online", "p4"));
        Keep("day-attendance-changed", await kawakami.PressAsync(attendance, save, ("in_came", "p1")));
        Shown guest = Keep(
            "day-guest",
            await kawakami.PressAsync(day, Say("予定になかった方を足す", "Add somebody unexpected"))
        );
        Keep(
            "day-guest-added",
            await kawakami.PressAsync(
                guest,
                Say("出席者に足す", "Add to those present"),
                ("in_org", Say("あおば市医師会", "Aoba Medical Association")),
                ("in_sector", "medical-association")
            )
        );
    }

    private async Task MinutesAsync()
    {
        string save = Say("保存", "Save");
        Shown empty = Keep("minutes-empty", await ActAsync("minutes/list"));
        Shown form = Keep(
            "minutes-form",
            await kawakami.PressAsync(empty, Say("決まったことを書く", "Write the decisions"))
        );
        Shown written = await kawakami.PressAsync(
            form,
            save,
            (
                "in_decisions",
                Say(
                    "入院から3日以内に、病棟からケアマネジャーへ連絡する\n窓口の一覧を毎年4月に直す",
                    "The ward tells the care manager within three days\nThe list of contacts is renewed every April"
                )
            ),
            ("in_next", "2027-03-12")
        );
        Keep(
            "minutes-form-changed",
            await kawakami.PressAsync(form, save, ("in_decisions", Say("別のこと", "Something else")))
        );
        Shown agreement = Keep(
            "agreement-new",
            await kawakami.PressAsync(written, Say("合意を足す", "Add an agreement"))
        );
        string add = Say("この合意を足す", "Add this agreement");
        Keep(
            "agreement-wrong",
            await kawakami.PressAsync(agreement, add, ("in_what", Say("窓口の一覧を作る", "List the contacts")))
        );
        await kawakami.PressAsync(
            agreement,
            add,
            ("in_who", "p2"),
            ("in_what", Say("病棟ごとの窓口の一覧を作る", "List a contact for every ward")),
            ("in_due", "2027-01-15")
        );
        Shown second = await kawakami.PressAsync(written, Say("合意を足す", "Add an agreement"));
        Shown two = await kawakami.PressAsync(
            second,
            add,
            ("in_who", "p3"),
            ("in_what", Say("様式を事業所に知らせる", "Tell the services about the form")),
            ("in_due", "2027-01-29")
        );
        Shown review = Keep(
            "minutes-review",
            await kawakami.PressAsync(two, Say("会議を振り返る", "Review the meeting"))
        );
        Keep("minutes-review-wrong", await kawakami.PressAsync(review, save, ("in_people", "4")));
        Shown full = Keep(
            "minutes",
            await kawakami.PressAsync(
                review,
                save,
                ("in_people", "3"),
                ("in_view", "4"),
                ("in_roles", "3"),
                ("in_remark", Say("病棟の師長にも来てもらう", "Ask the head nurses to come as well"))
            )
        );
        Shown sharing = Keep(
            "minutes-share",
            await kawakami.PressAsync(full, Say("参加者に知らせる", "Share with participants"))
        );
        Keep("minutes-close", await kawakami.PressAsync(full, Say("記録を閉じる", "Close the minutes")));
        await kawakami.PressAsync(sharing, Say("知らせる", "Share"));
        Shown close = await kawakami.PressAsync(full, Say("記録を閉じる", "Close the minutes"));
        Shown closed = Keep("minutes-closed", await kawakami.PressAsync(close, Say("閉じる", "Close")));
        Shown effects = Keep(
            "effects",
            await kawakami.PressAsync(closed, Say("取り組みに反映する", "What it means for the theme"))
        );
        Shown set = Keep("effects-set", await kawakami.PressAsync(effects, Say("実施中にする", "Set to in progress")));
        Keep("effects-undone", await kawakami.PressAsync(set, Say("元に戻す", "Undo")));
        bot.Clock.Now = new(2027, 1, 20, 0, 0, 0, TimeSpan.Zero);
        Shown list = Keep("agreements", await kawakami.SayAsync(Say("合意の進み", "agreements")));
        Shown done = Keep("agreement-done", await kawakami.PressAsync(list, Say("済み", "Done")));
        Keep("agreements-kept", await kawakami.PressAsync(done, Say("済んだ合意", "Kept agreements")));
    }

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }

    private Task<Shown> ActAsync(string verb, params (string Name, System.Text.Json.Nodes.JsonNode? Value)[] data) =>
        kawakami.ActAsync(verb, SampleCouncil.Data(data));

    private Task<Player> EnterAsync(string ja, string en, int number, Role role, string? centre = "tobu") =>
        bot.EnterAsync(Say(ja, en), number, role, centre, centre is null ? null : "002020", Locale);

    private string Locale => isJapanese ? "ja-JP" : "en-GB";

    private string Say(string ja, string en) => isJapanese ? ja : en;
}
