using Renkei.Bot.Notices;
using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What reminders and their buttons say.</summary>
internal static class ReminderTexts
{
    public static readonly LocalText Done = new("済みました", "Done");
    public static readonly LocalText DoneShort = new("済み", "Done");
    public static readonly LocalText Undo = new("元に戻す", "Undo");
    public static readonly LocalText Later = new("明日もう一度", "Tomorrow again");
    public static readonly LocalText Hand = new("担当を替える", "Hand to someone");
    public static readonly LocalText NameOwner = new("担当を決める", "Name somebody");
    public static readonly LocalText Take = new("自分が担当する", "I will do it");
    public static readonly LocalText OpenCouncil = new("会議を開く", "Open the council");
    public static readonly LocalText MoveCouncil = new("会議を動かす", "Move the meeting");
    public static readonly LocalText OpenSheet = new("シートを開く", "Open the sheet");
    public static readonly LocalText Ledger = new("通知の記録", "Record of notices");
    public static readonly LocalText Settings = new("通知の設定", "Notification settings");
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText Yes = new("出席", "I will come");
    public static readonly LocalText Maybe = new("未定", "Not sure yet");
    public static readonly LocalText No = new("欠席", "I cannot come");
    public static readonly LocalText NoAnswer = new("返事なし", "no answer");
    public static readonly LocalText Refresh = new("最新にする", "Bring up to date");

    public static readonly LocalText Meeting = new("会議", "Council");
    public static readonly LocalText Deadline = new("期限", "Due");
    public static readonly LocalText Owner = new("担当", "Who");
    public static readonly LocalText Nobody = new("まだ決まっていません", "nobody yet");
    public static readonly LocalText Place = new("会場", "Place");
    public static readonly LocalText Online = new("オンライン", "Online");
    public static readonly LocalText Purpose = new("目的", "Purpose");
    public static readonly LocalText Agenda = new("次第", "Agenda");
    public static readonly LocalText Attendance = new("出欠", "Who comes");
    public static readonly LocalText Sheets = new("事前シート", "Information sheets");
    public static readonly LocalText Papers = new("資料", "Papers");
    public static readonly LocalText Before = new("これまで", "Before");
    public static readonly LocalText Now = new("これから", "Now");
    public static readonly LocalText WasPlanned = new("予定だった日時", "Was planned for");
    public static readonly LocalText When = new("日時", "When");
    public static readonly LocalText Why = new("理由", "Why");
    public static readonly LocalText DateOpen = new("日程はまだ決まっていません", "no date yet");
    public static readonly LocalText Decisions = new("決まったこと", "Decided");
    public static readonly LocalText Promises = new("役割の約束", "Who does what");
    public static readonly LocalText NextMeeting = new("次回", "Next one");
    public static readonly LocalText Note = new("ひとこと（任意）", "A word beside it (optional)");

    public static readonly LocalText NothingOpen = new("残っている作業はありません。", "No tasks are open.");
    public static readonly LocalText NotYours = new(
        "この通知は、会議を準備している方と、宛先の方が見られます。",
        "This notice can be seen by those who prepare the council and by the person it was sent to."
    );
    public static readonly LocalText Gone = new(
        "この会議は見つかりませんでした。「会議準備」と送ると、一覧が出ます。",
        "This council was not found. Send “councils” to see the list."
    );
    public static readonly LocalText NotInvitedAnyMore = new(
        "参集者の一覧から外れています。出席の予定は要りません。",
        "You are no longer on the list of participants. You need not keep the date free."
    );
    public static readonly LocalText TaskGone = new(
        "この作業は準備の一覧から外されました。することはありません。",
        "This task was taken off the list. There is nothing to do."
    );
    public static readonly LocalText AgreementGone = new(
        "この約束は記録から外されました。することはありません。",
        "This agreement was taken out of the minutes. There is nothing to do."
    );
    public static readonly LocalText CouncilCancelled = new(
        "この会議は中止になりました。準備や出席の予定は要りません。",
        "This council was cancelled. There is nothing to prepare and no date to keep."
    );
    public static readonly LocalText CouncilOver = new("この会議は終わりました。", "This council is over.");
    public static readonly LocalText TooLateForLater = new(
        "次の営業日には会議が終わっているので、もう一度は送れません。いま済ませるか、担当を替えてください。",
        "By the next business day the council will be over, so it cannot be sent again. Please do it now or hand it to someone."
    );
    public static readonly LocalText NotSentLater = new(
        "この通知はもう済んでいるので、送り直しません。",
        "This notice is settled, so it is not sent again."
    );
    public static readonly LocalText MayNotDo = new(
        "これができるのは、担当の方と、準備している保健所の方です。",
        "Only the person in charge and the health centre that prepares it can do this."
    );
    public static readonly LocalText ChooseSomebody = new("頼む方を選んでください。", "Please choose somebody.");
    public static readonly LocalText HandHeading = new("どなたに頼みますか", "Who takes it?");
    public static readonly LocalText HandChoice = new("担当する方", "Who does it");
    public static readonly LocalText HandTask = new("作業", "Task");
    public static readonly LocalText HandButton = new("この方に頼む", "Ask this person");
    public static readonly LocalText HandNobody = new(
        "頼める方がまだ登録されていません。この保健所の方が「所属」を登録すると、ここに並びます。",
        "Nobody else of this centre is registered yet. People appear here once they told Renkei where they work."
    );
    public static readonly LocalText HandWhy = new(
        "替えると、その方に「担当になりました」と知らせます。期限は変わりません。",
        "They will be told that it is theirs now. The due date stays."
    );
    public static readonly LocalText AskNicely = new(
        "まず様子を聞いてみましょう。難しければ、担当を替えられます。",
        "Ask how it is going first. If it is too much, hand it to somebody else."
    );
    public static readonly LocalText AskNicelyAbout = new(
        "まず様子を聞いてみましょう。本人にも期限の日と翌営業日にお知らせしています。",
        "Ask how it is going first. They were reminded on the day and on the next business day."
    );
    public static readonly LocalText SheetNotNeeded = new(
        "この会議のシートは、いまお願いしていません。することはありません。",
        "You are not asked for a sheet for this council. There is nothing to do."
    );
    public static readonly LocalText OwnerMissingHint = new(
        "担当がいないと誰も動けません。まず一人決めましょう。",
        "Without somebody in charge nothing moves. Name one person first."
    );
    public static readonly LocalText AssignedHint = new(
        "難しいときは、早めに［担当を替える］で相談してください。",
        "If it is too much, say so early with “Hand to someone”."
    );
    public static readonly LocalText AnswerAgain = new(
        "日時が変わったので、出欠をもう一度お知らせください。",
        "As the time changed, please say again whether you come."
    );
    public static readonly LocalText AnswerHelps = new(
        "席と資料の数を整えるため、お返事をお願いします。",
        "Your answer settles how many seats and papers are needed."
    );
    public static readonly LocalText CanBeChanged = new(
        "当日までいつでも変えられます。",
        "You can change it until the day."
    );
    public static readonly LocalText TakenUpAgain = new(
        "中止の取り消しがあり、予定どおり開くことになりました。",
        "The cancellation was taken back: it takes place as planned."
    );
    public static readonly LocalText YourTasks = new("あなたの作業の新しい期限", "Your tasks are now due");
    public static readonly LocalText SheetHint = new(
        "会議の前に、地域の様子を教えてください。途中まででも送れます。",
        "Please tell us how things are in your area before we meet. A partial answer helps too."
    );
    public static readonly LocalText SheetAnswered = new(
        "シートは届いています。ありがとうございます。",
        "Your sheet has arrived. Thank you."
    );
    public static readonly LocalText UnreachedHint = new(
        "電話などで伝えてください。その方が Renkei に一言送ると、次から届くようになります。",
        "Please telephone or write to them. Once they send Renkei a message, notices reach them again."
    );
    public static readonly LocalText CannotBeTold = new(
        "Renkei からは知らせられない方です。電話などで確かめてください。",
        "Renkei cannot reach this person. Please ask by telephone or mail."
    );
    public static readonly LocalText Undone = new("元に戻しました。", "Taken back.");
    public static readonly LocalText DoneNow = new("済みにしました。", "Marked as done.");

    public static LocalText DoneOf(string task) => new($"「{task}」を済みにしました。", $"“{task}” is marked as done.");

    public static LocalText San(string name) => new($"{name}さん", name);

    public static LocalText DaysBefore(int days) =>
        new($"あと{days}営業日", $"{English.Count(days, "business day")} left");

    public static LocalText TodayIs { get; } = new("今日です", "Today");

    public static LocalText Over { get; } = new("終わりました", "Over");

    public static LocalText DueIn(int days) =>
        days == 0
            ? new("期限が近づいています", "Due soon")
            : new($"期限まであと{days}営業日", $"Due in {English.Count(days, "business day")}");

    public static LocalText DueToday { get; } = new("今日が期限です", "Due today");

    public static LocalText Overdue(int days) =>
        days == 0
            ? new("期限を過ぎています", "Overdue")
            : new($"期限を{days}営業日過ぎています", $"Overdue by {English.Count(days, "business day")}");

    public static LocalText WithoutOwner { get; } = new("担当が決まっていません", "Nobody in charge yet");

    public static LocalText Assigned { get; } = new("担当になりました", "This is yours now");

    public static LocalText AssignedBy(string name, string when) =>
        new($"{when}に{name}さんから頼まれました。", $"{name} gave it to you on {when}.");

    public static LocalText DoneBy(string name, string when) =>
        new($"{when}に{name}さんが済みにしました。", $"{name} marked it as done on {when}.");

    public static LocalText NowWith(string name) =>
        new(
            $"この作業は{name}さんの担当になりました。することはありません。",
            $"{name} has this task now. There is nothing to do for you."
        );

    public static LocalText HandedTo(string name) =>
        new($"{name}さんに頼みました。Renkei から知らせます。", $"It is {name}'s now, and Renkei tells them.");

    public static LocalText TakenBySelf { get; } =
        new(
            "あなたの担当にしました。期限の前にお知らせします。",
            "It is yours now. You will be reminded before it is due."
        );

    public static LocalText TakenAtOnce { get; } = new("あなたの担当にしました。", "It is yours now.");

    public static LocalText ByNow(string name) =>
        new(
            $"いまは{name}さんの担当です。替えるには、もう一度選んでください。",
            $"By now it is {name}'s. Choose again to change that."
        );

    public static LocalText LaterAt(string when) =>
        new($"{when}にもう一度お知らせします。", $"You will be reminded again on {when}.");

    public static LocalText DateIsNow(string when) =>
        new($"この会議は{when}に変わりました。", $"This council is now on {when}.");

    public static LocalText DueIsNow(string day) => new($"期限は{day}に変わりました。", $"It is due on {day} now.");

    public static LocalText OpenTasks(int count) => new($"残っている作業 {count}", $"Open tasks: {count}");

    public static LocalText MoreTasks(int count) => new($"ほか{count}件", $"and {count} more");

    public static LocalText Point(string text) => new($"・{text}", $"• {text}");

    public static LocalText Until(string day) => new($"{day}まで", $"by {day}");

    public static LocalText Counted(int yes, int no, int maybe, int none) =>
        new(
            $"出席 {yes}・欠席 {no}・未定 {maybe}・返事なし {none}",
            $"{yes} come, {no} cannot, {maybe} not sure, {none} no answer"
        );

    public static LocalText SheetsIn(int done, int all, string missing) =>
        missing.Length == 0
            ? new($"{done}/{all} 届きました", $"{done} of {all} arrived")
            : new($"{done}/{all} 届きました。まだ：{missing}", $"{done} of {all} arrived. Missing: {missing}");

    public static LocalText AndMore(string names, int more) =>
        more == 0 ? new(names, names) : new($"{names} ほか{more}", $"{names} and {more} more");

    public static LocalText PapersReady(int done, int all) =>
        new($"{done}/{all} そろいました", $"{done} of {all} ready");

    public static LocalText Moved { get; } = new("日程が変わりました", "Moved");

    public static LocalText PlaceChanged { get; } =
        new("会場・参加方法が変わりました", "Another place or online address");

    public static LocalText HeldAfterAll { get; } = new("予定どおり開きます", "Takes place after all");

    public static LocalText Cancelled { get; } = new("中止になりました", "Cancelled");

    public static LocalText ChangedBy(string name, string when) =>
        new($"{when}に{name}さんが決めました。", $"Decided by {name} on {when}.");

    public static LocalText Invited { get; } = new("会議のご案内", "Invitation");

    public static LocalText PleaseAnswer { get; } = new("出欠をお知らせください", "Please say whether you come");

    public static LocalText Answered(Rsvp answer) =>
        answer switch
        {
            Rsvp.Yes => new("「出席」とうかがっています。", "You said that you will come."),
            Rsvp.No => new("「欠席」とうかがっています。", "You said that you cannot come."),
            Rsvp.Maybe => new(
                "「未定」とうかがっています。決まったらお知らせください。",
                "You are not sure yet. Please say so once you know."
            ),
            _ => AnswerHelps,
        };

    public static LocalText Thanks(Rsvp answer) =>
        answer switch
        {
            Rsvp.Yes => new("ありがとうございます。お待ちしています。", "Thank you. We look forward to seeing you."),
            Rsvp.No => new(
                "お返事ありがとうございます。記録は後ほどお送りします。",
                "Thank you for telling us. You will get the minutes."
            ),
            _ => new("お返事ありがとうございます。", "Thank you for your answer."),
        };

    public static LocalText NoteTooLong(int most) =>
        new($"ひとことは{most}文字までです。", $"The note may have up to {most} characters.");

    public static LocalText SheetAsked { get; } = new("事前シートのお願い", "Information sheet");

    public static LocalText SheetAskedAgain { get; } =
        new("事前シートをお待ちしています", "Your information sheet is awaited");

    public static LocalText Questions(int count) =>
        new($"質問は{count}つです。", $"There {(count == 1 ? "is" : "are")} {English.Count(count, "question")}.");

    public static LocalText MinutesOf { get; } = new("会議の記録", "Minutes");

    public static LocalText NoDecisions { get; } = new("記録はまだ書かれていません。", "Nothing was written down yet.");

    public static LocalText AgreementDue { get; } = new("約束の期限です", "What was agreed is due");

    public static LocalText AgreementOf(string who) => new($"{who}の約束の期限です", $"What {who} agreed to do is due");

    public static LocalText Unreached(int people) =>
        new($"届かなかった方が{people}人います", $"{English.Count(people, "person", "people")} could not be reached");

    /// <summary>Why somebody could not be reached, and what helps.</summary>
    public static LocalText ReasonOf(NoticeReason reason) =>
        reason switch
        {
            NoticeReason.NeverWrote => new("まだ Renkei を使ったことがありません", "has never used Renkei"),
            NoticeReason.Blocked => new("Renkei をブロックしています", "has blocked Renkei"),
            NoticeReason.Uninstalled => new("Renkei のアプリが入っていません", "does not have the Renkei app"),
            NoticeReason.Gone => new("チャットが見つかりません", "the chat is gone"),
            NoticeReason.TooLarge => new("内容が大きすぎて送れませんでした", "the message was too large"),
            NoticeReason.Misconfigured => new(
                "Renkei の設定に誤りがあります（管理者へ）",
                "Renkei is configured wrongly (tell your administrator)"
            ),
            NoticeReason.Refused => new("Teams に断られました", "Teams refused it"),
            NoticeReason.TriedTooOften => new(
                "Teams につながらない時間が長く続きました",
                "Teams could not be reached for too long"
            ),
            _ => new("送れませんでした（管理者へ）", "it could not be sent (tell your administrator)"),
        };
}
