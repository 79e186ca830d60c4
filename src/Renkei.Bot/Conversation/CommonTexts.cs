using Renkei.Domain;

namespace Renkei.Bot.Conversation;

/// <summary>Texts no single feature owns.</summary>
internal static class CommonTexts
{
    public static readonly LocalText NotSaved = new(
        "いま記録の置き場につながりません。保存はまだできていません。入力はこのカードに残っています。1分ほどおいて、もう一度押してください。",
        "The store cannot be reached just now, so nothing was saved yet. What you typed is still on the card. Please wait a minute and press again."
    );

    public static readonly LocalText TooSlow = new(
        "時間がかかっています。1分ほどおいて、もう一度お試しください。同じ操作を繰り返しても二重にはなりません。",
        "This is taking longer than usual. Please wait a minute and try again. Repeating it does no harm."
    );

    public static readonly LocalText Fault = new(
        "うまくいきませんでした。もう一度お試しください。続くときは管理者にお知らせください。",
        "Something went wrong. Please try again, and tell your administrator if it goes on."
    );

    public static readonly LocalText NoAccount = new(
        "組織のアカウントで Teams に入っている方だけが使えます。ゲストの方は、招待した方にお尋ねください。",
        "Only people signed in to Teams with an account of the organisation can use this. Guests, please ask whoever invited you."
    );

    public static readonly LocalText Stale = new(
        "このボタンはもう使えません。「ヘルプ」と送ると、できることが出ます。",
        "This button can no longer be used. Send “help” to see what is possible."
    );

    /// <summary>Between the words of an enumeration.</summary>
    public static readonly LocalText ListComma = new("、", ", ");
}
