using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Downloads;
using Renkei.Bot.Requests;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Progress = Renkei.Domain.Checklists.Progress;
using Texts = Renkei.Bot.Themes.ThemeTexts;

namespace Renkei.Bot.Themes;

/// <summary>The page of one theme, to which the walk, the list and the councils lead back, and the buttons to all of them.</summary>
internal static class ThemePage
{
    /// <summary>Lists the themes of a centre and year; data <c>c</c>, <c>y</c>, <c>p</c>.</summary>
    public const string ListVerb = "themes/list";

    /// <summary>Shows a theme; data <c>t</c>.</summary>
    public const string ShowVerb = "themes/show";

    /// <summary>Opens the card on which a theme is changed; data <c>t</c>.</summary>
    public const string EditVerb = "themes/edit";

    /// <summary>Opens a role group of the walk; data <c>t</c> and <c>g</c>, or the input <c>in_group</c>.</summary>
    public const string WalkVerb = "walk/open";

    private const int MissingShown = 8;

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
                actions.Add(CouncilPage.BeginFor(turn, theme.Id, progress.Next));
            }
            // In a row of their own: that of the card is full.
            ExecuteAction export = DownloadPage.ExportButton(
                turn,
                DownloadTexts.Export,
                DownloadSubject.Of(DownloadSubject.Theme, id)
            );
            body.Add(new ActionSet([export]) { Spacing = Spacing.Small });
        }
        else
        {
            actions.Add(BotCards.ToPersonalChat(turn, Texts.AnswerInPersonalChat));
        }
        actions.Add(ListButton(turn, Texts.Back, theme.Id.CentreCode, theme.Id.FiscalYear, 0));
        return BotCards.Reply(
            turn,
            turn.Language.ThenSay(theme.Name, turn.In(Texts.NextStep(progress))),
            body,
            actions,
            turn.IsPersonal ? null : new ExecuteAction(turn.In(Texts.Open), ShowVerb, ActionData.Of(("t", id))),
            about: CardSubject.Of(theme.Id)
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
        string comma = CommonTexts.ListComma.In(language);
        string year = new FiscalYear(theme.Id.FiscalYear).Label.In(language);
        return language.Beside(language.Together(centre, year), language.Beside(field, string.Join(comma, towns)));
    }

    /// <summary>The number of the role group an item is in; the first group for none.</summary>
    public static int GroupOf(Playbook playbook, PlaybookItem? item) =>
        item is null ? playbook.Groups[0].Number : playbook.Groups.First(g => g.Items.Any(i => i.Id == item.Id)).Number;

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
}
