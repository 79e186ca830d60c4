using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Councils;

/// <summary>The kinds of messages people may do without, as they are stored; they stay the same for ever.</summary>
internal static class CouncilCategories
{
    /// <summary>What cannot be switched off.</summary>
    public const string Always = "always";

    public const string Ahead = "ahead";
    public const string Task = "task";
    public const string Assigned = "assigned";
    public const string Overdue = "overdue";
    public const string Agreement = "agreement";
    public const string Invitation = "invitation";
    public const string Sheet = "sheet";
    public const string Minutes = "minutes";

    /// <summary>The category of a kind of reminder.</summary>
    public static string Of(ReminderKind kind) =>
        kind switch
        {
            ReminderKind.Ahead => Ahead,
            ReminderKind.TaskDue or ReminderKind.TaskWithoutOwner => Task,
            ReminderKind.TaskAssigned => Assigned,
            ReminderKind.TaskOverdue or ReminderKind.AgreementOverdue => Overdue,
            ReminderKind.AgreementDue => Agreement,
            ReminderKind.Invitation or ReminderKind.InvitationAgain => Invitation,
            ReminderKind.Sheet or ReminderKind.SheetAgain => Sheet,
            ReminderKind.MinutesShared => Minutes,
            ReminderKind.Moved or ReminderKind.Cancelled or ReminderKind.Unreached => Always,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
