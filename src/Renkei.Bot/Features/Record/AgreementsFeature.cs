using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Record.AgreementTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>Agreements on roles (役割の合意): who does what by when, written down at a council and followed up over all of them.</summary>
internal sealed class AgreementsFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    private const int KeptCouncils = 20;

    private readonly CouncilList<Agreement> agreements = new(
        councils,
        CouncilStep.Minutes,
        Minutes.MostLines,
        a => a.Id,
        AgreementForm.VersionOf
    )
    {
        Of = c => c.Minutes.Agreements,
        With = (c, agreements) => c with { Minutes = c.Minutes with { Agreements = agreements } },
    };

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Agreements,
                CommandGroup.Councils,
                Texts.List,
                Texts.ListDescription,
                [
                    "合意",
                    "合意一覧",
                    "役割の合意",
                    "約束",
                    "決まったこと",
                    "ごうい",
                    "agreements",
                    "promises",
                    "follow up",
                ],
                (turn, _, ct) => ListAsync(turn, kept: false, page: 0, notice: null, undo: null, ct)
            )
        );
        routes.OnCard(
            AgreementCards.ListVerb,
            (turn, form, ct) => ListAsync(turn, form.Flag("k"), form.Number("p"), notice: null, undo: null, ct)
        );
        routes.OnCard(AgreementCards.NewVerb, desk.ToEdit(New));
        routes.OnCard(AgreementCards.EditVerb, desk.ToEdit(Edit));
        routes.OnCard(AgreementCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(AgreementCards.DoneVerb, desk.ToEdit(DoneAsync));
        routes.OnCard(AgreementCards.RemoveVerb, desk.ToEdit(RemoveAsync));
        routes.OnCard(AgreementCards.RestoreVerb, desk.ToEdit(RestoreAsync));
    }

    private async Task<CardReply> ListAsync(
        BotTurn turn,
        bool kept,
        int? page,
        PageNotice? notice,
        AdaptiveAction? undo,
        CancellationToken ct
    )
    {
        if (turn.Person is not { Role: Role.Nurse or Role.Coordinator, CentreCode: { } centre })
        {
            return CouncilPage.Sentence(turn, Texts.ForTheCentre);
        }
        IReadOnlyList<AgreementsLine> lines = await councils.OpenAgreementsAsync(turn.TenantId, centre, ct);
        if (kept)
        {
            lines = [.. lines, .. await councils.KeptAgreementsAsync(turn.TenantId, centre, KeptCouncils, ct)];
        }
        IEnumerable<ListedAgreement> all = lines.SelectMany(l =>
            l.Agreements.Where(a => a.Done is not null == kept)
                .Select(a => new ListedAgreement(CouncilId.Of(centre, l.Name), l.Title, a))
        );
        ListedAgreement[] shown = kept
            ? [.. all.OrderByDescending(a => a.Agreement.Done!.At)]
            : [.. all.OrderBy(a => a.Agreement.Due)];
        return AgreementCards.List(turn, shown, kept, TokyoTime.DateOf(turn.Now), page, notice, undo);
    }

    private CardReply New(BotTurn turn, CouncilView view, ActionForm form) =>
        agreements.IsFull(view.Council)
            ? MinutesCards.Page(turn, view, new(turn.In(Texts.TooMany), IsGood: false))
            : AgreementCards.Form(turn, view, AgreementForm.Empty(), notice: null);

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        agreements.Find(view.Council, form.Text("i")) is { } agreement
            ? AgreementCards.Form(turn, view, AgreementForm.Of(view.Council, agreement), notice: null)
            : Gone(turn, view);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        Agreement? stored = agreements.Find(view.Council, form.Text("i"));
        if (form.Text("i") is not { } id || (isNew ? !DrawnId.Is(id) : stored is null))
        {
            return Gone(turn, view);
        }
        AgreementForm filled = AgreementForm.Read(form, id, isNew);
        if (filled.ErrorIn(view) is { } error)
        {
            return AgreementCards.Form(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, filled.FreeTexts.Except([stored?.What ?? "", stored?.Who ?? ""]))
                is { } question
        )
        {
            return AgreementCards.Form(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        var put = await agreements.PutAsync(
            turn,
            view.Council,
            id,
            isNew,
            filled.Seen,
            (c, now) => filled.Apply(turn, c, now),
            ct
        );
        if (put is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, put.Council);
        if (put.Outcome == ListOutcome.Full)
        {
            return AgreementCards.Form(turn, after, filled, new(turn.In(Texts.TooMany), IsGood: false));
        }
        if (put.Entry is not { } stands)
        {
            return Gone(turn, after);
        }
        if (put.Outcome == ListOutcome.Differs)
        {
            string why = isNew ? turn.In(Texts.AlreadyAdded) : await ChangedAsync(turn, after, stands, ct);
            AgreementForm again = filled with { IsNew = false, Seen = AgreementForm.VersionOf(stands) };
            return AgreementCards.Form(turn, after, again, new(why, IsGood: false));
        }
        string what = CardText.Escape(stands.What);
        return MinutesCards.Page(turn, after, new(turn.In(isNew ? Texts.Added(what) : Texts.Saved)));
    }

    private async Task<CardReply> DoneAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool done = form.Flag("d");
        DoneMark mark = new(turn.Person!.Ref, turn.Now);
        var marked = await agreements.MarkAsync(
            turn,
            view.Council,
            form.Text("i"),
            a => a with { Done = done ? a.Done ?? mark : null },
            ct
        );
        if (marked is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        string? from = form.Text("w") == AgreementCards.FromList ? AgreementCards.FromList : null;
        PageNotice notice = new(turn.In(Texts.Gone), IsGood: false);
        AdaptiveAction? undo = null;
        if (marked.Entry is { } agreement)
        {
            string what = CardText.Escape(agreement.What);
            notice = new(turn.In(done ? Texts.MarkedDone(what) : Texts.MarkedOpen(what)));
            undo = AgreementCards.UndoDone(turn, marked.Council.Id, agreement.Id, !done, from);
        }
        return from is null
            ? MinutesCards.Page(turn, desk.View(turn, marked.Council), notice, undo)
            : await ListAsync(turn, form.Flag("k"), form.Number("p"), notice, undo, ct);
    }

    private async Task<CardReply> RemoveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (await agreements.RemoveAsync(turn, view.Council, form.Text("i"), ct) is not { } removed)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, removed.Council);
        if (removed.Entry is not { } agreement)
        {
            return Gone(turn, after);
        }
        string what = CardText.Escape(agreement.What);
        AdaptiveAction undo = AgreementCards.UndoRemove(turn, after.Council.Id, agreement.Id, removed.Revision);
        return MinutesCards.Page(turn, after, new(turn.In(Texts.Removed(what))), undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        var restored = await agreements.RestoreAsync(turn, view.Council, form.Text("i"), form.Number("r"), ct);
        if (restored is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, restored.Council);
        if (restored.Entry is not { } agreement)
        {
            return Gone(turn, after);
        }
        PageNotice notice =
            restored.Outcome == ListOutcome.Full
                ? new(turn.In(Texts.TooMany), IsGood: false)
                : new(turn.In(Texts.Restored(CardText.Escape(agreement.What))));
        return MinutesCards.Page(turn, after, notice);
    }

    /// <summary>What stands now and who made it so, where the same agreement was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, CouncilView view, Agreement stands, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await agreements.LastChangeAsync(turn, view.Council.Id, stands, ct);
        string now = string.Join(
            turn.In(CommonTexts.ListComma),
            [stands.Who, stands.What, TokyoTime.Brief(stands.Due, turn.Language)]
        );
        return CouncilTexts.ChangedMeanwhile(turn, last, CardText.Escape(now));
    }

    private static CardReply Gone(BotTurn turn, CouncilView view) =>
        MinutesCards.Page(turn, view, new(turn.In(Texts.Gone), IsGood: false));
}
