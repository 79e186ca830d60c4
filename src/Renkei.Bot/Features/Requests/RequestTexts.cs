using Renkei.Domain;
using Renkei.Domain.Requests;

namespace Renkei.Bot.Features.Requests;

/// <summary>What is said about requests to head office.</summary>
internal static class RequestTexts
{
    public static readonly LocalText AskDescription = new(
        "困りごとや要望を県本庁に届けます",
        "Brings a need to head office"
    );
    public static readonly LocalText ListDescription = new(
        "県本庁への相談と回答を一覧で出します",
        "Lists requests to head office and their answers"
    );
    public static readonly LocalText AskHow = new(
        "県本庁に届き、回答はあなたの個人チャットに返ってきます。同じ保健所の方も見られます。",
        "It goes to head office, and the answer comes back to your personal chat. Your health centre can read it too."
    );
    public static readonly LocalText Title = new("ひとことで言うと", "In a few words");
    public static readonly LocalText OpenedBelow = new(
        "相談を書くカードを下に出しました。",
        "The card for your request is below."
    );
    public static readonly LocalText NotOpened = new(
        "今は相談のカードを出せませんでした。少し待って、もう一度お試しください。",
        "The card could not be opened just now. Please try again in a moment."
    );
    public static readonly LocalText TitleHint = new("例：退院連絡の様式をそろえたい", "e.g. one form for discharges");
    public static readonly LocalText TitleError = new(
        "何の相談か、60字以内で書いてください。",
        "Please say in up to 60 characters what it is about."
    );
    public static readonly LocalText Text = new("くわしく（書かなくてもかまいません）", "Details (may be left out)");
    public static readonly LocalText TextHint = new(
        "困っていること、してほしいこと、いつまでに",
        "What is difficult, what you need, until when"
    );
    public static readonly LocalText TextTooLong = new(
        "1000字までです。短くしてください。",
        "Up to 1,000 characters, please."
    );
    public static readonly LocalText About = new("何について", "About");
    public static readonly LocalText Check = new("内容を確かめる", "Check before sending");
    public static readonly LocalText CheckHeading = new("この内容で送ります", "This will be sent");
    public static readonly LocalText Send = new("県本庁に送る", "Send to head office");
    public static readonly LocalText EditAgain = new("書き直す", "Change it");
    public static readonly LocalText Asker = new("相談する人", "From");
    public static readonly LocalText Receiver = new("届く先", "Goes to");
    public static readonly LocalText Reply = new("返事をする", "Reply");
    public static readonly LocalText IsSent = new(
        "県本庁に送りました。動きがあれば、このチャットにお知らせします。",
        "Sent to head office. You will hear about every step in this chat."
    );
    public static readonly LocalText OnlyCentres = new(
        "「本庁に相談」は保健所の方が使えます。市町村の方は、担当の保健所にご相談ください。県本庁の方は「相談の一覧」で届いた相談を見られます。",
        "Asking head office is for health centres. Municipalities please ask their health centre. Head office sees what came under “requests to head office”."
    );
    public static readonly LocalText Gone = new(
        "この相談は見つかりませんでした。一覧から選び直してください。",
        "This request was not found. Please choose it from the list."
    );
    public static readonly LocalText NotYours = new(
        "この相談は、相談した保健所と県本庁の方が見られます。",
        "This request can be read by the health centre that asked and by head office."
    );
    public static readonly LocalText OnlyHeadOffice = new(
        "この操作は県本庁の方ができます。",
        "Head office can do this."
    );
    public static readonly LocalText OnlyCentre = new(
        "この操作は、相談した保健所の保健師と調整役の方ができます。",
        "Nurses and coordinators of the health centre that asked can do this."
    );
    public static readonly LocalText Heading = new("県本庁への相談", "Request to head office");
    public static readonly LocalText ReplyAwaited = new(
        "県本庁がお返事を待っています",
        "Head office is waiting for a reply"
    );
    public static readonly LocalText InsteadOfAsker = new(
        "相談した方には今お知らせが届かないため、代わりにお知らせしています。分かる方がお返事をお願いします。",
        "Whoever asked cannot be reached now, so you hear of it instead. Please reply if you can."
    );
    public static readonly LocalText Overdue = new("回答がまだの相談", "Still without an answer");
    public static readonly LocalText Take = new("引き受ける", "I will take it");
    public static readonly LocalText TakeOver = new("代わりに引き受ける", "Take it over");
    public static readonly LocalText Answer = new("回答する", "Answer");
    public static readonly LocalText AnswerMore = new("回答を足す", "Add to the answer");
    public static readonly LocalText AskBack = new("たずね返す", "Ask back");
    public static readonly LocalText Close = new("閉じる", "Close");
    public static readonly LocalText Reopen = new("もう一度開く", "Open it again");
    public static readonly LocalText AskAgain = new("もう一度相談する", "Ask again");
    public static readonly LocalText Add = new("補足を送る", "Add something");
    public static readonly LocalText Thank = new("解決しました（お礼を伝えて閉じる）", "Solved, thank you (close)");
    public static readonly LocalText MoreQuestion = new("もう少したずねる", "Ask a bit more");
    public static readonly LocalText Withdraw = new("取り下げる", "Withdraw");
    public static readonly LocalText WithdrawHeading = new("この相談を取り下げますか", "Withdraw this request?");
    public static readonly LocalText WithdrawMeans = new(
        "県本庁の一覧から消えます。記録は残り、あとで開き直せます。",
        "It leaves head office's list. The record stays, and you can open it again later."
    );
    public static readonly LocalText Keep = new("このままにする", "Keep it");
    public static readonly LocalText Back = new("相談に戻る", "Back to the request");
    public static readonly LocalText Refresh = new("最新にする", "Bring up to date");
    public static readonly LocalText WholeThread = new("やりとりをすべて見る", "Whole conversation");
    public static readonly LocalText ThreadHeading = new("やりとり", "Conversation");
    public static readonly LocalText OpenTheme = new("取り組みを開く", "Open the theme");
    public static readonly LocalText OpenCouncil = new("会議を開く", "Open the council");
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText Words = new("本文", "Message");
    public static readonly LocalText WordsError = new("本文を書いてください。", "Please write something.");
    public static readonly LocalText SendWords = new("送る", "Send");
    public static readonly LocalText TakenAlready = new("もう引き受けています。", "You have it already.");
    public static readonly LocalText NotNow = new(
        "今はその操作ができません。いまの様子を見てください。",
        "That cannot be done now. Please look at how it stands."
    );
    public static readonly LocalText HasEnded = new(
        "この相談は終わっています。続けるには、もう一度開いてください。",
        "This request has ended. To go on, open it again."
    );
    public static readonly LocalText IsFull = new(
        "やりとりがとても長くなりました。続きは電話か会議でお願いします。",
        "This conversation has become very long. Please go on by telephone or meet."
    );

    public static LocalText FormHeading(RequestStepKind kind) =>
        kind switch
        {
            RequestStepKind.Answered => new("回答を書く", "Write the answer"),
            RequestStepKind.AskedBack => new("たずね返す", "Ask back"),
            RequestStepKind.Replied => new("県本庁に書く", "Write to head office"),
            RequestStepKind.Closed => new("相談を閉じる", "Close the request"),
            RequestStepKind.Reopened => new("もう一度開く", "Open it again"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no form."),
        };

    public static LocalText FormHint(RequestStepKind kind) =>
        kind switch
        {
            RequestStepKind.Answered => new(
                "相談した方の個人チャットに届きます。分かったところまででかまいません。",
                "It goes to the asker's personal chat. Say what you know so far."
            ),
            RequestStepKind.AskedBack => new(
                "知りたいことを書いてください。返事が来るまで、回答の目安の日は止まります。",
                "Say what you need to know. The day to answer waits until the reply is here."
            ),
            RequestStepKind.Replied => new(
                "担当の方に届き、相談のカードに加わります。",
                "It reaches whoever looks after it and is added to the card."
            ),
            RequestStepKind.Closed => new(
                "終わりにする理由を書くと、相手に伝わります。書かなくても閉じられます。",
                "A reason helps the others. You can close without one."
            ),
            RequestStepKind.Reopened => new(
                "何が残っているかを書いてください。書かなくても開けます。",
                "Say what is left. You can open it without."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no form."),
        };

    public static LocalText SendTitle(RequestStepKind kind) =>
        kind switch
        {
            RequestStepKind.Closed => Close,
            RequestStepKind.Reopened => Reopen,
            _ => SendWords,
        };

    public static LocalText Done(RequestStepKind kind, RequestSide side) =>
        kind switch
        {
            RequestStepKind.Taken => new(
                "引き受けました。相談した方にお知らせします。",
                "You have it now. The asker will be told."
            ),
            RequestStepKind.Answered => new(
                "回答を送りました。相談した方の個人チャットに届きます。",
                "Answered. It goes to the asker's personal chat."
            ),
            RequestStepKind.AskedBack => new(
                "たずね返しました。返事が来たらお知らせします。",
                "Asked back. You will hear when the reply comes."
            ),
            RequestStepKind.Replied => new("県本庁に送りました。", "Sent to head office."),
            RequestStepKind.Thanked => new(
                "お礼を伝えて、相談を閉じました。",
                "Your thanks were passed on and the request is closed."
            ),
            RequestStepKind.Closed when side == RequestSide.HeadOffice => new(
                "閉じました。相談した方にお知らせします。",
                "Closed. The asker will be told."
            ),
            RequestStepKind.Closed => new("相談を閉じました。", "The request is closed."),
            RequestStepKind.Reopened => new("もう一度開きました。", "It is open again."),
            RequestStepKind.Withdrawn => new("取り下げました。", "Withdrawn."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    /// <summary>What a message about a step begins with.</summary>
    public static LocalText News(RequestStepKind kind, RequestSide side) =>
        kind switch
        {
            RequestStepKind.Taken => new("県本庁が引き受けました", "Head office took it"),
            RequestStepKind.Answered => new("県本庁から回答です", "Head office answered"),
            RequestStepKind.AskedBack => new("県本庁からおたずねです", "Head office asks you"),
            RequestStepKind.Replied => new("相談に返事がありました", "A reply to a request"),
            RequestStepKind.Thanked => new("お礼が届きました", "A thank-you"),
            RequestStepKind.Closed when side == RequestSide.HeadOffice => new(
                "県本庁が相談を閉じました",
                "Head office closed the request"
            ),
            RequestStepKind.Closed => new("相談が閉じられました", "A request was closed"),
            RequestStepKind.Reopened => new("相談がもう一度開かれました", "A request was opened again"),
            RequestStepKind.Withdrawn => new("相談が取り下げられました", "A request was withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    /// <summary>A step in the conversation: who did what.</summary>
    public static LocalText Did(RequestStepKind kind, string who) =>
        kind switch
        {
            RequestStepKind.Taken => new($"{who}さんが引き受けました", $"{who} took it"),
            RequestStepKind.Answered => new($"{who}さんの回答", $"{who} answered"),
            RequestStepKind.AskedBack => new($"{who}さんからのおたずね", $"{who} asked"),
            RequestStepKind.Replied => new($"{who}さんより", $"{who} wrote"),
            RequestStepKind.Thanked => new(
                $"{who}さんより「解決しました。ありがとうございました」",
                $"{who}: “Solved, thank you”"
            ),
            RequestStepKind.Closed => new($"{who}さんが閉じました", $"{who} closed it"),
            RequestStepKind.Reopened => new($"{who}さんがもう一度開きました", $"{who} opened it again"),
            RequestStepKind.Withdrawn => new($"{who}さんが取り下げました", $"{who} withdrew it"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    public static LocalText AnswerBy(string day) => new($"回答の目安 {day}", $"answer by {day}");

    public static LocalText LateBy(int days) =>
        days <= 0
            ? new("目安の日を過ぎています", "past the day to answer")
            : new(
                $"目安の日を{days}営業日過ぎています",
                $"{English.Count(days, "business day")} past the day to answer"
            );

    public static readonly LocalText Late = new("目安の日を過ぎています", "late");

    public static LocalText InHandsOf(string who) => new($"{who}さんが対応中", $"In {who}'s hands");

    public static LocalText OlderSteps(int count) =>
        new($"これより前に{count}件のやりとりがあります。", $"{English.Count(count, "earlier message")}.");

    public static LocalText NextForHeadOffice(RequestStatus status) =>
        status switch
        {
            RequestStatus.Open => new(
                "次は：引き受けると、相談した方に伝わって安心されます。すぐ答えられるなら、そのまま回答できます。",
                "Next: take it, and the asker knows. If you can answer at once, just answer."
            ),
            RequestStatus.Taken => new(
                "次は：分かったところまで回答するか、足りないことをたずね返します。",
                "Next: answer what you can, or ask back what is missing."
            ),
            RequestStatus.AskedBack => new(
                "次は：保健所の返事を待っています。返事が来ると、担当の方に届きます。",
                "Next: the centre replies; whoever looks after it will hear."
            ),
            RequestStatus.Answered => new(
                "次は：保健所が解決したと返せば終わります。ほかの保健所にも役立つ内容なら、フィードバックで共有できます。",
                "Next: it ends when the centre says it is solved. If others can use it, share it as feedback."
            ),
            _ => new("この相談は終わっています。", "This request has ended."),
        };

    public static LocalText NextForCentre(RequestStatus status) =>
        status switch
        {
            RequestStatus.Open or RequestStatus.Taken => new(
                "次は：県本庁の回答を待っています。動きがあればお知らせします。",
                "Next: head office answers. You will hear about every step."
            ),
            RequestStatus.AskedBack => new(
                "次は：県本庁が返事を待っています。分かるところまででかまいません。",
                "Next: head office waits for your reply. What you know is enough."
            ),
            RequestStatus.Answered => new(
                "次は：これで進められそうなら「解決しました」を、足りなければもう少したずねてください。",
                "Next: if this helps, say it is solved; if not, ask a bit more."
            ),
            _ => new("この相談は終わっています。", "This request has ended."),
        };

    public static LocalText ToChannel(string name) =>
        name.Length == 0
            ? new("県本庁のチャネル", "Head office's channel")
            : new($"県本庁のチャネル「{name}」", $"Head office's channel “{name}”");

    public static LocalText ToPeople(int count) =>
        new($"県本庁の方の個人チャット（{count}人）", $"Personal chats of head office ({count})");

    public static readonly LocalText ToNobodyYet = new(
        "県本庁の方がまだ登録していません。相談は残り、登録した方が「相談の一覧」で見られます。",
        "Nobody of head office has registered yet. The request is kept, and whoever registers finds it in the list."
    );

    public static readonly LocalText NoChannelYet = new(
        "県本庁の窓口チャネルはまだ決まっていないため、県本庁の方それぞれに届きます。",
        "Head office has no channel for this yet, so each of them gets it."
    );
}
