using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Participants.ParticipantTexts;

namespace Renkei.Bot.Features.Participants;

/// <summary>Who is to come to a council (R12): chosen from those known, or entered; changed, taken off the list and brought back.</summary>
internal sealed class ParticipantsFeature(
    CouncilStore councils,
    CouncilDesk desk,
    PeopleStore people,
    Organisation places
) : IFeature
{
    private readonly CouncilList<Participant> participants = new(
        councils,
        CouncilStep.Participants,
        Council.MostParticipants,
        p => p.Id,
        ParticipantForm.VersionOf
    )
    {
        Of = c => c.Participants,
        With = (c, participants) => c with { Participants = participants },
    };

    private readonly CandidateList candidates = new(councils, people, places);
    private readonly PartnerNames names = new(places);

    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Participants,
            (turn, view, notice, _) => Task.FromResult(Page(turn, view, page: 0, notice))
        );
        routes.OnCard(ParticipantCards.ListVerb, desk.ToRead(List));
        routes.OnCard(ParticipantCards.ChooseVerb, desk.ToEdit(ChooseAsync));
        routes.OnCard(ParticipantCards.TakeVerb, desk.ToEdit(TakeAsync));
        routes.OnCard(ParticipantCards.EditVerb, desk.ToEdit(Edit));
        routes.OnCard(ParticipantCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(ParticipantCards.RemoveVerb, desk.ToEdit(RemoveAsync));
        routes.OnCard(ParticipantCards.RestoreVerb, desk.ToEdit(RestoreAsync));
    }

    private CardReply List(BotTurn turn, CouncilView view, ActionForm form) =>
        Page(turn, view, form.Number("p"), notice: null);

    private async Task<CardReply> ChooseAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        return await ChoiceAsync(turn, view, SectorOf(form.Text("s")), 0, notice: null, ct);
    }

    private async Task<CardReply> TakeAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        Sector sector = SectorOf(form.Text("s"));
        string? go = form.Text("go");
        int from = Math.Clamp(form.Number("p") ?? 0, 0, short.MaxValue);
        string[] chosen = [.. form.Choices("in_who").Distinct().Take(ParticipantCards.ChoiceSize)];
        if (chosen.Length == 0)
        {
            return go is null
                ? await ChoiceAsync(turn, view, sector, from, new(turn.In(Texts.NobodyChosen), IsGood: false), ct)
                : await GoAsync(turn, view, sector, form, from, notice: null, ct);
        }
        IReadOnlyList<Candidate> all = await candidates.OfAsync(turn.TenantId, view.Council.Id, sector, ct);
        Candidate[] meant = [.. all.Where(c => chosen.Contains(c.Value))];
        if (form.Text("k") is not { } card || !DrawnId.Is(card) || meant.Length == 0)
        {
            return Choice(view, all, new(turn.In(Texts.ChooseAgain), IsGood: false));
        }
        Candidate[] added = [];
        Candidate[] linked = [];
        bool isFull = false;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Participants,
            c =>
            {
                // A repeated press finds them there, also where somebody changed their name since.
                Candidate[] fresh = [.. meant.Where(m => !m.IsOn(c) && c.FindParticipant(IdOf(m)) is null)];
                linked = [.. fresh.Where(m => c.Participants.Any(m.GivesAccountTo))];
                added = [.. fresh.Except(linked)];
                isFull = c.Participants.Count + added.Length > Council.MostParticipants;
                return isFull ? c : c with { Participants = [.. c.Participants.Select(Link), .. added.Select(Put)] };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (isFull)
        {
            return Choice(after, all, new(turn.In(Texts.TooMany), IsGood: false));
        }
        string said = (added, linked) switch
        {
            ([], []) => turn.In(Texts.AlreadyThere),
            ([], _) => turn.In(Texts.Linked(linked.Length)),
            ([var one], []) => turn.In(Texts.Added(CardText.Escape(names.LabelOf(turn, one.Organisation, one.Name)))),
            (_, []) => turn.In(Texts.AddedMany(added.Length)),
            _ => $"{turn.In(Texts.AddedMany(added.Length))} {turn.In(Texts.Linked(linked.Length))}",
        };
        int lost = chosen.Length - meant.Length;
        PageNotice notice = new(lost == 0 ? said : $"{said} {turn.In(Texts.NotFound(lost))}", IsGood: lost == 0);
        return await GoAsync(turn, after, sector, form, from - meant.Length, notice, ct);

        string IdOf(Candidate candidate) => ShownVersion.Of(card, candidate.Value);

        Participant Link(Participant participant) =>
            linked.FirstOrDefault(l => l.GivesAccountTo(participant)) is { } person
                ? participant with
                {
                    Contact = participant.Contact with { ObjectId = person.Contact.ObjectId },
                }
                : participant;

        Participant Put(Candidate candidate) =>
            new(
                IdOf(candidate),
                candidate.SectorCode,
                candidate.Organisation,
                candidate.Name,
                candidate.Contact,
                turn.Person!.Ref
            );

        CardReply Choice(CouncilView stands, IReadOnlyList<Candidate> known, PageNotice why) =>
            ParticipantCards.Choice(turn, stands, names, sector, known, from, chosen, DrawnId.New(), why);
    }

    /// <summary>
    /// Where a button beside those who can be chosen leads. Whoever was added is not offered any more, so <paramref name="from"/> is
    /// less by them and may be below 0.
    /// </summary>
    private async Task<CardReply> GoAsync(
        BotTurn turn,
        CouncilView view,
        Sector sector,
        ActionForm form,
        int from,
        PageNotice? notice,
        CancellationToken ct
    ) =>
        form.Text("go") switch
        {
            ParticipantCards.GoNew when view.Council.Participants.Count >= Council.MostParticipants => Page(
                turn,
                view,
                page: 0,
                new(turn.In(Texts.TooMany), IsGood: false)
            ),
            ParticipantCards.GoNew => ParticipantCards.Form(
                turn,
                view,
                ParticipantForm.Empty(Sector.Find(form.Text("in_sector") ?? "") ?? sector),
                page: 0,
                notice
            ),
            ParticipantCards.GoSector => await ChoiceAsync(turn, view, SectorOf(form.Text("in_sector")), 0, notice, ct),
            ParticipantCards.GoMore => await ChoiceAsync(
                turn,
                view,
                sector,
                from + ParticipantCards.ChoiceSize,
                notice,
                ct
            ),
            ParticipantCards.GoFirst => await ChoiceAsync(turn, view, sector, 0, notice, ct),
            _ => Page(turn, view, page: 0, notice),
        };

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        view.Council.FindParticipant(form.Text("i")) is { } participant
            ? ParticipantCards.Form(
                turn,
                view,
                ParticipantForm.Of(turn, names, participant),
                form.Number("p"),
                notice: null
            )
            : Gone(turn, view);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        int? page = form.Number("p");
        Participant? stored = view.Council.FindParticipant(form.Text("i"));
        if (form.Text("i") is not { } id || (isNew ? !DrawnId.Is(id) : stored is null))
        {
            return Gone(turn, view);
        }
        ParticipantForm filled = ParticipantForm.Read(form, id, isNew);
        if (filled.Error is { } error)
        {
            return ParticipantCards.Form(turn, view, filled, page, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with
            {
                Organisation = PersonalData.Remove(filled.Organisation),
                Name = PersonalData.Remove(filled.Name),
            };
        }
        if (form.Text("ok") != PersonalDataQuestion.Keep && Question(turn, filled, stored) is { } question)
        {
            return ParticipantCards.Form(
                turn,
                view,
                filled,
                page,
                new(question, IsGood: false),
                asksPersonalData: true
            );
        }
        Outcome outcome = Outcome.Saved;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Participants,
            c => Change(c, out outcome),
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        string label = CardText.Escape(names.LabelOf(turn, filled.Apply(turn, names, council.FindParticipant(id))));
        switch (outcome)
        {
            case Outcome.Gone:
                return Gone(turn, after);
            case Outcome.TooMany:
                return ParticipantCards.Form(turn, after, filled, page, new(turn.In(Texts.TooMany), IsGood: false));
            case Outcome.Same:
                PageNotice there = new(turn.In(Texts.SameThere(label)), IsGood: false);
                return ParticipantCards.Form(turn, after, filled, page, there);
            case Outcome.Differs:
                Participant stands = council.FindParticipant(id)!;
                PageNotice why = new(await ChangedAsync(turn, council, stands, ct), IsGood: false);
                ParticipantForm again = filled with { IsNew = false, Seen = ParticipantForm.VersionOf(stands) };
                return ParticipantCards.Form(turn, after, again, page, why);
            default:
                return Page(turn, after, page, new(turn.In(isNew ? Texts.Added(label) : Texts.Saved)));
        }

        Council Change(Council c, out Outcome result)
        {
            Participant? now = c.FindParticipant(id);
            Participant next = filled.Apply(turn, names, now);
            bool differs = now is not null && ParticipantForm.VersionOf(now) != ParticipantForm.VersionOf(next);
            result =
                now is null && !isNew ? Outcome.Gone
                : now is null && c.Participants.Count >= Council.MostParticipants ? Outcome.TooMany
                : differs && ParticipantForm.VersionOf(now!) != filled.Seen ? Outcome.Differs
                : (now is null || differs) && IsThere(c, next) ? Outcome.Same
                : Outcome.Saved;
            return result != Outcome.Saved ? c
                : now is null ? c with { Participants = [.. c.Participants, next] }
                : c with { Participants = [.. c.Participants.Select(p => p.Id == id ? next : p)] };
        }
    }

    private async Task<CardReply> RemoveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (await participants.RemoveAsync(turn, view.Council, form.Text("i"), ct) is not { } removed)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, removed.Council);
        if (removed.Entry is not { } participant)
        {
            return Gone(turn, after);
        }
        string label = CardText.Escape(names.LabelOf(turn, participant));
        PageNotice notice = new(
            turn.In(participant.InvitedAt is null ? Texts.Removed(label) : Texts.RemovedInvited(label))
        );
        AdaptiveAction undo = ParticipantCards.UndoRemove(turn, removed.Council, participant.Id, removed.Revision);
        return ParticipantCards.Page(turn, after, names, page: 0, notice, undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        CouncilId id = view.Council.Id;
        Council? before = await councils.RevisionAsync(turn.TenantId, id, form.Number("r") ?? 0, ct);
        if (before?.FindParticipant(form.Text("i")) is not { } participant)
        {
            return Gone(turn, view);
        }
        int place = before.Participants.TakeWhile(p => p.Id != participant.Id).Count();
        Outcome outcome = Outcome.Saved;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            id,
            turn.Person!.Ref,
            CouncilStep.Participants,
            c =>
            {
                outcome =
                    c.FindParticipant(participant.Id) is not null ? Outcome.Saved
                    : IsThere(c, participant) ? Outcome.Same
                    : c.Participants.Count >= Council.MostParticipants ? Outcome.TooMany
                    : Outcome.Saved;
                return outcome != Outcome.Saved || c.FindParticipant(participant.Id) is not null
                    ? c
                    : c with
                    {
                        Participants = [.. c.Participants.Take(place), participant, .. c.Participants.Skip(place)],
                    };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        string label = CardText.Escape(names.LabelOf(turn, participant));
        PageNotice notice = outcome switch
        {
            Outcome.Same => new(turn.In(Texts.SameThere(label)), IsGood: false),
            Outcome.TooMany => new(turn.In(Texts.TooMany), IsGood: false),
            _ => new(turn.In(Texts.Restored(label))),
        };
        return Page(turn, desk.View(turn, council), page: 0, notice);
    }

    private async Task<CardReply> ChoiceAsync(
        BotTurn turn,
        CouncilView view,
        Sector sector,
        int from,
        PageNotice? notice,
        CancellationToken ct
    )
    {
        IReadOnlyList<Candidate> all = await candidates.OfAsync(turn.TenantId, view.Council.Id, sector, ct);
        string card = DrawnId.New();
        return ParticipantCards.Choice(turn, view, names, sector, all, from, [], card, notice);
    }

    /// <summary>What stands now and who made it so, where the same person was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, Council council, Participant stands, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await participants.LastChangeAsync(turn, council.Id, stands, ct);
        string?[] facts =
        [
            turn.In(SectorOf(stands.SectorCode).Name),
            names.LabelOf(turn, stands),
            stands.Contact.Email,
            stands.Contact.Telephone,
        ];
        string now = CardText.Escape(string.Join(turn.In(CommonTexts.ListComma), facts.OfType<string>()));
        return CouncilTexts.ChangedMeanwhile(turn, last, now);
    }

    /// <summary>What has to be asked about names that are new; telephone and mail have inputs of their own.</summary>
    private string? Question(BotTurn turn, ParticipantForm filled, Participant? stored)
    {
        Participant next = filled.Apply(turn, names, stored);
        List<string> changed = [];
        if (next.Organisation != stored?.Organisation)
        {
            changed.Add(next.Organisation);
        }
        if (next.Name != stored?.Name)
        {
            changed.Add(next.Name);
        }
        return PersonalDataQuestion.About(turn, changed);
    }

    private CardReply Page(BotTurn turn, CouncilView view, int? page, PageNotice? notice) =>
        ParticipantCards.Page(turn, view, names, page, notice, undo: null);

    private CardReply Gone(BotTurn turn, CouncilView view) =>
        Page(turn, view, page: 0, new(turn.In(Texts.Gone), IsGood: false));

    /// <summary>Whether somebody else on the list is the same person: the same account, or the same name in the same place.</summary>
    private static bool IsThere(Council council, Participant participant) =>
        council.Participants.Any(p =>
            p.Id != participant.Id
            && (
                p.Contact.ObjectId is { } account && account == participant.Contact.ObjectId
                || p.SectorCode == participant.SectorCode
                    && p.Organisation == participant.Organisation
                    && p.Name == participant.Name
            )
        );

    private static Sector SectorOf(string? code) => Sector.Find(code ?? "") ?? Sector.All[0];

    private enum Outcome
    {
        Saved,
        Gone,
        TooMany,
        Same,
        Differs,
    }
}
