using Renkei.Domain;
using Renkei.Domain.Calendars;

namespace Renkei.Bot.Scheduling;

/// <summary>What the cards of booked meetings say.</summary>
internal static class BookingTexts
{
    public static readonly LocalText Heading = new("会議の予定", "The meeting");
    public static readonly LocalText IsSet = new("日程を決めました。", "The date is set.");
    public static readonly LocalText IsBooked = new("予定表に入っています。", "It is in the calendar.");
    public static readonly LocalText When = new("日時", "When");
    public static readonly LocalText NoDate = new("まだ決まっていません", "not settled yet");
    public static readonly LocalText Place = new("会場", "Place");
    public static readonly LocalText RoomTaken = new(
        "会議室はほかの予定と重なり、押さえられていません。",
        "The room is taken by something else."
    );
    public static readonly LocalText NoRoom = new(
        "空いている会議室がありませんでした。会場を決めてください。",
        "No room was free. Please settle the place."
    );
    public static readonly LocalText Online = new("オンライン", "Online");
    public static readonly LocalText LinkSoon = new(
        "Teams会議のリンクを準備しています",
        "the Teams link is on its way"
    );
    public static readonly LocalText NoLink = new(
        "Outlookにつないでいないため、リンクは付きません",
        "no link, as Outlook is not connected"
    );
    public static readonly LocalText Join = new("Teams会議を開く", "Open the Teams meeting");
    public static readonly LocalText Answers = new("出欠", "Answers");
    public static readonly LocalText NotBooked = new(
        "まだ予定表に入っていません。日を決めると、予定表に入り、招待が届きます。",
        "It is not in the calendar yet. Once the date is set it is, and people are invited."
    );
    public static readonly LocalText Again = new("予定表にもう一度入れる", "Put it in the calendar again");
    public static readonly LocalText LeftOut = new(
        "Outlookの予定表から消されています。日程はそのままです。",
        "It was deleted from the Outlook calendar. The date stands."
    );
    public static readonly LocalText AnotherDate = new(
        "その後に別の日程が決まっていたため、そちらを残しました。",
        "Another date was set after that, and stands."
    );
    public static readonly LocalText IsCalledOff = new(
        "この集まりは中止になりました。",
        "This meeting was called off."
    );
    public static readonly LocalText WillBeBooked = new(
        "予定表には、少しおいて自動でもう一度入れます。",
        "It will be put in the calendar again shortly."
    );
    public static readonly LocalText ToInvitation = new("案内を送る", "Invite");
    public static readonly LocalText InvitationNext = new(
        "次は案内です。議題と資料を添えて、参集者に知らせましょう。",
        "Next is the invitation, with agenda and papers."
    );
    public static readonly LocalText ToDate = new("日程と会場を見る", "Date and place");
    public static readonly LocalText Other = new("日を選び直す", "Choose another date");
    public static readonly LocalText Off = new("この集まりをやめる", "Call it off");
    public static readonly LocalText AskOff = new("この集まりをやめますか", "Call this meeting off?");
    public static readonly LocalText OffMeans = new(
        "予定表から消し、招いた方に知らせます。電話で伝えた方には、こちらから連絡してください。",
        "It leaves the calendar, and those invited are told. Please call those who were told by telephone."
    );
    public static readonly LocalText OffDo = new("やめる", "Call it off");
    public static readonly LocalText Keep = new("そのままにする", "Leave it");
    public static readonly LocalText Update = new("最新の出欠を見る", "Look again");
    public static readonly LocalText ToSchedule = new("日程調整", "Find a date");
    public static readonly LocalText Gone = new("この予定は見つかりません。", "This meeting is not there any more.");
    public static readonly LocalText NotYours = new(
        "この予定は、日程を調整した保健所の方が見られます。",
        "The people of the health centre that planned it can see this."
    );
    public static readonly LocalText MovedByHand = new(
        "Outlookで予定が変わりました",
        "The meeting was changed in Outlook"
    );
    public static readonly LocalText GoneByHand = new(
        "Outlookで予定が消されました",
        "The meeting was deleted in Outlook"
    );
    public static readonly LocalText MovedFollows = new(
        "会議準備と作業の期限も、新しい日程に合わせました。",
        "The preparation and its due dates follow."
    );
    public static readonly LocalText MovedOwn = new("予定は新しい日程になっています。", "The new date stands.");
    public static readonly LocalText GoneWhat = new(
        "日程はそのまま残しています。開くなら予定表に入れ直し、開かないなら中止にしてください。",
        "The date still stands. Put it back in the calendar, or cancel the meeting."
    );
    public static readonly LocalText CancelCouncil = new("会議を中止する", "Cancel the council");
    public static readonly LocalText Before = new("これまで", "So far");
    public static readonly LocalText Now = new("これから", "From now on");
    public static readonly LocalText Invited = new("予定の招待", "You are invited");
    public static readonly LocalText From = new("声をかけた方", "Invited by");
    public static readonly LocalText PleaseAnswer = new("出欠を教えてください。", "Can you come?");
    public static readonly LocalText Yes = new("出席", "Yes");
    public static readonly LocalText No = new("欠席", "No");
    public static readonly LocalText Maybe = new("未定", "Not sure yet");
    public static readonly LocalText NotAsked = new(
        "この予定の招待は、あなたあてではありません。",
        "This invitation is not for you."
    );
    public static readonly LocalText Over = new("この集まりは終わりました。", "This meeting is over.");
    public static readonly LocalText DateIsNow = new(
        "招待のあとで日時が変わっています。新しい日時でお答えください。",
        "The date changed since. Please answer for the new one."
    );

    public static LocalText Said(MeetingResponse response) =>
        response switch
        {
            MeetingResponse.Accepted => new("「出席」とお答えいただいています。", "You said: yes."),
            MeetingResponse.Declined => new("「欠席」とお答えいただいています。", "You said: no."),
            MeetingResponse.Tentative => new("「未定」とお答えいただいています。", "You said: not sure yet."),
            _ => PleaseAnswer,
        };

    public static LocalText Count(int yes, int maybe, int no, int waiting) =>
        new(
            $"出席{yes}・未定{maybe}・欠席{no}・回答待ち{waiting}",
            $"{yes} yes, {maybe} not sure, {no} no, {waiting} to answer"
        );

    public static LocalText Absent(string names) => new($"欠席：{names}", $"Not coming: {names}");

    public static LocalText Waiting(string names) => new($"回答待ち：{names}", $"To answer: {names}");

    public static LocalText ToCall(int count) =>
        new($"電話などで伝える方（{count}名）", $"To be told by telephone ({count})");
}
