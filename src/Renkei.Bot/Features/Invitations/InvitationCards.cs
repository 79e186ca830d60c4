using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Invitations.InvitationTexts;

namespace Renkei.Bot.Features.Invitations;

/// <summary>The cards of the invitation: the step, the question before it goes out, who answered what, and a text to copy.</summary>
internal static class InvitationCards
{
    public const string SaveVerb = "invitation/save";
    public const string AskVerb = "invitation/ask";
    public const string SendVerb = "invitation/send";
    public const string PeopleVerb = "invitation/people";
    public const string ToldVerb = "invitation/told";
    public const string TextVerb = "invitation/text";

    /// <summary>Enters somebody's answer for them; data <c>c</c>, <c>p</c>, <c>a</c> and <c>w</c>, the answer that was shown.</summary>
    public const string AnswerVerb = "council/rsvp";

    private const int PageSize = 5;

    /// <summary>The step.</summary>
    public static CardReply Page(
        BotTurn turn,
        CouncilView view,
        string words,
        string seen,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn) && council.Status == CouncilStatus.Preparing;
        List<CardElement> content = [.. Counts(turn, council)];
        if (!edits)
        {
            content.Add(Facts(turn, view));
            return CouncilPage.Step(turn, view, CouncilStep.Invitation, notice, content, []);
        }
        Participant[] inTeams = [.. Waiting(council, hasAccount: true)];
        Participant[] byHand = [.. Waiting(council, hasAccount: false)];
        List<AdaptiveAction> own = [];
        if (Obstacle(view, turn.Now) is { } obstacle)
        {
            content.Add(new TextBlock(turn.In(obstacle)) { Color = TextColor.Attention });
            if (council.When is null)
            {
                own.Add(CouncilPage.To(turn, Texts.ToDate, council, CouncilStep.Date));
            }
            else if (council.Participants.Count == 0)
            {
                own.Add(CouncilPage.To(turn, Texts.ToPeople, council, CouncilStep.Participants));
            }
        }
        else if (inTeams.Length > 0)
        {
            own.Add(
                new ExecuteAction(
                    turn.In(Texts.Send(inTeams.Length)),
                    AskVerb,
                    Data(council).With("v", seen).With("go", CouncilPage.GoStay)
                )
            );
        }
        content.Add(
            new TextInput("in_words", turn.In(Texts.Words))
            {
                Value = words,
                IsMultiline = true,
                MaxLength = Council.InvitationLength,
            }
        );
        content.Add(TextBlock.Remark(turn.In(Texts.Below)));
        content.Add(Facts(turn, view));
        if (inTeams.Length > 0)
        {
            content.Add(Names(turn, Texts.SendTo, inTeams));
        }
        if (byHand.Length > 0)
        {
            content.Add(Names(turn, Texts.CallTo, byHand));
        }
        if (council.When is not null && council.Participants.Any(p => !p.Contact.HasAccount))
        {
            // In a row of its own: the row of the step is full.
            content.Add(new ActionSet([CouncilPage.ToMailFile(turn, council)]));
        }
        if (council.Participants.Count > 0)
        {
            own.Add(Button(turn, Texts.People, PeopleVerb, council));
            own.Add(Button(turn, Texts.TextToCopy, TextVerb, council, secondary: true));
        }
        return CouncilPage.Step(
            turn,
            view,
            CouncilStep.Invitation,
            notice,
            content,
            own,
            SaveVerb,
            ActionData.Of(("v", seen)),
            asksPersonalData
        );
    }

    /// <summary>Asks before invitations go out.</summary>
    public static CardReply Ask(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        Participant[] inTeams = [.. Waiting(council, hasAccount: true)];
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.AskHeading)),
            TextBlock.Remark(CardText.Escape(council.Title)),
            Names(turn, Texts.SendTo, inTeams),
            new TextBlock(CardText.Escape(council.Invitation)) { Separator = true },
            Facts(turn, view),
            TextBlock.Remark(turn.In(Texts.AskMeans)),
        ];
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.AskHeading)),
            body,
            [
                new ExecuteAction(
                    turn.In(Texts.SendDo),
                    SendVerb,
                    Data(council).With("w", string.Join(',', inTeams.Select(p => p.Id)))
                )
                {
                    IgnoresInputs = true,
                },
                CouncilPage.To(turn, Texts.Back, council, CouncilStep.Invitation),
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Everybody who is to come: whether they were invited, what they answered, and who entered it.</summary>
    public static CardReply People(BotTurn turn, CouncilView view, int? page, PageNotice? notice, AdaptiveAction? undo)
    {
        Council council = view.Council;
        int at = ListLine.Page(page, council.Participants.Count, PageSize);
        bool edits = view.IsEditableIn(turn) && council.Status == CouncilStatus.Preparing;
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.PeopleHeading)),
            TextBlock.Remark(turn.Language.Beside(CardText.Escape(council.Title), CouncilPage.WhenLine(turn, view))),
            .. notice.Elements(),
        ];
        body.AddRange(Counts(turn, council));
        // Their order stays, so that nobody jumps away under the finger that enters one answer after the other.
        body.AddRange(
            council.Participants.Skip(at * PageSize).Take(PageSize).Select(p => Line(turn, council, p, at, edits))
        );
        body.AddRange(
            ListLine.Paging(
                turn,
                at,
                council.Participants.Count,
                PageSize,
                (title, p) =>
                    new ExecuteAction(turn.In(title), PeopleVerb, Data(council).With("g", p)) { IgnoresInputs = true }
            )
        );
        List<AdaptiveAction> actions = undo is null ? [] : [undo];
        actions.Add(CouncilPage.To(turn, Texts.Back, council, CouncilStep.Invitation));
        actions.Add(Button(turn, Texts.TextToCopy, TextVerb, council));
        if (edits)
        {
            actions.Add(CouncilPage.ToMailFile(turn, council));
        }
        actions.Add(CouncilPage.ToOverview(turn, council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.PeopleHeading)),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>The whole invitation as plain text.</summary>
    public static CardReply Copy(BotTurn turn, CouncilView view, string words)
    {
        Council council = view.Council;
        IEnumerable<string> lines = Parts(turn, view).Select(p => turn.Language.Labelled(turn.In(p.Name), p.Text));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.TextToCopy)),
            [
                TextBlock.Heading(turn.In(Texts.TextToCopy)),
                TextBlock.Remark(CardText.Escape(council.Title)),
                new TextInput("in_copy", turn.In(Texts.CopyLabel))
                {
                    Value = string.Join('\n', [words, "", .. lines, view.Centre.Name.In(turn.Language)]),
                    IsMultiline = true,
                },
            ],
            [
                Button(turn, Texts.People, PeopleVerb, council),
                .. view.IsEditableIn(turn) ? [CouncilPage.ToMailFile(turn, council)] : (AdaptiveAction[])[],
                CouncilPage.To(turn, Texts.Back, council, CouncilStep.Invitation),
                CouncilPage.ToOverview(turn, council),
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>A button that sets somebody's answer.</summary>
    public static ExecuteAction Answer(
        BotTurn turn,
        Council council,
        Participant participant,
        Rsvp answer,
        int page,
        LocalText? title = null
    ) =>
        new(
            turn.In(title ?? Texts.Answer(answer)),
            AnswerVerb,
            Data(council)
                .With("p", participant.Id)
                .With("a", CodeOf(answer))
                .With("w", CodeOf(participant.Rsvp))
                .With("g", page)
        )
        {
            IgnoresInputs = true,
            Tooltip = ShortLabel(participant),
        };

    /// <summary>A button that notes that somebody was told, or was not.</summary>
    public static ExecuteAction Told(
        BotTurn turn,
        Council council,
        Participant participant,
        bool told,
        int page,
        LocalText title
    ) =>
        new(turn.In(title), ToldVerb, Data(council).With("p", participant.Id).With("d", told).With("g", page))
        {
            IgnoresInputs = true,
            Tooltip = ShortLabel(participant),
        };

    /// <summary>What an answer is called in card data.</summary>
    public static string CodeOf(Rsvp answer) =>
        answer switch
        {
            Rsvp.Yes => "yes",
            Rsvp.No => "no",
            Rsvp.Maybe => "maybe",
            _ => "open",
        };

    /// <summary>Why no invitation can go out; <see langword="null"/> where it can.</summary>
    public static LocalText? Obstacle(CouncilView view, DateTimeOffset now) =>
        view.Council.Participants.Count == 0 ? Texts.NoPeople
        : view.Council.When is not { } when ? Texts.NoDate
        : when.StartsAt <= now ? Texts.IsOver
        : null;

    /// <summary>Who was not invited yet.</summary>
    public static IEnumerable<Participant> Waiting(Council council, bool hasAccount) =>
        council.Participants.Where(p => p.InvitedAt is null && p.Contact.HasAccount == hasAccount);

    /// <summary>Tells equal buttons apart for those who hear them; the whole name stands above.</summary>
    private static string ShortLabel(Participant participant) =>
        participant.Name.Length > 0 ? participant.Name : participant.Organisation;

    private static Container Line(BotTurn turn, Council council, Participant participant, int page, bool edits)
    {
        bool byHand = !participant.Contact.HasAccount;
        List<string> remark = [];
        if (participant.Rsvp != Rsvp.Unknown)
        {
            string at = participant.RsvpAt is { } when ? TokyoTime.Brief(TokyoTime.DateOf(when), turn.Language) : "";
            bool isSelf = participant.RsvpBy?.ObjectId == participant.Contact.ObjectId;
            LocalText answer = Texts.Answer(participant.Rsvp);
            remark.Add(
                turn.In(
                    participant.RsvpBy is not { } by ? answer
                    : isSelf ? Texts.AnsweredSelf(answer, at)
                    : Texts.AnsweredBy(answer, CardText.Escape(by.Name), at)
                )
            );
            if (participant.RsvpNote is { Length: > 0 } note)
            {
                remark.Add(CardText.Escape(note));
            }
        }
        else if (participant.InvitedAt is { } invited)
        {
            remark.Add(turn.In(Texts.Answer(Rsvp.Unknown)));
            remark.Add(turn.In(Texts.InvitedAt(TokyoTime.Brief(TokyoTime.DateOf(invited), turn.Language))));
        }
        else
        {
            remark.Add(turn.In(byHand ? Texts.NotTold : Texts.InTeams));
        }
        // Telephone numbers are nothing for a group.
        if (byHand && turn.IsPersonal)
        {
            remark.Add(CardText.Escape(ContactLine.Of(turn, participant)));
        }
        List<AdaptiveAction> buttons = [];
        if (edits && byHand && participant.InvitedAt is null)
        {
            buttons.Add(Told(turn, council, participant, told: true, page, Texts.Told));
        }
        if (edits)
        {
            buttons.AddRange(
                new[] { Rsvp.Yes, Rsvp.No, Rsvp.Maybe }
                    .Where(a => a != participant.Rsvp)
                    .Select(a => Answer(turn, council, participant, a, page))
            );
        }
        return ListLine.Of(
            CardText.Escape(participant.Label),
            remark.Aggregate((a, b) => turn.Language.Beside(a, b)),
            buttons
        );
    }

    private static IEnumerable<CardElement> Counts(BotTurn turn, Council council)
    {
        Participant[] invited = [.. council.Participants.Where(p => p.InvitedAt is not null)];
        if (council.Participants.Count == 0)
        {
            yield break;
        }
        int Count(Rsvp answer) => council.Participants.Count(p => p.Rsvp == answer);
        string[] silent = [.. invited.Where(p => p.Rsvp == Rsvp.Unknown).Select(p => p.Label)];
        string line = turn.Language.Beside(
            turn.In(Texts.Invited(invited.Length, council.Participants.Count)),
            turn.In(Texts.Counted(Count(Rsvp.Yes), Count(Rsvp.No), Count(Rsvp.Maybe), silent.Length))
        );
        yield return new TextBlock(line);
        if (silent.Length > 0)
        {
            yield return TextBlock.Remark(
                turn.In(Texts.NoAnswerFrom(CardText.Escape(ContactLine.Names(turn, silent))))
            );
        }
    }

    private static FactSet Facts(BotTurn turn, CouncilView view) =>
        new([.. Parts(turn, view).Select(p => new Fact(turn.In(p.Name), CardText.Escape(p.Text)))]);

    /// <summary>What follows the words, as it stands; plain text.</summary>
    public static IEnumerable<(LocalText Name, string Text)> Parts(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        yield return (Texts.When, council.When?.Full(turn.Language) ?? turn.In(Texts.NotYet));
        yield return (Texts.Place, council.Place.Length > 0 ? council.Place : turn.In(Texts.NotYet));
        if (council.OnlineLink.Length > 0)
        {
            yield return (Texts.Online, council.OnlineLink);
        }
        if (council.Agenda.Count > 0)
        {
            yield return (Texts.Agenda, turn.Language.Listed(council.Agenda.Select(a => view.Worded(turn, a.Text))));
        }
        if (council.Papers.Count > 0)
        {
            yield return (Texts.Papers, turn.Language.Listed(council.Papers.Select(p => view.Worded(turn, p.Title))));
        }
    }

    private static TextBlock Names(BotTurn turn, Func<int, string, LocalText> sentence, Participant[] people)
    {
        string names = ContactLine.Names(turn, [.. people.Select(p => p.Label)]);
        return new(turn.In(sentence(people.Length, CardText.Escape(names))));
    }

    private static ExecuteAction Button(
        BotTurn turn,
        LocalText title,
        string verb,
        Council council,
        bool secondary = false
    ) => new(turn.In(title), verb, Data(council)) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
