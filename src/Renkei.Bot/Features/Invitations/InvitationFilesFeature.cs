using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Invitations.InvitationFileTexts;

namespace Renkei.Bot.Features.Invitations;

/// <summary>
/// Invitations for people without Microsoft 365 (R17): a file to attach to a mail. A council keeps its UID for ever; whoever opens a file
/// with a higher number than before sees the meeting moved or gone.
/// </summary>
internal sealed class InvitationFilesFeature(
    CouncilDesk desk,
    MailInvitations invitations,
    DownloadDesk downloads,
    ILogger<InvitationFilesFeature> log
) : IFeature
{
    /// <summary>Files of this feature; ids: council, and a participant or <see cref="InvitationFileCards.Everybody"/>.</summary>
    public const string Kind = "ics";

    public void Register(BotRoutes routes)
    {
        routes.OnCard(CouncilPage.MailFileVerb, AskAsync);
        routes.OnCard(InvitationFileCards.MakeVerb, MakeAsync);
        downloads.OnMake(Kind, FileAsync);
    }

    private async Task<CardReply> AskAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAsync(turn, form.Text("c"), ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        MailInvitation before = await BeforeAsync(turn, opened.View!.Council, ct);
        string mail = before.OrganiserAddress.Length > 0 ? before.OrganiserAddress : await OwnAddressAsync(turn, ct);
        return InvitationFileCards.Ask(turn, opened.View, before, form.Text("p"), mail, error: null);
    }

    private async Task<CardReply> MakeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAsync(turn, form.Text("c"), ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        Council council = view.Council;
        MailInvitation before = await BeforeAsync(turn, council, ct);
        string mail = form.Text("in_mail") ?? "";
        string who = form.Text("in_who") ?? "";
        if (InvitationFileCards.Obstacle(turn, view, before) is not null)
        {
            return InvitationFileCards.Ask(turn, view, before, who, mail, error: null);
        }
        if (!Mailbox.IsAddress(mail))
        {
            string back = mail.Length > ParticipantContact.EmailLength ? mail[..ParticipantContact.EmailLength] : mail;
            return InvitationFileCards.Ask(turn, view, before, who, back, Texts.MailError);
        }
        if (Chosen(council, before, who).Count == 0)
        {
            return InvitationFileCards.Ask(turn, view, before, who, mail, Texts.WhoError);
        }
        if (before.OrganiserAddress != mail)
        {
            await invitations.KeepOrganiserAsync(turn.TenantId, council.Id, turn.Person!.Name, mail, ct);
        }
        return await downloads.OfferAsync(
            turn,
            DownloadSubject.Of(Kind, council.Id.ToString(), who),
            form.Text("k"),
            ct
        );
    }

    private async Task<MadeFile> FileAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, subject.IdAt(0), toEdit: false, ct);
        if (opened.View is not { } view)
        {
            return MadeFile.Refused(CouncilTexts.Gone);
        }
        Council council = view.Council;
        if (!council.MayEdit(turn.Person!))
        {
            return MadeFile.Refused(CouncilTexts.MayNotEdit(view.Centre.Name));
        }
        MailInvitation before = await BeforeAsync(turn, council, ct);
        if (InvitationFileCards.Obstacle(turn, view, before) is { } obstacle)
        {
            return MadeFile.Refused(obstacle);
        }
        IReadOnlyList<MailRecipient> recipients = Chosen(council, before, subject.IdAt(1));
        if (recipients.Count == 0)
        {
            return MadeFile.Refused(Texts.WhoError);
        }
        if (!Mailbox.IsAddress(before.OrganiserAddress))
        {
            return MadeFile.Refused(Texts.MailError);
        }
        MailInvitation now = await invitations.HandOutAsync(turn.TenantId, council, recipients, ct);
        Invitation invitation = Write(turn, view, now, recipients);
        return MadeFile.Of(
            new(
                FileNames.Of(
                    council.Title,
                    turn.In(now.IsCancelled ? Texts.Cancellation : Texts.Invitation),
                    now.When!.Date,
                    "ics"
                ),
                turn.In(Texts.Description(invitation)),
                ICalendarText.Write(invitation),
                now.IsCancelled ? Texts.NextCancelled : Texts.Next,
                now.IsCancelled
                    ? CouncilPage.ToOverview(turn, council)
                    : new ExecuteAction(
                        turn.In(InvitationTexts.People),
                        InvitationCards.PeopleVerb,
                        ActionData.Of(("c", council.Id.ToString()))
                    )
            )
        );
    }

    private static Invitation Write(
        BotTurn turn,
        CouncilView view,
        MailInvitation version,
        IReadOnlyList<MailRecipient> recipients
    )
    {
        Council council = view.Council;
        MeetingTime when = version.When!;
        string words =
            council.Invitation.Length > 0
                ? council.Invitation
                : turn.In(InvitationTexts.Proposed(council.Title, council.Purpose, view.Centre.Name));
        IEnumerable<string> parts = InvitationCards
            .Parts(turn, view)
            .Select(p => turn.Language.Labelled(turn.In(p.Name), p.Text));
        return new()
        {
            Uid = $"{council.Id}.{turn.TenantId}@renkei",
            Sequence = version.Sequence,
            IsCancelled = version.IsCancelled,
            At = turn.Now,
            Slot = new TimeSlot(when.StartsAt, when.EndsAt),
            Subject = council.Title,
            Description = string.Join('\n', [words, "", .. parts, view.Centre.Name.In(turn.Language)]),
            Location = version.Place,
            Online = Uri.TryCreate(version.OnlineLink, UriKind.Absolute, out Uri? online) ? online : null,
            Organiser = new(version.OrganiserName, version.OrganiserAddress),
            Invited = [.. recipients.Select(r => new InvitedMailbox(new(r.Name, r.Address), Required: true))],
        };
    }

    private static IReadOnlyList<MailRecipient> Chosen(Council council, MailInvitation before, string? who)
    {
        IReadOnlyList<MailRecipient> all = InvitationFileCards.Recipients(council, before);
        return who == InvitationFileCards.Everybody ? all : [.. all.Where(r => r.ParticipantId == who)];
    }

    private async ValueTask<MailInvitation> BeforeAsync(BotTurn turn, Council council, CancellationToken ct) =>
        await invitations.FindAsync(turn.TenantId, council.Id, ct) ?? MailInvitation.New;

    /// <summary>Opens a council for somebody who may change it, also while it is cancelled.</summary>
    private async Task<OpenedCouncil> OpenAsync(BotTurn turn, string? councilId, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, councilId, toEdit: false, ct);
        return opened.View is not { } view ? opened
            : !view.Council.MayEdit(turn.Person!)
                ? new(null, CouncilPage.Sentence(turn, CouncilTexts.MayNotEdit(view.Centre.Name)))
            : !turn.IsPersonal ? new(null, DownloadPage.InPersonalChat(turn))
            : opened;
    }

    /// <summary>What Teams knows as the person's own address; empty where it tells none.</summary>
    private async Task<string> OwnAddressAsync(BotTurn turn, CancellationToken ct)
    {
        try
        {
            ConversationMember? self = await turn.Turn.Connector.FindMemberAsync(turn.Turn.Address, turn.UserId, ct);
            return self?.Email is { } email && Mailbox.IsAddress(email) ? email : "";
        }
        catch (ConnectorException e)
        {
            // It only saves typing.
            Log.AddressUnknown(log, turn.PersonId.ObjectId, e.Reaction, e);
            return "";
        }
    }
}
