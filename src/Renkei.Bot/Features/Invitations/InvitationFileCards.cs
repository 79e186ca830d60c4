using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Invitations;
using Texts = Renkei.Bot.Features.Invitations.InvitationFileTexts;

namespace Renkei.Bot.Features.Invitations;

/// <summary>The card on which an invitation file is asked for.</summary>
internal static class InvitationFileCards
{
    /// <summary>Makes it; data <c>c</c> and <c>k</c>, inputs <c>in_who</c> and <c>in_mail</c>.</summary>
    public const string MakeVerb = "invitation/file-make";

    /// <summary>Value of <c>in_who</c>: one file for all.</summary>
    public const string Everybody = "all";

    private const int FewPeople = 6;

    /// <summary>For whom, and who gets the answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="before">What was handed out so far.</param>
    /// <param name="who">What is chosen already.</param>
    /// <param name="mail">What is filled in already.</param>
    /// <param name="error">What has to be looked at; <see langword="null"/> for nothing.</param>
    public static CardReply Ask(
        BotTurn turn,
        CouncilView view,
        MailInvitation before,
        string? who,
        string mail,
        LocalText? error
    )
    {
        Council council = view.Council;
        bool isCancelled = council.Status == CouncilStatus.Cancelled;
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Heading)),
            TextBlock.Remark(turn.Language.Beside(CardText.Escape(council.Title), CouncilPage.WhenLine(turn, view))),
        ];
        if (error is not null)
        {
            body.Add(BotCards.Notice(turn.In(error), ContainerStyle.Attention));
        }
        List<AdaptiveAction> actions = [];
        if (Obstacle(turn, view, before) is { } obstacle)
        {
            body.Add(new TextBlock(turn.In(obstacle)) { Color = TextColor.Attention });
            if (council.When is null)
            {
                actions.Add(CouncilPage.To(turn, InvitationTexts.ToDate, council, CouncilStep.Date));
            }
            else if (obstacle == Texts.NobodyByMail)
            {
                actions.Add(CouncilPage.To(turn, InvitationTexts.ToPeople, council, CouncilStep.Participants));
            }
        }
        else
        {
            body.Add(
                new TextBlock(
                    turn.In(
                        isCancelled ? Texts.Cancelled
                        : !before.IsOut ? Texts.First
                        : before.IsCurrent(council) ? Texts.Same
                        : Texts.Changed
                    )
                )
            );
            AddInputs(turn, council, before, who, mail, body);
            actions.Add(
                new ExecuteAction(
                    turn.In(Texts.Make),
                    MakeVerb,
                    ActionData.Of(("c", council.Id.ToString()), ("k", DrawnId.New()))
                )
            );
        }
        if (!isCancelled)
        {
            actions.Add(CouncilPage.To(turn, InvitationTexts.Back, council, CouncilStep.Invitation));
        }
        actions.Add(CouncilPage.ToOverview(turn, council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.Heading)),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Why no file can be made; <see langword="null"/> where it can.</summary>
    public static LocalText? Obstacle(BotTurn turn, CouncilView view, MailInvitation before)
    {
        Council council = view.Council;
        return council.Status == CouncilStatus.Cancelled
            ? before.IsOut
                ? null
                : Texts.NothingToCancel
            : council.When is null
                ? InvitationTexts.NoDate
                : council.Status == CouncilStatus.Held || council.When.StartsAt <= turn.Now
                    ? InvitationTexts.IsOver
                    : Recipients(council, before).Count == 0
                        ? Texts.NobodyByMail
                        : null;
    }

    /// <summary>Who can be named in a file: those who are invited by mail; of a cancelled council those who were named before.</summary>
    public static IReadOnlyList<MailRecipient> Recipients(Council council, MailInvitation before) =>
        council.Status == CouncilStatus.Cancelled
            ? before.Recipients
            : [.. council.Participants.Where(HasMail).Select(p => new MailRecipient(p.Id, p.Label, p.Contact.Email!))];

    private static void AddInputs(
        BotTurn turn,
        Council council,
        MailInvitation before,
        string? who,
        string mail,
        List<CardElement> body
    )
    {
        IReadOnlyList<MailRecipient> people = Recipients(council, before);
        List<Choice> choices =
        [
            .. people.Count > 1 ? [new Choice(turn.In(Texts.Everybody(people.Count)), Everybody)] : (Choice[])[],
            .. people.Select(p => new Choice(p.Name, p.ParticipantId)),
        ];
        body.Add(
            new ChoiceSetInput("in_who", turn.In(Texts.Who), choices)
            {
                Value = choices.Exists(c => c.Value == who) ? who : choices[0].Value,
                Style = choices.Count > FewPeople ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.WhoError),
            }
        );
        if (people.Count > 1)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.SeeEachOther)));
        }
        body.Add(
            new TextInput("in_mail", turn.In(Texts.Mail))
            {
                Value = mail.Length == 0 ? null : mail,
                MaxLength = ParticipantContact.EmailLength,
                Placeholder = turn.In(Texts.MailHint),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.MailError),
            }
        );
        string[] without =
        [
            .. council.Participants.Where(p => !p.Contact.HasAccount && !HasMail(p)).Select(p => p.Label),
        ];
        if (without.Length > 0 && council.Status == CouncilStatus.Preparing)
        {
            string names = CardText.Escape(ContactLine.Names(turn, without));
            body.Add(TextBlock.Remark(turn.In(Texts.WithoutMail(without.Length, names))));
        }
    }

    /// <summary>People with an account are invited in Teams.</summary>
    private static bool HasMail(Participant participant) =>
        !participant.Contact.HasAccount
        && participant.Contact.Email is { Length: > 0 } email
        && Mailbox.IsAddress(email);
}
