using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Bot.Summaries;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Parts = Renkei.Bot.Features.Summaries.SummaryParts;
using Texts = Renkei.Bot.Features.Summaries.SummaryTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>The summary of a prefecture, a centre, a municipality or one theme.</summary>
internal static class SummaryCards
{
    /// <summary>Rows of the table on one card: what keeps it well below what Teams takes.</summary>
    public const int PageSize = 15;

    private const int MostChoices = 60;
    private const int MostMissingNamed = 12;
    private const int MostLines = 12;

    /// <summary>Draws what the scope asks for.</summary>
    public static SummaryCard Draw(SummaryView view) =>
        view.Scope switch
        {
            SummaryScope.Prefecture => Prefecture(view),
            SummaryScope.OneTheme one when view.NamedThemes.FirstOrDefault(t => t.Theme.Id == one.Theme) is { } theme =>
                Theme(view, theme),
            SummaryScope.OneTheme => throw new ArgumentException("The theme is not among the figures.", nameof(view)),
            _ => Place(view),
        };

    /// <summary>Asks head office of an installation with several prefectures which one they mean.</summary>
    public static SummaryCard ChoosePrefecture(
        Language language,
        SummaryPeriod period,
        IReadOnlyList<Prefecture> prefectures
    )
    {
        string question = Texts.ChoosePrefecture.In(language);
        return new(
            question,
            [
                TextBlock.Heading(Texts.Title(period.Kind).In(language)),
                new ChoiceSetInput(
                    "in_scope",
                    question,
                    [
                        .. prefectures.Select(p => new Choice(
                            p.Name.In(language),
                            new SummaryScope.Prefecture(p.Code).Code
                        )),
                    ]
                )
                {
                    IsRequired = true,
                    ErrorMessage = question,
                },
            ],
            [new ExecuteAction(Texts.LookButton.In(language), SummaryPage.ShowVerb, ActionData.Of(("p", period.Code)))]
        );
    }

    private static SummaryCard Prefecture(SummaryView view)
    {
        SummaryFigures figures = view.Figures;
        int page = Math.Clamp(view.Page, 0, Math.Max(figures.Centres.Count - 1, 0) / PageSize);
        List<CardElement> body = [.. Parts.Head(view), Parts.Tiles(view, withCouncils: true)];
        List<StageRow> rows =
        [
            .. figures
                .Centres.Skip(page * PageSize)
                .Take(PageSize)
                .Select(c => new StageRow(
                    Parts.ShortName(c.Centre, view.Language),
                    c.Stages,
                    Parts.Change(view, c.Gained, moved: !c.IsMissing)
                )),
        ];
        rows.Add(new(view.In(Texts.Whole), figures.Stages, Texts.Signed(figures.Gained), IsSum: true));
        body.Add(Parts.Table(view, Texts.CentreColumn, rows));
        body.AddRange(Paging(view, page, figures.Centres.Count));
        body.Add(TextBlock.Remark(view.In(Texts.Legend)));
        if (view.Rights.CentreCode is not null)
        {
            body.Add(TextBlock.Remark(view.In(Texts.OnlyFigures)));
        }
        if (MissingOf(view) is { } missing)
        {
            body.Add(new TextBlock(missing) { Color = TextColor.Attention });
        }
        body.AddRange(Parts.Moved(view, withCentre: true));
        body.AddRange(Parts.Councils(view, withCentre: true));
        body.AddRange(Parts.Late(view, withCentre: true));
        body.AddRange(Parts.Silent(view, withCentre: true));
        IReadOnlyList<Choice> choices = view.Candidates is { } candidates
            ? ThemeChoices(view, candidates)
            :
            [
                .. figures.Centres.Select(c => new Choice(
                    c.Centre.Name.In(view.Language),
                    new SummaryScope.Centre(c.Centre.Code).Code
                )),
            ];
        body.AddRange(Parts.Choice(view, choices));
        return new(SpokenOf(view), body, Ways(view));
    }

    private static SummaryCard Place(SummaryView view)
    {
        bool isTown = view.Scope is SummaryScope.Municipality;
        bool named = view.Scope is not SummaryScope.Centre centre || view.Rights.SeesInside(centre.CentreCode);
        List<CardElement> body = [.. Parts.Head(view), Parts.Tiles(view, withCouncils: !isTown)];
        ThemeFigures[] standing = [.. view.Figures.Centres.SelectMany(c => c.Standing)];
        List<StageRow> rows = [];
        if (named)
        {
            rows.AddRange(
                standing
                    .Take(PageSize)
                    .Select(t => new StageRow(
                        t.Theme.Name,
                        StageFigures.Of([t]),
                        Parts.Change(view, t.Gained, t.Moved)
                    ))
            );
        }
        if (standing.Length == 0)
        {
            body.Add(new TextBlock(view.In(Texts.NoThemes)));
        }
        else
        {
            rows.Add(new(view.In(Texts.Whole), view.Figures.Stages, Texts.Signed(view.Figures.Gained), IsSum: true));
            body.Add(Parts.Table(view, Texts.ThemeColumn, rows));
            if (named && standing.Length > PageSize)
            {
                body.Add(TextBlock.Remark(view.In(Texts.More(standing.Length - PageSize))));
            }
            body.Add(TextBlock.Remark(view.In(Texts.Legend)));
        }
        if (named)
        {
            body.AddRange(Parts.Moved(view, withCentre: false));
            body.AddRange(Parts.Councils(view, withCentre: false));
        }
        body.AddRange(Parts.Late(view, withCentre: false));
        body.AddRange(Parts.Silent(view, withCentre: false));
        body.AddRange(Parts.Choice(view, ThemeChoices(view, view.Candidates ?? [.. view.NamedThemes])));
        return new(SpokenOf(view), body, Ways(view));
    }

    private static SummaryCard Theme(SummaryView view, ThemeFigures theme)
    {
        List<CardElement> body = [.. Parts.Head(view)];
        HealthCentre centre = view.Figures.Centres.First(c => c.Centre.Code == theme.Theme.Id.CentreCode).Centre;
        LocalText field = (ThemeField.Find(theme.Theme.FieldCode) ?? ThemeField.Other).Name;
        body.Add(
            TextBlock.Remark(CardText.Escape(view.Language.Beside(view.In(centre.Name), view.In(field)))) with
            {
                Spacing = Spacing.None,
            }
        );
        foreach (StageProgress stage in theme.Now.Progress.Stages)
        {
            int before =
                theme.Before?.Progress.Stages.FirstOrDefault(s => s.Stage.Number == stage.Stage.Number)?.Reached ?? 0;
            string name = view.In(ThemeTexts.Stage(stage.Stage.Number, stage.Stage.Name));
            string change = stage.Reached == before ? "" : $" {Texts.Signed(stage.Reached - before)}";
            body.Add(
                new Container([
                    new TextBlock(name + change),
                    Cards.Progress.Bar(stage.Reached, stage.Applicable) with
                    {
                        Spacing = Spacing.None,
                    },
                ])
                {
                    Spacing = Spacing.Small,
                }
            );
        }
        body.Add(new TextBlock(view.In(Texts.LinesHeading)) { Weight = TextWeight.Bolder, Separator = true });
        Playbook playbook = view.Playbooks.For(theme.Theme.Id.CentreCode);
        LineChange[] lines = [.. theme.LinesChanged(playbook)];
        if (lines.Length == 0)
        {
            body.Add(new TextBlock(view.In(Texts.NoLines)) { Spacing = Spacing.None });
        }
        foreach (LineChange line in lines.Take(MostLines))
        {
            string from = view.In(line.From.Name());
            string to = view.In(line.To.Name());
            body.Add(
                new TextBlock(CardText.Escape($"{line.Item.Source} {view.In(line.Item.Text)}"))
                {
                    Spacing = Spacing.Small,
                }
            );
            body.Add(TextBlock.Remark($"{from} → {to}") with { Spacing = Spacing.None });
        }
        if (lines.Length > MostLines)
        {
            body.Add(TextBlock.Remark(view.In(Texts.More(lines.Length - MostLines))));
        }
        if (theme.SilentSince is { } since)
        {
            string text = view.Language.Labelled(view.In(Texts.SilentHeading), view.In(Texts.SilentFor(since)));
            body.Add(new TextBlock(text) { Separator = true });
        }
        if (theme.Late > 0)
        {
            string text = view.Language.Labelled(view.In(Texts.LateHeading), view.In(Texts.LateSteps(theme.Late)));
            body.Add(new TextBlock(text) { Color = TextColor.Attention });
        }
        ActionData data = ActionData.Of(("t", theme.Theme.Id.ToString()));
        string said = view.Language.ThenSay(theme.Theme.Name, view.In(ThemeTexts.NextStep(theme.Now.Progress)));
        return new(
            said,
            body,
            [
                new ExecuteAction(view.In(Texts.OpenTheme), ThemePage.ShowVerb, data) { IgnoresInputs = true },
                .. Ways(view),
            ]
        );
    }

    /// <summary>The ways on from a summary: other periods, charts, a file, the whole.</summary>
    public static IReadOnlyList<AdaptiveAction> Ways(SummaryView view, bool isCharts = false)
    {
        SummaryPeriod period = view.Period;
        string verb = isCharts ? SummaryPage.ChartsVerb : SummaryPage.ShowVerb;
        List<AdaptiveAction> ways =
        [
            SummaryPage.Button(view.Language, Texts.Previous(period.Kind), period.Previous, view.Scope, verb),
        ];
        if (period.Next.First <= TokyoTime.DateOf(view.Now))
        {
            ways.Add(SummaryPage.Button(view.Language, Texts.Next(period.Kind), period.Next, view.Scope, verb));
        }
        if (isCharts)
        {
            ways.Insert(0, SummaryPage.Button(view.Language, Texts.Numbers, period, view.Scope));
        }
        else if (view.Scope is not SummaryScope.OneTheme)
        {
            ways.Add(SummaryPage.Button(view.Language, Texts.Charts, period, view.Scope, SummaryPage.ChartsVerb));
        }
        if (view.OffersExport)
        {
            ways.Add(SummaryPage.Button(view.Language, Texts.Export, period, view.Scope, SummaryPage.ExportVerb));
        }
        if (view.Prefecture is { } prefecture && prefecture != view.Scope)
        {
            ways.Add(SummaryPage.Button(view.Language, Texts.Prefecture, period, prefecture));
        }
        if (!isCharts && view.Figures.OpenRequests is { Count: > 0 } && RequestsOf(view) is { } requests)
        {
            ways.Add(requests);
        }
        if (view.OffersSubscription && view.Scope is SummaryScope.Prefecture)
        {
            ways.Add(
                new ExecuteAction(view.In(Texts.Subscribe), SummaryPage.SubscriptionVerb) { IgnoresInputs = true }
            );
        }
        return ways;
    }

    private static ExecuteAction? RequestsOf(SummaryView view) =>
        view.Scope switch
        {
            SummaryScope.Prefecture { PrefectureCode: var prefecture } when view.Rights.SeesPrefecture =>
                RequestPage.ToList(view.Language, Texts.Requests, prefecture, view.Rights.CentreCode),
            SummaryScope.Centre { CentreCode: var code } when view.Rights.SeesInside(code) => RequestPage.ToList(
                view.Language,
                Texts.Requests,
                view.Figures.Centres[0].Centre.PrefectureCode,
                code
            ),
            _ => null,
        };

    private static string? MissingOf(SummaryView view)
    {
        HealthCentre[] missing = [.. view.Figures.Missing];
        return missing.Length switch
        {
            0 => null,
            > MostMissingNamed => view.In(Texts.MissingCount(missing.Length)),
            _ => CardText.Escape(
                view.In(
                    Texts.Missing(
                        string.Join(
                            view.In(CommonTexts.ListComma),
                            missing.Select(c => Parts.ShortName(c, view.Language))
                        )
                    )
                )
            ),
        };
    }

    private static IEnumerable<CardElement> Paging(SummaryView view, int page, int count)
    {
        if (count <= PageSize)
        {
            yield break;
        }
        int first = (page * PageSize) + 1;
        int last = Math.Min(first + PageSize - 1, count);
        yield return TextBlock.Remark(
            view.In(new($"{first}–{last}か所目（全{count}か所）", $"{first}–{last} of {count}"))
        );
        List<AdaptiveAction> ways = [];
        if (page > 0)
        {
            ways.Add(PageButton(view, new("前の保健所", "Previous centres"), page - 1));
        }
        if (last < count)
        {
            ways.Add(PageButton(view, new("続きの保健所", "More centres"), page + 1));
        }
        yield return new ActionSet(ways) { Spacing = Spacing.Small };
    }

    private static ExecuteAction PageButton(SummaryView view, LocalText title, int page) =>
        new(view.In(title), SummaryPage.ShowVerb, SummaryPage.Data(view.Period, view.Scope).With("n", page))
        {
            IgnoresInputs = true,
        };

    private static Choice[] ThemeChoices(SummaryView view, IReadOnlyList<ThemeFigures> themes)
    {
        bool severalCentres = view.Figures.Centres.Count > 1;
        return
        [
            .. themes
                .Take(MostChoices)
                .Select(t => new Choice(
                    severalCentres
                    && view.Figures.Centres.FirstOrDefault(c => c.Centre.Code == t.Theme.Id.CentreCode) is { } centre
                        ? view.Language.Beside(Parts.ShortName(centre.Centre, view.Language), t.Theme.Name)
                        : t.Theme.Name,
                    new SummaryScope.OneTheme(t.Theme.Id).Code
                )),
        ];
    }

    private static string SpokenOf(SummaryView view) =>
        view.Language.ThenSay(
            view.In(Texts.Heading(view.Period.Kind, view.Place)),
            view.In(Texts.Spoken(view.Figures))
        );
}
