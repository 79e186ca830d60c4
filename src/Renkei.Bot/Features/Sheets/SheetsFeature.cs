using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Sheets.SheetTexts;

namespace Renkei.Bot.Features.Sheets;

/// <summary>Information sheets before a council (R13): drawn up, sent, answered, asked for again, compared.</summary>
internal sealed class SheetsFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    private const int NamedByHand = 6;

    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Sheets,
            (turn, view, notice, _) => Task.FromResult(SheetCards.Page(turn, view, page: 0, notice))
        );
        routes.OnCard(SheetCards.ListVerb, desk.ToRead(List));
        routes.OnCard(SheetCards.EditVerb, desk.ToEdit(Edit));
        routes.OnCard(SheetCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(SheetCards.SendVerb, desk.ToEdit(SendAsync));
        routes.OnCard(SheetCards.SkipVerb, desk.ToEdit(SkipAsync));
        routes.OnCard(SheetCards.NudgeVerb, desk.ToEdit(NudgeAsync));
        routes.OnCard(ComparisonCards.CompareVerb, CompareAsync);
        routes.OnCard(ComparisonCards.ReadVerb, ReadAsync);
        // Participants answer by being on the list, whether or not they ever said where they work.
        routes.OnCard(AnswerCards.OpenVerb, OpenAnswerAsync, Access.Everybody);
        routes.OnCard(AnswerCards.SaveVerb, SaveAnswerAsync, Access.Everybody);
    }

    private CardReply List(BotTurn turn, CouncilView view, ActionForm form) =>
        SheetCards.Page(turn, view, form.Number("p"), notice: null);

    private CardReply Edit(BotTurn turn, CouncilView view, ActionForm form) =>
        view.Council.WithoutSheet || view.Council.Participants.Count == 0
            ? SheetCards.Page(turn, view, page: 0, notice: null)
            : SheetCards.Form(turn, view, SheetForm.Of(turn, view), notice: null);

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        SheetForm filled = SheetForm.Read(form, view.Council);
        if (view.Council.Participants.Count == 0)
        {
            return SheetCards.Page(turn, view, page: 0, notice: null);
        }
        if (filled.ErrorIn(view) is { } error)
        {
            return SheetCards.Form(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && !SheetForm.AreSettled(view.Council)
            && PersonalDataQuestion.About(turn, filled.Questions.Except(view.Council.Sheet?.Questions ?? []))
                is { } question
        )
        {
            return SheetCards.Form(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        SavedPart? saved = await desk.SaveAsync(
            turn,
            view,
            CouncilStep.Sheets,
            SheetForm.VersionOf,
            filled.Seen,
            c => c with { Sheet = filled.Apply(turn, c), WithoutSheet = false },
            ct
        );
        if (saved is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        if (saved.Differs)
        {
            string why = Changed(turn, saved.View, saved.Last);
            SheetForm again = filled with { Seen = SheetForm.VersionOf(saved.Council) };
            return SheetCards.Form(turn, saved.View, again, new(why, IsGood: false));
        }
        PageNotice notice = new(turn.In(Texts.Saved));
        return form.Text("go") == SheetCards.GoSend && saved.Council.Sheet!.SentAt is null
            ? SheetCards.Confirm(turn, saved.View, notice)
            : await desk.GoAsync(turn, saved.Council, CouncilStep.Sheets, form.Text("go"), notice, ct);
    }

    private async Task<CardReply> SendAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (view.Council.Sheet is null || view.Council.WithoutSheet || view.Council.AskedForSheet().Count == 0)
        {
            return SheetCards.Page(turn, view, page: 0, notice: null);
        }
        string? seen = ShownVersion.From(form);
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                c.Sheet is { SentAt: null } sheet && SheetForm.VersionOf(c) == seen
                    ? c with
                    {
                        Sheet = sheet with { SentAt = turn.Now },
                    }
                    : c,
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (council.Sheet?.SentAt is null)
        {
            // What was confirmed is not what stands.
            if (council.Sheet is null)
            {
                return SheetCards.Page(turn, after, page: 0, notice: null);
            }
            var last = await councils.LastChangeOfAsync(turn.TenantId, council.Id, SheetForm.VersionOf, ct);
            return SheetCards.Confirm(turn, after, new(Changed(turn, after, last), IsGood: false));
        }
        int reached = council.AskedForSheet().Count(p => p.Contact.HasAccount);
        return SheetCards.Page(
            turn,
            after,
            page: 0,
            new(turn.In(reached == 0 ? Texts.OnlyByHand : Texts.Sending(reached)))
        );
    }

    private async Task<CardReply> SkipAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool without = form.Flag("d");
        Council? council = await ChangeAsync(
            turn,
            view,
            // A sheet that is out cannot be unasked.
            c => c.Sheet?.SentAt is null ? c with { WithoutSheet = without } : c,
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : SheetCards.Page(turn, desk.View(turn, council), page: 0, notice: null);
    }

    private async Task<CardReply> NudgeAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        string? seen = form.Text("n");
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                c.Sheet is { SentAt: not null } sheet
                && SheetCards.NudgeMark(sheet) == seen
                && Unanswered(c, true).Any()
                    ? c with
                    {
                        Sheet = sheet with { NudgedAt = turn.Now },
                    }
                    : c,
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        int reached = Unanswered(council, withAccount: true).Count();
        Participant[] byHand = [.. Unanswered(council, withAccount: false)];
        string text =
            turn.In(reached == 0 ? Texts.NobodyToNudge : Texts.Nudging(reached))
            + (
                byHand.Length == 0
                    ? ""
                    : "\n\n"
                        + turn.In(Texts.StillByHand(CardText.Escape(byHand.ByHandLine(NamedByHand, turn.Language))))
            );
        return SheetCards.Page(turn, desk.View(turn, council), page: 0, new(text, IsGood: reached > 0));
    }

    private async Task<CardReply> CompareAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnswersAsync(turn, form, ct);
        return opened.Refusal
            ?? ComparisonCards.Part(
                turn,
                opened.View!,
                await councils.AnswersAsync(turn.TenantId, opened.View!.Council.Id, ct),
                form.Number("p")
            );
    }

    private async Task<CardReply> ReadAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenAnswersAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        string? id = form.Text("p") ?? form.Text("in_who");
        return view.Council.AskedForSheet().FirstOrDefault(p => p.Id == id) is { } participant
            ? ComparisonCards.Whole(
                turn,
                view,
                participant,
                await councils.FindAnswerAsync(turn.TenantId, view.Council.Id, participant.Id, ct)
            )
            : SheetCards.Page(turn, view, page: 0, new(turn.In(Texts.ChooseWho), IsGood: false));
    }

    /// <summary>Opens a council to read the answers: in one's own chat only, and where there is a sheet.</summary>
    private async Task<OpenedCouncil> OpenAnswersAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        return opened.View is null ? opened
            : !turn.IsPersonal ? new(null, AnswerCards.Sentence(turn, Texts.PrivateOnly))
            : opened.View.Council.Sheet is null ? new(null, SheetCards.Page(turn, opened.View, page: 0, notice: null))
            : opened;
    }

    private async Task<CardReply> OpenAnswerAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (CouncilView? view, Participant? participant, CardReply? refusal) = await FindAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        SheetAnswer? stored = await councils.FindAnswerAsync(turn.TenantId, view!.Council.Id, participant!.Id, ct);
        AnswerSheet sheet = AnswerSheet.Of(view.Council.Sheet!, stored);
        return AnswerCards.Form(turn, view, participant, sheet, stored, notice: null);
    }

    private async Task<CardReply> SaveAnswerAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (CouncilView? found, Participant? participant, CardReply? refusal) = await FindAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        CouncilView view = found!;
        InformationSheet questions = view.Council.Sheet!;
        AnswerSheet filled = AnswerSheet.Read(form, questions);
        CardReply Again(AnswerSheet sheet, SheetAnswer? stored, PageNotice why, bool conflict = false) =>
            AnswerCards.Form(turn, view, participant!, sheet, stored, why, conflict);
        if (filled.SeenQuestions != AnswerSheet.VersionOf(questions))
        {
            AnswerSheet renewed = filled with { SeenQuestions = AnswerSheet.VersionOf(questions) };
            return Again(renewed, stored: null, new(turn.In(Texts.QuestionsChanged), IsGood: false));
        }
        if (filled.IsEmpty || filled.IsTooLong)
        {
            PageNotice why = new(turn.In(filled.IsEmpty ? Texts.NothingWritten : Texts.AnswerTooLong), IsGood: false);
            return Again(filled, stored: null, why);
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, filled.Answers) is not null
        )
        {
            SheetAnswer? before = await councils.FindAnswerAsync(turn.TenantId, view.Council.Id, participant!.Id, ct);
            if (PersonalDataQuestion.About(turn, filled.Answers.Except(before?.Answers ?? [])) is { } question)
            {
                PageNotice asks = new(question, IsGood: false);
                return AnswerCards.Form(turn, view, participant, filled, before, asks, asksPersonalData: true);
            }
        }
        PersonRef by = turn.Person?.Ref ?? new(turn.PersonId.ObjectId, turn.Name);
        (Council Council, SheetAnswer Stands, bool Saved)? outcome = await councils.SaveAnswerAsync(
            turn.TenantId,
            view.Council.Id,
            participant!.Id,
            filled.Answers,
            by,
            filled.SeenRevision,
            ct
        );
        if (outcome is not { } result)
        {
            return AnswerCards.Sentence(turn, Texts.NotForYou);
        }
        if (!result.Saved)
        {
            string first = turn.In(
                Texts.ConflictFirst(
                    CardText.Escape(result.Stands.By.Name),
                    TokyoTime.Brief(result.Stands.At, turn.Language)
                )
            );
            AnswerSheet again = filled.Beside(result.Stands);
            return Again(again, result.Stands, new(first, IsGood: false), conflict: true);
        }
        CouncilView after = desk.View(turn, result.Council);
        return AnswerCards.IsProxy(turn, participant)
            ? SheetCards.Page(turn, after, page: 0, new(turn.In(Texts.Entered(CardText.Escape(participant.Label)))))
            : AnswerCards.Receipt(turn, after, participant, result.Stands);
    }

    /// <summary>
    /// The sheet of a participant, for themselves or for the people of the centre who enter it for them. Everybody else is told nothing, not even
    /// whether there is such a council.
    /// </summary>
    private async Task<(CouncilView? View, Participant? Participant, CardReply? Refusal)> FindAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        if (!turn.IsPersonal)
        {
            return (null, null, AnswerCards.Sentence(turn, Texts.PrivateOnly));
        }
        Council? council = CouncilId.TryParse(form.Text("c"), out CouncilId? id)
            ? await councils.FindAsync(turn.TenantId, id, ct)
            : null;
        Participant? participant = council?.AskedForSheet().FirstOrDefault(p => p.Id == form.Text("p"));
        bool isProxy = turn.Person is { } person && council?.MayEdit(person) == true;
        if (
            council is null
            || participant is null
            || council.WithoutSheet
            || (!isProxy && (participant.Contact.ObjectId != turn.PersonId.ObjectId || council.Sheet?.SentAt is null))
        )
        {
            return (null, null, AnswerCards.Sentence(turn, Texts.NotForYou));
        }
        return council.Status switch
        {
            CouncilStatus.Cancelled => (null, null, AnswerCards.Sentence(turn, Texts.Cancelled)),
            CouncilStatus.Held => (null, null, AnswerCards.Sentence(turn, Texts.Closed)),
            _ => (desk.View(turn, council), participant, null),
        };
    }

    /// <summary>What stands now and who made it so, where the same sheet was changed by two.</summary>
    private static string Changed(BotTurn turn, CouncilView view, (PersonRef By, DateTimeOffset At)? last)
    {
        InformationSheet? sheet = view.Council.Sheet;
        string now = sheet is null
            ? turn.In(Texts.NotSentYet)
            : turn.In(
                new(
                    $"質問{sheet.Questions.Count}件、期限{TokyoTime.Brief(sheet.Deadline, Domain.Language.Japanese)}、相手{view.Council.AskedForSheet().Count}件",
                    $"{English.Count(sheet.Questions.Count, "question")}, due {TokyoTime.Brief(sheet.Deadline, Domain.Language.English)}, {view.Council.AskedForSheet().Count} asked"
                )
            );
        return CouncilTexts.ChangedMeanwhile(turn, last, now);
    }

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Sheets, change, ct);

    private static IEnumerable<Participant> Unanswered(Council council, bool withAccount) =>
        council
            .AskedForSheet()
            .Where(p => p.Contact.HasAccount == withAccount && !council.SheetAnsweredBy.Contains(p.Id));
}
