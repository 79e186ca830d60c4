using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

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
        await gallery.council.AddAsync(isJapanese);
        gallery.kawakami = await gallery.EnterAsync("川上 由美", "Yumi Kawakami", 4, Role.Coordinator);
        await gallery.EnterAsync("田中 浩", "Hiroshi Tanaka", 5, Role.Nurse);
        await gallery.PapersAsync();
        await gallery.TasksAsync();
        await gallery.SheetsAsync();
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
                ("in_a1", new string(Say("長", "w")[0], 200)),
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
