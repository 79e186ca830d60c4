using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.People;
using Renkei.Bot.Requests;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Requests.RequestTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>「本庁に相談」 (R23): writing a request, seeing what will be sent, sending it.</summary>
internal sealed class NewRequestFeature(
    RequestStore requests,
    RequestContextReader contexts,
    PeopleStore people,
    Organisation places,
    BusinessDays days,
    ILogger<NewRequestFeature> log
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.AskHeadOffice,
                CommandGroup.HeadOffice,
                AskHeadOffice.Title,
                Texts.AskDescription,
                [
                    "本庁へ相談",
                    "県に相談",
                    "県庁に相談",
                    "本庁に聞く",
                    "ほんちょうにそうだん",
                    "ask the prefecture",
                    "new request",
                ],
                BeginAsync,
                TakesText: true
            )
        );
        routes.OnCard(AskHeadOffice.Verb, OpenBelowAsync);
        routes.OnCard(RequestVerbs.Edit, (turn, form, ct) => EditAsync(turn, NewRequestForm.Read(form).Cut(), ct));
        routes.OnCard(RequestVerbs.Check, CheckAsync);
        routes.OnCard(RequestVerbs.Send, SendAsync);
    }

    private async Task<CardReply> BeginAsync(BotTurn turn, string rest, CancellationToken ct) =>
        await EditAsync(turn, new NewRequestForm(rest.Trim(), "", new RequestOrigin(), DrawnId.New()).Cut(), ct);

    /// <summary>Opens a new request below the card that was pressed, which stays as it is with all that was typed into it.</summary>
    private async Task<CardReply> OpenBelowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        NewRequestForm empty = new("", "", RequestOrigin.Read(form), DrawnId.New());
        CardReply card = await EditAsync(turn, empty, ct);
        if (!turn.IsPersonal)
        {
            return card;
        }
        try
        {
            await turn.Turn.SendAsync(BotRoutes.AsMessage(card), ct);
            return new CardReply.Message(turn.In(Texts.OpenedBelow));
        }
        catch (ConnectorException e)
        {
            Log.RequestNotOpened(log, turn.PersonId.ObjectId, e.Reaction, e);
            return new CardReply.Message(turn.In(Texts.NotOpened));
        }
    }

    private async Task<CardReply> EditAsync(BotTurn turn, NewRequestForm form, CancellationToken ct) =>
        Refusal(turn)
        ?? NewRequestCards.Form(turn, form, await contexts.ReadAsync(turn, form.Origin, ct), notice: null);

    private async Task<CardReply> CheckAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        NewRequestForm filled = NewRequestForm.Read(form);
        RequestContext context = await contexts.ReadAsync(turn, filled.Origin, ct);
        return await FaultAsync(turn, form, filled, context, ct);
    }

    /// <summary>What has to be put right, or the card that shows what will be sent.</summary>
    private async Task<CardReply> FaultAsync(
        BotTurn turn,
        ActionForm form,
        NewRequestForm filled,
        RequestContext context,
        CancellationToken ct
    )
    {
        if (filled.Error is { } error)
        {
            return NewRequestCards.Form(turn, filled.Cut(), context, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        bool keeps = form.Text("ok") == PersonalDataQuestion.Keep;
        if (!keeps && PersonalDataQuestion.About(turn, [filled.Title, filled.Text]) is { } question)
        {
            return NewRequestCards.Form(turn, filled, context, new(question, IsGood: false), asksPersonalData: true);
        }
        HealthCentre centre = CentreOf(turn.Person!);
        (LocalText receiver, LocalText? remark) = await ReceiverAsync(turn, centre, ct);
        return NewRequestCards.Confirm(turn, filled, context, centre, receiver, remark, keeps);
    }

    private async Task<CardReply> SendAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (Refusal(turn) is { } refusal)
        {
            return refusal;
        }
        NewRequestForm filled = NewRequestForm.Read(form);
        RequestContext context = await contexts.ReadAsync(turn, filled.Origin, ct);
        bool asks =
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Title, filled.Text]) is not null;
        if (filled.Error is not null || asks)
        {
            return await FaultAsync(turn, form, filled, context, ct);
        }
        HealthCentre centre = CentreOf(turn.Person!);
        PersonRef by = turn.Person!.Ref;
        SupportRequest request = await requests.AddAsync(
            turn.TenantId,
            SupportRequest.New(
                RequestId.Of(centre.PrefectureCode, centre.Code, filled.NameFor(by)),
                filled.Title,
                filled.Text,
                context,
                by,
                turn.Now,
                days
            ),
            ct
        );
        RequestReader reader = new(turn.Language, turn.UserId, RequestSide.Centre, by.ObjectId);
        return RequestCards
            .Draw(new(request, centre, days, turn.Now), reader, Texts.Heading, new(turn.In(Texts.IsSent)))
            .Reply(turn);
    }

    private async Task<(LocalText Receiver, LocalText? Remark)> ReceiverAsync(
        BotTurn turn,
        HealthCentre centre,
        CancellationToken ct
    )
    {
        if (await requests.DeskAsync(turn.TenantId, centre.PrefectureCode, ct) is { } desk)
        {
            return (Texts.ToChannel(desk.Name), null);
        }
        int count = (await people.HeadOfficeAsync(turn.TenantId, centre.PrefectureCode, ct)).Count;
        return count == 0
            ? (new("県本庁", "Head office"), Texts.ToNobodyYet)
            : (Texts.ToPeople(count), Texts.NoChannelYet);
    }

    private static CardReply? Refusal(BotTurn turn) =>
        !turn.IsPersonal ? new CardReply.Message(turn.In(InPersonalChat))
        : SupportRequest.MayAsk(turn.Person!) ? null
        : NewRequestCards.Sentence(turn, Texts.OnlyCentres);

    private static readonly LocalText InPersonalChat = new(
        "「本庁に相談」は、Renkei との個人チャットでお願いします。",
        "Please ask head office in your personal chat with Renkei."
    );

    private HealthCentre CentreOf(Person person) =>
        places.FindCentre(person.CentreCode!)
        ?? throw new InvalidOperationException(
            $"Centre {person.CentreCode} of a person is not part of this installation."
        );
}
