using Renkei.Domain;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What the notification settings say.</summary>
internal static class SettingsTexts
{
    public static readonly LocalText Title = new("通知の設定", "Notification settings");
    public static readonly LocalText Description = new(
        "静かにする時間と、受け取る通知を決めます",
        "Sets quiet hours and which notices you get"
    );
    public static readonly LocalText QuietHours = new("静かにする時間", "Quiet hours");
    public static readonly LocalText QuietHint = new(
        "この間の通知は、終わってからまとめて届きます。なくなることはありません。",
        "What comes up meanwhile arrives afterwards. Nothing is lost."
    );
    public static readonly LocalText From = new("何時から", "From");
    public static readonly LocalText To = new("何時まで", "To");
    public static readonly LocalText Days = new("一日中静かにする曜日", "Days that are quiet all day");
    public static readonly LocalText Kinds = new("受け取る通知", "Notices I want");
    public static readonly LocalText KindsError = new("選び直してください。", "Please choose again.");
    public static readonly LocalText AlwaysSent = new(
        "いつも届くもの：日程変更・中止、届かなかった方の知らせ。知らないままだと、会議が成り立たなくなるためです。",
        "Always sent: moved or cancelled meetings, and people who could not be reached. A council fails when somebody does not know."
    );
    public static readonly LocalText Save = new("保存", "Save");
    public static readonly LocalText Reset = new("最初の設定に戻す", "Back to the defaults");
    public static readonly LocalText Saved = new("保存しました。", "Saved.");
    public static readonly LocalText WasReset = new(
        "最初の設定に戻しました。すべての通知が、いつでも届きます。",
        "Back to the defaults: every notice, at any time."
    );
    public static readonly LocalText TimeError = new(
        "静かにする時間は、始まりと終わりの両方を入れるか、両方とも空にしてください。",
        "Please enter both ends of the quiet hours, or neither."
    );
    public static readonly LocalText SameTimeError = new(
        "始まりと終わりが同じです。ちがう時刻を入れるか、両方とも空にしてください。",
        "Both ends are the same. Enter two times, or neither."
    );
    public static readonly LocalText AllDaysError = new(
        "七日とも静かにはできません。一日は残してください。",
        "Not all seven days can be quiet. Please leave one."
    );

    public static readonly LocalText Lead = new("責任者を決める", "Name who is responsible");
    public static readonly LocalText LeadDescription = new(
        "作業の遅れが続くときに知らせる方を決めます",
        "Names who is told when a task stays overdue"
    );
    public static readonly LocalText LeadChoice = new("責任者", "Who is responsible");
    public static readonly LocalText LeadNobody = new("決めない", "Nobody");
    public static readonly LocalText LeadWhy = new(
        "期限を4営業日過ぎた作業だけを、この方に知らせます。その前に、担当と調整役に知らせています。",
        "They hear only of tasks that are 4 business days overdue. Whoever has the task, and the coordinators, heard before."
    );
    public static readonly LocalText LeadOnlyCoordinators = new(
        "責任者を決められるのは、この保健所の調整役の方です。",
        "Coordinators of the health centre name who is responsible."
    );
    public static readonly LocalText LeadError = new("責任者を選んでください。", "Please choose.");

    public static LocalText LeadKept(string name) => new($"責任者は{name}さんです。", $"{name} is responsible now.");

    public static LocalText LeadNone { get; } =
        new("責任者は決めていません。", "Nobody is told of tasks that stay overdue.");

    public static LocalText Day(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => new("月", "Mon"),
            DayOfWeek.Tuesday => new("火", "Tue"),
            DayOfWeek.Wednesday => new("水", "Wed"),
            DayOfWeek.Thursday => new("木", "Thu"),
            DayOfWeek.Friday => new("金", "Fri"),
            DayOfWeek.Saturday => new("土", "Sat"),
            _ => new("日", "Sun"),
        };
}
