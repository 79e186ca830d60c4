using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>
/// Who may see a reminder. What the card says proves nothing: a key can be made up, so it is the council that decides who takes part.
/// </summary>
internal sealed class ReminderRights(CouncilStore councils)
{
    /// <summary>The council of an id that came from a card, or <see langword="null"/> where there is none.</summary>
    public async ValueTask<Council?> FindAsync(BotTurn turn, string? councilId, CancellationToken ct) =>
        CouncilId.TryParse(councilId, out CouncilId? id) ? await councils.FindAsync(turn.TenantId, id, ct) : null;

    /// <summary>Whether somebody may see what a reminder says.</summary>
    public static bool MaySee(Council council, ReminderKey key, BotTurn turn)
    {
        string me = turn.PersonId.ObjectId;
        return (turn.Person is { } person && council.MayRead(person))
            || key.Kind switch
            {
                ReminderKind.TaskDue or ReminderKind.TaskAssigned => council.Tasks.Any(t =>
                    t.Id == key.About && t.Owner?.ObjectId == me
                ),
                ReminderKind.AgreementDue => council.Minutes.Agreements.Any(a =>
                    a.Id == key.About && council.FindParticipant(a.ParticipantId)?.Contact.ObjectId == me
                ),
                ReminderKind.Moved or ReminderKind.Cancelled => council.ParticipantWith(me) is { InvitedAt: not null }
                    || council.Tasks.Any(t => t.Owner?.ObjectId == me),
                ReminderKind.Invitation or ReminderKind.InvitationAgain => council.ParticipantWith(me)
                    is { InvitedAt: not null },
                ReminderKind.Sheet or ReminderKind.SheetAgain => council.ParticipantWith(me) is { } asked
                    && council.Sheet?.Asked.Contains(asked.Id) == true,
                ReminderKind.MinutesShared => council.ParticipantWith(me) is not null
                    && council.Minutes.SharedAt is not null,
                _ => false,
            };
    }

    /// <summary>What is said instead, whether the council is gone or not theirs: nobody learns which.</summary>
    public static CardReply Refuse(BotTurn turn) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.NotYours),
            [TextBlock.Heading(turn.In(Texts.Meeting)), new TextBlock(turn.In(Texts.NotYours))],
            [BotCards.Button(turn, CommandCodes.Help, new("ヘルプ", "Help"))]
        );
}
