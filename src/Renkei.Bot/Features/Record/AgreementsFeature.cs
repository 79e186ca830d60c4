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
        view.Council.Minutes.Agreements.Count >= Minutes.MostLines
            ? MinutesCards.Page(turn, view, new(turn.In(Texts.TooMany), IsGood: false))
            : AgreementCards.Form(turn, view, AgreementForm.Empty(), notice: null);

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        Find(view.Council, form.Text("i")) is { } agreement
            ? AgreementCards.Form(turn, view, AgreementForm.Of(view.Council, agreement), notice: null)
            : Gone(turn, view);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        Agreement? stored = Find(view.Council, form.Text("i"));
        if (form.Text("i") is not { } id || (isNew ? !GuestForm.IsId(id) : stored is null))
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
        AgreementForm wanted = filled;
        bool differs = false;
        bool tooMany = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Agreement? now = Find(c, id);
                Agreement next = wanted.Apply(turn, c, now);
                differs =
                    now is not null
                    && AgreementForm.VersionOf(now) != AgreementForm.VersionOf(next)
                    && AgreementForm.VersionOf(now) != wanted.Seen;
                tooMany = now is null && c.Minutes.Agreements.Count >= Minutes.MostLines;
                return differs || tooMany || (now is null && !isNew) ? c
                    : now is null ? With(c, [.. c.Minutes.Agreements, next])
                    : With(c, [.. c.Minutes.Agreements.Select(a => a.Id == id ? next : a)]);
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (tooMany)
        {
            return AgreementCards.Form(turn, after, filled, new(turn.In(Texts.TooMany), IsGood: false));
        }
        if (Find(council, id) is not { } stands)
        {
            return Gone(turn, after);
        }
        if (differs)
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
        string id = form.Text("i") ?? "";
        bool done = form.Flag("d");
        DoneMark mark = new(turn.Person!.Ref, turn.Now);
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                With(
                    c,
                    [
                        .. c.Minutes.Agreements.Select(a =>
                            a.Id == id ? a with { Done = done ? a.Done ?? mark : null } : a
                        ),
                    ]
                ),
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        string? from = form.Text("w") == AgreementCards.FromList ? AgreementCards.FromList : null;
        PageNotice notice = new(turn.In(Texts.Gone), IsGood: false);
        AdaptiveAction? undo = null;
        if (Find(council, id) is { } agreement)
        {
            string what = CardText.Escape(agreement.What);
            notice = new(turn.In(done ? Texts.MarkedDone(what) : Texts.MarkedOpen(what)));
            undo = AgreementCards.UndoDone(turn, council.Id, id, !done, from);
        }
        return from is null
            ? MinutesCards.Page(turn, desk.View(turn, council), notice, undo)
            : await ListAsync(turn, form.Flag("k"), form.Number("p"), notice, undo, ct);
    }

    private async Task<CardReply> RemoveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        string id = form.Text("i") ?? "";
        Council? council = await ChangeAsync(
            turn,
            view,
            c => With(c, [.. c.Minutes.Agreements.Where(a => a.Id != id)]),
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        // A second press removes nothing, and its card must offer the way back all the same.
        Council? before = await councils.LastWithAsync(turn.TenantId, council.Id, c => Find(c, id) is not null, ct);
        if (before is null)
        {
            return Gone(turn, after);
        }
        string what = CardText.Escape(Find(before, id)!.What);
        AdaptiveAction undo = AgreementCards.UndoRemove(turn, council.Id, id, before.Revision);
        return MinutesCards.Page(turn, after, new(turn.In(Texts.Removed(what))), undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        CouncilId id = view.Council.Id;
        Council? before = await councils.RevisionAsync(turn.TenantId, id, form.Number("r") ?? 0, ct);
        if (before is null || Find(before, form.Text("i")) is not { } agreement)
        {
            return Gone(turn, view);
        }
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                Find(c, agreement.Id) is not null || c.Minutes.Agreements.Count >= Minutes.MostLines
                    ? c
                    : With(c, [.. c.Minutes.Agreements, agreement]),
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        PageNotice notice = Find(council, agreement.Id) is null
            ? new(turn.In(Texts.TooMany), IsGood: false)
            : new(turn.In(Texts.Restored(CardText.Escape(agreement.What))));
        return MinutesCards.Page(turn, desk.View(turn, council), notice);
    }

    /// <summary>What stands now and who made it so, where the same agreement was changed by two.</summary>
    private async Task<string> ChangedAsync(BotTurn turn, CouncilView view, Agreement stands, CancellationToken ct)
    {
        (PersonRef By, DateTimeOffset At)? last = await councils.LastChangeOfAsync(
            turn.TenantId,
            view.Council.Id,
            c => Find(c, stands.Id) is { } agreement ? AgreementForm.VersionOf(agreement) : null,
            ct
        );
        string now = string.Join(
            turn.In(CommonTexts.ListComma),
            [stands.Who, stands.What, TokyoTime.Brief(stands.Due, turn.Language)]
        );
        return CouncilTexts.ChangedMeanwhile(turn, last, CardText.Escape(now));
    }

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Minutes, change, ct);

    private static CardReply Gone(BotTurn turn, CouncilView view) =>
        MinutesCards.Page(turn, view, new(turn.In(Texts.Gone), IsGood: false));

    private static Council With(Council council, IReadOnlyList<Agreement> agreements) =>
        council with
        {
            Minutes = council.Minutes with { Agreements = agreements },
        };

    private static Agreement? Find(Council council, string? id) =>
        council.Minutes.Agreements.FirstOrDefault(a => a.Id == id);
}
