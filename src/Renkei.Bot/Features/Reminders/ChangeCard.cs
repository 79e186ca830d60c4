using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>That a council was moved, cancelled or takes place after all: what was, what is now, why, and what it means for the reader.</summary>
internal static class ChangeCard
{
    private const int TasksShown = 5;

    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        if (council.Change is not { } change)
        {
            // A cancellation that was taken back before the council had a date.
            return pen.Settled(Texts.Meeting, council.Title, Texts.DateOpen, notice);
        }
        LocalText about =
            change.To is null ? Texts.Cancelled
            : change.IsTakenUpAgain ? Texts.HeldAfterAll
            : change.IsOfPlace ? Texts.PlaceChanged
            : Texts.Moved;
        List<CardElement> content = [new FactSet([.. Facts(pen, change)])];
        content.Add(TextBlock.Remark(pen.In(Texts.ChangedBy(CardText.Escape(change.By.Name), pen.Brief(change.At)))));
        if (change.To is null)
        {
            content.Add(new TextBlock(pen.In(Texts.CouncilCancelled)));
            return pen.Card(about, council.Title, notice, content, [.. pen.OpenCouncil()], showsMeeting: false);
        }
        List<AdaptiveAction> actions = [];
        if (!pen.View.IsOver)
        {
            content.AddRange(OwnTasks(pen));
            if (council.ParticipantWith(pen.To.ObjectId) is { InvitedAt: not null } participant)
            {
                content.Add(
                    new TextBlock(
                        pen.In(participant.Rsvp == Rsvp.Unknown ? Texts.AnswerAgain : Texts.Answered(participant.Rsvp))
                    )
                    {
                        Separator = true,
                    }
                );
                actions.AddRange(InvitationCard.Answers(pen, ignoresInputs: true));
            }
        }
        return pen.Card(about, council.Title, notice, content, [.. actions, .. pen.OpenCouncil()], showsMeeting: false);
    }

    private static IEnumerable<Fact> Facts(ReminderPen pen, DateChange change)
    {
        if (change.To is null)
        {
            yield return new(
                pen.In(Texts.WasPlanned),
                change.From is { } planned ? planned.Full(pen.Language) : pen.In(Texts.DateOpen)
            );
        }
        else
        {
            bool isMove = change.From is not null && !change.IsOfPlace;
            if (isMove)
            {
                yield return new(pen.In(Texts.Before), change.From!.Full(pen.Language));
            }
            yield return new(pen.In(isMove ? Texts.Now : Texts.When), change.To.Full(pen.Language));
            if (pen.Council.Place.Length > 0)
            {
                yield return new(pen.In(Texts.Place), CardText.Escape(pen.Council.Place));
            }
            if (pen.Council.OnlineLink.Length > 0)
            {
                yield return new(pen.In(Texts.Online), CardText.Escape(pen.Council.OnlineLink));
            }
        }
        if (change.Reason.Length > 0)
        {
            yield return new(pen.In(Texts.Why), CardText.Escape(change.Reason));
        }
    }

    private static IEnumerable<CardElement> OwnTasks(ReminderPen pen)
    {
        Fact[] tasks =
        [
            .. pen
                .Council.Tasks.Where(t => t.Owner?.ObjectId == pen.To.ObjectId && !pen.Council.IsDone(t))
                .Select(t => (Due: pen.DueOf(t), Task: t))
                .Where(t => t.Due is not null)
                .OrderBy(t => t.Due)
                .Take(TasksShown)
                .Select(t => new Fact(pen.Brief(t.Due!.Value), pen.Written(t.Task.Text))),
        ];
        return tasks.Length == 0
            ? []
            :
            [
                new TextBlock(pen.In(Texts.YourTasks)) { Weight = TextWeight.Bolder, Separator = true },
                new FactSet(tasks),
            ];
    }
}
