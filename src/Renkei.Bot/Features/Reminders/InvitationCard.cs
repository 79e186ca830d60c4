using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>An invitation with the question whether one comes.</summary>
internal static class InvitationCard
{
    /// <param name="pen">The reminder.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="note">What was typed beside the answer, where it comes back.</param>
    /// <param name="asking">The answer that waits for the question about personal data, which the notice asks.</param>
    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice, string? note, string? asking = null)
    {
        Council council = pen.Council;
        if (council.Status == CouncilStatus.Cancelled)
        {
            return pen.Settled(Texts.Cancelled, council.Title, Texts.CouncilCancelled, notice);
        }
        if (Mine(pen) is not { } participant)
        {
            return pen.Settled(Texts.Meeting, council.Title, Texts.NotInvitedAnyMore, notice);
        }
        if (pen.View.IsOver)
        {
            return pen.Settled(Texts.Over, council.Title, Texts.CouncilOver, notice);
        }
        List<CardElement> content = [];
        if (council.When is { } when && pen.Key.From.Length == 8 && pen.Key.From != ReminderDay.Of(when.Date))
        {
            content.Add(BotCards.Notice(pen.In(Texts.DateIsNow(when.Full(pen.Language))), ContainerStyle.Attention));
        }
        if (council.Invitation.Length > 0)
        {
            content.Add(new TextBlock(CardText.Escape(council.Invitation)));
        }
        content.Add(new FactSet([.. Facts(pen)]));
        content.Add(
            new TextBlock(pen.In(Texts.Answered(participant.Rsvp)))
            {
                Weight = participant.Rsvp == Rsvp.Unknown ? null : TextWeight.Bolder,
                Separator = true,
            }
        );
        content.Add(
            new TextInput("in_note", pen.In(Texts.Note))
            {
                Value = note ?? participant.RsvpNote,
                MaxLength = Participant.NoteLength,
            }
        );
        LocalText about =
            pen.Key.Kind == ReminderKind.InvitationAgain && participant.Rsvp == Rsvp.Unknown
                ? Texts.PleaseAnswer
                : Texts.Invited;
        return pen.Card(
            about,
            council.Title,
            notice,
            content,
            [
                .. asking is null
                    ? Answers(pen, ignoresInputs: false)
                    : PersonalDataQuestion.Buttons(
                        pen.Language,
                        Texts.Yes,
                        ReminderVerbs.Rsvp,
                        Answer(pen, Texts.Yes, asking, ignoresInputs: false).Data,
                        asks: true
                    ),
                .. pen.OpenCouncil(),
            ],
            showsMeeting: false
        );
    }

    /// <summary>The three answers.</summary>
    /// <param name="pen">The reminder.</param>
    /// <param name="ignoresInputs">Whether there is no note beside them.</param>
    public static IEnumerable<AdaptiveAction> Answers(ReminderPen pen, bool ignoresInputs) =>
        [
            Answer(pen, Texts.Yes, "yes", ignoresInputs),
            Answer(pen, Texts.Maybe, "maybe", ignoresInputs),
            Answer(pen, Texts.No, "no", ignoresInputs),
        ];

    /// <summary>The participant the reader is.</summary>
    public static Participant? Mine(ReminderPen pen) =>
        pen.Council.FindParticipant(pen.Key.About) is { } named && named.Contact.ObjectId == pen.To.ObjectId
            ? named
            : pen.Council.ParticipantWith(pen.To.ObjectId);

    private static ExecuteAction Answer(ReminderPen pen, LocalText title, string answer, bool ignoresInputs)
    {
        ExecuteAction button = pen.Button(title, ReminderVerbs.Rsvp);
        return new(button.Title, button.Verb, button.Data.With("a", answer)) { IgnoresInputs = ignoresInputs };
    }

    private static IEnumerable<Fact> Facts(ReminderPen pen)
    {
        Council council = pen.Council;
        yield return new(
            pen.In(Texts.When),
            council.When is { } when ? when.Full(pen.Language) : pen.In(Texts.DateOpen)
        );
        if (council.Place.Length > 0)
        {
            yield return new(pen.In(Texts.Place), CardText.Escape(council.Place));
        }
        if (council.OnlineLink.Length > 0)
        {
            yield return new(pen.In(Texts.Online), CardText.Escape(council.OnlineLink));
        }
        if (council.Purpose.Length > 0)
        {
            yield return new(pen.In(Texts.Purpose), CardText.Escape(council.Purpose));
        }
        if (council.Agenda.Count > 0)
        {
            yield return new(
                pen.In(Texts.Agenda),
                pen.Language.Listed(council.Agenda.Select(a => pen.Written(a.Text)))
            );
        }
    }
}
