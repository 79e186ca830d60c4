using System.Globalization;
using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Councils;

/// <summary>The texts of the list of councils, a new one, and the whole of one.</summary>
internal static class CouncilsTexts
{
    public static readonly LocalText ListDescription = new(
        "準備中の会議と、足りないものを出します",
        "Lists the councils being prepared and what is missing"
    );
    public static readonly LocalText New = new("会議を始める", "New council");
    public static readonly LocalText NewDescription = new(
        "会議の準備を一つ始めます",
        "Starts preparing a council or another meeting"
    );
    public static readonly LocalText None = new(
        "準備中の会議はまだありません。「会議を始める」から、種類を選ぶだけで作業と資料の案ができます。",
        "No council is being prepared. Start one: choosing the kind is enough to get tasks and papers."
    );
    public static readonly LocalText NoneForReader = new("準備中の会議はありません。", "No council is being prepared.");
    public static readonly LocalText NoneForMunicipality = new(
        "案内が届いている会議はありません。案内があると、ここに出ます。",
        "You have no invitation yet. Councils you are invited to appear here."
    );
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText Newer = new("新しい10件", "Newer 10");
    public static readonly LocalText Older = new("前の10件", "Older 10");
    public static readonly LocalText Past = new("終わった会議", "Past councils");
    public static readonly LocalText NoPast = new("終わった会議はまだありません。", "There are no past councils yet.");
    public static readonly LocalText NoMorePast = new(
        "これより前の会議はありません。",
        "There are no councils before these."
    );
    public static readonly LocalText OtherCentre = new("別の保健所を見る", "Another health centre");
    public static readonly LocalText ToAnswer = new("返事をする", "Answer");
    public static readonly LocalText ToAnswerAgain = new("返事を変える", "Change the answer");
    public static readonly LocalText ToThemes = new("段階チェックを見る", "See the stage check");
    public static readonly LocalText BackToList = new("一覧へ", "Back to the list");
    public static readonly LocalText ChooseCentre = new(
        "どの保健所の会議を見ますか。",
        "Which health centre's councils?"
    );
    public static readonly LocalText MissingLabel = new("足りないもの", "Missing");
    public static readonly LocalText NothingMissing = new("足りないものはありません", "Nothing is missing");
    public static readonly LocalText OnlyCentreCreates = new(
        "会議の準備を始められるのは、保健所の保健師と調整役の方です。",
        "Nurses and coordinators of a health centre can prepare a council."
    );
    public static readonly LocalText NotYourCentre = new(
        "会議の一覧は、その保健所と県本庁の方が見られます。",
        "The list can be seen by the health centre itself and by head office."
    );
    public static readonly LocalText InPersonalChat = new("個人チャットで開く", "Open in your personal chat");

    public static readonly LocalText Kind = new("会議の種類", "Kind of meeting");
    public static readonly LocalText KindError = new(
        "会議の種類を選んでください。",
        "Please choose the kind of meeting."
    );
    public static readonly LocalText Theme = new("どの取り組みのための会議か", "Theme it serves");
    public static readonly LocalText NoTheme = new("決めない", "None");
    public static readonly LocalText ThemeError = new(
        "取り組みを選び直してください。",
        "Please choose the theme again."
    );
    public static readonly LocalText Month = new("開きたい月", "Month it is meant for");
    public static readonly LocalText MonthError = new("開きたい月を選んでください。", "Please choose the month.");
    public static readonly LocalText Title = new("会議の名前", "Title");
    public static readonly LocalText TitleError = new(
        "会議の名前は60文字までで入れてください。",
        "Please keep the title to 60 characters."
    );
    public static readonly LocalText TitleNeeded = new(
        "会議の名前を60文字までで入れてください。",
        "Please give it a title of up to 60 characters."
    );
    public static readonly LocalText Coordinators = new("一緒に準備する人", "Who prepares it with you");
    public static readonly LocalText LeadRemark = new(
        "準備の始まりは、管内の協議の場なら開催の40営業日（約2か月）前が目安です。",
        "Preparing a council of the area usually begins 40 business days (about two months) before it."
    );

    public static LocalText Follows(string previous, int participants) =>
        new(
            $"「{previous}」の続きです。目的、会場、参集者{participants}名を引き継ぎます（あとで変えられます）。",
            $"It follows “{previous}” and takes over its purpose, its place and {English.Count(participants, "participant")}. You can change them later."
        );

    public static LocalText NextDateWas(string date) =>
        new(
            $"前回の記録にある次の予定：{date}。まだ先の日なら、前回と同じ時刻で日程に入れます。",
            $"Next date in its minutes: {date}. If that is still to come, it becomes the date, at the same time of day."
        );

    public static readonly LocalText Create = new("準備を始める", "Begin to prepare");
    public static readonly LocalText AlreadyMade = new(
        "この会議はもうできています。名前や目的は「目的とテーマ」で変えられます。",
        "This council is there already. Title and purpose can be changed under “Purpose and theme”."
    );

    public static readonly LocalText CoordinatorsError = new(
        "準備する人を一人以上選んでください。",
        "Please choose at least one person who prepares it."
    );
    public static readonly LocalText MembersChanged = new(
        "選んだ方の所属が変わったようです。もう一度選んでください。",
        "Somebody chosen is not at the centre any more. Please choose again."
    );
    public static readonly LocalText WhoPrepares = new("準備する人", "Who prepares it");
    public static readonly LocalText Purpose = new(
        "何のために集まり、何を決めるか",
        "What it is for and what it decides"
    );
    public static readonly LocalText PurposeError = new(
        "目的は300文字までで書いてください。",
        "Please keep the purpose to 300 characters."
    );
    public static readonly LocalText NoPurpose = new(
        "目的はまだ書かれていません。",
        "The purpose has not been written yet."
    );
    public static readonly LocalText UseExample = new("例文を入れる", "Fill in the example");
    public static readonly LocalText ExampleIsIn = new(
        "例文を入れました。この会議に合わせて直してから保存してください。",
        "The example is filled in. Change it to suit this council, then save."
    );

    public static LocalText Example(LocalText purpose) => new($"例：{purpose.Ja}", $"e.g. {purpose.En}");

    public static readonly LocalText StepChoice = new("ほかの段階を開く", "Open another step");
    public static readonly LocalText OpenStep = new("この段階を開く", "Open this step");
    public static readonly LocalText History = new("履歴", "History");
    public static readonly LocalText Move = new("日程を動かす", "Move the date");
    public static readonly LocalText Cancel = new("中止する", "Cancel the council");
    public static readonly LocalText Restore = new("中止を取り消す", "Take the cancellation back");
    public static readonly LocalText Ledger = new("通知の記録", "Record of notices");
    public static readonly LocalText ReadOnly = new(
        "見るだけの画面です。変えられるのは、この保健所の保健師と調整役の方です。",
        "You can read this. Nurses and coordinators of the health centre can change it."
    );
    public static readonly LocalText Held = new(
        "この会議は終わり、記録もできています。",
        "This council took place and its minutes are closed."
    );
    public static readonly LocalText ToMinutes = new("記録を見る", "See the minutes");
    public static readonly LocalText HistoryHeading = new("変更の履歴", "History of changes");
    public static readonly LocalText HistoryRemark = new("新しい順に10件までです。", "The ten newest changes.");
    public static readonly LocalText WasBegun = new("準備を始めた", "began the preparation");
    public static readonly LocalText WasCancelled = new("中止にした", "cancelled it");
    public static readonly LocalText WasTakenUp = new("中止や終了を取り消した", "took it up again");
    public static readonly LocalText WasClosed = new("記録を終えた", "closed the minutes");

    public static LocalText DateBecame(string when) => new($"日程を{when}にした", $"set the date to {when}");

    public static LocalText Cancelled(string reason) =>
        reason.Length == 0
            ? new(
                "この会議は中止になりました。記録はそのまま残っています。",
                "This council was cancelled. Everything is kept."
            )
            : new(
                $"この会議は中止になりました（{reason}）。記録はそのまま残っています。",
                $"This council was cancelled ({reason}). Everything is kept."
            );

    public static LocalText MoreMissing(int count) => new($"ほか{count}件", $"and {count} more");

    public static LocalText Begun(int tasks, int papers) =>
        new(
            $"準備を始めました。作業{tasks}件と資料{papers}件の案を入れてあります。",
            $"The preparation has begun, with {English.Count(tasks, "task")} and {English.Count(papers, "paper")} to start from."
        );

    public static LocalText ListHeading(LocalText centre) => new($"会議準備（{centre.Ja}）", $"Councils ({centre.En})");

    public static LocalText PastHeading(LocalText centre) =>
        new($"終わった会議（{centre.Ja}）", $"Past councils ({centre.En})");

    public static LocalText MonthName(DateOnly month) =>
        new($"{month.Year}年{month.Month}月", month.ToString("MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>東部圏域 退院支援ルールの調整会議 / Discharge coordination meeting, Tobu area.</summary>
    public static LocalText SuggestedTitle(LocalText area, LocalText kind) =>
        new($"{area.Ja} {kind.Ja}", $"{kind.En}, {area.En}");

    /// <summary>東部保健所 → 東部圏域; another name stays.</summary>
    public static LocalText AreaOf(LocalText centre) =>
        new(
            centre.Ja.EndsWith("保健所", StringComparison.Ordinal) ? centre.Ja[..^3] + "圏域" : centre.Ja,
            centre.En.EndsWith(" Health Centre", StringComparison.Ordinal)
                ? centre.En[..^" Health Centre".Length] + " area"
                : centre.En
        );

    public static LocalText TitleHint(LocalText area) =>
        new(
            $"空けておくと「{area.Ja} ＋ 会議の種類」とつけます",
            $"Left empty, it is named after the kind and the {area.En}"
        );

    public static LocalText GoTo(LocalText step) => new($"{step.Ja}へ進む", $"Go to: {step.En}");

    public static LocalText Changed(string who, string at, LocalText what) =>
        new($"{at}　{who}さん：{what.Ja}", $"{at}  {who}: {what.En}");

    public static LocalText PreparedBy(string names) => new($"準備する人：{names}", $"Prepared by: {names}");

    public static LocalText RsvpName(Rsvp rsvp) =>
        rsvp switch
        {
            Rsvp.Yes => new("出席", "coming"),
            Rsvp.No => new("欠席", "not coming"),
            Rsvp.Maybe => new("未定", "not sure yet"),
            _ => new("返事はまだです", "no answer yet"),
        };

    public static LocalText YourAnswer(Rsvp rsvp) =>
        new($"あなたの返事：{RsvpName(rsvp).Ja}", $"Your answer: {RsvpName(rsvp).En}");
}
