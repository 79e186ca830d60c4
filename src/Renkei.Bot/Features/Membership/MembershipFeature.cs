using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Bot.Groups;
using Renkei.Bot.People;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Tables;
using Texts = Renkei.Bot.Features.Membership.MembershipTexts;

namespace Renkei.Bot.Features.Membership;

/// <summary>
/// First contact (R2): greets once, asks where somebody works and as what, and has coordinators, head office and administrators
/// confirmed by somebody who is one already.
/// </summary>
internal sealed class MembershipFeature(
    PeopleStore people,
    GroupStore groups,
    Organisation places,
    FirstAdministrators first,
    ILogger<MembershipFeature> log
) : IFeature
{
    private const int Asked = 5;
    private const int DecideAttempts = 5;

    // Who writes first has Renkei installed by it: Teams tells of both at once, and the same card twice helps nobody.
    private static readonly TimeSpan JustGreeted = TimeSpan.FromSeconds(20);

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Membership,
                CommandGroup.Settings,
                Texts.Title,
                Texts.Description,
                [
                    "所属",
                    "役割",
                    "登録",
                    "しょぞく",
                    "やくわり",
                    "とうろく",
                    "プロフィール",
                    "こんにちは",
                    "おはよう",
                    "はじめる",
                    "はじめまして",
                    "profile",
                    "role",
                    "who am i",
                    "register",
                    "my role",
                    "hello",
                    "hi",
                    "start",
                ],
                (turn, _, ct) => ShowAsync(turn, ct),
                Access.Everybody
            )
        );
        routes.WhenUnknown(
            (turn, _, ct) =>
                // Head office that waits to be confirmed for its prefecture sees that it waits.
                turn is { IsPersonal: true, Record: { Person: not null, Requested: not null } }
                    ? ShowAsync(turn, ct)
                : turn.IsPersonal ? MeetAsync(turn, greets: turn.Record is null, ct)
                : Task.FromResult<CardReply>(new CardReply.Message(turn.In(Texts.FirstInPersonalChat)))
        );
        routes.OnCard(
            MembershipCards.AskRoleVerb,
            (turn, _, ct) => MeetAsync(turn, greets: false, ct),
            Access.Everybody
        );
        routes.OnCard(MembershipCards.AskPlaceVerb, AskPlaceAsync, Access.Everybody);
        routes.OnCard(MembershipCards.JoinVerb, JoinAsync, Access.Everybody);
        routes.OnCard(MembershipCards.AskAgainVerb, (turn, _, ct) => AskAgainAsync(turn, ct), Access.Everybody);
        routes.OnCard(MembershipCards.DecideVerb, DecideAsync);
        routes.OnActivity(ActivityTypes.InstallationUpdate, InstalledAsync);
        routes.OnActivity(ActivityTypes.ConversationUpdate, MembersChangedAsync);
    }

    private async Task InstalledAsync(BotTurn turn, CancellationToken ct)
    {
        switch (turn.Turn.Activity.Action)
        {
            case "add" or "add-upgrade":
                await GreetAsync(turn, ct);
                break;
            case "remove"
            or "remove-upgrade" when turn.IsPersonal && turn.Record is { Contact: { Installed: true } contact } record:
                await people.TryReplaceAsync(record, record with { Contact = contact with { Installed = false } }, ct);
                break;
            case "remove" or "remove-upgrade" when !turn.IsPersonal:
                await groups.RemoveAsync(turn.Turn, ct);
                break;
        }
    }

    private async Task MembersChangedAsync(BotTurn turn, CancellationToken ct)
    {
        string? bot = turn.Turn.Activity.Recipient?.Id;
        if (bot is not null && turn.Turn.Activity.MembersAdded?.Any(m => m.Id == bot) == true)
        {
            await GreetAsync(turn, ct);
        }
    }

    /// <summary>Greets, although Teams tells twice of an installation: whoever writes the record first says hello.</summary>
    private async Task GreetAsync(BotTurn turn, CancellationToken ct)
    {
        if (!turn.IsPersonal)
        {
            if (await groups.TryAddAsync(turn.Turn, ct))
            {
                await turn.Turn.SendAsync(new() { Text = turn.In(Texts.GroupGreeting) }, ct);
            }
            if (turn.Person is { } adder)
            {
                await groups.SeenAsync(turn.Turn, adder.CentreCode, ct);
            }
            return;
        }
        Contact contact = turn.Contact;
        bool mine = turn.Record is { } record
            ? record.Contact is not { CanBeReached: true }
                && await people.TryReplaceAsync(record, record with { Contact = contact }, ct)
            : await people.TryAddAsync(New(turn) with { Contact = contact, GreetedAt = turn.Now }, ct);
        if (mine)
        {
            CardReply greeting = turn.Person is null ? AskRole(turn, greets: true) : await ShowAsync(turn, ct);
            await turn.Turn.SendAsync(BotRoutes.AsMessage(greeting), ct);
        }
    }

    private async Task<CardReply> MeetAsync(BotTurn turn, bool greets, CancellationToken ct)
    {
        if (turn.Record is null && turn.IsPersonal)
        {
            await people.TryAddAsync(New(turn) with { Contact = turn.Contact }, ct);
        }
        bool isJustGreeted =
            turn.Turn.Activity.Type == ActivityTypes.Message
            && turn.Turn.Text.Length > 0
            && turn.Now - turn.Record?.GreetedAt < JustGreeted;
        return isJustGreeted ? new CardReply.Message(turn.In(Texts.OnTheCard)) : AskRole(turn, greets);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, CancellationToken ct)
    {
        if (turn.Record is not { } record || (record.Person is null && record.Requested is null))
        {
            return await MeetAsync(turn, greets: turn.Record is null, ct);
        }
        List<WaitingRequest> mine = [];
        if (record.Person is { } person && (person.Role.NeedsConfirmation() || first.Includes(person.Id)))
        {
            foreach (WaitingRequest waiting in await people.WaitingAsync(turn.TenantId, ct))
            {
                if (waiting.Who.ObjectId != person.Id.ObjectId && MayConfirm(person, waiting.Request))
                {
                    mine.Add(waiting);
                }
            }
        }
        return MembershipCards.Standing(
            turn,
            places,
            record,
            Texts.WelcomeBack(turn.Name),
            null,
            [.. mine.Take(Asked)]
        );
    }

    private async Task<CardReply> AskPlaceAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (!Enum.TryParse(form.Text("in_role"), out Role role) || !Enum.IsDefined(role))
        {
            return MembershipCards.AskRole(turn, places, greets: false, turn.In(Texts.RoleError));
        }
        if (PrefectureOf(form.Text("in_prefecture")) is not { } prefecture)
        {
            return MembershipCards.AskRole(turn, places, greets: false, turn.In(Texts.PrefectureError));
        }
        return role is Role.HeadOffice or Role.Administrator
            ? await JoinAsync(turn, role, new(prefecture.Code, CentreCode: null, MunicipalityCode: null), ct)
            : MembershipCards.AskPlace(turn, places, prefecture.Code, role, error: null);
    }

    private async Task<CardReply> JoinAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (
            !Enum.TryParse(form.Text("role"), out Role role)
            || !Enum.IsDefined(role)
            || PrefectureOf(form.Text("prefecture")) is not { } prefecture
        )
        {
            return AskRole(turn, greets: false);
        }
        if (role == Role.MunicipalStaff)
        {
            return places.FindMunicipality(form.Text("in_municipality") ?? "") is { } town
                ? await JoinAsync(turn, role, new(prefecture.Code, town.CentreCode, town.Code), ct)
                : MembershipCards.AskPlace(turn, places, prefecture.Code, role, turn.In(Texts.MunicipalityError));
        }
        if (role is Role.HeadOffice or Role.Administrator)
        {
            return await JoinAsync(turn, role, new(prefecture.Code, CentreCode: null, MunicipalityCode: null), ct);
        }
        return places.FindCentre(form.Text("in_centre") ?? "") is { } centre
            ? await JoinAsync(turn, role, new(prefecture.Code, centre.Code, MunicipalityCode: null), ct)
            : MembershipCards.AskPlace(turn, places, prefecture.Code, role, turn.In(Texts.CentreError));
    }

    private async Task<CardReply> JoinAsync(BotTurn turn, Role role, Workplace place, CancellationToken ct)
    {
        string? centreCode = place.CentreCode;
        // Administrators look after the installation, whatever prefecture they chose.
        string? prefecture = role == Role.HeadOffice ? place.PrefectureCode : null;
        PersonRecord record = turn.Record ?? await MeetFirstAsync(turn, ct);
        bool granted =
            !role.NeedsConfirmation()
            || first.Includes(turn.PersonId)
            || (
                record.Person is { } now
                && now.Role == role
                && now.CentreCode == centreCode
                && now.Area?.PrefectureCode == prefecture
            );
        // While a coordinator waits, the centre's nurse is what anybody may be; head office and administrators wait outside.
        Person? person =
            granted ? Of(turn.PersonId, turn.Name, role, centreCode, place.MunicipalityCode, prefecture)
            : role == Role.Coordinator ? new(turn.PersonId, turn.Name, Role.Nurse, centreCode, null)
            : record.Person;
        RoleRequest? request =
            granted ? null
            : record.Requested is { } waiting && waiting == new RoleRequest(role, centreCode, waiting.At, prefecture)
                ? waiting
            : new(role, centreCode, turn.Now, prefecture);
        PersonRecord next = record with { Name = turn.Name, Person = person, Requested = request };
        if (!await people.TryReplaceAsync(record, next, ct))
        {
            // Somebody (most likely the same person, twice) was quicker: show what holds now.
            return await ShowAsync(turn with { Record = await people.FindAsync(turn.PersonId, ct) }, ct);
        }
        if (request is null)
        {
            return MembershipCards.Standing(turn, places, next, Texts.Welcome(turn.Name), null, []);
        }
        return request == record.Requested
            ? await ShowAsync(turn with { Record = next }, ct)
            : await AskConfirmationAsync(turn, next, request, ct);
    }

    private async Task<CardReply> AskAgainAsync(BotTurn turn, CancellationToken ct) =>
        turn.Record is { Requested: { } request } record
            ? await AskConfirmationAsync(turn, record, request, ct)
            : await ShowAsync(turn, ct);

    private async Task<CardReply> AskConfirmationAsync(
        BotTurn turn,
        PersonRecord record,
        RoleRequest request,
        CancellationToken ct
    )
    {
        List<string> asked = [];
        foreach (PersonRecord confirmer in await ConfirmersAsync(turn, request, ct))
        {
            if (confirmer.Contact is { CanBeReached: true } contact)
            {
                try
                {
                    PersonRef who = new(turn.PersonId.ObjectId, turn.Name);
                    await turn.Turn.Connector.SendAsync(
                        contact.Address,
                        OutgoingActivity.Card(
                            MembershipCards.Request(contact.Language, who, request, places, contact.UserId),
                            Texts.RequestHeading.In(contact.Language)
                        ),
                        ct
                    );
                    asked.Add(confirmer.Name);
                }
                catch (ConnectorException fault)
                {
                    // The next confirmer may be reached; the request stays listed under 「所属と役割」 of all of them.
                    Log.NotDelivered(log, confirmer.Id.ObjectId, fault.Reaction.ToString(), fault);
                }
            }
        }
        string who2 = asked.Count == 0 ? turn.In(Texts.Nobody) : string.Join(turn.In(CommonTexts.ListComma), asked);
        string remark = turn.In(Texts.RoleAsked(request.Role.Name(), Cards.CardText.Escape(who2)));
        if (request.Role == Role.Coordinator && places.FindCentre(request.CentreCode ?? "") is { } centre)
        {
            remark += turn.In(Texts.MeanwhileNurse(centre.Name));
        }
        return MembershipCards.Standing(turn, places, record, Texts.Title, remark, []);
    }

    /// <summary>Up to five: those of the role (and centre), then administrators, then the ones from configuration.</summary>
    private async Task<IReadOnlyList<PersonRecord>> ConfirmersAsync(
        BotTurn turn,
        RoleRequest request,
        CancellationToken ct
    )
    {
        List<string> ids = [];
        foreach (
            PersonRef one in request.PrefectureCode is { } prefecture
                ? await people.HeadOfficeAsync(turn.TenantId, prefecture, ct)
                : await people.WithRoleAsync(turn.TenantId, request.Role, request.CentreCode, ct)
        )
        {
            ids.Add(one.ObjectId);
        }
        foreach (PersonRef one in await people.WithRoleAsync(turn.TenantId, Role.Administrator, null, ct))
        {
            ids.Add(one.ObjectId);
        }
        ids.AddRange(first.ObjectIds);
        List<PersonRecord> confirmers = [];
        foreach (string id in ids.Distinct().Where(id => id != turn.PersonId.ObjectId).Take(Asked))
        {
            if (await people.FindAsync(new(turn.TenantId, id), ct) is { } record)
            {
                confirmers.Add(record);
            }
        }
        return confirmers;
    }

    private async Task<CardReply> DecideAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        Person decider = turn.Person!;
        if (
            !Guid.TryParse(form.Text("p"), out Guid objectId)
            || form.Find("at") is not { ValueKind: System.Text.Json.JsonValueKind.Number } at
            || !at.TryGetInt64(out long ticks)
            || form.Text("d") is not ("yes" or "no")
        )
        {
            return new CardReply.Refusal(400, "Stale", turn.In(CommonTexts.Stale));
        }
        bool yes = form.Text("d") == "yes";
        for (int attempt = 1; ; attempt++)
        {
            // The text itself may hold what no key may; the id read from it does not.
            if (await people.FindAsync(new(turn.TenantId, objectId.ToString("D")), ct) is not { } record)
            {
                return new CardReply.Refusal(400, "Stale", turn.In(CommonTexts.Stale));
            }
            string name = Cards.CardText.Escape(record.Name);
            if (record.Requested is not { } request || request.At.UtcTicks != ticks)
            {
                return MembershipCards.Sentence(turn, Texts.RequestHeading, turn.In(Texts.NotWaiting(name)));
            }
            if (decider.Id == record.Id || !MayConfirm(decider, request))
            {
                return new CardReply.Refusal(403, "NotAllowed", turn.In(Texts.MayNotConfirm(request.Role.Name())));
            }
            PersonRecord next = record with
            {
                Requested = null,
                Person = yes
                    ? Of(record.Id, record.Name, request.Role, request.CentreCode, null, request.PrefectureCode)
                    : record.Person,
            };
            if (await people.TryReplaceAsync(record, next, ct))
            {
                await TellAsync(turn, record, yes, request, ct);
                return MembershipCards.Sentence(
                    turn,
                    Texts.RequestHeading,
                    turn.In(yes ? Texts.Done(name, request.Role.Name()) : Texts.DeclineDone(name))
                );
            }
            // The person may just have written something, which changes the record and not the request.
            if (attempt == DecideAttempts)
            {
                throw new TableUnavailableException("The record kept changing.", outcomeUnknown: false, inner: null);
            }
        }
    }

    private async Task TellAsync(BotTurn turn, PersonRecord whom, bool yes, RoleRequest request, CancellationToken ct)
    {
        if (whom.Contact is not { CanBeReached: true } contact)
        {
            return;
        }
        LocalText role = request.Role.Name();
        string by = Cards.CardText.Escape(turn.Name);
        LocalText text = yes ? Texts.YouAreConfirmed(role, by) : Texts.YouAreDeclined(role, by);
        try
        {
            await turn.Turn.Connector.SendAsync(contact.Address, new() { Text = text.In(contact.Language) }, ct);
        }
        catch (ConnectorException fault)
        {
            // The decision stands; the person sees it at the next command.
            Log.NotDelivered(log, whom.Id.ObjectId, fault.Reaction.ToString(), fault);
        }
    }

    private CardReply AskRole(BotTurn turn, bool greets) => MembershipCards.AskRole(turn, places, greets, error: null);

    private bool MayConfirm(Person person, RoleRequest request) =>
        first.Includes(person.Id) || person.MayConfirm(request);

    private Prefecture? PrefectureOf(string? code) =>
        places.Prefectures is [var only] ? only : places.FindPrefecture(code);

    private Person Of(PersonId id, string name, Role role, string? centre, string? municipality, string? prefecture) =>
        new(id, name, role, centre, municipality) { Area = prefecture is null ? null : places.AreaOf(prefecture) };

    private async Task<PersonRecord> MeetFirstAsync(BotTurn turn, CancellationToken ct)
    {
        await people.TryAddAsync(New(turn), ct);
        return await people.FindAsync(turn.PersonId, ct)
            ?? throw new InvalidOperationException("A person who was just added is gone.");
    }

    private static PersonRecord New(BotTurn turn) => new(turn.PersonId, turn.Name, null, null, null, default);

    /// <summary>Where somebody says they work: the prefecture, and as far as their role has one the centre and the municipality.</summary>
    private sealed record Workplace(string PrefectureCode, string? CentreCode, string? MunicipalityCode);
}
