using Renkei.Activities.Turns;
using Renkei.Bot.Calendars;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Scheduling.SchedulingTexts;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>Finds a date (R16): the conditions, proposals with their reasons, and taking one.</summary>
internal sealed class SchedulingFeature(
    PlanStore plans,
    DateDesk dates,
    BookingPage booking,
    TenantCalendars calendars,
    CouncilStore councils,
    CouncilDesk desk,
    PeopleStore people,
    Organisation places,
    BusinessDays days,
    OfficeHours offices
) : IFeature
{
    private readonly ProposalSearch search = new(calendars, dates, days, offices);

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Schedule,
                CommandGroup.Dates,
                Texts.Heading,
                Texts.Description,
                [
                    "日程を調整",
                    "日程を決める",
                    "空き時間",
                    "会議の日を探す",
                    "にっていちょうせい",
                    "schedule a meeting",
                    "find a slot",
                    "free time",
                ],
                (turn, _, ct) => WhichAsync(turn, notice: null, ct)
            )
        );
        routes.OnCard(SchedulingVerbs.FindDateVerb, BeginAsync);
        routes.OnCard(RequestCard.OwnVerb, OwnAsync);
        routes.OnCard(RequestCard.SearchVerb, SearchAsync);
        routes.OnCard(RequestCard.EditVerb, EditAsync);
        routes.OnCard(SchedulingVerbs.ProposalsVerb, ProposalsAsync);
        routes.OnCard(ProposalCards.AskVerb, AskAsync);
        routes.OnCard(ProposalCards.ChooseVerb, ChooseAsync);
    }

    private async Task<CardReply> WhichAsync(BotTurn turn, PageNotice? notice, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return refusal;
        }
        IReadOnlyList<CouncilLine> open = await councils.OpenAsync(turn.TenantId, turn.Person!.CentreCode!, ct);
        // Those without a date are what people come for.
        CouncilLine[] offered = [.. open.OrderBy(c => c.When is null ? 0 : 1)];
        return offered.Length == 0 ? await OwnAsync(turn, notice, ct) : RequestCard.Which(turn, offered, notice);
    }

    private async Task<CardReply> BeginAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c") ?? form.Text("in_council"), toEdit: true, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        return view.Council.Status == CouncilStatus.Held
            ? await desk.ShowAsync(turn, view.Council, CouncilStep.Date, new(turn.In(Texts.IsHeld), IsGood: false), ct)
            : await RequestAsync(turn, view, ct);
    }

    private async Task<CardReply> RequestAsync(BotTurn turn, CouncilView view, CancellationToken ct)
    {
        IReadOnlyList<AskablePerson> asked = AskablePerson.Of(view, turn.Language);
        PlanId id = PlanId.Of(view.Council.Id);
        MeetingPlan? plan = await plans.FindAsync(turn.TenantId, id, ct);
        return RequestCard.Form(
            turn,
            new(id, view, asked),
            plan is null ? RequestForm.For(view, asked) : RequestForm.Of(plan, asked),
            notice: null
        );
    }

    private Task<CardReply> OwnAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        OwnAsync(turn, notice: null, ct);

    private async Task<CardReply> OwnAsync(BotTurn turn, PageNotice? notice, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return refusal;
        }
        string name = $"m{DrawnId.New()}";
        PlanId id = PlanId.Of(turn.Person!.CentreCode!, name);
        return RequestCard.Form(
            turn,
            new(id, null, await NearAsync(turn, ct)),
            RequestForm.Empty(TokyoTime.DateOf(turn.Now), days, offices.Of(id.CentreCode), turn.Person.Id.ObjectId),
            notice
        );
    }

    private async Task<CardReply> SearchAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return refusal;
        }
        CouncilView? view = null;
        PlanId? id = null;
        if (form.Text("k") is { } name)
        {
            if (name is not { Length: 13 } || !PlanId.TryParse($"{turn.Person!.CentreCode}.{name}", out id))
            {
                return await WhichAsync(turn, Bad(turn, Texts.Gone), ct);
            }
        }
        else
        {
            OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
            if (opened.Refusal is { } closed)
            {
                return closed;
            }
            view = opened.View!;
            id = PlanId.Of(view.Council.Id);
        }
        IReadOnlyList<AskablePerson> offered = view is null
            ? await NearAsync(turn, ct)
            : AskablePerson.Of(view, turn.Language);
        RequestSubject subject = new(id, view, offered);
        RequestForm filled = RequestForm.Read(form, view is null ? null : offered);
        if (filled.Error(view is not null, offered, TokyoTime.DateOf(turn.Now)) is { } error)
        {
            return RequestCard.Form(turn, subject, filled, Bad(turn, error));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with { Title = PersonalData.Remove(filled.Title) };
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Title]) is { } question
        )
        {
            return RequestCard.Form(turn, subject, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        MeetingPlan plan = await KeepAsync(turn, subject, filled, ct);
        return await ShowAsync(turn, plan, view?.Council, ProposalPlace.First, notice: null, ct);
    }

    private async Task<CardReply> EditAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedPlan opened = await OpenAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        if (opened.Council is { } council)
        {
            return await RequestAsync(turn, desk.View(turn, council), ct);
        }
        IReadOnlyList<AskablePerson> near = await NearAsync(turn, ct);
        return RequestCard.Form(
            turn,
            new(opened.Plan!.Id, null, near),
            RequestForm.Of(opened.Plan, near),
            notice: null
        );
    }

    private async Task<CardReply> ProposalsAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedPlan opened = await OpenAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        ProposalPlace place = new(
            Math.Clamp(form.Number("w") ?? 0, -ProposalPlace.MostWeeks, ProposalPlace.MostWeeks),
            Math.Clamp(form.Number("n") ?? 0, 0, 10_000),
            form.Find("in_d") is null ? null : form.Choices("in_d")
        );
        return await ShowAsync(turn, opened.Plan!, opened.Council, place, notice: null, ct);
    }

    private async Task<CardReply> AskAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedPlan opened = await OpenAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        return SlotName.Read(opened.Plan!, form.Text("d")) is { } slot && slot.Start > turn.Now
            ? await AskAsync(turn, opened.Plan!, opened.Council, slot, ct)
            : await ShowAsync(turn, opened.Plan!, opened.Council, ProposalPlace.First, Bad(turn, Texts.Past), ct);
    }

    private async Task<CardReply> AskAsync(
        BotTurn turn,
        MeetingPlan plan,
        Council? council,
        TimeSlot slot,
        CancellationToken ct
    )
    {
        (SlotProposal? proposal, _) = await search.JudgeAsync(turn.TenantId, plan, slot, ct);
        return ProposalCards.Ask(turn, plan, council, slot, proposal, booking.IsOwnCalendar(turn.TenantId));
    }

    private async Task<CardReply> ChooseAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedPlan opened = await OpenAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        MeetingPlan plan = opened.Plan!;
        if (SlotName.Read(plan, form.Text("d")) is not { } slot)
        {
            return await ShowAsync(turn, plan, opened.Council, ProposalPlace.First, Bad(turn, Texts.Past), ct);
        }
        bool stands = WantedMeeting.SlotOf(plan, opened.Council) == slot && plan.Choice?.Slot == slot;
        if (!stands && slot.Start <= turn.Now)
        {
            return await ShowAsync(turn, plan, opened.Council, ProposalPlace.First, Bad(turn, Texts.Past), ct);
        }
        if (!stands && ProposalCards.VersionOf(plan, opened.Council) != ShownVersion.From(form))
        {
            // Somebody set another date since the question was asked: it is asked again, with that date on it.
            return await AskAsync(turn, plan, opened.Council, slot, ct);
        }
        SettledDate settled = await dates.ChooseAsync(turn.TenantId, plan.Id, slot, turn.Person!.Ref, turn.Now, ct);
        return settled.Plan is null
            ? await WhichAsync(turn, Bad(turn, Texts.Gone), ct)
            : booking.Show(turn, settled, slot, notice: null);
    }

    private async Task<CardReply> ShowAsync(
        BotTurn turn,
        MeetingPlan plan,
        Council? council,
        ProposalPlace place,
        PageNotice? notice,
        CancellationToken ct
    )
    {
        int shift = plan.Window.Days * place.Weeks;
        DateOnly today = TokyoTime.DateOf(turn.Now);
        SlotWindow window = new(plan.From.AddDays(shift), plan.To.AddDays(shift));
        if (window.To < today)
        {
            window = new(today, today.AddDays(plan.Window.Days - 1));
        }
        FoundSlots found = await search.FindAsync(turn.TenantId, plan, window, turn.Now, ct);
        return ProposalCards.Page(turn, plan, council?.Title ?? plan.Title, window, found, place, notice);
    }

    /// <summary>Keeps the conditions, with everybody's address.</summary>
    private async Task<MeetingPlan> KeepAsync(
        BotTurn turn,
        RequestSubject subject,
        RequestForm filled,
        CancellationToken ct
    )
    {
        MeetingPlan? before = await plans.FindAsync(turn.TenantId, subject.Id, ct);
        IReadOnlyList<PlanAttendee> asked = await AskedAsync(turn, subject, filled, before, ct);
        if (before is null)
        {
            MeetingPlan first = filled.ApplyTo(
                new()
                {
                    Id = subject.Id,
                    Title = subject.Council?.Council.Title ?? filled.Title,
                    Council = subject.Council?.Council.Id,
                    Organiser = turn.Person!.Ref,
                    Minutes = 0,
                    From = default,
                    To = default,
                    HoursFrom = default,
                    HoursTo = default,
                    Asked = [],
                },
                asked
            );
            before = await plans.AddAsync(turn.TenantId, first, ct);
        }
        return await plans.ChangeAsync(turn.TenantId, subject.Id, p => filled.ApplyTo(p, asked), ct) ?? before;
    }

    private async Task<IReadOnlyList<PlanAttendee>> AskedAsync(
        BotTurn turn,
        RequestSubject subject,
        RequestForm filled,
        MeetingPlan? before,
        CancellationToken ct
    )
    {
        AskablePerson[] chosen = [.. filled.Chosen(subject.People)];
        string?[] addresses = await Task.WhenAll(chosen.Select(p => AddressAsync(turn, p, before, ct)));
        return
        [
            .. chosen.Zip(
                addresses,
                (p, address) =>
                    new PlanAttendee(
                        p.Key,
                        p.Label,
                        p.Organisation,
                        p.SectorCode,
                        filled.Required.Contains(p.Key),
                        p.Contact.ObjectId,
                        address,
                        p.Contact.Telephone,
                        p.Travels ? filled.Travel!.Value : 0,
                        p.ParticipantId
                    )
            ),
        ];
    }

    /// <summary>Somebody's mail address: as it was entered, as it was found before, or by their account in the directory.</summary>
    private async Task<string?> AddressAsync(
        BotTurn turn,
        AskablePerson person,
        MeetingPlan? before,
        CancellationToken ct
    )
    {
        if (person.Contact.Email is { Length: > 0 } entered)
        {
            return Domain.Invitations.Mailbox.IsAddress(entered) ? entered : null;
        }
        if (person.Contact.ObjectId is not { } objectId)
        {
            return null;
        }
        if (before?.Asked.FirstOrDefault(a => a.ObjectId == objectId)?.Address is { } known)
        {
            return known;
        }
        try
        {
            IReadOnlyList<CalendarPerson> found = await calendars
                .Of(turn.TenantId)
                .SearchPeopleAsync(person.Name, 50, ct);
            return found.FirstOrDefault(f => f.ObjectId.Equals(objectId, StringComparison.OrdinalIgnoreCase))?.Address;
        }
        catch (CalendarException)
        {
            // Without the directory they are people whose calendar cannot be seen; the proposals say so.
            return null;
        }
    }

    private async Task<IReadOnlyList<AskablePerson>> NearAsync(BotTurn turn, CancellationToken ct)
    {
        string centre = turn.Person!.CentreCode!;
        return AskablePerson.Of(
            places.FindCentre(centre)!,
            await people.MembersOfCentreAsync(turn.TenantId, centre, ct),
            await councils.StakeholdersAsync(turn.TenantId, centre, ct),
            places,
            turn.Language
        );
    }

    private async Task<OpenedPlan> OpenAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refused(turn) is { } refusal)
        {
            return new(null, null, refusal);
        }
        if (
            !PlanId.TryParse(form.Text("p"), out PlanId? id)
            || await plans.FindAsync(turn.TenantId, id, ct) is not { } plan
        )
        {
            return new(null, null, await WhichAsync(turn, Bad(turn, Texts.Gone), ct));
        }
        if (plan.Council is { } council)
        {
            OpenedCouncil opened = await desk.OpenAsync(turn, council.ToString(), toEdit: true, ct);
            return opened.View is { Council.Status: CouncilStatus.Held } held
                ? new(
                    null,
                    null,
                    await desk.ShowAsync(
                        turn,
                        held.Council,
                        CouncilStep.Date,
                        new(turn.In(Texts.IsHeld), IsGood: false),
                        ct
                    )
                )
                : new(plan, opened.View?.Council, opened.Refusal);
        }
        return id.CentreCode == turn.Person!.CentreCode
            ? new(plan, null, null)
            : new(null, null, await WhichAsync(turn, Bad(turn, Texts.Gone), ct));
    }

    private CardReply? Refused(BotTurn turn) =>
        turn.Person is not { Role: Role.Nurse or Role.Coordinator, CentreCode: { } centre }
        || places.FindCentre(centre) is null
            ? Sentence(turn, Texts.OnlyCentre)
        : !turn.IsPersonal ? Sentence(turn, Texts.InPersonalChat)
        : null;

    private static CardReply Sentence(BotTurn turn, LocalText text) =>
        BotCards.Reply(
            turn,
            turn.In(text),
            [TextBlock.Heading(turn.In(Texts.Heading)), new TextBlock(turn.In(text))],
            [BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List)]
        );

    private static PageNotice Bad(BotTurn turn, LocalText text) => new(turn.In(text), IsGood: false);

    /// <summary>A plan that was opened, or why it was not.</summary>
    private sealed record OpenedPlan(MeetingPlan? Plan, Council? Council, CardReply? Refusal);
}
