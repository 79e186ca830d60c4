using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Meetings;

/// <summary>What the cards about date and place, moving and cancelling say.</summary>
internal static class MeetingTexts
{
    public static readonly LocalText Date = new("開く日", "Day");
    public static readonly LocalText Start = new("始まる時刻", "Begins at");
    public static readonly LocalText Length = new("長さ（分）", "Length (minutes)");
    public static readonly LocalText Place = new("会場", "Place");
    public static readonly LocalText PlaceHint = new("例：東部保健所 2階会議室", "e.g. Health centre, meeting room 2");
    public static readonly LocalText Link = new("オンラインの参加先（https://…）", "Online address (https://…)");
    public static readonly LocalText When = new("日時", "When");
    public static readonly LocalText Online = new("オンライン", "Online");
    public static readonly LocalText NotYet = new("まだ決まっていません", "not settled yet");
    public static readonly LocalText Before = new("これまで", "So far");
    public static readonly LocalText Now = new("これから", "From now on");

    public static readonly LocalText DateError = new(
        "日付が読み取れません。選び直してください。",
        "This date cannot be read. Please choose again."
    );
    public static readonly LocalText DateStays = new(
        "一度決めた日は空にできません。新しい日を選ぶか、開かないときは「中止する」を押してください。",
        "A date that was set cannot be emptied. Choose a new one, or cancel the council if it will not take place."
    );
    public static readonly LocalText StartError = new("始まる時刻を選んでください。", "Please choose when it begins.");
    public static readonly LocalText LengthError = new(
        $"長さは{MeetingTime.Shortest}分から{MeetingTime.Longest}分までで入れてください。",
        $"The length is {MeetingTime.Shortest} to {MeetingTime.Longest} minutes."
    );
    public static readonly LocalText OverMidnight = new(
        "終わりが翌日になります。時刻と長さをお確かめください。",
        "It would end on the next day. Please check time and length."
    );
    public static readonly LocalText IsPast = new(
        "過ぎた日時は選べません。これからの日時を選んでください。",
        "That time is over. Please choose a time to come."
    );
    public static readonly LocalText TooFar = new(
        "2年より先の日になっています。年をお確かめください。",
        "That is more than two years ahead. Please check the year."
    );
    public static readonly LocalText PlaceError = new(
        $"会場は{Council.PlaceLength}文字までで入れてください。",
        $"Please keep the place to {Council.PlaceLength} characters."
    );
    public static readonly LocalText LinkError = new(
        "オンラインの参加先は、https:// で始まるアドレスをそのまま貼ってください。",
        "Please paste the online address as it is; it begins with https://."
    );
    public static readonly LocalText IsHeld = new(
        "この会議は終わり、記録もできています。日程は変えられません。",
        "This council took place and its minutes are closed. Its date stays."
    );
    public static readonly LocalText StillOpen = new("日程はまだ決まっていません。", "The date is still open.");
    public static readonly LocalText Nothing = new("変わったところはありません。", "Nothing was changed.");

    public static readonly LocalText Booking = new("予定表と出欠を見る", "Calendar and answers");
    public static readonly LocalText Save = new("この日程で保存", "Save");
    public static readonly LocalText Cancel = new("中止する", "Cancel the council");
    public static readonly LocalText CancelDo = new("中止にする", "Cancel it");
    public static readonly LocalText Resume = new("中止を取り消す", "Take the cancellation back");
    public static readonly LocalText ResumeDo = new("取り消して開く", "Take it back");
    public static readonly LocalText ChangeDo = new("変える", "Change it");
    public static readonly LocalText Back = new("やめて戻る", "Leave it as it is");
    public static readonly LocalText ToDate = new("日程へ", "To date and place");
    public static readonly LocalText Reason = new(
        "理由（伝える相手に見えます・なくても可）",
        "Reason (seen by those who are told; optional)"
    );
    public static readonly LocalText ReasonError = new(
        $"理由は{DateChange.ReasonLength}文字までで入れてください。",
        $"Please keep the reason to {DateChange.ReasonLength} characters."
    );

    public static readonly LocalText AskMove = new("日程を変えますか", "Move this council?");
    public static readonly LocalText AskPlace = new("会場・参加方法を変えますか", "Change place or online address?");
    public static readonly LocalText AskCancel = new("この会議を中止にしますか", "Cancel this council?");
    public static readonly LocalText AskResume = new("中止を取り消しますか", "Take the cancellation back?");
    public static readonly LocalText CancelMeans = new(
        "期限前のお知らせは止まります。準備した内容は残り、中止はあとから取り消せます。",
        "Reminders stop. What was prepared stays, and the cancellation can be taken back."
    );
    public static readonly LocalText ResumeMeans = new(
        "準備は中止の前のまま続きから始まり、期限前のお知らせも元に戻ります。",
        "The preparation goes on where it stopped, and reminders begin again."
    );
    public static readonly LocalText ResumePast = new(
        "決めてあった日は過ぎています。取り消したあと、日程を決め直してください。",
        "The date that was set is over. Set a new one afterwards."
    );
    public static readonly LocalText NobodyToTell = new(
        "まだだれにも案内や作業のお願いをしていないので、知らせる相手はいません。",
        "Nobody was invited or given a task yet, so nobody has to be told."
    );
    public static readonly LocalText MovedTasks = new(
        "作業の期限は、新しい日に合わせて動きます。",
        "Due dates of tasks move along."
    );
    public static readonly LocalText TellHeading = new("電話・メールで伝える", "To be told by telephone or mail");
    public static readonly LocalText TellNobody = new(
        "電話やメールで伝える相手はいません。",
        "Nobody has to be told by telephone or mail."
    );
    public static readonly LocalText TextToCopy = new("伝える文面（写して使えます）", "Text to copy");
    public static readonly LocalText IsCancelledNow = new("この会議は中止です。", "This council is cancelled.");
    public static readonly LocalText IsResumed = new("中止を取り消しました。", "The cancellation was taken back.");
    public static readonly LocalText IsNotCancelled = new(
        "この会議は中止になっていません。",
        "This council is not cancelled."
    );

    public static LocalText Usual(string from, string to, LocalText why, int minutes) =>
        new(
            $"この種類の会議はふだん{from}から{to}の間です（{why.Ja}）。議題を足すと{minutes}分です。",
            $"Such meetings usually take place between {from} and {to} ({Lower(why.En)}). The agenda adds up to {English.Count(minutes, "minute")}."
        );

    public static LocalText Closed(string day, LocalText why) =>
        new(
            $"{day}は{why.Ja}です。この日でよいか、お確かめください。",
            $"{day} is no working day ({why.En}). Please check that this is meant."
        );

    public static LocalText UnusualHours(string from, string to, LocalText why) =>
        new(
            $"ふだんの時間（{from}から{to}、{why.Ja}）から外れています。",
            $"This is outside the usual hours ({from} to {to}; {Lower(why.En)})."
        );

    public static LocalText FirstDue(string day, string task) =>
        new($"次の期限は{day}の「{task}」です。", $"Next is “{task}”, due {day}.");

    public static LocalText Tight(int usual, int available) =>
        new(
            $"ふだんは会議の{usual}営業日前から準備します。今回は{available}営業日なので、期限をその割合で縮めています。",
            $"Usually this takes {English.Count(usual, "business day")}. This time it is {available}, so every due date was moved in proportion."
        );

    public static LocalText IsSet(string when) => new($"{when}に決めました。", $"Set to {when}.");

    public static LocalText IsMoved(string when) => new($"{when}に変えました。", $"Moved to {when}.");

    public static LocalText IsTold(int people) =>
        new(
            $"{people}人に Renkei から知らせます（届いたかは「通知の記録」で分かります）。",
            $"Renkei will tell {English.Count(people, "person", "people")} (the record of notices shows whether it arrived)."
        );

    public static LocalText IsToTell(int people) =>
        new(
            $"{people}人には、電話やメールで伝えてください。",
            $"{English.Count(people, "person has", "people have")} to be told by you."
        );

    public static LocalText WillTell(int people, string names) =>
        new($"Renkei から知らせる方（{people}人）：{names}", $"Told by Renkei ({people}): {names}");

    public static LocalText WillCall(int people, string names) =>
        new($"電話・メールで伝える方（{people}人）：{names}", $"To be told by telephone or mail ({people}): {names}");

    public static LocalText AskAnew(int answers) =>
        new(
            $"出欠の返事（{answers}人）は、新しい日であらためて聞きます。",
            $"The {English.Count(answers, "answer given so far is", "answers given so far are")} asked for anew."
        );

    public static LocalText ToTell(int people) =>
        new($"電話・メールで伝える方（{people}人）", $"To be told by you ({people})");

    public static LocalText CancelledBy(string who, string at) =>
        new($"{at}に{who}さんが中止にしました。", $"Cancelled by {who}, {at}.");

    public static LocalText MovedText(string title, string from, string to) =>
        new(
            $"「{title}」は、{from}の予定でしたが、{to}に変わりました。",
            $"“{title}” was planned for {from} and is now on {to}."
        );

    public static LocalText PlaceText(string title, string when) =>
        new(
            $"{when}の「{title}」は、会場または参加方法が変わりました。",
            $"The place or online address of “{title}” on {when} has changed."
        );

    public static LocalText CancelledText(string title, string? from) =>
        from is null
            ? new($"「{title}」は中止になりました。", $"“{title}” has been cancelled.")
            : new(
                $"{from}に予定していた「{title}」は中止になりました。",
                $"“{title}”, planned for {from}, has been cancelled."
            );

    public static LocalText ResumedText(string title, string to) =>
        new(
            $"「{title}」は中止とお伝えしましたが、予定どおり{to}に開きます。",
            $"We told you that “{title}” was cancelled. It takes place after all, on {to}."
        );

    public static readonly LocalText PleaseAnswer = new(
        "ご都合をあらためてお知らせください。",
        "Please let us know again whether you can come."
    );
    public static readonly LocalText Sorry = new(
        "ご予定いただいていたところ申し訳ありません。",
        "We are sorry for the trouble."
    );

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
