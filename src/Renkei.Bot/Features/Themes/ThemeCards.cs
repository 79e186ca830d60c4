using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Progress = Renkei.Domain.Checklists.Progress;
using Texts = Renkei.Bot.Features.Themes.ThemeTexts;

namespace Renkei.Bot.Features.Themes;

/// <summary>The cards of the list of themes, a theme's overview and a new theme.</summary>
internal static class ThemeCards
{
    public const string ListVerb = "themes/list";
    public const string ShowVerb = "themes/show";
    public const string NewVerb = "themes/new";
    public const string CreateVerb = "themes/create";
    public const string EditVerb = "themes/edit";
    public const string UpdateVerb = "themes/update";

    /// <summary>Verbs of the checklist feature that an overview leads to: open a role group, and go on where one was.</summary>
    public const string WalkVerb = "walk/open";

    // Teams keeps names to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 200;
    private const int PageSize = 6;
    private const int MissingShown = 8;

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
            actions.Add(ListButton(turn, Texts.More, centre.Code, year.Year, page + 1));
        }
        actions.Add(ListButton(turn, Texts.PreviousYear, centre.Code, year.Year - 1, 0, secondary: true));
        if (!isCurrentYear)
        {
            actions.Add(ListButton(turn, Texts.NextYear, centre.Code, year.Year + 1, 0));
        }
        return BotCards.Reply(turn, heading, body, actions, ListButton(turn, Texts.List, centre.Code, year.Year, page));
    }

    /// <summary>Asks head office and administrators which centre they want to see.</summary>
    public static CardReply ChooseCentre(BotTurn turn, Organisation places, int year) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.ChooseCentre),
            [
                TextBlock.Heading(turn.In(Texts.List)),
                new ChoiceSetInput(
                    "in_centre",
                    turn.In(Texts.ChooseCentre),
                    [.. places.Centres.Select(c => new Choice(c.Name.In(turn.Language), c.Code))]
                )
                {
                    Style = places.Centres.Count > 6 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.ChooseCentre),
                },
            ],
            [new ExecuteAction(turn.In(Texts.Open), ListVerb, ActionData.Of(("y", year), ("p", 0)))]
        );

    /// <summary>A theme: its stages, what is missing, the next useful step, and the ways on.</summary>
    public static CardReply Overview(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        Organisation places,
        string? notice
    )
    {
        Language language = turn.Language;
        Theme theme = summary.Theme;
        Progress progress = summary.ProgressIn(playbook);
        string name = CardText.Escape(theme.Name);
        List<CardElement> body = [TextBlock.Heading(name), TextBlock.Remark(PlaceLine(theme, places, language))];
        if (notice is not null)
        {
            body.Add(BotCards.Notice(notice, ContainerStyle.Good));
        }
        foreach (StageProgress stage in progress.Stages)
        {
            body.Add(StageLine(turn, stage, progress.Current == stage));
        }
        if (progress.Current is { } current)
        {
            body.Add(TextBlock.Remark(turn.In(MissingOf(summary, current))));
        }
        body.Add(new TextBlock(turn.In(Texts.NextStep(progress))) { Weight = TextWeight.Bolder, Separator = true });
        if (summary.LastChange is { } last)
        {
            string at = TokyoTime.Brief(last.At, language);
            body.Add(TextBlock.Remark(turn.In(Texts.LastChange(CardText.Escape(last.By.Name), at))));
        }
        string id = theme.Id.ToString();
        List<AdaptiveAction> actions = [];
        bool mayEdit = turn.Person is { } person && theme.MayEdit(person);
        if (turn.IsPersonal)
        {
            int next = GroupOf(playbook, progress.Next);
            actions.Add(WalkButton(turn, mayEdit ? Texts.ToNext : Texts.Open, id, next));
            body.Add(GroupChoice(turn, playbook, next));
            actions.Add(new ExecuteAction(turn.In(Texts.OpenGroup), WalkVerb, ActionData.Of(("t", id))));
            if (mayEdit)
            {
                actions.Add(
                    new ExecuteAction(turn.In(Texts.Edit), EditVerb, ActionData.Of(("t", id)))
                    {
                        IgnoresInputs = true,
                        IsSecondary = true,
                    }
                );
            }
        }
        else
        {
            actions.Add(
                new OpenUrlAction(
                    turn.In(Texts.AnswerInPersonalChat),
                    PersonalChatWith(turn.Turn.Activity.Recipient?.Id)
                )
            );
        }
        actions.Add(ListButton(turn, Texts.Back, theme.Id.CentreCode, theme.Id.FiscalYear, 0));
        return BotCards.Reply(
            turn,
            turn.Language.ThenSay(theme.Name, turn.In(Texts.NextStep(progress))),
            body,
            actions,
            turn.IsPersonal ? null : new ExecuteAction(turn.In(Texts.Open), ShowVerb, ActionData.Of(("t", id)))
        );
    }

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
        string heading = turn.In(isNew ? Texts.NewTheme : Texts.Edit);
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
                ListButton(turn, Texts.Back, centre.Code, year.Year, 0),
            ]
        );
    }

    /// <summary>One sentence when a theme cannot be shown, with the way back.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText sentence) =>
        BotCards.Reply(
            turn,
            turn.In(sentence),
            [TextBlock.Heading(turn.In(Texts.List)), new TextBlock(turn.In(sentence))],
            [
                BotCards.Button(turn, CommandCodes.Themes, Texts.List),
                BotCards.Button(turn, CommandCodes.Help, new("ヘルプ", "Help")),
            ]
        );

    /// <summary>A button that opens the list.</summary>
    public static ExecuteAction ListButton(
        BotTurn turn,
        LocalText title,
        string centreCode,
        int year,
        int page,
        bool secondary = false
    ) =>
        new(turn.In(title), ListVerb, ActionData.Of(("c", centreCode), ("y", year), ("p", page)))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };

    /// <summary>The theme's place: centre, fiscal year, field and municipalities.</summary>
    public static string PlaceLine(Theme theme, Organisation places, Language language)
    {
        string centre = places.FindCentre(theme.Id.CentreCode)?.Name.In(language) ?? theme.Id.CentreCode;
        string field = (ThemeField.Find(theme.FieldCode) ?? ThemeField.Other).Name.In(language);
        IEnumerable<string> towns = theme.MunicipalityCodes.Select(code =>
            places.FindMunicipality(code)?.Name.In(language) ?? code
        );
        string comma = CommonTexts.ColonComma.In(language);
        string year = new FiscalYear(theme.Id.FiscalYear).Label.In(language);
        return language.Beside(language.Together(centre, year), language.Beside(field, string.Join(comma, towns)));
    }

    /// <summary>The number of the role group an item is in; the first group for none.</summary>
    public static int GroupOf(Playbook playbook, PlaybookItem? item) =>
        item is null ? playbook.Groups[0].Number : playbook.Groups.First(g => g.Items.Any(i => i.Id == item.Id)).Number;

    private static Container Line(BotTurn turn, ThemeSummary summary, Playbook playbook)
    {
        Progress progress = summary.ProgressIn(playbook);
        Language language = turn.Language;
        string state = progress.Current is { } current
            ? turn.In(Texts.Current(current.Stage.Number))
            : turn.In(Texts.Ready);
        string last = summary.LastChange is { } change
            ? turn.In(Texts.LastChange(CardText.Escape(change.By.Name), TokyoTime.Brief(change.At, language)))
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
                                turn.In(Texts.Open),
                                ShowVerb,
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

    private static Container StageLine(BotTurn turn, StageProgress stage, bool isCurrent)
    {
        string name = turn.In(Texts.Stage(stage.Stage.Number, stage.Stage.Name));
        return new([
            new TextBlock(name) { Weight = isCurrent ? TextWeight.Bolder : null },
            Cards.Progress.Bar(stage.Reached, stage.Applicable) with
            {
                Spacing = Spacing.None,
            },
        ])
        {
            Spacing = Spacing.Small,
            Style = isCurrent ? ContainerStyle.Emphasis : null,
        };
    }

    private static LocalText MissingOf(ThemeSummary summary, StageProgress stage)
    {
        string[] missing =
        [
            .. stage
                .Stage.Groups.SelectMany(g => g.Items)
                .Where(i => summary.StatusOf(i.Id) is ItemStatus.NotStarted or ItemStatus.Preparing)
                .Select(i => i.Source),
        ];
        string shown = string.Join(' ', missing.Take(MissingShown)) + (missing.Length > MissingShown ? " …" : "");
        return Texts.MissingItems(missing.Length, shown);
    }

    private static ExecuteAction WalkButton(BotTurn turn, LocalText title, string theme, int group) =>
        new(turn.In(title), WalkVerb, ActionData.Of(("t", theme), ("g", group))) { IgnoresInputs = true };

    private static ChoiceSetInput GroupChoice(BotTurn turn, Playbook playbook, int group) =>
        new(
            "in_group",
            turn.In(Texts.Group),
            [
                // The number is the one the card of the role shows: 役割 4／12.
                .. playbook.Groups.Select(g => new Choice(
                    $"{g.Number} {g.Name.In(turn.Language)}",
                    g.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )),
            ]
        )
        {
            Value = group.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private static Uri PersonalChatWith(string? botId) =>
        new($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(botId ?? "")}");
}
