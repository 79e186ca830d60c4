using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.Councils.Reminders;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Whom messages of the council did not reach, why, and what helps.</summary>
internal static class UnreachedCard
{
    private const int MostShown = 20;

    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        UnreachedPerson[] people = [.. Told(pen)];
        List<CardElement> content =
        [
            new FactSet([
                .. people
                    .Take(MostShown)
                    .Select(p => new Fact(
                        CardText.Escape(pen.NameOf(p.ObjectId)),
                        CardText.Escape(pen.In(Texts.ReasonOf(p.Reason)))
                    )),
            ]),
        ];
        if (people.Length > MostShown)
        {
            content.Add(TextBlock.Remark(pen.In(Texts.MoreTasks(people.Length - MostShown))));
        }
        content.Add(new TextBlock(pen.In(Texts.UnreachedHint)));
        return pen.Card(
            Texts.Unreached(people.Length),
            pen.Council.Title,
            notice,
            content,
            [.. pen.OpenCouncil(), .. (pen.MayRead ? (AdaptiveAction[])[pen.OpenLedger()] : [])]
        );
    }

    /// <summary>Those of this very message: found out within the window that begins with the first.</summary>
    private static IEnumerable<UnreachedPerson> Told(ReminderPen pen)
    {
        UnreachedPerson? first = pen.View.Unreached.FirstOrDefault(u =>
            ReminderKey.At(pen.Key.Kind, pen.Key.About, u.At, pen.Key.To).From == pen.Key.From
        );
        return first is null
            ? pen.View.Unreached
            : pen.View.Unreached.Where(u => u.At >= first.At && u.At <= first.At + ReminderPlan.UnreachedWindow);
    }
}
