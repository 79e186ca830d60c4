using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Progress = Renkei.Domain.Checklists.Progress;
using Texts = Renkei.Bot.Features.Themes.ThemeCardTexts;

namespace Renkei.Bot.Features.Themes;

/// <summary>The cards of the list of themes, a theme's overview and a new theme.</summary>
internal static class ThemeCards
{
    public const string NewVerb = "themes/new";
    public const string CreateVerb = "themes/create";
    public const string UpdateVerb = "themes/update";

    // Teams keeps names to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 200;
    private const int PageSize = 6;

    /// <summary>The themes of a centre in a fiscal year, a page at a time.</summary>
    public static CardReply List(
        BotTurn turn,
        HealthCentre centre,
        FiscalYear year,
        IReadOnlyList<ThemeSummary> themes,
        Playbook playbook,
        int page,
        bool mayCreate,
        bool isCurrentYear
    )
    {
        Language language = turn.Language;
        string heading = turn.In(Texts.ListHeading(centre.Name, year.Label));
        page = Math.Clamp(page, 0, Math.Max(themes.Count - 1, 0) / PageSize);
        List<CardElement> body = [TextBlock.Heading(heading)];
        if (themes.Count == 0)
        {
            body.Add(new TextBlock(turn.In(mayCreate ? Texts.NoThemes : Texts.NoThemesForReader)));
        }
        foreach (ThemeSummary summary in themes.Skip(page * PageSize).Take(PageSize))
        {
            body.Add(Line(turn, summary, playbook));
        }
        List<AdaptiveAction> actions = [];
        if (turn.IsPersonal && mayCreate && isCurrentYear)
        {
            actions.Add(BotCards.Button(turn, CommandCodes.NewTheme, Texts.NewTheme));
        }
        if ((page + 1) * PageSize < themes.Count)
        {
            actions.Add(ThemePage.ListButton(turn, Texts.More, centre.Code, year.Year, page + 1));
        }
        actions.Add(ThemePage.ListButton(turn, Texts.PreviousYear, centre.Code, year.Year - 1, 0, secondary: true));
        if (!isCurrentYear)
        {
            actions.Add(ThemePage.ListButton(turn, Texts.NextYear, centre.Code, year.Year + 1, 0));
        }
        return BotCards.Reply(
            turn,
            heading,
            body,
            actions,
            ThemePage.ListButton(turn, ThemeTexts.List, centre.Code, year.Year, page)
        );
    }

    /// <summary>Asks head office and administrators which centre they want to see.</summary>
    public static CardReply ChooseCentre(
        BotTurn turn,
        Organisation places,
        IReadOnlyList<HealthCentre> centres,
        int year
    ) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.ChooseCentre),
            [
                TextBlock.Heading(turn.In(ThemeTexts.List)),
                new ChoiceSetInput(
                    "in_centre",
                    turn.In(Texts.ChooseCentre),
                    [.. centres.Select(c => new Choice(turn.In(places.LabelOf(c)), c.Code))]
                )
                {
                    Style = centres.Count > 6 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.ChooseCentre),
                },
            ],
            [new ExecuteAction(turn.In(ThemeTexts.Open), ThemePage.ListVerb, ActionData.Of(("y", year), ("p", 0)))]
        );

    /// <summary>Asks what a theme is about: a new one, or an existing one that is changed.</summary>
    public static CardReply Form(
        BotTurn turn,
        HealthCentre centre,
        FiscalYear year,
        Organisation places,
        IReadOnlyList<PersonRef> people,
        ThemeForm form,
        string? error
    )
    {
        Language language = turn.Language;
        bool isNew = form.Existing is null;
        string heading = turn.In(isNew ? Texts.NewTheme : ThemeTexts.Edit);
        List<CardElement> body =
        [
            TextBlock.Heading(heading),
            TextBlock.Remark(language.Together(centre.Name.In(language), year.Label.In(language))),
        ];
        if (error is not null)
        {
            body.Add(BotCards.Notice(error, ContainerStyle.Attention));
        }
        body.Add(
            new ChoiceSetInput(
                "in_field",
                turn.In(Texts.Field),
                [.. ThemeField.All.Select(f => new Choice(f.Name.In(language), f.Code))]
            )
            {
                Value = form.Field is { } field ? ThemeField.Find(field)?.Code : null,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.FieldError),
            }
        );
        body.Add(
            new TextInput("in_name", turn.In(Texts.Name))
            {
                Value = form.Name is { Length: > LongestGivenBack } tooLong ? tooLong[..LongestGivenBack] : form.Name,
                MaxLength = Theme.NameLength,
                Placeholder = turn.In(Texts.NamePlaceholder),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.NameError),
            }
        );
        body.Add(
            new ChoiceSetInput(
                "in_towns",
                turn.In(Texts.Municipalities),
                [.. places.MunicipalitiesOf(centre.Code).Select(m => new Choice(m.Name.In(language), m.Code))]
            )
            {
                Style = ChoiceStyle.Expanded,
                IsMultiSelect = true,
                Values =
                [
                    .. places.MunicipalitiesOf(centre.Code).Select(m => m.Code).Where(form.Municipalities.Contains),
                ],
                IsRequired = true,
                ErrorMessage = turn.In(Texts.MunicipalitiesError),
            }
        );
        // Whoever starts a theme works on it; later everybody can be put in or taken out.
        PersonRef[] offered = [.. people.Where(p => !isNew || p.ObjectId != turn.PersonId.ObjectId)];
        if (offered.Length > 0)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_members",
                    turn.In(Texts.Members),
                    [.. offered.Select(p => new Choice(p.Name, p.ObjectId))]
                )
                {
                    Style = ChoiceStyle.Expanded,
                    IsMultiSelect = true,
                    Values = [.. offered.Select(p => p.ObjectId).Where(form.Members.Contains)],
                }
            );
        }
        ActionData data = form.Existing is { } id
            ? ActionData.Of(("t", id), ("v", form.Seen ?? ""))
            : ActionData.Of(("k", form.Token));
        return BotCards.Reply(
            turn,
            heading,
            body,
            [
                new ExecuteAction(turn.In(isNew ? Texts.Create : Texts.Save), isNew ? CreateVerb : UpdateVerb, data),
                ThemePage.ListButton(turn, ThemeTexts.Back, centre.Code, year.Year, 0),
            ]
        );
    }

    private static Container Line(BotTurn turn, ThemeSummary summary, Playbook playbook)
    {
        Progress progress = summary.ProgressIn(playbook);
        Language language = turn.Language;
        string state = progress.Current is { } current
            ? turn.In(Texts.Current(current.Stage.Number))
            : turn.In(Texts.Ready);
        string last = summary.LastChange is { } change
            ? turn.In(ThemeTexts.LastChange(CardText.Escape(change.By.Name), TokyoTime.Brief(change.At, language)))
            : turn.In(Texts.NobodyYet);
        return new([
            new ColumnSet([
                new(
                    ColumnWidth.Stretch,
                    [
                        new TextBlock(CardText.Escape(summary.Theme.Name)) { Weight = TextWeight.Bolder },
                        TextBlock.Remark(language.Beside(state, last)) with
                        {
                            Spacing = Spacing.None,
                        },
                    ]
                ),
                new(
                    ColumnWidth.Auto,
                    [
                        new ActionSet([
                            new ExecuteAction(
                                turn.In(ThemeTexts.Open),
                                ThemePage.ShowVerb,
                                ActionData.Of(("t", summary.Theme.Id.ToString()))
                            )
                            {
                                IgnoresInputs = true,
                                Tooltip = summary.Theme.Name,
                            },
                        ]),
                    ]
                ),
            ]),
            Cards.Progress.Bar(progress.Reached, progress.Applicable),
        ])
        {
            Separator = true,
        };
    }
}
