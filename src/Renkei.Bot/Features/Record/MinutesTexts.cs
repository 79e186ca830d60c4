using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Record;

/// <summary>What the cards of the minutes say.</summary>
internal static class MinutesTexts
{
    public static readonly LocalText Decisions = new("決まったこと", "Decisions");
    public static readonly LocalText WriteDecisions = new("決まったことを書く", "Write the decisions");
    public static readonly LocalText DecisionsLabel = new("決まったこと（一行に一つ）", "Decisions (one line each)");
    public static readonly LocalText DecisionsPlaceholder = new(
        "例：入院から3日以内に、病棟からケアマネジャーへ連絡する",
        "e.g. The ward tells the care manager within three days of admission"
    );
    public static readonly LocalText TooManyDecisions = new(
        $"決まったことは{Minutes.MostLines}行までです。",
        $"At most {Minutes.MostLines} decisions can be kept."
    );
    public static readonly LocalText Next = new("次回のめやす（あれば）", "Next meeting (if known)");
    public static readonly LocalText NextShort = new("次回", "Next meeting");
    public static readonly LocalText NextError = new(
        "次回の日付が読み取れません。選び直してください。",
        "The next date cannot be read. Please choose again."
    );
    public static readonly LocalText NextTooEarly = new(
        "次回は、この会議よりあとの日にしてください。",
        "The next meeting comes after this one."
    );
    public static readonly LocalText Agreements = new("役割の合意", "Who does what by when");
    public static readonly LocalText NoAgreements = new(
        "まだありません。だれが・何を・いつまでにを残すと、期限にお知らせします。",
        "None yet. Note who does what by when and Renkei reminds them when it is due."
    );
    public static readonly LocalText AddAgreement = new("合意を足す", "Add an agreement");
    public static readonly LocalText Review = new("会議を振り返る", "Review the meeting");
    public static readonly LocalText ReviewHeading = new("会議の振り返り", "How the meeting went");
    public static readonly LocalText NotReviewed = new("まだ振り返っていません。", "Not reviewed yet.");
    public static readonly LocalText Close = new("記録を閉じる", "Close the minutes");
    public static readonly LocalText Share = new("参加者に知らせる", "Share with participants");
    public static readonly LocalText Back = new("記録に戻る", "Back to the minutes");
    public static readonly LocalText NotYet = new(
        "記録は、会議の日から書けます。次第と出欠は「当日」にあります。",
        "Minutes can be written from the day of the meeting on. Agenda and attendance are under “The day”."
    );
    public static readonly LocalText NoDecisions = new(
        "決まったことは書かれていません。",
        "No decisions were written down."
    );
    public static readonly LocalText Saved = new("保存しました。", "Saved.");

    // The review.
    public static readonly LocalText RightPeople = new("必要な方がそろっていた", "Those who were needed were there");
    public static readonly LocalText SharedView = new("課題の見方がそろった", "People came to see the issue alike");
    public static readonly LocalText RolesSettled = new(
        "だれが何をするかはっきりした",
        "It became clear who does what"
    );
    public static readonly LocalText Remark = new(
        "次回はこうしたい（なくても可）",
        "What to do differently next time (optional)"
    );
    public static readonly LocalText GradeError = new("1から4で選んでください。", "Choose from 1 to 4.");
    public static readonly LocalText RemarkTooLong = new(
        $"300文字までで書いてください。",
        $"At most 300 characters, please."
    );

    // Closing, sharing.
    public static readonly LocalText CloseHeading = new("記録を閉じますか", "Close the minutes?");
    public static readonly LocalText CloseMeans = new(
        "閉じると「開催済み」になり、準備のお知らせは止まります。合意の期限は、閉じたあともお知らせします。あとで直すこともできます。",
        "The council then counts as held and preparation reminders stop. Agreements are still followed up, and the minutes can be opened again."
    );
    public static readonly LocalText StillOpen = new("まだのもの", "Still open");
    public static readonly LocalText NothingOpen = new("すべてそろっています。", "Everything is there.");
    public static readonly LocalText CloseNow = new("閉じる", "Close");
    public static readonly LocalText Closed = new(
        "記録を閉じました。おつかれさまでした。",
        "The minutes are closed. Well done."
    );
    public static readonly LocalText Reopen = new("記録を直す", "Open the minutes again");
    public static readonly LocalText Reopened = new(
        "記録をまた直せるようにしました。",
        "The minutes can be changed again."
    );
    public static readonly LocalText OpenDecisions = new(
        "決まったことが書かれていません",
        "No decisions are written down"
    );
    public static readonly LocalText OpenAgreements = new("役割の合意がありません", "There are no agreements on roles");
    public static readonly LocalText OpenReview = new("会議の振り返りがまだです", "The meeting was not reviewed");
    public static readonly LocalText OpenNext = new("次回のめやすがありません", "No next date is set");
    public static readonly LocalText OpenShare = new("参加者にまだ知らせていません", "Participants have not been told");
    public static readonly LocalText ShareHeading = new(
        "この内容を参加者に知らせますか",
        "Share this with the participants?"
    );
    public static readonly LocalText ShareNow = new("知らせる", "Share");
    public static readonly LocalText ShareCopy = new(
        "電話やメールの方には、下の文を写して送れます。",
        "For those reached by telephone or mail, copy the text below."
    );
    public static readonly LocalText NothingToShare = new(
        "決まったことか役割の合意を書いてから、知らせてください。",
        "Write down a decision or an agreement first."
    );
    public static readonly LocalText NextCouncil = new("次の会議を準備する", "Prepare the next one");
    public static readonly LocalText ToTheme = new("取り組みに反映する", "What it means for the theme");
    public static readonly LocalText NotOver = new(
        "会議の日がまだなので、記録は閉じられません。",
        "The meeting has not taken place, so its minutes cannot be closed."
    );

    public static LocalText DecisionTooLong(int line) =>
        new(
            $"{line}行目が長すぎます。{Minutes.LineLength}文字までにしてください。",
            $"Line {line} is too long: at most {Minutes.LineLength} characters."
        );

    public static LocalText Grade(int grade) =>
        grade switch
        {
            1 => new("1 そう思わない", "1 No"),
            2 => new("2 あまり", "2 Hardly"),
            3 => new("3 まあまあ", "3 Mostly"),
            _ => new("4 そう思う", "4 Yes"),
        };

    public static LocalText Reviewed(MeetingEvaluation evaluation, string by) =>
        new(
            $"参集者{evaluation.RightPeople}・見方{evaluation.SharedView}・役割{evaluation.RolesSettled}（4が最高、{by}さん）",
            $"people {evaluation.RightPeople}, view {evaluation.SharedView}, roles {evaluation.RolesSettled} (of 4; {by})"
        );

    public static LocalText OpenAttendance(int count) =>
        new($"出欠がまだの方が{count}名います", $"Attendance of {count} is open");

    public static LocalText Sharing(int count) =>
        count == 0
            ? new(
                "Renkei でつながる参加者はいません。下の文をお使いください。",
                "No participant can be reached by Renkei. Use the text below."
            )
            : new(
                $"{count}名に Renkei から知らせます。届いたかどうかは「通知の記録」で見られます。",
                $"Renkei tells {English.Count(count, "participant")}. The record of notices shows whether it arrives."
            );

    public static LocalText SharedAt(string at) => new($"{at}に参加者に知らせました", $"shared on {at}");
}
