using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Requests;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Requests.RequestTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>
/// The steps of a request on both sides: take, answer, ask back, reply, thank, close, withdraw, open again. Each reads the request as it is,
/// takes the step if whoever pressed may, and shows the request as it is then; everybody else sees it through the notices.
/// </summary>
internal sealed class RequestsFeature(RequestStore requests, Organisation places, BusinessDays days) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCard(RequestPage.ShowVerb, (turn, form, ct) => ShowAsync(turn, form, Page, ct));
        routes.OnCard(
            RequestVerbs.Thread,
            (turn, form, ct) => ShowAsync(turn, form, o => RequestCards.Thread(o.View, o.Reader, form.Number("n")), ct)
        );
        routes.OnCard(RequestVerbs.Take, (turn, form, ct) => StepAsync(turn, form, RequestStepKind.Taken, ct));
        routes.OnCard(RequestVerbs.Thank, (turn, form, ct) => StepAsync(turn, form, RequestStepKind.Thanked, ct));
        routes.OnCard(RequestVerbs.AskWithdraw, AskWithdrawAsync);
        routes.OnCard(RequestVerbs.Withdraw, (turn, form, ct) => StepAsync(turn, form, RequestStepKind.Withdrawn, ct));
        routes.OnCard(RequestVerbs.Write, WriteAsync);
        routes.OnCard(RequestVerbs.Say, SayAsync);
    }

    private static RequestCard Page(Opened opened) => RequestCards.Draw(opened.View, opened.Reader, Texts.Heading);

    private async Task<CardReply> ShowAsync(
        BotTurn turn,
        ActionForm form,
        Func<Opened, RequestCard> draw,
        CancellationToken ct
    )
    {
        (Opened? opened, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal ?? draw(opened!).Reply(turn);
    }

    private async Task<CardReply> AskWithdrawAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (Opened? opened, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal
            ?? NotAllowed(turn, opened!, RequestStepKind.Withdrawn)
            ?? RequestCards.AskWithdraw(opened!.View, opened.Reader).Reply(turn);
    }

    private async Task<CardReply> WriteAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (Opened? opened, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal
            ?? (
                KindOf(form) is not { } kind ? Page(opened!).Reply(turn)
                : NotAllowed(turn, opened!, kind) is { } not ? not
                : RequestCards.Form(opened!.View, opened.Reader, kind, text: "").Reply(turn)
            );
    }

    private async Task<CardReply> SayAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (Opened? opened, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        if (KindOf(form) is not { } kind)
        {
            return Page(opened!).Reply(turn);
        }
        string text = form.Text("in_text") ?? "";
        if (text.Length > SupportRequest.TextLength)
        {
            text = text[..SupportRequest.TextLength];
            return Form(turn, opened!, kind, text, Texts.TextTooLong);
        }
        if (text.Length == 0 && RequestCards.NeedsWords(kind))
        {
            return NotAllowed(turn, opened!, kind) ?? Form(turn, opened!, kind, text, Texts.WordsError);
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            text = PersonalData.Remove(text);
            text = text[..Math.Min(text.Length, SupportRequest.TextLength)];
        }
        if (form.Text("ok") != PersonalDataQuestion.Keep && PersonalDataQuestion.About(turn, [text]) is { } question)
        {
            return RequestCards
                .Form(opened!.View, opened.Reader, kind, text, new(question, IsGood: false), asksPersonalData: true)
                .Reply(turn);
        }
        return await TakeAsync(turn, form, opened!, kind, text, ct);
    }

    private async Task<CardReply> StepAsync(BotTurn turn, ActionForm form, RequestStepKind kind, CancellationToken ct)
    {
        (Opened? opened, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal ?? await TakeAsync(turn, form, opened!, kind, text: "", ct);
    }

    private async Task<CardReply> TakeAsync(
        BotTurn turn,
        ActionForm form,
        Opened opened,
        RequestStepKind kind,
        string text,
        CancellationToken ct
    )
    {
        SupportRequest before = opened.View.Request;
        RequestSide side = opened.Reader.Side ?? RequestSide.Centre;
        PersonRef by = turn.Person!.Ref;
        string id = ShownVersion.Of(
            form.Number("v")?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            by.ObjectId,
            kind.ToString(),
            text
        );
        if (!before.Has(id) && NotAllowed(turn, opened, kind, text) is { } not)
        {
            return not;
        }
        RequestStep step = new(id, kind, side, by, turn.Now, text);
        SupportRequest? after = await requests.ChangeAsync(
            turn.TenantId,
            before.Id,
            request => request.After(step, days),
            ct
        );
        if (after is null)
        {
            return NewRequestCards.Sentence(turn, Texts.Gone);
        }
        opened = opened with { View = opened.View with { Request = after } };
        if (after.Has(id))
        {
            PageNotice done = new(turn.In(Texts.Done(kind, side)));
            return RequestCards.Draw(opened.View, opened.Reader, Texts.Heading, done).Reply(turn);
        }
        // Somebody was quicker: what was written comes back with what holds now.
        return NotAllowed(turn, opened, kind, text) ?? Page(opened).Reply(turn);
    }

    /// <summary>What is shown where a step cannot be taken; <see langword="null"/> where it can.</summary>
    private static CardReply? NotAllowed(BotTurn turn, Opened opened, RequestStepKind kind, string text = "")
    {
        SupportRequest request = opened.View.Request;
        RequestSide? side = opened.Reader.Side;
        bool isOfHeadOffice = kind is RequestStepKind.Taken or RequestStepKind.Answered or RequestStepKind.AskedBack;
        LocalText? why =
            side is null ? Texts.OnlyHeadOffice
            : isOfHeadOffice && side != RequestSide.HeadOffice ? Texts.OnlyHeadOffice
            : kind is RequestStepKind.Replied or RequestStepKind.Thanked or RequestStepKind.Withdrawn
            && side != RequestSide.Centre
                ? Texts.OnlyCentre
            : kind == RequestStepKind.Taken && request.TakenBy?.ObjectId == turn.PersonId.ObjectId ? Texts.TakenAlready
            : request.Steps.Count >= SupportRequest.MostSteps && kind != RequestStepKind.Closed ? Texts.IsFull
            : request.Allows(kind, side.Value) ? null
            : request.IsOpen ? Texts.NotNow
            : Texts.HasEnded;
        if (why is null)
        {
            return null;
        }
        PageNotice notice = new(turn.In(why), IsGood: false);
        return text.Length > 0 && side is not null
            ? RequestCards.Form(opened.View, opened.Reader, kind, text, notice).Reply(turn)
            : RequestCards.Draw(opened.View, opened.Reader, Texts.Heading, notice).Reply(turn);
    }

    private static CardReply Form(BotTurn turn, Opened opened, RequestStepKind kind, string text, LocalText error) =>
        RequestCards.Form(opened.View, opened.Reader, kind, text, new(turn.In(error), IsGood: false)).Reply(turn);

    private static RequestStepKind? KindOf(ActionForm form) =>
        Enum.TryParse(form.Text("k"), out RequestStepKind kind) && Enum.IsDefined(kind) && RequestCards.HasForm(kind)
            ? kind
            : null;

    private async Task<(Opened? Opened, CardReply? Refusal)> OpenAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        if (
            !RequestId.TryParse(form.Text("x"), out RequestId? id)
            || await requests.FindAsync(turn.TenantId, id, ct) is not { } request
        )
        {
            return (null, NewRequestCards.Sentence(turn, Texts.Gone));
        }
        Person person = turn.Person!;
        if (!request.MayRead(person))
        {
            // In a channel the card stays as it is: whoever is in there sees it anyway.
            return (
                null,
                turn.IsPersonal
                    ? NewRequestCards.Sentence(turn, Texts.NotYours)
                    : new CardReply.Message(turn.In(Texts.OnlyHeadOffice))
            );
        }
        HealthCentre centre =
            places.FindCentre(id.CentreCode)
            ?? throw new InvalidOperationException(
                $"Request {id} belongs to a centre that is not part of this installation."
            );
        RequestReader reader = new(turn.Language, turn.UserId, request.SideOf(person), person.Id.ObjectId);
        return (new(new(request, centre, days, turn.Now), reader), null);
    }

    private sealed record Opened(RequestView View, RequestReader Reader);
}
