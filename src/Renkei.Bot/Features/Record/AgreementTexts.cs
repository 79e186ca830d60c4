using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Record;

/// <summary>What the cards of agreements say.</summary>
internal static class AgreementTexts
{
    public static readonly LocalText List = new("合意の進み", "Agreements");
    public static readonly LocalText ListDescription = new(
        "会議で決めた「だれが・何を・いつまでに」の進み具合を出します",
        "Shows how the agreements of the councils are going"
    );
    public static readonly LocalText ForTheCentre = new(
        "合意の進みは、保健所の保健師と調整役の方が見られます。会議ごとの合意は、会議の記録にあります。",
        "Nurses and coordinators of a health centre see this list. Each council's agreements are in its minutes."
    );
    public static readonly LocalText NothingOpen = new(
        "いま動いている合意はありません。会議の記録で役割を決めると、ここに並びます。",
        "There are no open agreements. Those written in the minutes of a council appear here."
    );
    public static readonly LocalText NothingKept = new(
        "済んだ合意はまだありません。",
        "No agreement has been kept yet."
    );
    public static readonly LocalText Kept = new("済んだ合意", "Kept agreements");
    public static readonly LocalText Open = new("動いている合意", "Open agreements");
    public static readonly LocalText Done = new("済み", "Done");
    public static readonly LocalText NotDone = new("済みを取り消す", "Not done yet");
    public static readonly LocalText Edit = new("変える", "Change");
    public static readonly LocalText ToMinutes = new("会議の記録", "Minutes");
    public static readonly LocalText Heading = new("役割の合意", "Agreement");
    public static readonly LocalText Add = new("合意を足す", "Add an agreement");
    public static readonly LocalText AddThis = new("この合意を足す", "Add this agreement");
    public static readonly LocalText Remove = new("この合意を消す", "Remove this agreement");
    public static readonly LocalText What = new("何を", "What");
    public static readonly LocalText WhatPlaceholder = new(
        "例：病棟ごとの窓口の一覧を作る",
        "e.g. List a contact point for every ward"
    );
    public static readonly LocalText WhatError = new(
        $"何をするかを{Minutes.LineLength}文字までで書いてください。",
        $"Say what is to be done in up to {Minutes.LineLength} characters."
    );
    public static readonly LocalText Who = new("だれが", "Who");
    public static readonly LocalText SomebodyElse = new("一覧にない方（下に書く）", "Somebody else (write below)");
    public static readonly LocalText WhoElse = new("一覧にない方のとき", "If it is somebody else");
    public static readonly LocalText WhoError = new(
        $"だれがするのかを選ぶか、{Participant.NameLength * 2}文字までで書いてください。",
        $"Choose who does it, or write it in up to {Participant.NameLength * 2} characters."
    );
    public static readonly LocalText Due = new("いつまでに", "By when");
    public static readonly LocalText DueError = new("いつまでにするかを選んでください。", "Choose by when it is done.");
    public static readonly LocalText DueTooEarly = new(
        "期限が会議の日より前です。会議からあとの日にしてください。",
        "That is before the meeting. Choose a later day."
    );
    public static readonly LocalText Gone = new("この合意はもうありません。", "This agreement is not there any more.");
    public static readonly LocalText Saved = new("保存しました。", "Saved.");
    public static readonly LocalText TooMany = new(
        $"合意は{Minutes.MostLines}件までです。",
        $"At most {Minutes.MostLines} agreements can be kept."
    );
    public static readonly LocalText AlreadyAdded = new(
        "この合意はもう足してあります。中身が違うので、変えるときは保存を押してください。",
        "This agreement is there already, but differs. Press Save to change it."
    );

    public static LocalText MarkedDone(string what) => new($"「{what}」を済みにしました。", $"Done: “{what}”.");

    public static LocalText MarkedOpen(string what) =>
        new($"「{what}」の済みを取り消しました。", $"“{what}” is open again.");

    public static LocalText Added(string what) => new($"「{what}」を足しました。", $"Added “{what}”.");

    public static LocalText Removed(string what) => new($"「{what}」を消しました。", $"Removed “{what}”.");

    public static LocalText Restored(string what) => new($"「{what}」を元に戻しました。", $"“{what}” is back.");

    public static LocalText DoneBy(string name, string at) =>
        new($"✓ {name}さんが{at}に済み", $"✓ done by {name}, {at}");

    /// <summary>12/25(金)まで・あと5日, or how long it is late.</summary>
    public static LocalText Until(DateOnly due, DateOnly today)
    {
        string ja = TokyoTime.Brief(due, Language.Japanese);
        string en = TokyoTime.Brief(due, Language.English);
        int left = due.DayNumber - today.DayNumber;
        return left == 0 ? new("今日が期限です", "due today")
            : left > 0 ? new($"{ja}まで・あと{left}日", $"due {en}, {Days(left)} left")
            : new($"期限の{ja}を{-left}日すぎています", $"was due {en}, {Days(-left)} late");
    }

    private static string Days(int count) => English.Count(count, "day");
}
