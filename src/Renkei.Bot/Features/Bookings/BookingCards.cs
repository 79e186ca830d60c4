using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Texts = Renkei.Bot.Scheduling.BookingTexts;

namespace Renkei.Bot.Features.Bookings;

/// <summary>Whom a card is drawn for.</summary>
/// <param name="Language">Their language.</param>
/// <param name="UserId">The <c>29:…</c> id.</param>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Person">Who they are in Renkei; <see langword="null"/> where they never said.</param>
internal sealed record BookingReader(Language Language, string UserId, string ObjectId, Person? Person)
{
    public static BookingReader Of(BotTurn turn) =>
        new(turn.Language, turn.UserId, turn.PersonId.ObjectId, turn.Person);

    /// <summary>A card about a plan, drawn for them.</summary>
    public ReadOnlyMemory<byte> Draw(
        MeetingPlan plan,
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction> actions
    ) =>
        BotCards.Build(
            Language,
            UserId,
            summary,
            body,
            actions,
            reader: Person,
            about: SchedulingVerbs.SubjectOf(plan.Id)
        );

    public string In(LocalText text) => text.In(Language);
}

/// <summary>The cards Renkei sends about booked meetings, and the question before one is called off. Pure.</summary>
internal static class BookingCards
{
    /// <summary>Tells the organiser what somebody did in Outlook.</summary>
    public static (ReadOnlyMemory<byte> Json, string Summary) News(
        MeetingPlan plan,
        Council? council,
        CalendarNews news,
        BookingReader to
    )
    {
        bool isGone = news.Kind == CalendarNewsKind.Gone;
        string title = council?.Title ?? plan.Title;
        LocalText heading = isGone ? Texts.GoneByHand : Texts.MovedByHand;
        string before = WantedMeeting.TimeOf(news.From).Full(to.Language);
        List<Fact> facts = [new(to.In(isGone ? Texts.When : Texts.Before), WithPlace(to, before, news.FromPlace))];
        if (!isGone && WantedMeeting.SlotOf(plan, council) is { } slot)
        {
            string after = WantedMeeting.TimeOf(slot).Full(to.Language);
            facts.Add(new(to.In(Texts.Now), WithPlace(to, after, WantedMeeting.PlaceOf(plan, council))));
        }
        List<CardElement> body =
        [
            TextBlock.Heading(to.In(heading)),
            TextBlock.Remark(CardText.Escape(title)),
            new FactSet(facts),
            new TextBlock(
                to.In(
                    isGone ? Texts.GoneWhat
                    : council is null ? Texts.MovedOwn
                    : Texts.MovedFollows
                )
            ),
        ];
        List<AdaptiveAction> actions = [Button(to, Texts.Heading, SchedulingVerbs.BookingVerb, plan)];
        if (isGone)
        {
            actions.Insert(0, Button(to, Texts.Again, SchedulingVerbs.BookAgainVerb, plan));
            actions.Add(
                council is null
                    ? Button(to, Texts.Off, SchedulingVerbs.AskOffVerb, plan)
                    : new ExecuteAction(
                        to.In(Texts.CancelCouncil),
                        CouncilPage.CancelVerb,
                        ActionData.Of(("c", council.Id.ToString()))
                    )
                    {
                        IgnoresInputs = true,
                    }
            );
        }
        string summary = to.Language.Labelled(title, to.In(heading));
        return (to.Draw(plan, summary, body, actions), summary);
    }

    /// <summary>Asks somebody to a meeting of its own, or shows what became of it.</summary>
    public static (ReadOnlyMemory<byte> Json, string Summary) Invitation(
        MeetingPlan plan,
        BookingReader to,
        PageNotice? notice
    )
    {
        TimeSlot? slot = plan.IsCalledOff ? plan.Choice?.Slot : WantedMeeting.SlotOf(plan, null);
        List<CardElement> body =
        [
            TextBlock.Heading(to.In(Texts.Invited)),
            new TextBlock(CardText.Escape(plan.Title)) { Weight = TextWeight.Bolder },
            .. notice.Elements(),
        ];
        List<Fact> facts =
        [
            new(to.In(Texts.When), slot is null ? to.In(Texts.NoDate) : WantedMeeting.TimeOf(slot).Full(to.Language)),
            new(to.In(Texts.From), CardText.Escape(plan.Organiser.Name)),
        ];
        if (plan.Place.Length > 0)
        {
            facts.Insert(1, new(to.In(Texts.Place), CardText.Escape(plan.Place)));
        }
        body.Add(new FactSet(facts));
        List<AdaptiveAction> actions = [];
        if (plan.IsCalledOff)
        {
            body.Add(BotCards.Notice(to.In(Texts.IsCalledOff), ContainerStyle.Attention));
            actions.Add(
                new ExecuteAction(
                    to.In(Texts.ToSchedule),
                    BotCards.CommandVerb,
                    ActionData.Of(("c", CommandCodes.Help))
                )
                {
                    IgnoresInputs = true,
                }
            );
        }
        else
        {
            MeetingResponse said = plan.Asked.FirstOrDefault(a => a.ObjectId == to.ObjectId) is { } me
                ? plan.ResponseOf(me)
                : MeetingResponse.None;
            body.Add(
                new TextBlock(to.In(Texts.Said(said)))
                {
                    Weight = said == MeetingResponse.None ? null : TextWeight.Bolder,
                    Separator = true,
                }
            );
            actions.AddRange([
                Answer(to, Texts.Yes, plan, "yes", slot),
                Answer(to, Texts.Maybe, plan, "maybe", slot),
                Answer(to, Texts.No, plan, "no", slot),
            ]);
        }
        string summary = to.Language.Labelled(plan.Title, to.In(plan.IsCalledOff ? Texts.IsCalledOff : Texts.Invited));
        return (to.Draw(plan, summary, body, actions), summary);
    }

    /// <summary>Asks before a meeting of its own is called off.</summary>
    public static CardReply AskOff(BotTurn turn, MeetingPlan plan)
    {
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.AskOff)),
            TextBlock.Remark(CardText.Escape(plan.Title)),
            new TextBlock(
                plan.Choice is { } choice
                    ? WantedMeeting.TimeOf(choice.Slot).Full(turn.Language)
                    : turn.In(Texts.NoDate)
            ),
            TextBlock.Remark(turn.In(Texts.OffMeans)),
        ];
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(plan.Title, turn.In(Texts.AskOff)),
            body,
            [
                SchedulingVerbs.Button(turn, Texts.OffDo, SchedulingVerbs.OffVerb, plan.Id),
                SchedulingVerbs.Button(turn, Texts.Keep, SchedulingVerbs.BookingVerb, plan.Id),
            ],
            about: SchedulingVerbs.SubjectOf(plan.Id)
        );
    }

    /// <summary>One sentence where a meeting cannot be shown, with the way back.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText text) =>
        BotCards.Reply(
            turn,
            turn.In(text),
            [TextBlock.Heading(turn.In(Texts.Heading)), new TextBlock(turn.In(text))],
            [BotCards.Button(turn, CommandCodes.Schedule, Texts.ToSchedule)]
        );

    private static string WithPlace(BookingReader to, string when, string place) =>
        place.Length == 0 ? when : $"{when}{to.Language.Gap()}{CardText.Escape(place)}";

    private static ExecuteAction Answer(
        BookingReader to,
        LocalText title,
        MeetingPlan plan,
        string answer,
        TimeSlot? slot
    ) =>
        new(
            to.In(title),
            SchedulingVerbs.AnswerVerb,
            ActionData.Of(
                ("p", plan.Id.ToString()),
                ("a", answer),
                ("d", slot is null ? "" : ShownVersion.Of($"{slot.Start:O}"))
            )
        )
        {
            IgnoresInputs = true,
        };

    private static ExecuteAction Button(BookingReader to, LocalText title, string verb, MeetingPlan plan) =>
        new(to.In(title), verb, ActionData.Of(("p", plan.Id.ToString()))) { IgnoresInputs = true };
}
