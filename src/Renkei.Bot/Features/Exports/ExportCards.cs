using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Downloads;
using Renkei.Bot.Summaries;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>The cards that ask what shall be exported.</summary>
internal static class ExportCards
{
    /// <summary>Makes what was chosen; data <c>k</c>, inputs <c>in_what</c> and <c>in_form</c>.</summary>
    public const string MakeVerb = "exports/make";

    private const int MostThemes = 40;
    private const int FewCentres = 6;

    /// <summary>What, and in which form.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="centre">The centre it is about.</param>
    /// <param name="year">The year of the themes.</param>
    /// <param name="themes">Those the person may read.</param>
    /// <param name="chosen">What is chosen already.</param>
    /// <param name="form">The form chosen already.</param>
    /// <param name="error">What has to be looked at; <see langword="null"/> for nothing.</param>
    public static CardReply Ask(
        BotTurn turn,
        HealthCentre centre,
        FiscalYear year,
        IReadOnlyList<ThemeSummary> themes,
        DownloadSubject? chosen,
        string? form,
        string? error
    )
    {
        Person person = turn.Person!;
        bool isOfTheCentre = person.Role is Role.Nurse or Role.Coordinator && person.CentreCode == centre.Code;
        List<Choice> what =
        [
            .. themes.Take(MostThemes).Select(t => new Choice(turn.In(Texts.ThemeChoice(t.Theme.Name)), ThemeValue(t))),
        ];
        string councils = DownloadSubject.Of(DownloadSubject.Councils, centre.Code).ToString();
        if (person.Role == Role.MunicipalStaff)
        {
            what.Add(new(turn.In(Texts.MyCouncils), councils));
        }
        else
        {
            what.Add(new(turn.In(Texts.Councils), councils));
            what.Add(new(turn.In(Texts.Tasks), DownloadSubject.Of(ExportKinds.Tasks, centre.Code).ToString()));
        }
        SummaryPeriod period = SummaryPeriod.UsualOn(TokyoTime.DateOf(turn.Now));
        what.Add(
            new(
                turn.In(Texts.SummaryChoice(period.Name)),
                DownloadSubject.Of(ExportKinds.Summary, period.Code, ScopeOf(person, centre).Code).ToString()
            )
        );
        string? wanted = chosen is null ? null : ExportKinds.WithoutForm(chosen)?.ToString();
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Heading(centre.Name, year.Label)))];
        if (error is not null)
        {
            body.Add(BotCards.Notice(error, ContainerStyle.Attention));
        }
        body.Add(
            new ChoiceSetInput("in_what", turn.In(Texts.What), what)
            {
                Value = what.Exists(c => c.Value == wanted) ? wanted : what[0].Value,
                Style = what.Count > FewCentres ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.ChooseWhat),
            }
        );
        body.Add(
            new ChoiceSetInput(
                "in_form",
                turn.In(Texts.Form),
                [new(turn.In(Texts.AsXlsx), ExportKinds.Xlsx), new(turn.In(Texts.AsCsv), ExportKinds.Csv)]
            )
            {
                Value = form == ExportKinds.Csv ? ExportKinds.Csv : ExportKinds.Xlsx,
                Style = ChoiceStyle.Expanded,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.ChooseForm),
            }
        );
        body.Add(TextBlock.Remark(turn.In(isOfTheCentre ? Texts.WithNotes : Texts.WithoutNotes)));
        FiscalYear current = FiscalYear.Containing(turn.Now);
        FiscalYear other = year == current ? current.Previous : current;
        List<AdaptiveAction> actions =
        [
            new ExecuteAction(
                turn.In(Texts.Make),
                MakeVerb,
                ActionData.Of(("c", centre.Code), ("y", year.Year), ("k", DrawnId.New()))
            ),
            new ExecuteAction(
                turn.In(Texts.YearOf(other.Label)),
                DownloadPage.ExportVerb,
                ActionData.Of(("c", centre.Code), ("y", other.Year))
            )
            {
                IgnoresInputs = true,
                IsSecondary = true,
            },
        ];
        if (person.OverseesCentres)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.OtherCentre), DownloadPage.ExportVerb, ActionData.Of(("a", true)))
                {
                    IgnoresInputs = true,
                    IsSecondary = true,
                }
            );
        }
        return BotCards.Reply(turn, turn.In(Texts.Heading(centre.Name, year.Label)), body, actions);
    }

    /// <summary>Of which centre.</summary>
    public static CardReply ChooseCentre(BotTurn turn, Organisation places, IReadOnlyList<HealthCentre> centres) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.ChooseCentre),
            [
                TextBlock.Heading(turn.In(Texts.Export)),
                new ChoiceSetInput(
                    "in_centre",
                    turn.In(Texts.ChooseCentre),
                    [.. centres.Select(c => new Choice(turn.In(places.LabelOf(c)), c.Code))]
                )
                {
                    Style = centres.Count > FewCentres ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.ChooseCentre),
                },
            ],
            [new ExecuteAction(turn.In(Texts.Open), DownloadPage.ExportVerb)]
        );

    private static string ThemeValue(ThemeSummary theme) =>
        DownloadSubject.Of(DownloadSubject.Theme, theme.Theme.Id.ToString()).ToString();

    /// <summary>What somebody's summary is about as a rule.</summary>
    private static SummaryScope ScopeOf(Person person, HealthCentre centre) =>
        person is { Role: Role.MunicipalStaff, MunicipalityCode: { } town }
            ? new SummaryScope.Municipality(town)
            : new SummaryScope.Prefecture(centre.PrefectureCode);
}
