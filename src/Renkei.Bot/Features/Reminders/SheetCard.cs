using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Asks for an information sheet; the sheet itself is a card of its own.</summary>
internal static class SheetCard
{
    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        if (council.Status == CouncilStatus.Cancelled)
        {
            return pen.Settled(Texts.Cancelled, council.Title, Texts.CouncilCancelled, notice);
        }
        if (
            InvitationCard.Mine(pen) is not { } participant
            || council is not { WithoutSheet: false, Sheet: { } sheet }
            || !sheet.Asked.Contains(participant.Id)
        )
        {
            return pen.Settled(Texts.Sheets, council.Title, Texts.SheetNotNeeded, notice);
        }
        bool isAnswered = council.SheetAnsweredBy.Contains(participant.Id);
        List<CardElement> content =
        [
            new FactSet([
                new(
                    pen.In(Texts.Deadline),
                    pen.Language.Beside(
                        TokyoTime.Full(sheet.Deadline, pen.Language),
                        pen.In(pen.DueState(sheet.Deadline))
                    )
                ),
                new(pen.In(Texts.Sheets), pen.In(Texts.Questions(sheet.Questions.Count))),
            ]),
            new TextBlock(pen.In(isAnswered ? Texts.SheetAnswered : Texts.SheetHint)),
        ];
        ExecuteAction open = new(
            pen.In(Texts.OpenSheet),
            ReminderVerbs.OpenSheet,
            ActionData.Of(("c", council.Id.ToString()), ("p", participant.Id))
        )
        {
            IgnoresInputs = true,
        };
        LocalText about =
            pen.Key.Kind == ReminderKind.SheetAgain && !isAnswered ? Texts.SheetAskedAgain : Texts.SheetAsked;
        return pen.Card(about, council.Title, notice, content, [open, .. pen.OpenCouncil()]);
    }
}
