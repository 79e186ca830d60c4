using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Record;

/// <summary>What the cards of the day say.</summary>
internal static class DayTexts
{
    public static readonly LocalText Agenda = new("次第", "Agenda");
    public static readonly LocalText NoAgenda = new("次第はまだありません。", "There is no agenda yet.");
    public static readonly LocalText EditAgenda = new("次第を直す", "Change the agenda");
    public static readonly LocalText AgendaLabel = new(
        "一行に一つ、はじめに分数（例：20 現状の報告）",
        "One line each, minutes first (e.g. 20 How things stand)"
    );
    public static readonly LocalText Back = new("当日の画面へ", "Back to the day");
    public static readonly LocalText TooManyPoints = new(
        $"次第は{Council.MostAgendaPoints}行までです。",
        $"An agenda has at most {Council.MostAgendaPoints} lines."
    );
    public static readonly LocalText Saved = new("保存しました。", "Saved.");

    public static readonly LocalText Attendance = new("出欠", "Attendance");
    public static readonly LocalText NobodyListed = new(
        "参集者がまだいません。参集者を決めると、ここで出欠をつけられます。",
        "Nobody is on the list yet. Settle the participants and you can take attendance here."
    );
    public static readonly LocalText NotYet = new(
        "出欠は、会議の日からここでつけられます。",
        "Attendance can be taken here from the day of the meeting on."
    );
    public static readonly LocalText AllCame = new("全員出席", "Everybody came");
    public static readonly LocalText EditAttendance = new("出欠を直す", "Change attendance");
    public static readonly LocalText Came = new("出席した方", "Who came");
    public static readonly LocalText OnlineToggle = new("オンラインの方がいる", "Some took part online");
    public static readonly LocalText Online = new("そのうちオンラインの方", "Of these, online");
    public static readonly LocalText SaveAndGoOn = new("保存して続きへ", "Save and go on");
    public static readonly LocalText AddGuest = new("予定になかった方を足す", "Add somebody unexpected");
    public static readonly LocalText AddThisGuest = new("出席者に足す", "Add to those present");
    public static readonly LocalText Organisation = new("どこから", "Organisation");
    public static readonly LocalText Name = new("お名前や役職（あれば）", "Name or post (if known)");
    public static readonly LocalText Sector = new("分野", "Sector");
    public static readonly LocalText OrganisationError = new(
        $"機関の名前を{Participant.NameLength}文字までで書いてください。",
        $"Name the organisation in up to {Participant.NameLength} characters."
    );
    public static readonly LocalText NameError = new(
        $"お名前は{Participant.NameLength}文字までで書いてください。",
        $"A name has at most {Participant.NameLength} characters."
    );
    public static readonly LocalText SectorError = new("分野を選んでください。", "Choose a sector.");
    public static readonly LocalText TookPartOnline = new("オンラインで参加", "took part online");
    public static readonly LocalText How = new("参加の仕方", "How they took part");
    public static readonly LocalText TooMany = new(
        $"参集者は{Council.MostParticipants}名までです。",
        $"A council has at most {Council.MostParticipants} participants."
    );
    public static readonly LocalText Undone = new("出欠を元に戻しました。", "Attendance is as it was before.");
    public static readonly LocalText WasThere = new("✓ 出席", "✓ came");
    public static readonly LocalText WasThereOnline = new("✓ オンラインで出席", "✓ came online");
    public static readonly LocalText WasAway = new("欠席", "did not come");
    public static readonly LocalText ToMinutes = new("記録を書く", "Write the minutes");

    public static LocalText RsvpOf(Rsvp rsvp) =>
        rsvp switch
        {
            Rsvp.Yes => new("出席の返事", "said yes"),
            Rsvp.No => new("欠席の返事", "said no"),
            Rsvp.Maybe => new("未定の返事", "was not sure"),
            _ => new("返事なし", "no reply"),
        };

    public static LocalText Counted(int came, int online, int away, int open) =>
        new(
            $"出席{came}名{(online == 0 ? "" : $"（うちオンライン{online}名）")}・欠席{away}名・まだ{open}名",
            $"{came} came{(online == 0 ? "" : $" ({online} online)")}, {away} did not, {open} open"
        );

    public static LocalText Minutes(int minutes) => new($"{minutes}分", $"{minutes} min");

    public static LocalText TooLong(int agenda, int meeting) =>
        new(
            $"次第は合わせて{agenda}分です。会議の{meeting}分に入りきりません。",
            $"The agenda takes {English.Count(agenda, "minute")}; the meeting has {meeting}."
        );

    public static LocalText AgendaLineError(int line) =>
        new(
            $"{line}行目が読み取れません。「20 現状の報告」のように、5から240までの分数と60文字までの中身を書いてください。",
            $"Line {line} cannot be read. Write minutes (5 to 240) and up to 60 characters, such as “20 How things stand”."
        );

    public static LocalText AllMarked(int came, int away) =>
        away == 0
            ? new($"{came}名を出席にしました。", $"{came} marked as present.")
            : new(
                $"{came}名を出席にしました。欠席と返事のあった{away}名は欠席にしています。",
                $"{came} marked as present; {away} who had declined, as absent."
            );

    public static LocalText GuestAdded(string who) => new($"{who} を出席者に足しました。", $"Added {who}.");
}
