using System.Globalization;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Groups;
using Renkei.Bot.People;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Making a poll: for the dates of a plan or for typed ones, in conversations and in everybody's own chat. Nothing is sent before the
/// question "like this?" was answered.
/// </summary>
internal sealed class NewPollFeature(
    PollStore polls,
    PlanStore plans,
    GroupStore groups,
    PeopleStore people,
    BusinessDays days,
    ILogger<NewPollFeature> log
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCard(PollVerbs.New, BeginAsync);
        routes.OnCard(PollVerbs.Check, CheckAsync);
        routes.OnCard(PollVerbs.Edit, EditAsync);
        routes.OnCard(PollVerbs.Make, MakeAsync);
    }

    private async Task<CardReply> BeginAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        string name = DrawnId.New();
        NewPollForm fresh = NewPollForm.Empty(name, days, turn.Now);
        MeetingPlan? plan = await PlanAsync(turn, PlanId.TryParse(form.Text("p"), out PlanId? id) ? id : null, ct);
        if (plan is not null)
        {
            fresh = NewPollForm.For(plan, [.. Ticked(plan, form)], name, days, turn.Language, turn.Now);
        }
        return NewPollCards.Form(turn, fresh, await OfferAsync(turn, plan, ct), notice: null);
    }

    private async Task<CardReply> EditAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        NewPollForm filled = NewPollForm.Read(form);
        MeetingPlan? plan = await PlanAsync(turn, filled.Plan, ct);
        return NewPollCards.Form(turn, filled, await OfferAsync(turn, plan, ct), notice: null);
    }

    private async Task<CardReply> CheckAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        NewPollForm filled = NewPollForm.Read(form);
        MeetingPlan? plan = await PlanAsync(turn, filled.Plan, ct);
        NewPollOffer offer = await OfferAsync(turn, plan, ct);
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with
            {
                Title = PersonalData.Remove(filled.Title),
                ByPhone = string.Join('\n', filled.ByPhone.Split('\n').Select(PersonalData.Remove)),
            };
        }
        (StoredPoll? poll, LocalText? fault) = await BuildAsync(turn, filled, plan, offer, ct);
        if (poll is null)
        {
            return NewPollCards.Form(turn, filled, offer, new(turn.In(fault!), IsGood: false));
        }
        return
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Title, filled.ByPhone]) is { } question
            ? NewPollCards.Form(turn, filled, offer, new(question, IsGood: false), asksPersonalData: true)
            : NewPollCards.Check(turn, filled, poll, days);
    }

    private async Task<CardReply> MakeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        NewPollForm filled = NewPollForm.Read(form);
        if (filled.Name.Length == 0)
        {
            return new CardReply.Refusal(400, "Stale", turn.In(CommonTexts.Stale));
        }
        PollId id = PollId.Of(turn.Person!.CentreCode!, filled.Name);
        // A second press finds what the first one made, however late it comes.
        if (await polls.FindAsync(turn.TenantId, id, ct) is { } there)
        {
            return Page(turn, there);
        }
        MeetingPlan? plan = await PlanAsync(turn, filled.Plan, ct);
        NewPollOffer offer = await OfferAsync(turn, plan, ct);
        (StoredPoll? poll, LocalText? fault) = await BuildAsync(turn, filled, plan, offer, ct);
        if (poll is null)
        {
            return NewPollCards.Form(turn, filled, offer, new(turn.In(fault!), IsGood: false));
        }
        StoredPoll made = await polls.AddAsync(turn.TenantId, poll, ct);
        if (plan is not null)
        {
            await plans.ChangeAsync(turn.TenantId, plan.Id, p => p.Poll == made.Id ? p : p with { Poll = made.Id }, ct);
        }
        return Page(turn, made);
    }

    private static CardReply Page(BotTurn turn, StoredPoll poll) =>
        poll.MayManage(turn)
            ? PollCards
                .Page(
                    new(poll, PollReader.Of(turn), turn.Now),
                    poll.VoterOf(turn),
                    mayManage: true,
                    new(turn.In(Texts.Started))
                )
                .Reply(turn)
            : PollCards.Sentence(turn, Texts.Gone);

    /// <summary>Puts the poll together, all of it checked as if a stranger had written it.</summary>
    private async Task<(StoredPoll? Poll, LocalText? Fault)> BuildAsync(
        BotTurn turn,
        NewPollForm form,
        MeetingPlan? plan,
        NewPollOffer offer,
        CancellationToken ct
    )
    {
        if (form.Fault(turn.Now) is { } fault)
        {
            return (null, fault);
        }
        Group[] chosen = [.. offer.Groups.Where(g => form.Groups.Contains(g.Id))];
        if (chosen.Length < form.Groups.Count())
        {
            return (null, Texts.WhereError);
        }
        List<Invitee> voters =
        [
            .. offer.Asked,
            .. offer
                .People.Where(p => form.People.Contains(p.Who.ObjectId))
                .Select(p => new Invitee(p.Who.ObjectId, p.Who.Name, "", Required: false)),
            .. form.PhoneVoters(),
        ];
        foreach (Group group in chosen)
        {
            (IReadOnlyList<Invitee>? members, LocalText? why) = await MembersAsync(turn, group, offer, ct);
            if (members is null)
            {
                return (null, why);
            }
            if (form.AsksAll)
            {
                voters.AddRange(members);
            }
        }
        Invitee[] asked = [.. voters.DistinctBy(v => v.Key)];
        if (asked.Length is 0 or > StoredPoll.MaxVoters)
        {
            return (null, asked.Length == 0 ? Texts.NobodyError : Texts.TooManyPeople);
        }
        Person person = turn.Person!;
        return (
            new StoredPoll(
                PollId.Of(person.CentreCode!, form.Name.Length > 0 ? form.Name : "new"),
                form.Title,
                person.Ref,
                plan?.Council?.ToString(),
                new()
                {
                    Candidates = [.. form.Slots(turn.Now).Slots.Select(PollCandidates.Of)],
                    Voters = asked,
                    Quorum = plan?.Quorum ?? [],
                    Deadline = form.Deadline(turn.Now)!.Value,
                }
            )
            {
                Plan = plan?.Id.ToString(),
                Places = [.. chosen.Select(g => new PollPlace(g.Id, offer.LabelOf(turn, g), g.Address))],
                AsksEach = form.AsksEach,
                MadeAt = turn.Now,
            },
            null
        );
    }

    /// <summary>The members of a conversation, if the person is one: what is posted there is read by all of them.</summary>
    private async Task<(IReadOnlyList<Invitee>? Members, LocalText? Why)> MembersAsync(
        BotTurn turn,
        Group group,
        NewPollOffer offer,
        CancellationToken ct
    )
    {
        List<Invitee> members = [];
        try
        {
            await foreach (ConversationMember member in turn.Turn.Connector.MembersAsync(group.Address, ct))
            {
                if (member.AadObjectId?.ToLowerInvariant() is { } objectId && VoterKeys.IsAccount(objectId))
                {
                    members.Add(new(objectId, member.Name ?? "", "", Required: false));
                }
                if (members.Count > StoredPoll.MaxVoters * 10)
                {
                    break;
                }
            }
        }
        catch (ConnectorException refused)
        {
            Log.RosterNotRead(log, group.Id, refused);
            return (null, Texts.RosterFault);
        }
        return members.Any(m => m.Key == turn.PersonId.ObjectId)
            ? (members, null)
            : (null, Texts.NotMember(Cards.CardText.Escape(offer.LabelOf(turn, group))));
    }

    private async Task<NewPollOffer> OfferAsync(BotTurn turn, MeetingPlan? plan, CancellationToken ct)
    {
        string centre = turn.Person!.CentreCode!;
        IReadOnlyList<Invitee> asked = plan?.Invitees ?? [];
        IReadOnlyList<CentreMember> members = await people.MembersOfCentreAsync(turn.TenantId, centre, ct);
        return new(
            await groups.ListAsync(turn.TenantId, centre, ct),
            [.. members.Where(m => asked.All(a => a.Key != m.Who.ObjectId)).DistinctBy(m => m.Who.ObjectId)],
            asked
        );
    }

    /// <summary>A plan of the person's own centre, or <see langword="null"/>.</summary>
    private async ValueTask<MeetingPlan?> PlanAsync(BotTurn turn, PlanId? id, CancellationToken ct) =>
        id is not null && id.CentreCode == turn.Person!.CentreCode
            ? await plans.FindAsync(turn.TenantId, id, ct)
            : null;

    private static CardReply? Refusal(BotTurn turn) =>
        !PollRights.MayMake(turn.Person) ? PollCards.Sentence(turn, Texts.MayNotMake)
        : !turn.IsPersonal ? new CardReply.Message(turn.In(Texts.InPersonalChat))
        : null;

    /// <summary>The dates ticked among a plan's proposals, at most as many as a poll has; what is none is passed over.</summary>
    private static IEnumerable<TimeSlot> Ticked(MeetingPlan plan, ActionForm form) =>
        form.Choices("in_d")
            .Select(name => SlotName.Read(plan, name))
            .OfType<TimeSlot>()
            .Distinct()
            .Take(DatePoll.MaxCandidates);
}
