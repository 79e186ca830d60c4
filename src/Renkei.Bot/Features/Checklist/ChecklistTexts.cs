using Renkei.Domain;

namespace Renkei.Bot.Features.Checklist;

/// <summary>The texts of the walk through the checklist.</summary>
internal static class ChecklistTexts
{
    public static readonly LocalText Continue = new("続き", "Continue");
    public static readonly LocalText ContinueDescription = new(
        "前回の続きから答えます。別の端末でも同じところから始まります",
        "Goes on where you were, on any device"
    );
    public static readonly LocalText Undo = new("元に戻す", "Undo");
    public static readonly LocalText UndoDescription = new(
        "自分の直前の保存を取り消します",
        "Takes back what you saved last"
    );
    public static readonly LocalText NothingToContinue = new(
        "この年度は、まだ答え始めた取り組みがありません。一覧から選んでください。",
        "You have not begun a theme this fiscal year. Please choose one from the list."
    );
    public static readonly LocalText NothingToUndo = new(
        "元に戻せる保存がありません。戻せるのは、自分が最後に保存したものだけです。",
        "There is nothing to undo. Only what you saved last can be taken back."
    );
    public static readonly LocalText Status = new("状態", "State");
    public static readonly LocalText StatusError = new("状態を選んでください。", "Please choose a state.");
    public static readonly LocalText Details = new("メモ・日付・次の一歩", "Note, date, next step");
    public static readonly LocalText Examples = new("具体例", "Examples");
    public static readonly LocalText History = new("履歴", "History");
    public static readonly LocalText Reason = new(
        "対象外の理由（対象外のとき）",
        "Why it does not apply (if not applicable)"
    );
    public static readonly LocalText Note = new("メモ", "Note");
    public static readonly LocalText NotePlaceholder = new(
        "個人が分かることは書かないでください",
        "Nothing that identifies a person, please"
    );
    public static readonly LocalText Date = new("日付（行った日・決めた日）", "Date (held or decided)");
    public static readonly LocalText NextStep = new("次の一歩", "Next step");
    public static readonly LocalText Due = new("いつまで", "Until");
    public static readonly LocalText Who = new("だれが", "Who");
    public static readonly LocalText NoOne = new("決めていない", "Not decided");
    public static readonly LocalText SaveAndNext = new("保存して次へ", "Save and next");
    public static readonly LocalText SaveAndFinish = new("保存して終わる", "Save and finish");
    public static readonly LocalText Previous = new("前へ", "Back");
    public static readonly LocalText Skip = new("とばす", "Skip");
    public static readonly LocalText Stop = new("今日はここまで", "Stop for today");
    public static readonly LocalText ToOverview = new("取り組みの全体を見る", "Whole theme");
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText Resume = new("続ける", "Go on");
    public static readonly LocalText Why = new("理由", "Reason");
    public static readonly LocalText ReasonMissing = new(
        "「対象外」には理由を書いてください。",
        "“Not applicable” needs a reason."
    );
    public static readonly LocalText TooLong = new(
        "長すぎます。短くしてください。",
        "This is too long. Please shorten it."
    );
    public static readonly LocalText BadDate = new(
        "日付が読み取れません。選び直してください。",
        "This date cannot be read. Please choose again."
    );
    public static readonly LocalText StepMissing = new(
        "「次の一歩」の中身を書いてください。",
        "Please say what the next step is."
    );
    public static readonly LocalText NotAMember = new(
        "「だれが」は、この取り組みのメンバーから選んでください。",
        "Please choose somebody who works on this theme."
    );
    public static readonly LocalText NotSavedYet = new(
        "まだ保存していません。印のあるところを直して、もう一度押してください。",
        "Nothing is saved yet. Please correct the marked lines and press again."
    );
    public static readonly LocalText AllKept = new("ここまでの記録は保存されています。", "Everything so far is saved.");
    public static readonly LocalText ConflictHeading = new(
        "同じところが先に変わっています",
        "Somebody else changed the same line"
    );
    public static readonly LocalText ConflictAsk = new("どちらにしますか。", "Which one shall it be?");
    public static readonly LocalText Decide = new("これで決める", "Decide");
    public static readonly LocalText DecideError = new("どちらかを選んでください。", "Please choose one.");
    public static readonly LocalText NoHistory = new("まだ記録がありません。", "There is no record yet.");
    public static readonly LocalText Undone = new("（取り消し）", " (undone)");
    public static readonly LocalText DoneToday = new("おつかれさまでした", "Well done");
    public static readonly LocalText HowToResume = new(
        "「続き」と送ると、ここから再開できます。",
        "Send “continue” and we go on from here."
    );
    public static readonly LocalText ThroughAll = new(
        "12の役割をひとまわりしました。",
        "You have been through all 12 roles."
    );
    public static readonly LocalText ReadOnly = new("（見るだけ）", " (read only)");
    public static readonly LocalText NotePrivate = new(
        "メモは保健所の方だけが見られます",
        "Notes are for the health centre only"
    );

    public static LocalText Group(int at, int of) => new($"役割 {at}／{of}", $"Role {at} of {of}");

    public static LocalText Saved(int count) =>
        new($"{count}件を保存しました。", $"{English.Count(count, "line")} saved.");

    public static LocalText Reverted(string sources) => new($"{sources} を元に戻しました。", $"Taken back: {sources}.");

    public static LocalText Kept(string sources) =>
        new(
            $"{sources} は、その後ほかの保存があったので戻していません。",
            $"{sources} changed since, so it was left as it is."
        );

    public static LocalText Answered(string name, string at) => new($"{name} {at}", $"{name}, {at}");

    public static LocalText Theirs(string name, string what) =>
        new($"{name}さんのまま（{what}）", $"Keep {name}'s ({what})");

    public static LocalText Mine(string what) => new($"自分のにする（{what}）", $"Take mine ({what})");

    public static LocalText ChangedBy(string name, string at, string what) =>
        new($"{name}さんが{at}に「{what}」にしています。", $"{name} set “{what}” at {at}.");

    public static LocalText HistoryHeading(string source) => new($"{source} の履歴", $"History of {source}");
}
