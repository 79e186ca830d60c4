using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What came out of a council, for those who took part: decisions, who does what by when, the next date.</summary>
internal static class MinutesCard
{
    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        Minutes minutes = council.Minutes;
        List<CardElement> content = [];
        if (minutes.Decisions.Count == 0 && minutes.Agreements.Count == 0)
        {
            content.Add(new TextBlock(pen.In(Texts.NoDecisions)));
        }
        if (minutes.Decisions.Count > 0)
        {
            content.Add(new TextBlock(pen.In(Texts.Decisions)) { Weight = TextWeight.Bolder, Separator = true });
            content.AddRange(
                minutes.Decisions.Select(d => new TextBlock(pen.In(Texts.Point(CardText.Escape(d))))
                {
                    Spacing = Spacing.Small,
                })
            );
        }
        if (minutes.Agreements.Count > 0)
        {
            string? own = council.ParticipantWith(pen.To.ObjectId)?.Id;
            content.Add(new TextBlock(pen.In(Texts.Promises)) { Weight = TextWeight.Bolder, Separator = true });
            // What the reader agreed to stands first.
            content.Add(
                new FactSet([
                    .. minutes
                        .Agreements.OrderBy(a => own is not null && a.ParticipantId == own ? 0 : 1)
                        .ThenBy(a => a.Due)
                        .Select(a => new Fact(
                            CardText.Escape(a.Who),
                            pen.Language.Beside(CardText.Escape(a.What), pen.In(Texts.Until(pen.Brief(a.Due))))
                        )),
                ])
            );
        }
        if (minutes.NextDate is { } next)
        {
            content.Add(
                new FactSet([new(pen.In(Texts.NextMeeting), TokyoTime.Full(next, pen.Language))]) { Separator = true }
            );
        }
        return pen.Card(Texts.MinutesOf, council.Title, notice, content, [.. pen.OpenCouncil()]);
    }
}
