using Renkei.Activities.Turns;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Bot.Themes;
using Renkei.Bot.Workbooks;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>
/// Files for the office (R21): a theme in the order of 表1, councils, tasks. Whoever may read something may export it, and no more than
/// they may read: notes and history stay with the centre, a municipality gets what it is invited to.
/// </summary>
internal sealed class ExportsFeature(
    DownloadDesk downloads,
    ThemeStore themes,
    ChecklistStore checklist,
    CouncilStore councils,
    CouncilDesk desk,
    Organisation places,
    PlaybookSet playbooks
) : IFeature
{
    private const int EarliestYear = 2000;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Export,
                CommandGroup.Summaries,
                Texts.Export,
                Texts.Description,
                [
                    "書き出す",
                    "かきだし",
                    "出力",
                    "エクスポート",
                    "エクセル",
                    "エクセルで出す",
                    "ファイルにする",
                    "Excel",
                    "CSV",
                    "ダウンロード",
                    "download",
                    "spreadsheet",
                    "workbook",
                ],
                (turn, _, ct) => AskAsync(turn, turn.Person!.CentreCode, year: null, chosen: null, ct),
                Elsewhere: DownloadPage.InPersonalChat
            )
        );
        routes.OnCard(DownloadPage.ExportVerb, AskAsync);
        routes.OnCard(ExportCards.MakeVerb, MakeAsync);
        downloads.OnMake(DownloadSubject.Theme, ThemeAsync);
        downloads.OnMake(DownloadSubject.Councils, CouncilsAsync);
        downloads.OnMake(ExportKinds.Tasks, TasksAsync);
    }

    private Task<CardReply> AskAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (form.Flag("a"))
        {
            return AskAsync(turn, centreCode: null, year: null, chosen: null, ct);
        }
        DownloadSubject? chosen = DownloadSubject.TryParse(form.Text("w"), out DownloadSubject? named) ? named : null;
        string? centre =
            form.Text("in_centre")
            ?? form.Text("c")
            ?? (chosen is null ? null : ExportKinds.CentreOf(chosen))
            ?? turn.Person!.CentreCode;
        int? year =
            form.Number("y")
            ?? (
                chosen?.Kind == DownloadSubject.Theme && ThemeId.TryParse(chosen.IdAt(0), out ThemeId? theme)
                    ? theme.FiscalYear
                    : null
            );
        return AskAsync(turn, centre, year, chosen, ct);
    }

    private async Task<CardReply> AskAsync(
        BotTurn turn,
        string? centreCode,
        int? year,
        DownloadSubject? chosen,
        CancellationToken ct,
        string? form = null,
        LocalText? error = null
    )
    {
        if (!turn.IsPersonal)
        {
            return DownloadPage.InPersonalChat(turn);
        }
        Person person = turn.Person!;
        if (centreCode is null || places.FindCentre(centreCode) is not { } centre)
        {
            return person.OverseesCentres
                ? ExportCards.ChooseCentre(turn, places, places.OverseenBy(person))
                : DownloadPage.Sentence(turn, Texts.NotYours);
        }
        if (!person.Oversees(centre.Code) && person.CentreCode != centre.Code)
        {
            return DownloadPage.Sentence(turn, Texts.NotYours);
        }
        FiscalYear current = FiscalYear.Containing(turn.Now);
        FiscalYear shown = new(Math.Clamp(year ?? current.Year, EarliestYear, current.Year + 1));
        IReadOnlyList<ThemeSummary> all = await themes.ListAsync(turn.TenantId, centre.Code, shown.Year, ct);
        return ExportCards.Ask(
            turn,
            centre,
            shown,
            [.. all.Where(t => t.Theme.MayRead(person))],
            chosen,
            form,
            error is null ? null : turn.In(error)
        );
    }

    private async Task<CardReply> MakeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        string? wanted = form.Text("in_form");
        return
            DownloadSubject.TryParse(form.Text("in_what"), out DownloadSubject? chosen)
            && ExportKinds.In(chosen, wanted) is { } subject
            ? await downloads.OfferAsync(turn, subject, form.Text("k"), ct)
            : await AskAsync(
                turn,
                form.Text("c") ?? turn.Person!.CentreCode,
                form.Number("y"),
                chosen,
                ct,
                wanted,
                wanted is ExportKinds.Xlsx or ExportKinds.Csv ? Texts.ChooseWhat : Texts.ChooseForm
            );
    }

    private async Task<MadeFile> ThemeAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct)
    {
        if (
            !ThemeId.TryParse(subject.IdAt(0), out ThemeId? id)
            || await themes.FindAsync(turn.TenantId, id, ct) is not { } summary
        )
        {
            return MadeFile.Refused(ThemeTexts.Gone);
        }
        Person person = turn.Person!;
        if (!summary.Theme.MayRead(person))
        {
            return MadeFile.Refused(ThemeTexts.NotYours);
        }
        // Notes and history are the centre's own; head office and municipalities see states (R30).
        bool withNotes = summary.Theme.MayEdit(person);
        Playbook playbook = playbooks.For(id.CentreCode);
        IReadOnlyDictionary<string, ItemState> items = await checklist.ItemsAsync(turn.TenantId, id, ct);
        IReadOnlyList<(string, Revision)>? history = withNotes
            ? await checklist.WholeHistoryAsync(turn.TenantId, id, ThemeSheets.MostRevisions + 1, ct)
            : null;
        return ExportFile.Of(
            turn,
            subject,
            summary.Theme.Name,
            Texts.Lines,
            ThemeSheets.Of(turn, summary, playbook, items, history, places),
            Texts.ThemeFile(playbook.Items.Count, withNotes),
            Texts.ThemeNext,
            new ExecuteAction(turn.In(Texts.ToTheme), ThemePage.ShowVerb, ActionData.Of(("t", id.ToString())))
        );
    }

    private async Task<MadeFile> CouncilsAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct)
    {
        (HealthCentre? centre, IReadOnlyList<CouncilView> views) = await ReadableAsync(turn, subject.IdAt(0), ct);
        if (centre is null)
        {
            return MadeFile.Refused(Texts.NotYours);
        }
        bool isInvited = turn.Person!.Role == Role.MunicipalStaff;
        SheetTable tasks = CouncilSheets.Tasks(turn, views, isInvited ? turn.PersonId.ObjectId : null);
        IReadOnlyList<SheetTable> sheets = isInvited
            ? [CouncilSheets.Invitations(turn, [.. views.Where(v => IsInvited(turn, v.Council))]), tasks]
            : [CouncilSheets.Meetings(turn, views), tasks, CouncilSheets.Agreements(turn, views)];
        return ExportFile.Of(
            turn,
            subject,
            centre.Name.In(turn.Language),
            Texts.Meetings,
            [.. sheets, AboutCentre(turn, centre)],
            Texts.CouncilFile(sheets[0].Rows.Count, tasks.Rows.Count),
            Texts.CouncilNext,
            BotCards.Button(turn, CommandCodes.Councils, Texts.ToCouncils)
        );
    }

    private async Task<MadeFile> TasksAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct)
    {
        (HealthCentre? centre, IReadOnlyList<CouncilView> views) = await ReadableAsync(turn, subject.IdAt(0), ct);
        if (centre is null)
        {
            return MadeFile.Refused(Texts.NotYours);
        }
        bool isInvited = turn.Person!.Role == Role.MunicipalStaff;
        SheetTable tasks = CouncilSheets.Tasks(turn, views, isInvited ? turn.PersonId.ObjectId : null);
        SheetTable agreements = CouncilSheets.Agreements(turn, isInvited ? [] : views);
        return ExportFile.Of(
            turn,
            subject,
            centre.Name.In(turn.Language),
            Texts.Work,
            [tasks, agreements, AboutCentre(turn, centre)],
            Texts.TaskFile(tasks.Rows.Count, agreements.Rows.Count),
            Texts.CouncilNext,
            BotCards.Button(turn, CommandCodes.Councils, Texts.ToCouncils)
        );
    }

    /// <summary>The councils of this fiscal year and the one before, and all that are open: by date, those without one last.</summary>
    private async Task<(HealthCentre? Centre, IReadOnlyList<CouncilView> Views)> ReadableAsync(
        BotTurn turn,
        string? centreCode,
        CancellationToken ct
    )
    {
        Person person = turn.Person!;
        if (
            centreCode is null
            || places.FindCentre(centreCode) is not { } centre
            || (!person.Oversees(centre.Code) && person.CentreCode != centre.Code)
        )
        {
            return (null, []);
        }
        DateOnly first = FiscalYear.Containing(turn.Now).Previous.FirstDay;
        IReadOnlyList<Council> all = await councils.AllAsync(turn.TenantId, centre.Code, ct);
        return (
            centre,
            [
                .. all.Where(c => c.Status == CouncilStatus.Preparing || (c.When?.Date ?? c.WishedMonth) >= first)
                    .Where(c => c.MayRead(person) || IsInvited(turn, c) || c.Tasks.Any(t => IsOf(turn, t)))
                    .OrderBy(c => c.When?.Date ?? DateOnly.MaxValue)
                    .ThenBy(c => c.When?.Start)
                    .ThenBy(c => c.WishedMonth)
                    .Select(c => desk.View(turn, c)),
            ]
        );
    }

    private static bool IsInvited(BotTurn turn, Council council) =>
        council.ParticipantWith(turn.PersonId.ObjectId) is { InvitedAt: not null };

    private static bool IsOf(BotTurn turn, PreparationTask task) => task.Owner?.ObjectId == turn.PersonId.ObjectId;

    private static SheetTable AboutCentre(BotTurn turn, HealthCentre centre) =>
        ThemeSheets.AboutTable(
            turn,
            [
                [Cell.Of(turn.In(Texts.Place)), Cell.Of(centre.Name.In(turn.Language))],
                .. ThemeSheets.AboutRows(turn),
            ]
        );
}
