using Renkei.Bot.Conversation;
using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Features.Reminders;

/// <summary>
/// The cards of reminders: pure functions of the council as it is now. The same function writes what is sent and what an old card becomes
/// when it is pressed or seen again.
/// </summary>
internal static class ReminderCards
{
    /// <summary>Draws a reminder as things are now.</summary>
    /// <param name="view">The council.</param>
    /// <param name="key">The reminder.</param>
    /// <param name="to">The reader; may see it.</param>
    /// <param name="notice">What is said above.</param>
    public static ReminderCard Draw(ReminderView view, ReminderKey key, ReminderReader to, PageNotice? notice)
    {
        ReminderPen pen = new(view, key, to);
        return key.Kind switch
        {
            ReminderKind.Ahead => SummaryCard.Draw(pen, notice),
            ReminderKind.TaskDue
            or ReminderKind.TaskWithoutOwner
            or ReminderKind.TaskOverdue
            or ReminderKind.TaskAssigned => TaskCard.Draw(pen, notice),
            ReminderKind.AgreementDue or ReminderKind.AgreementOverdue => AgreementCard.Draw(pen, notice),
            ReminderKind.Moved or ReminderKind.Cancelled => ChangeCard.Draw(pen, notice),
            ReminderKind.Invitation or ReminderKind.InvitationAgain => InvitationCard.Draw(pen, notice, note: null),
            ReminderKind.Sheet or ReminderKind.SheetAgain => SheetCard.Draw(pen, notice),
            ReminderKind.MinutesShared => MinutesCard.Draw(pen, notice),
            ReminderKind.Unreached => UnreachedCard.Draw(pen, notice),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "No such kind."),
        };
    }
}
