using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Downloads;
using Renkei.Bot.Summaries;
using Renkei.Bot.Workbooks;
using Renkei.Domain;
using Renkei.Domain.Places;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>Summaries as files: the same figures as on the card, for those who may see them, with names where they may read names.</summary>
internal sealed class SummaryExportFeature(
    DownloadDesk downloads,
    SummaryReader reader,
    SummaryDesk summaries,
    Organisation places
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCard(SummaryPage.ExportVerb, OfferAsync);
        downloads.OnMake(ExportKinds.Summary, MakeAsync);
        summaries.OfferExport();
    }

    private async Task<CardReply> OfferAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        SummaryPage.Read(form) is not { } named ? DownloadPage.Sentence(turn, Texts.NoSummary)
        : DownloadSubject.TryParse(
            $"{ExportKinds.Summary}~{named.Period.Code}~{named.Scope.Code}~{ExportKinds.Xlsx}",
            out DownloadSubject? subject
        )
            ? await downloads.OfferAsync(turn, subject, form.Text("k"), ct)
        : DownloadPage.Sentence(turn, Texts.NoSummary);

    private async Task<MadeFile> MakeAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct)
    {
        DateOnly today = TokyoTime.DateOf(turn.Now);
        var rights = SummaryRights.Of(turn.Person!, places);
        if (
            !SummaryPeriod.TryParse(subject.IdAt(0), out SummaryPeriod? period)
            || period.First > today
            || !SummaryScope.TryParse(subject.IdAt(1), out SummaryScope? scope)
            || PlaceOf(scope, rights) is not { } place
        )
        {
            return MadeFile.Refused(Texts.NoSummary);
        }
        SummaryFigures figures = await reader.ReadAsync(
            turn.TenantId,
            place.Centres,
            period,
            turn.Now,
            withTrend: false,
            ct
        );
        if (place.Which is { } which)
        {
            // Councils and their work, and what was asked of head office, are the centre's.
            figures = figures with
            {
                OpenRequests = null,
                Centres = [.. figures.Centres.Select(c => c.OnlyThemes(which))],
            };
        }
        IReadOnlyList<SheetTable> sheets = SummarySheets.Of(turn, figures, rights, place.Name);
        return ExportFile.Of(
            turn,
            subject,
            turn.In(place.Name),
            Texts.Summary,
            sheets,
            Texts.SummaryFile(figures.Centres.Count, sheets[1].Rows.Count),
            Texts.SummaryNext,
            SummaryPage.Button(turn.Language, Texts.ToSummary, period, scope)
        );
    }

    /// <summary>The centres that are read and, where only some themes are meant, which; <see langword="null"/> where it is not theirs.</summary>
    private (LocalText Name, IReadOnlyList<HealthCentre> Centres, Func<ThemeFigures, bool>? Which)? PlaceOf(
        SummaryScope scope,
        SummaryRights rights
    )
    {
        if (scope.PrefectureIn(places) is not { } around || !rights.Reaches(around))
        {
            return null;
        }
        if (rights.MunicipalityCode is { } own)
        {
            return
                places.FindMunicipality(own) is { } home
                && places.FindCentre(home.CentreCode) is { } mine
                && scope is SummaryScope.Municipality { MunicipalityCode: var asked }
                && asked == own
                ? (home.Name, [mine], t => t.Theme.MunicipalityCodes.Contains(own))
                : null;
        }
        switch (scope)
        {
            case SummaryScope.Prefecture { PrefectureCode: var code }
                when places.FindPrefecture(code) is { } prefecture:
                return (prefecture.Name, [.. places.CentresIn(code)], null);
            case SummaryScope.Centre { CentreCode: var code } when places.FindCentre(code) is { } centre:
                return (centre.Name, [centre], null);
            case SummaryScope.Municipality { MunicipalityCode: var code }
                when places.FindMunicipality(code) is { } town
                    && places.FindCentre(town.CentreCode) is { } centre
                    && rights.SeesInside(centre.Code):
                return (town.Name, [centre], t => t.Theme.MunicipalityCodes.Contains(code));
            case SummaryScope.OneTheme { Theme: var theme }
                when places.FindCentre(theme.CentreCode) is { } centre && rights.SeesInside(centre.Code):
                return (centre.Name, [centre], t => t.Theme.Id == theme);
            default:
                return null;
        }
    }
}
