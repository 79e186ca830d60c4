using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Bot.Councils;

/// <summary>What the pages of a council have in common.</summary>
internal static class CouncilTexts
{
    public static readonly LocalText List = new("会議準備", "Councils");

    public static readonly LocalText Begin = new("会議準備を始める", "Prepare a council");

    public static readonly LocalText Next = new("次へ", "Next");
    public static readonly LocalText Previous = new("前へ", "Back");
    public static readonly LocalText Save = new("保存", "Save");
    public static readonly LocalText SaveAndNext = new("保存して次へ", "Save and go on");
    public static readonly LocalText Overview = new("全体を見る", "Whole council");
    public static readonly LocalText Saved = new("保存しました。", "Saved.");
    public static readonly LocalText Today = new("今日です", "today");
    public static readonly LocalText Over = new("終わりました。記録がまだです", "over; the minutes are open");
    public static readonly LocalText CancelledShort = new("中止", "cancelled");
    public static readonly LocalText HeldShort = new("開催済み", "held");

    public static readonly LocalText Gone = new(
        "この会議は見つかりませんでした。一覧から選び直してください。",
        "This council was not found. Please choose it from the list."
    );

    public static readonly LocalText NotYours = new(
        "この会議は、準備している保健所と県本庁の方が見られます。",
        "This council can be seen by the health centre that prepares it and by head office."
    );

    public static readonly LocalText IsCancelled = new(
        "この会議は中止になっています。変えるには、まず中止を取り消してください。",
        "This council is cancelled. To change it, take the cancellation back first."
    );

    public static readonly LocalText InPersonalChat = new(
        "会議の準備を変えるのは、Renkei との個人チャットでお願いします。",
        "Please change the preparation in your personal chat with Renkei."
    );

    public static readonly LocalText MailFile = new("招待ファイル（.ics）", "Invitation file (.ics)");

    public static readonly LocalText Undo = new("元に戻す", "Undo");

    /// <summary>That somebody else changed the same thing since the card was made; everything typed stays on the card.</summary>
    /// <param name="turn">Whose language it is in.</param>
    /// <param name="last">Who, and when (UTC), where that is known.</param>
    /// <param name="stands">What stands now; Markdown.</param>
    public static string ChangedMeanwhile(BotTurn turn, (PersonRef By, DateTimeOffset At)? last, string stands) =>
        last is { } change
            ? turn.In(
                ChangedMeanwhile(CardText.Escape(change.By.Name), TokyoTime.Brief(change.At, turn.Language), stands)
            )
            : turn.In(ChangedMeanwhile(stands));

    public static readonly LocalText NoContact = new("連絡先はまだありません", "no telephone or mail known");

    public static LocalText AndMore(int people) => new($" ほか{people}人", $" and {people} more");

    private static LocalText ChangedMeanwhile(string who, string at, string stands) =>
        new(
            $"{who}さんが{at}に先に変えています（いま：{stands}）。入力はそのまま残しました。これでよければ、もう一度押してください。",
            $"{who} changed it first, at {at} (now: {stands}). What you entered is still here; press again if it shall be so."
        );

    private static LocalText ChangedMeanwhile(string stands) =>
        new(
            $"ほかの方が先に変えています（いま：{stands}）。入力はそのまま残しました。これでよければ、もう一度押してください。",
            $"Somebody changed it first (now: {stands}). What you entered is still here; press again if it shall be so."
        );

    public static LocalText MayNotEdit(LocalText centre) =>
        new(
            $"変えられるのは、{centre.Ja}の保健師と調整役の方です。",
            $"Nurses and coordinators of {centre.En} can change it."
        );

    public static LocalText Ready(int done, int all) => new($"準備 {done}/{all}", $"{done} of {all} ready");

    /// <summary>How many business days are left; calendar days where the office is closed until then.</summary>
    public static LocalText DaysLeft(DateOnly today, DateOnly day, BusinessDays days)
    {
        int open = days.Between(today, day);
        int all = day.DayNumber - today.DayNumber;
        return open > 0
            ? new($"あと{open}営業日", $"{English.Count(open, "business day")} left")
            : new($"あと{all}日", $"{English.Count(all, "day")} left");
    }

    public static LocalText Wished(DateOnly month) =>
        new(
            $"{month.Year}年{month.Month}月のどこかで（日程はまだ）",
            $"some time in {month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)} (no date yet)"
        );

    /// <summary>The name of a step, as a heading.</summary>
    public static LocalText StepName(CouncilStep step) =>
        step switch
        {
            CouncilStep.Purpose => new("目的とテーマ", "Purpose and theme"),
            CouncilStep.Participants => new("参集者", "Participants"),
            CouncilStep.Date => new("日程と会場", "Date and place"),
            CouncilStep.Papers => new("資料", "Papers"),
            CouncilStep.Tasks => new("準備の作業", "Tasks"),
            CouncilStep.Sheets => new("事前情報収集シート", "Information sheet"),
            CouncilStep.Invitation => new("案内", "Invitation"),
            CouncilStep.Day => new("当日", "The day"),
            CouncilStep.Minutes => new("記録", "Minutes"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
        };

    /// <summary>The name of a step in a row of all of them.</summary>
    public static LocalText StepShort(CouncilStep step) =>
        step switch
        {
            CouncilStep.Purpose => new("目的", "purpose"),
            CouncilStep.Participants => new("参集者", "participants"),
            CouncilStep.Date => new("日程", "date"),
            CouncilStep.Papers => new("資料", "papers"),
            CouncilStep.Tasks => new("作業", "tasks"),
            CouncilStep.Sheets => new("シート", "sheets"),
            CouncilStep.Invitation => new("案内", "invitation"),
            CouncilStep.Day => new("当日", "the day"),
            CouncilStep.Minutes => new("記録", "minutes"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
        };
}
