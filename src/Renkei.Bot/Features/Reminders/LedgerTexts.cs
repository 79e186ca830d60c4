using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What the record of notices says.</summary>
internal static class LedgerTexts
{
    public static readonly LocalText Title = new("通知の記録", "Record of notices");
    public static readonly LocalText Description = new(
        "会議ごとに、送った通知とこれからの通知を出します",
        "Shows for each council what was sent and what will be"
    );
    public static readonly LocalText ChooseCouncil = new("どの会議の記録を見ますか。", "Which council?");
    public static readonly LocalText NoCouncils = new(
        "まだ会議がありません。会議の準備を始めると、通知がここに並びます。",
        "There are no councils yet. Once one is being prepared, its notices appear here."
    );
    public static readonly LocalText NotAtACentre = new(
        "「会議準備」から会議を開くと、その会議の通知の記録を見られます。",
        "Open a council from the list of councils to see the record of its notices."
    );
    public static readonly LocalText Past = new("これまで", "So far");
    public static readonly LocalText Future = new("これから", "Still to come");
    public static readonly LocalText Withdrawals = new("取りやめ", "Withdrawn");
    public static readonly LocalText NothingWithdrawn = new("取りやめた通知はありません。", "No notice was withdrawn.");
    public static readonly LocalText NothingPast = new("まだ何も送っていません。", "Nothing was sent yet.");
    public static readonly LocalText NothingFuture = new("これから送る予定はありません。", "Nothing more is planned.");
    public static readonly LocalText Newer = new("新しいほうへ", "Newer");
    public static readonly LocalText Older = new("古いほうへ", "Older");
    public static readonly LocalText Sooner = new("前のページ", "Previous page");
    public static readonly LocalText LaterOn = new("次のページ", "Next page");
    public static readonly LocalText Open = new("見る", "Show");

    public static LocalText NextOne(string when, string who) =>
        new($"次は{when}、{who}へ。", $"Next: {when}, to {who}.");

    public static LocalText WithdrawnCount(int count) =>
        new($"取りやめた通知 {count}件", $"{English.Count(count, "notice was", "notices were")} withdrawn");

    public static LocalText PageOf(int page, int pages) => new($"{page}/{pages}ページ", $"Page {page} of {pages}");

    /// <summary>What a reminder is, in a few words.</summary>
    /// <param name="key">The reminder.</param>
    /// <param name="what">The task, agreement or participant, escaped; empty where it is not known any more.</param>
    public static LocalText What(ReminderKey key, string what)
    {
        LocalText name = key.Kind switch
        {
            ReminderKind.Ahead => new($"会議のまとめ（{Slot(key).Ja}）", $"Summary ({Slot(key).En})"),
            ReminderKind.TaskDue => new($"作業の期限（{Slot(key).Ja}）", $"Task ({Slot(key).En})"),
            ReminderKind.TaskWithoutOwner => new(
                $"担当のない作業（{Slot(key).Ja}）",
                $"Task without anybody in charge ({Slot(key).En})"
            ),
            ReminderKind.TaskOverdue => new("作業の遅れ", "Overdue task"),
            ReminderKind.TaskAssigned => new("担当の知らせ", "Task handed over"),
            ReminderKind.AgreementDue => new($"約束の期限（{Slot(key).Ja}）", $"Agreement ({Slot(key).En})"),
            ReminderKind.AgreementOverdue => new("約束の遅れ", "Overdue agreement"),
            ReminderKind.Moved => new("日程変更の知らせ", "The council was moved"),
            ReminderKind.Cancelled => new("中止の知らせ", "The council was cancelled"),
            ReminderKind.Invitation => new("会議の案内", "Invitation"),
            ReminderKind.InvitationAgain => new("出欠の確認", "Asked again whether they come"),
            ReminderKind.Sheet => new("事前シートのお願い", "Information sheet"),
            ReminderKind.SheetAgain => new("事前シートの再度のお願い", "Information sheet, asked again"),
            ReminderKind.MinutesShared => new("会議の記録", "Minutes"),
            ReminderKind.Unreached => new("届かなかった方の知らせ", "People who could not be reached"),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "No such kind."),
        };
        return what.Length == 0 ? name : new($"{name.Ja}：{what}", $"{name.En}: {what}");
    }

    private static LocalText Slot(ReminderKey key) =>
        key.Offset switch
        {
            0 => new("当日", "on the day"),
            < 0 => new(
                $"{-key.Offset}営業日前",
                key.Offset == -1 ? "1 business day before" : $"{-key.Offset} business days before"
            ),
            _ => new($"{key.Offset}営業日後", $"{English.Count(key.Offset, "business day")} after"),
        };

    /// <summary>Where a reminder stands, with when and why.</summary>
    public static LocalText State(LedgerLine line)
    {
        LedgerEntry? entry = line.Entry;
        switch (line.State)
        {
            case LedgerState.Planned:
                return new("予定", "planned");
            case LedgerState.Waiting:
                return new("まもなく送ります", "about to be sent");
            case LedgerState.TooLate:
                return new("送っていません（間に合わなかったため）", "not sent (it would have come too late)");
            case LedgerState.Withdrawn:
                return Withdrawn(line);
            case LedgerState.Skipped:
                return entry!.Reason == NoticeReason.OptedOut
                    ? new("送っていません（ご本人の設定）", "not sent (they switched it off)")
                    : new("送っていません（新しい知らせを送ったため）", "not sent (a newer one was)");
            case LedgerState.Failed:
                LocalText why = ReminderTexts.ReasonOf(entry!.Reason);
                return new($"届きませんでした（{why.Ja}）", $"could not be delivered ({why.En})");
            case LedgerState.Postponed:
                return Postponed(entry!);
            default:
                return Sent(entry!);
        }
    }

    private static LocalText Sent(LedgerEntry entry)
    {
        List<LocalText> parts = [Timed("送信", "sent", entry.SentAt)];
        if (entry.SeenAt is { } seen)
        {
            parts.Add(Timed("見ました", "seen", seen));
        }
        if (entry is { AnsweredBy: { } button, AnsweredAt: { } at })
        {
            LocalText said = Button(button);
            parts.Add(Timed($"［{said.Ja}］", $"“{said.En}”", at));
        }
        if (entry.TimesSent > 1)
        {
            parts.Add(new($"{entry.TimesSent}回", $"{entry.TimesSent} times"));
        }
        if (entry.MaybeTwice)
        {
            parts.Add(new("二度届いたかもしれません", "may have arrived twice"));
        }
        return new(string.Join("・", parts.Select(p => p.Ja)), string.Join(", ", parts.Select(p => p.En)));
    }

    private static LocalText Postponed(LedgerEntry entry)
    {
        string ja = TokyoTime.Brief(entry.Until!.Value, Language.Japanese);
        string en = TokyoTime.Brief(entry.Until.Value, Language.English);
        return entry.Reason switch
        {
            NoticeReason.Snoozed => new(
                $"{ja}にもう一度送ります（ご本人の希望）",
                $"again on {en} (they asked for it)"
            ),
            NoticeReason.QuietHours => new(
                $"{ja}に送ります（静かな時間のため）",
                $"will be sent on {en} (quiet hours)"
            ),
            _ => new($"{ja}にもう一度試します（Teams が混んでいるため）", $"tried again on {en} (Teams is busy)"),
        };
    }

    private static LocalText Withdrawn(LedgerLine line)
    {
        if (line.Withdrawal is not { } withdrawal)
        {
            return new("取りやめ", "withdrawn");
        }
        string ja = TokyoTime.Brief(withdrawal.At, Language.Japanese);
        string en = TokyoTime.Brief(withdrawal.At, Language.English);
        return withdrawal.Cause switch
        {
            WithdrawalCause.Cancelled => new($"取りやめ（{ja}に会議が中止）", $"withdrawn (council cancelled, {en})"),
            WithdrawalCause.Moved => new($"取りやめ（{ja}に日程変更）", $"withdrawn (council moved, {en})"),
            _ => new($"取りやめ（{ja}に要らなくなった）", $"withdrawn (no longer needed, {en})"),
        };
    }

    private static LocalText Timed(string ja, string en, DateTimeOffset? at) =>
        at is { } time
            ? new($"{ja} {TokyoTime.Brief(time, Language.Japanese)}", $"{en} {TokyoTime.Brief(time, Language.English)}")
            : new(ja, en);

    private static LocalText Button(string code) =>
        code switch
        {
            "done" => ReminderTexts.Done,
            "undo" => ReminderTexts.Undo,
            "hand" => ReminderTexts.Hand,
            "take" => ReminderTexts.Take,
            "yes" => ReminderTexts.Yes,
            "no" => ReminderTexts.No,
            "maybe" => ReminderTexts.Maybe,
            _ => new(code, code),
        };
}
