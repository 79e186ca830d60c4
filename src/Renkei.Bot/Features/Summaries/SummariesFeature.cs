using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Summaries;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Summaries.SummaryTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>
/// 週次まとめ (R19, R20): where the centres stand, what moved in a week, a month or a fiscal year, and what comes; for the prefecture, a
/// centre, a municipality or a theme.
/// </summary>
internal sealed class SummariesFeature(
    SummaryReader reader,
    SummaryDesk desk,
    Organisation places,
    PlaybookSet playbooks
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Summary,
                CommandGroup.Summaries,
                Texts.Weekly,
                Texts.Description,
                [.. Words()],
                AskAsync,
                InGroups: true,
                TakesText: true
            )
        );
        routes.OnCard(SummaryPage.ShowVerb, (turn, form, ct) => PressedAsync(turn, form, isCharts: false, ct));
        routes.OnCard(SummaryPage.ChartsVerb, (turn, form, ct) => PressedAsync(turn, form, isCharts: true, ct));
    }

    private IEnumerable<string> Words() =>
        (
            (string[])
                [
                    "まとめ",
                    "月次まとめ",
                    "週報",
                    "月報",
                    "しゅうじまとめ",
                    "先週",
                    "先週のまとめ",
                    "先週の週次まとめ",
                    "今週のまとめ",
                    "今月",
                    "今月のまとめ",
                    "先月",
                    "先月のまとめ",
                    "今年度",
                    "今年度のまとめ",
                    "昨年度のまとめ",
                    "summary",
                    "last week",
                    "this week",
                    "this month",
                    "last month",
                    "monthly summary",
                    "summary of last week",
                    "summary of this month",
                    "summary of last month",
                ]
        )
            .Concat(Enumerable.Range(1, 12).Select(month => $"{month}月のまとめ"))
            .Concat(
                places.Centres.SelectMany(c =>
                    new[]
                    {
                        $"{SummaryParts.ShortName(c, Language.Japanese)}のまとめ",
                        $"{c.Name.Ja}のまとめ",
                        $"{c.Name.Ja}の週次まとめ",
                        $"summary of {c.Name.En}",
                    }
                )
            )
            .Concat(
                places.Prefectures.SelectMany(p =>
                    new[] { $"{p.Name.Ja}のまとめ", $"{p.Name.Ja}の週次まとめ", $"summary of {p.Name.En}" }
                )
            )
            // Two centres of different prefectures may share a name.
            .Distinct(StringComparer.Ordinal);

    private async Task<CardReply> AskAsync(BotTurn turn, string rest, CancellationToken ct)
    {
        DateOnly today = TokyoTime.DateOf(turn.Now);
        // The command itself may name the period or the place: 「先月のまとめ」.
        var question = SummaryQuestion.Read(turn.Turn.Text, today, places, turn.Person!);
        List<LocalText> notices = [];
        SummaryPeriod usual = SummaryPeriod.UsualOn(today);
        SummaryPeriod period = question.Period ?? usual;
        if (question.Period is null && usual.IsOverOn(today))
        {
            notices.Add(Texts.MondayNote);
        }
        return await ShowAsync(turn, period, question.Scope, notices, question.Words, page: 0, isCharts: false, ct);
    }

    private async Task<CardReply> PressedAsync(BotTurn turn, ActionForm form, bool isCharts, CancellationToken ct)
    {
        SummaryPeriod usual = SummaryPeriod.UsualOn(TokyoTime.DateOf(turn.Now));
        (SummaryPeriod Period, SummaryScope Scope)? named = SummaryPage.Read(form);
        return await ShowAsync(
            turn,
            named?.Period ?? usual,
            named?.Scope,
            [],
            words: "",
            form.Number("n") ?? 0,
            isCharts,
            ct
        );
    }

    private async Task<CardReply> ShowAsync(
        BotTurn turn,
        SummaryPeriod asked,
        SummaryScope? named,
        List<LocalText> notices,
        string words,
        int page,
        bool isCharts,
        CancellationToken ct
    )
    {
        DateOnly today = TokyoTime.DateOf(turn.Now);
        SummaryPeriod period = asked;
        if (period.First > today)
        {
            period = SummaryPeriod.Of(period.Kind, today);
            notices.Add(Texts.NotBegun);
        }
        var rights = SummaryRights.Of(turn.Person!, places);
        SummaryPlace? place = SummaryPlace.Find(named, turn.Person!, rights, places, notices);
        if (place is null)
        {
            return SummaryCards
                .ChoosePrefecture(turn.Language, period, places.PrefecturesOf(turn.Person!))
                .AsReply(turn);
        }
        SummaryFigures figures = await reader.ReadAsync(
            turn.TenantId,
            place.Centres,
            period,
            turn.Now,
            withTrend: isCharts,
            ct
        );
        if ((rights.MunicipalityCode ?? (place.Scope as SummaryScope.Municipality)?.MunicipalityCode) is { } town)
        {
            // Councils and their work, and what was asked of head office, are the centre's, and other municipalities' themes are theirs.
            figures = figures with
            {
                OpenRequests = null,
                Centres = [.. figures.Centres.Select(c => c.OnlyThemes(t => t.Theme.MunicipalityCodes.Contains(town)))],
            };
        }
        SummaryView view = new(turn.Language, rights, figures, place.Scope, place.Name, playbooks, turn.Now)
        {
            Prefecture = place.Prefecture,
            Page = page,
            OffersExport = desk.OffersExport,
            OffersSubscription = !turn.IsPersonal && MaySubscribe(turn.Person!),
        };
        view = Sharpened(view, words, notices) with { Notices = notices };
        return (isCharts ? ChartCards.Draw(view) : SummaryCards.Draw(view)).AsReply(turn);
    }

    /// <summary>The view of the theme that is meant; or with what else was typed answered.</summary>
    private static SummaryView Sharpened(SummaryView view, string words, List<LocalText> notices)
    {
        if (view.Scope is SummaryScope.OneTheme one)
        {
            if (view.NamedThemes.FirstOrDefault(t => t.Theme.Id == one.Theme) is { } shown)
            {
                return view with { Place = new(shown.Theme.Name, shown.Theme.Name) };
            }
            // Whether another municipality has such a theme is not theirs to know.
            notices.Add(view.Rights.MunicipalityCode is null ? Texts.ThemeGone : Texts.NotYourTheme);
            return view with
            {
                Scope = view.Rights.MunicipalityCode is { } town
                    ? new SummaryScope.Municipality(town)
                    : new SummaryScope.Centre(one.Theme.CentreCode),
            };
        }
        if (words.Length == 0)
        {
            return view;
        }
        string meant = TextNormaliser.Normalise(words);
        ThemeFigures[] found =
        [
            .. view.NamedThemes.Where(t =>
                t.IsStanding
                && meant.Length > 1
                && TextNormaliser.Normalise(t.Theme.Name).Contains(meant, StringComparison.Ordinal)
            ),
        ];
        if (found.Length == 1)
        {
            ThemeFigures theme = found[0];
            return view with
            {
                Scope = new SummaryScope.OneTheme(theme.Theme.Id),
                Place = new(theme.Theme.Name, theme.Theme.Name),
            };
        }
        notices.Add(found.Length == 0 ? Texts.NotFound(words) : Texts.Several(words, found.Length));
        return found.Length == 0 ? view : view with { Candidates = found };
    }

    /// <summary>Who decides what a channel gets regularly.</summary>
    public static bool MaySubscribe(Person person) =>
        person.Role is Role.HeadOffice or Role.Administrator or Role.Coordinator;
}
