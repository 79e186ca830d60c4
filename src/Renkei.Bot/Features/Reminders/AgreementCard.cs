using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What somebody agreed to do at a council, due or overdue.</summary>
internal static class AgreementCard
{
    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        if (council.Minutes.Agreements.FirstOrDefault(a => a.Id == pen.Key.About) is not { } agreement)
        {
            return pen.Settled(Texts.Promises, council.Title, Texts.AgreementGone, notice);
        }
        if (agreement.Done is { } done)
        {
            List<AdaptiveAction> ways = [];
            if (pen.MayEdit || done.By.ObjectId == pen.To.ObjectId)
            {
                ways.Add(pen.Button(Texts.Undo, ReminderVerbs.Undo));
            }
            return pen.Card(
                Texts.DoneShort,
                agreement.What,
                notice,
                [new TextBlock(pen.In(Texts.DoneBy(CardText.Escape(done.By.Name), pen.Brief(done.At))))],
                [.. ways, .. pen.OpenCouncil()]
            );
        }
        Participant? who = council.FindParticipant(agreement.ParticipantId);
        bool isMine = who?.Contact.ObjectId == pen.To.ObjectId;
        List<Fact> facts = [new(pen.In(Texts.Deadline), TokyoTime.Full(agreement.Due, pen.Language))];
        if (!isMine)
        {
            facts.Insert(0, new(pen.In(Texts.Owner), CardText.Escape(agreement.Who)));
        }
        List<CardElement> content = [new FactSet(facts)];
        if (!isMine)
        {
            LocalText hint = who?.Contact.HasAccount == true ? Texts.AskNicelyAbout : Texts.CannotBeTold;
            content.Add(TextBlock.Remark(pen.In(hint)));
        }
        List<AdaptiveAction> actions = [];
        if (isMine || pen.MayEdit)
        {
            actions.Add(pen.Button(Texts.Done, ReminderVerbs.Done));
        }
        if (pen.CanComeAgain)
        {
            actions.Add(pen.Button(Texts.Later, ReminderVerbs.Later));
        }
        return pen.Card(
            pen.DueState(agreement.Due),
            agreement.What,
            notice,
            content,
            [.. actions, .. pen.OpenCouncil()]
        );
    }
}
