using Renkei.Bot.Tests.Features.Feedback;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Feedback;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of feedback, on both sides.</summary>
internal sealed class FeedbackGallery(bool isJapanese)
{
    private readonly List<(string Name, Shown Card)> cards = [];

    /// <summary>The cards by name, e.g. <c>feedback-new.ja</c>.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        FeedbackGallery gallery = new(isJapanese);
        await gallery.ShareAsync();
        return gallery.cards;
    }

    private async Task ShareAsync()
    {
        await using FeedbackStage stage = await FeedbackStage.OpenAsync(isJapanese ? "ja-JP" : "en-GB");
        string title = Say("退院連絡の様式を圏域で統一", "One discharge form for the area");
        string text = Say(
            "東部圏域では、5病院とケアマネジャーの代表が3回集まり、退院連絡の様式を1枚にまとめました。はじめに今の様式を持ち寄り、共通する欄から決めたのがこつです。",
            "In the east, five hospitals and care managers met three times and made one form. They began with the fields all forms had in common."
        );
        Keep("feedback-nothing", await stage.Sato.SayAsync(Say("フィードバック", "feedback")));
        Shown list = await stage.Takahashi.SayAsync(Say("フィードバック", "feedback"));
        Shown form = Keep("feedback-new", await stage.Takahashi.PressAsync(list, Say("共有する", "Share something")));
        string check = Say("内容を確かめる", "Check before sharing");
        Keep("feedback-missing", await stage.Takahashi.PressAsync(form, check, ("in_title", title)));
        (string, string)[] filled =
        [
            ("in_title", title),
            ("in_text", text),
            ("in_link", "https://example.jp/yoshiki"),
            ("in_field", "discharge"),
        ];
        Shown confirm = Keep("feedback-check", await stage.Takahashi.PressAsync(form, check, filled));
        Keep("feedback-shared", await stage.Takahashi.PressAsync(confirm, Say("共有する", "Share")));
        await stage.Bot.SendDueAsync();
        Shown received = Keep("feedback-received", stage.Sato.Received[^1]);
        Keep("feedback-read", await stage.Sato.PressAsync(received, Say("読みました", "I have read it")));
        Shown reply = Keep("feedback-reply", await stage.Sato.PressAsync(received, Say("返事を書く", "Reply")));
        await stage.Sato.PressAsync(
            reply,
            Say("送る", "Send"),
            ("in_reply", Say("中部の病院にも声をかけてみます。", "We will ask the hospitals in the centre too."))
        );
        await stage.Bot.SendDueAsync();
        Keep("feedback-replied", stage.Takahashi.Received[^1]);
        FeedbackId id = (await stage.Bot.Feedback.YearAsync(TestBot.Tenant, "00", 2026, CancellationToken.None))[0].Id;
        Shown page = Keep("feedback-office", await stage.ShowAsync(stage.Takahashi, id));
        Keep("feedback-readers", await stage.Takahashi.PressAsync(page, Say("読んだ方", "Who has read it")));
        Shown edit = Keep("feedback-edit", await stage.Takahashi.PressAsync(page, Say("直す", "Change")));
        Shown changed = Keep(
            "feedback-change",
            await stage.Takahashi.PressAsync(
                edit,
                check,
                ("in_text", Say("様式は県のページに置きました。", "The form is on our page now."))
            )
        );
        await stage.Takahashi.PressAsync(changed, Say("この内容に直す", "Save the change"));
        Keep("feedback-history", await stage.Takahashi.PressAsync(page, Say("履歴", "History")));
        Keep("feedback-list", await stage.Suzuki.SayAsync(Say("フィードバック検索 退院", "find feedback discharge")));
        Keep(
            "feedback-not-found",
            await stage.Suzuki.SayAsync(Say("フィードバック検索 認知症", "find feedback dementia"))
        );
        Shown ask = Keep("feedback-withdraw", await stage.Takahashi.PressAsync(page, Say("取り下げる", "Withdraw")));
        await stage.Takahashi.PressAsync(ask, Say("取り下げる", "Withdraw"));
        await stage.Bot.SendDueAsync();
        Keep("feedback-withdrawn", Shown.Of(stage.Bot.Teams.StandingIn(stage.Tanaka.Chat)[0]));
    }

    private string Say(string ja, string en) => isJapanese ? ja : en;

    private Shown Keep(string name, Shown card)
    {
        Assert.NotNull(card.Card);
        cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
        return card;
    }
}
