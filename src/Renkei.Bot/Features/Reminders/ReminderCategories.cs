using Renkei.Domain;
using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Features.Reminders;

/// <summary>A kind of message people may do without.</summary>
/// <param name="Code">Stored; stays the same for ever.</param>
/// <param name="Name">In the reader's words.</param>
internal sealed record ReminderCategory(string Code, LocalText Name)
{
    /// <summary>What cannot be switched off: a meeting that was moved, and people Renkei could not reach.</summary>
    public static ReminderCategory Always { get; } =
        new(
            "always",
            new(
                "日程変更・中止、届かなかった方の知らせ",
                "Moved or cancelled meetings, and people who could not be reached"
            )
        );

    /// <summary>What people may switch off, in the order in which it is offered.</summary>
    public static IReadOnlyList<ReminderCategory> Optional { get; } =
    [
        new("ahead", new("会議が近づいたときのまとめ", "Summary as a council comes nearer")),
        new("task", new("自分の作業の期限", "My tasks as they fall due")),
        new("assigned", new("作業の担当になったとき", "When I am given a task")),
        new("overdue", new("ほかの方の作業や約束の遅れ", "Others' tasks and agreements that are overdue")),
        new("agreement", new("会議で決めた約束の期限", "What I agreed to do at a council")),
        new("invitation", new("会議の案内と出欠の確認", "Invitations, and whether I come")),
        new("sheet", new("事前シートのお願い", "Information sheets")),
        new("minutes", new("会議の記録", "Minutes of councils")),
    ];

    /// <summary>The category's code of a kind of reminder.</summary>
    public static string CodeOf(ReminderKind kind) =>
        kind switch
        {
            ReminderKind.Ahead => "ahead",
            ReminderKind.TaskDue or ReminderKind.TaskWithoutOwner => "task",
            ReminderKind.TaskAssigned => "assigned",
            ReminderKind.TaskOverdue or ReminderKind.AgreementOverdue => "overdue",
            ReminderKind.AgreementDue => "agreement",
            ReminderKind.Invitation or ReminderKind.InvitationAgain => "invitation",
            ReminderKind.Sheet or ReminderKind.SheetAgain => "sheet",
            ReminderKind.MinutesShared => "minutes",
            ReminderKind.Moved or ReminderKind.Cancelled or ReminderKind.Unreached => Always.Code,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
