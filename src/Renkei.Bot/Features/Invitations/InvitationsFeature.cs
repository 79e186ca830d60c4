using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Invitations.InvitationTexts;

namespace Renkei.Bot.Features.Invitations;

/// <summary>Inviting the people of a council (R12): the words, sending them in Teams, telephone and mail for the others, and their answers.</summary>
/// <remarks>
/// Only the words are stored. Date, place and agenda follow them as they stand, so no invitation names a day that has changed since it
/// was written. Participants with an account answer on their own card (reminders); here others enter answers for them.
/// </remarks>
internal sealed class InvitationsFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 3_000;

    public void Register(BotRoutes routes)
    {
        desk.OnStep(CouncilStep.Invitation, (turn, view, notice, _) => Task.FromResult(Page(turn, view, notice)));
        routes.OnCard(InvitationCards.SaveVerb, (turn, form, ct) => SaveAsync(turn, form, asksToSend: false, ct));
        routes.OnCard(InvitationCards.AskVerb, (turn, form, ct) => SaveAsync(turn, form, asksToSend: true, ct));
        routes.OnCard(InvitationCards.SendVerb, desk.ToEdit(SendAsync));
        routes.OnCard(InvitationCards.PeopleVerb, desk.ToRead(People));
        routes.OnCard(InvitationCards.ToldVerb, ToldAsync);
        routes.OnCard(InvitationCards.AnswerVerb, AnswerAsync);
        routes.OnCard(InvitationCards.TextVerb, desk.ToRead(Text));
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, ActionForm form, bool asksToSend, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        Council before = view.Council;
        string words = (form.Text("in_words") ?? "").ReplaceLineEndings("\n");
        string seen = form.Text("v") ?? "";
        if (words.Length is 0 or > Council.InvitationLength)
        {
            string back = words.Length > LongestGivenBack ? words[..LongestGivenBack] : words;
            return InvitationCards.Page(turn, view, back, seen, new(turn.In(Texts.WordsError), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            words = PersonalData.Remove(words);
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && words != before.Invitation
            && PersonalDataQuestion.About(turn, [words]) is { } question
        )
        {
            return InvitationCards.Page(turn, view, words, seen, new(question, IsGood: false), asksPersonalData: true);
        }
        // Words nobody touched stay a proposal that follows title and purpose, until they are sent.
        bool isProposal = before.Invitation.Length == 0 && words == Words(turn, view) && !asksToSend;
        bool collides = false;
        Council? council = isProposal
            ? before
            : await councils.ChangeAsync(
                turn.TenantId,
                before.Id,
                turn.Person!.Ref,
                CouncilStep.Invitation,
                c =>
                {
                    collides = c.Invitation != words && SeenAs(c) != seen;
                    return collides || c.Status != CouncilStatus.Preparing ? c : c with { Invitation = words };
                },
                ct
            );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (collides)
        {
            string why = await ChangedAsync(turn, council, ct);
            return InvitationCards.Page(turn, after, words, SeenAs(council), new(why, IsGood: false));
        }
        if (!asksToSend)
        {
            PageNotice? saved = isProposal ? null : new(turn.In(CouncilTexts.Saved));
            return await desk.GoAsync(turn, council, CouncilStep.Invitation, form.Text("go"), saved, ct);
        }
        return Hindrance(turn, after) is { } hindrance ? Page(turn, after, hindrance)
            : InvitationCards.Waiting(council, hasAccount: true).Any() ? InvitationCards.Ask(turn, after)
            : Page(turn, after, new(turn.In(Texts.NobodyLeft), IsGood: false));
    }

    private async Task<CardReply> SendAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (Hindrance(turn, view) is { } hindrance)
        {
            return Page(turn, view, hindrance);
        }
        // Whoever was put on the list after the question was asked is not invited unseen.
        HashSet<string> asked = [.. form.Choices("w")];
        int sent = 0;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Participant[] invited =
                [
                    .. InvitationCards.Waiting(c, hasAccount: true).Where(p => asked.Contains(p.Id)),
                ];
                sent = invited.Length;
                return c with
                {
                    Participants =
                    [
                        .. c.Participants.Select(p =>
                            invited.Contains(p) ? p with { InvitedAt = turn.Now, InvitedBy = turn.Person!.Ref } : p
                        ),
                    ],
                };
            },
            ct
        );
        return council is null ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : sent > 0 ? Page(turn, desk.View(turn, council), new(turn.In(Texts.Sending(sent))))
            : Page(turn, desk.View(turn, council), new(turn.In(Texts.NobodyLeft), IsGood: false));
    }

    private CardReply People(BotTurn turn, CouncilView view, ActionForm form) =>
        InvitationCards.People(turn, view, form.Number("g"), notice: null, undo: null);

    private CardReply Text(BotTurn turn, CouncilView view, ActionForm form) =>
        InvitationCards.Copy(turn, view, Words(turn, view));

    private async Task<CardReply> ToldAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if ((opened.Refusal ?? Closed(turn, opened.View!)) is { } refusal)
        {
            return refusal;
        }
        string? id = form.Text("p");
        bool told = form.Flag("d");
        Council? council = await ChangeAsync(
            turn,
            opened.View!,
            c => With(c, id, p => p.Contact.HasAccount ? p : WithTold(turn, p, told)),
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView view = desk.View(turn, council);
        int page = form.Number("g") ?? 0;
        if (council.FindParticipant(id) is not { Contact.HasAccount: false } person)
        {
            return InvitationCards.People(turn, view, page, new(turn.In(Texts.Gone), IsGood: false), undo: null);
        }
        string name = CardText.Escape(person.Label);
        AdaptiveAction? undo = told
            ? InvitationCards.Told(turn, council, person, told: false, page, CouncilTexts.Undo)
            : null;
        PageNotice notice = new(turn.In(told ? Texts.WasTold(name) : Texts.WasNotTold(name)));
        return InvitationCards.People(turn, view, page, notice, undo);
    }

    private async Task<CardReply> AnswerAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if ((opened.Refusal ?? Closed(turn, opened.View!)) is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        string? id = form.Text("p");
        int page = form.Number("g") ?? 0;
        if (AnswerOf(form.Text("a")) is not { } answer || view.Council.FindParticipant(id) is not { } before)
        {
            return InvitationCards.People(turn, view, page, new(turn.In(Texts.Gone), IsGood: false), undo: null);
        }
        bool collides = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                With(
                    c,
                    id,
                    p =>
                    {
                        collides = p.Rsvp != answer && InvitationCards.CodeOf(p.Rsvp) != form.Text("w");
                        return collides || p.Rsvp == answer ? p
                            : answer == Rsvp.Unknown ? p.Unanswered
                            // Who answers on the telephone has heard of it.
                            : WithTold(turn, p, told: true).Answering(answer, turn.Person!.Ref, turn.Now, p.RsvpNote);
                    }
                ),
            ct
        );
        if (council?.FindParticipant(id) is not { } person)
        {
            return council is null
                ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
                : InvitationCards.People(
                    turn,
                    desk.View(turn, council),
                    page,
                    new(turn.In(Texts.Gone), IsGood: false),
                    undo: null
                );
        }
        CouncilView after = desk.View(turn, council);
        string name = CardText.Escape(person.Label);
        if (collides)
        {
            string stands = turn.In(Texts.Answer(person.Rsvp));
            return InvitationCards.People(
                turn,
                after,
                page,
                new(turn.In(Texts.AnsweredMeanwhile(name, stands)), IsGood: false),
                InvitationCards.Answer(turn, council, person, answer, page)
            );
        }
        return InvitationCards.People(
            turn,
            after,
            page,
            new(turn.In(answer == Rsvp.Unknown ? Texts.Emptied(name) : Texts.Entered(name, Texts.Answer(answer)))),
            before.Rsvp == answer
                ? null
                : InvitationCards.Answer(turn, council, person, before.Rsvp, page, CouncilTexts.Undo)
        );
    }

    private static CardReply Page(BotTurn turn, CouncilView view, PageNotice? notice) =>
        InvitationCards.Page(turn, view, Words(turn, view), SeenAs(view.Council), notice);

    /// <summary>The words as they are stored, or as Renkei proposes them in the language of whoever is about to sign them off.</summary>
    private static string Words(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        if (council.Invitation.Length > 0)
        {
            return council.Invitation;
        }
        return turn.In(Texts.Proposed(council.Title, council.Purpose, view.Centre.Name));
    }

    private static string SeenAs(Council council) => ShownVersion.Of(council.Invitation);

    private static PageNotice? Hindrance(BotTurn turn, CouncilView view) =>
        view.Council.Status == CouncilStatus.Held ? new(turn.In(Texts.AnswersClosed), IsGood: false)
        : InvitationCards.Obstacle(view, turn.Now) is { } obstacle ? new(turn.In(obstacle), IsGood: false)
        : null;

    private static CardReply? Closed(BotTurn turn, CouncilView view) =>
        view.Council.Status == CouncilStatus.Held
            ? InvitationCards.People(turn, view, 0, new(turn.In(Texts.AnswersClosed), IsGood: false), undo: null)
            : null;

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) =>
        councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Invitation,
            c => c.Status == CouncilStatus.Preparing ? change(c) : c,
            ct
        );

    private async Task<string> ChangedAsync(BotTurn turn, Council council, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            council.Id,
            SeenAs,
            ct
        );
        string stands = CardText.Escape(council.Invitation);
        return CouncilTexts.ChangedMeanwhile(turn, last, stands);
    }

    private static Council With(Council council, string? id, Func<Participant, Participant> change) =>
        council with
        {
            Participants = [.. council.Participants.Select(p => p.Id == id ? change(p) : p)],
        };

    /// <summary>Told by telephone or mail, or not; people with an account are invited in Teams only.</summary>
    private static Participant WithTold(BotTurn turn, Participant participant, bool told) =>
        participant.Contact.HasAccount || (participant.InvitedAt is not null) == told
            ? participant
            : participant with
            {
                InvitedAt = told ? turn.Now : null,
                InvitedBy = told ? turn.Person!.Ref : null,
            };

    private static Rsvp? AnswerOf(string? code) =>
        code switch
        {
            "yes" => Rsvp.Yes,
            "no" => Rsvp.No,
            "maybe" => Rsvp.Maybe,
            "open" => Rsvp.Unknown,
            _ => null,
        };
}
