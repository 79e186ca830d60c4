using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>What the cards of the search for a date say.</summary>
internal static class SchedulingTexts
{
    public static readonly LocalText Heading = new("日程調整", "Find a date");
    public static readonly LocalText Description = new(
        "空き時間から会議の日の候補を出します",
        "Proposes dates from people's free time"
    );
    public static readonly LocalText WhichLead = new(
        "どの会議の日を探しますか。参集者と長さは会議準備から写します。",
        "Which council is it for? People and length come from its preparation."
    );
    public static readonly LocalText Which = new("会議", "Council");
    public static readonly LocalText FindForThis = new("この会議の日を探す", "Find a date for it");
    public static readonly LocalText FindForOther = new("ほかの集まりの日を探す", "For another meeting");
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText BackToDate = new("日程の欄へ戻る", "Back to date and place");

    public static readonly LocalText Title = new("集まりの名前", "Name of the meeting");
    public static readonly LocalText TitleHint = new("例：難病担当者の打ち合わせ", "e.g. Planning the visits");
    public static readonly LocalText Length = new("長さ（分）", "Length (minutes)");
    public static readonly LocalText From = new("この日から", "From");
    public static readonly LocalText To = new("この日まで", "To");
    public static readonly LocalText HoursFrom = new("始まりは何時以降", "Not before");
    public static readonly LocalText HoursTo = new("終わりは何時まで", "Over by");
    public static readonly LocalText Required = new("必ず出てほしい方", "Required");
    public static readonly LocalText Optional = new("できれば出てほしい方", "Optional");
    public static readonly LocalText OthersOptional = new(
        "印のない参集者は「できれば出席」として数えます。",
        "Participants without a tick count as optional."
    );
    public static readonly LocalText Sectors = new("だれか一人は来てほしい団体", "Has to be represented");
    public static readonly LocalText Travel = new("庁外の方の移動時間", "Travel of people from elsewhere");
    public static readonly LocalText RoomLabel = new("会議室", "Room");
    public static readonly LocalText Room = new("空いている会議室も探して押さえる", "Find and book a free room");
    public static readonly LocalText OnlineLabel = new("オンライン", "Online");
    public static readonly LocalText Online = new("Teams会議のリンクを付ける", "Add a Teams link");
    public static readonly LocalText Search = new("候補を出す", "Propose dates");

    public static readonly LocalText TitleError = new(
        $"集まりの名前を{Council.TitleLength}文字までで入れてください。",
        $"Please name the meeting, in up to {Council.TitleLength} characters."
    );
    public static readonly LocalText LengthError = new(
        $"長さは{MeetingTime.Shortest}分から{MeetingTime.Longest}分までで入れてください。",
        $"The length is {MeetingTime.Shortest} to {MeetingTime.Longest} minutes."
    );
    public static readonly LocalText WindowError = new(
        "探す期間を選んでください。終わりの日は、始まりの日より後にします。",
        "Please choose the days; the last comes after the first."
    );
    public static readonly LocalText WindowPast = new(
        "探す期間が過ぎています。これからの日を選んでください。",
        "These days are over. Please choose days to come."
    );
    public static readonly LocalText WindowTooLong = new(
        "一度に探せるのは約3か月までです。期間を短くしてください。",
        "Up to three months can be searched at a time."
    );
    public static readonly LocalText WindowTooFar = new(
        "2年より先の日になっています。年をお確かめください。",
        "That is more than two years ahead. Please check the year."
    );
    public static readonly LocalText HoursError = new(
        "時間帯を入れてください。終わりは始まりより後にします。",
        "Please enter the hours; the end comes after the beginning."
    );
    public static readonly LocalText HoursTooShort = new(
        "時間帯が会議の長さより短くなっています。",
        "The hours are shorter than the meeting."
    );
    public static readonly LocalText PeopleError = new("呼ぶ方を選んでください。", "Please choose who is asked.");
    public static readonly LocalText PeopleChanged = new(
        "選べる方が変わりました。もう一度お選びください。",
        "The list of people has changed. Please choose again."
    );
    public static readonly LocalText SectorError = new(
        "「だれか一人は来てほしい団体」に、呼ぶ方のいない団体があります。",
        "Nobody is asked from one of the organisations that have to be represented."
    );
    public static readonly LocalText TravelError = new("移動時間を選んでください。", "Please choose the travel time.");
    public static readonly LocalText OnlyCentre = new(
        "日程調整は、保健所の保健師と調整役の方ができます。",
        "Nurses and coordinators of a health centre can do this."
    );
    public static readonly LocalText InPersonalChat = new(
        "日程調整は個人チャットでお願いします。ほかの方の予定が見えるためです。",
        "Please do this in your personal chat: other people's time is shown."
    );
    public static readonly LocalText Gone = new(
        "この日程調整は見つかりません。はじめからお願いします。",
        "This search is not there any more. Please begin again."
    );
    public static readonly LocalText IsHeld = new(
        "この会議は終わっています。日程は変えられません。",
        "This council took place. Its date stays."
    );

    public static readonly LocalText Proposals = new("日程の候補", "Proposed dates");
    public static readonly LocalText None = new(
        "この期間には候補がありません。営業日と時間帯に入る枠がないようです。条件を変えるか、ほかの週をご覧ください。",
        "There is no slot in these days. Change the conditions, or look at other weeks."
    );
    public static readonly LocalText NoMore = new("候補はここまでです。", "There are no more.");
    public static readonly LocalText AllUnknown = new(
        "予定は見えていません。投票か電話で確認しましょう。",
        "Nobody's time is known. Ask by poll or telephone."
    );
    public static readonly LocalText RestIsFree = new(
        "予定の見える方は全員参加できます",
        "Everyone whose calendar is seen is free"
    );
    public static readonly LocalText StillUseful = new(
        "候補は営業日と時間帯だけで並べています。投票にかけると、みなさんの都合が分かります。",
        "The dates follow business days and hours only. A poll tells who can come."
    );
    public static readonly LocalText Choose = new("この日に決める", "Take this date");
    public static readonly LocalText PollChoice = new("投票にかける候補", "Dates for a poll");
    public static readonly LocalText Poll = new("投票にかける", "Ask by poll");
    public static readonly LocalText More = new("もっと見る", "More");
    public static readonly LocalText Later = new("次の週へ", "Later weeks");
    public static readonly LocalText Earlier = new("前の週へ", "Earlier weeks");
    public static readonly LocalText Change = new("条件を変える", "Change the conditions");
    public static readonly LocalText ByHand = new("日付を自分で入れる", "Enter a date");

    public static readonly LocalText Ask = new("この日に決めますか", "Take this date?");
    public static readonly LocalText When = new("日時", "When");
    public static readonly LocalText SoFar = new("これまで", "So far");
    public static readonly LocalText FromNow = new("これから", "From now on");
    public static readonly LocalText RoomFact = new("会議室", "Room");
    public static readonly LocalText OnlineFact = new("オンライン", "Online");
    public static readonly LocalText OnlineYes = new("Teams会議のリンクを付けます", "with a Teams link");
    public static readonly LocalText NoRoom = new(
        "空いている会議室がありません。会場は別に決めてください。",
        "No room is free. Please settle the place."
    );
    public static readonly LocalText Do = new("決める", "Take it");
    public static readonly LocalText Leave = new("候補に戻る", "Back to the dates");
    public static readonly LocalText NobodyInvited = new(
        "予定表の招待が届く方はいません。",
        "Nobody is invited by the calendar."
    );
    public static readonly LocalText OwnCalendar = new(
        "Renkei の予定表に入ります。Outlook につないでいないため、招待のメールは出ません。",
        "It goes into Renkei's own calendar. It is not connected to Outlook, so no invitation is mailed."
    );
    public static readonly LocalText Past = new(
        "この候補はもう過ぎています。新しい候補を出しました。",
        "This date is over. Here are new ones."
    );

    public static LocalText SectorChoice(LocalText name, int organisations) =>
        organisations == 1 ? name : new($"{name.Ja}（{organisations}団体）", $"{name.En} ({organisations})");

    public static LocalText Way(int minutes) =>
        minutes == 0 ? new("考えない", "none") : new($"片道{minutes}分", $"{minutes} minutes each way");

    public static LocalText Conditions(int minutes, string from, string to, string begin, string end, int people) =>
        new(
            $"{minutes}分・{from}〜{to}・{begin}–{end}・{people}名",
            $"{minutes} min, {from} to {to}, {begin}–{end}, {English.Count(people, "person", "people")}"
        );

    public static LocalText Unseen(int count, string names) =>
        new(
            $"予定表が見えない方（{count}名）：{names}。投票か電話で確認してください。",
            $"Calendars that cannot be seen ({count}): {names}. Ask by poll or telephone."
        );

    public static LocalText Invited(int count, string names) =>
        new($"予定表の招待が届く方（{count}名）：{names}", $"Invited by the calendar ({count}): {names}");

    public static LocalText Listed(int count, string names) =>
        new($"予定表に入る方（{count}名）：{names}", $"In the calendar ({count}): {names}");

    public static LocalText ByCard(int count, string names) =>
        new($"Renkei の案内で伝える方（{count}名）：{names}", $"To be told by Renkei ({count}): {names}");

    public static LocalText ToCall(int count, string names) =>
        new($"電話などで伝える方（{count}名）：{names}", $"To be told by telephone ({count}): {names}");

    public static LocalText Told(int count, string names) =>
        new(
            $"日程の変更を Renkei から知らせる方（{count}名）：{names}",
            $"Renkei tells of the move ({count}): {names}"
        );
}
