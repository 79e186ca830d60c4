using Renkei.Bot.Tests.Features.Requests;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of requests to head office, on both sides.</summary>
internal sealed class RequestGallery(bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];

    /// <summary>The cards by name, e.g. <c>request-new.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        RequestGallery gallery = new(isJapanese);
        await gallery.WriteAsync();
        await gallery.TalkAsync();
        await gallery.RemindAsync();
        return gallery.cards;
    }

    private string Title => Say("退院連絡の様式をそろえたい", "One form for discharges");

    private string Text =>
        Say(
            "病院ごとに様式が違い、ケアマネジャーから困るという声が続いています。県で共通の様式を示せないでしょうか。年度内に使い始められると助かります。",
            "Every hospital has its own form, and care managers keep telling us how difficult that is. Could the prefecture propose one? We would like to use it this fiscal year."
        );

    private async Task WriteAsync()
    {
        await using RequestStage stage = await RequestStage.OpenAsync(isJapanese ? "ja-JP" : "en-GB");
        Keep("desk-none", await stage.Takahashi.SayAsync(Say("本庁の窓口", "head office desk")));
        Shown ask = Keep(
            "desk-ask",
            await stage.Takahashi.SayAsync(
                Say("ここを本庁の窓口にする", "make this the head office desk"),
                inGroup: true
            )
        );
        Shown made = Keep(
            "desk-made",
            await stage.Takahashi.PressInAsync(ask, Say("ここを窓口にする", "Make it the desk"), inGroup: true)
        );
        Keep("desk-stop", await stage.Takahashi.PressInAsync(made, Say("窓口をやめる", "Stop this"), inGroup: true));
        Shown form = Keep(
            "request-new",
            await stage.Sato.AskFromAsync(new() { ["t"] = stage.Theme.ToString(), ["i"] = "08" })
        );
        string check = Say("内容を確かめる", "Check before sending");
        Keep("request-new-missing", await stage.Sato.PressAsync(form, check));
        Keep(
            "request-new-personal",
            await stage.Sato.PressAsync(form, check, ("in_title", Title), ("in_text", "090-1234-5678"))
        );
        Shown confirm = Keep(
            "request-check",
            await stage.Sato.PressAsync(form, check, ("in_title", Title), ("in_text", Text))
        );
        Keep("request-sent", await stage.Sato.PressAsync(confirm, Say("県本庁に送る", "Send to head office")));
        Keep("request-refused", await stage.Takahashi.SayAsync(Say("本庁に相談", "ask head office")));
        Keep("requests-nothing", await stage.Suzuki.SayAsync(Say("相談の一覧", "requests")));
    }

    private async Task TalkAsync()
    {
        await using RequestStage stage = await RequestStage.OpenAsync(isJapanese ? "ja-JP" : "en-GB");
        await stage.MakeDeskAsync();
        RequestId id = await stage.AskAsync(Title, Text);
        // The channel reads Japanese; whoever presses gets the card in their own language.
        Shown channel = stage.Channel[^1];
        if (isJapanese)
        {
            Keep("request-channel", channel);
        }
        Shown mine = await stage.Takahashi.PressInAsync(channel, "引き受ける", inGroup: true);
        Keep("request-taken", mine);
        await stage.Bot.SendDueAsync();
        Shown back = Keep(
            "request-ask-back",
            await stage.Takahashi.PressInAsync(mine, Say("たずね返す", "Ask back"), inGroup: true)
        );
        Keep("request-ask-back-missing", await stage.Takahashi.PressInAsync(back, Say("送る", "Send"), inGroup: true));
        await stage.Takahashi.PressInAsync(
            back,
            Say("送る", "Send"),
            inGroup: true,
            (
                "in_text",
                Say(
                    "管内の病院はいくつありますか。今の様式を1枚ずつ送れますか。",
                    "How many hospitals are there? Could you send one form of each?"
                )
            )
        );
        await stage.Bot.SendDueAsync();
        Shown question = Keep("request-question", stage.Sato.Received[^1]);
        Shown reply = await stage.Sato.PressAsync(question, Say("返事をする", "Reply"));
        await stage.Sato.PressAsync(
            reply,
            Say("送る", "Send"),
            (
                "in_text",
                Say("5病院です。様式は会議の資料に付けました。", "Five. The forms are in the papers of the council.")
            )
        );
        await stage.Bot.GoToAsync(2026, 12, 14, 9, 0);
        if (isJapanese)
        {
            Keep("request-rise", stage.Channel[^1]);
        }
        Keep("requests-office", await stage.Takahashi.SayAsync(Say("相談の一覧", "requests")));
        Keep("requests-centre", await stage.Tanaka.SayAsync(Say("相談の一覧", "requests")));
        Shown office = await stage.Takahashi.ActAsync("request/show", new() { ["x"] = id.ToString() });
        await stage.WriteAsync(
            stage.Takahashi,
            office,
            Say("回答する", "Answer"),
            Say(
                "共通の様式案をつくりました。来週、3保健所に意見をうかがいます。",
                "We drafted one form and ask the three centres for their view next week."
            )
        );
        Shown answer = Keep("request-answer", stage.Sato.Received[^1]);
        Keep("request-withdraw", await WithdrawAsync(stage));
        Keep(
            "request-thanked",
            await stage.Sato.PressAsync(answer, Say("解決しました（お礼を伝えて閉じる）", "Solved, thank you (close)"))
        );
        Keep("requests-ended", await stage.Takahashi.ActAsync("request/list", new() { ["p"] = "00", ["z"] = true }));
        Shown thread = await stage.Sato.ActAsync("request/thread", new() { ["x"] = id.ToString() });
        Keep("request-thread", thread);
    }

    private async Task RemindAsync()
    {
        await using RequestStage stage = await RequestStage.OpenAsync(isJapanese ? "ja-JP" : "en-GB");
        RequestId id = await stage.AskAsync(Title, Text);
        Shown card = await stage.Takahashi.ActAsync("request/show", new() { ["x"] = id.ToString() });
        await stage.WriteAsync(
            stage.Takahashi,
            card,
            Say("たずね返す", "Ask back"),
            Say("管内の病院はいくつありますか。", "How many hospitals are there?")
        );
        await stage.Bot.GoToAsync(2026, 12, 9, 9, 0);
        Keep("request-reminded", stage.Sato.Received[^1]);
        await stage.Sato.UninstallAsync();
        RequestId second = await stage.AskAsync(Say("研修の講師を紹介してほしい", "A speaker for our training"), "");
        card = await stage.Takahashi.ActAsync("request/show", new() { ["x"] = second.ToString() });
        await stage.WriteAsync(
            stage.Takahashi,
            card,
            Say("たずね返す", "Ask back"),
            Say("いつごろの研修ですか。", "When is the training?")
        );
        await stage.Sato.UninstallAsync();
        await stage.Bot.GoToAsync(2026, 12, 14, 9, 0);
        Keep("request-reminded-instead", stage.Tanaka.Received[^1]);
    }

    private async Task<Shown> WithdrawAsync(RequestStage stage)
    {
        RequestId second = await stage.AskAsync(Say("研修の講師を紹介してほしい", "A speaker for our training"), "");
        Shown card = await stage.Sato.ActAsync("request/show", new() { ["x"] = second.ToString() });
        return await stage.Sato.PressAsync(card, Say("取り下げる", "Withdraw"));
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }
}
