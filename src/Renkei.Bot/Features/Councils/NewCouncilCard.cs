using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The card on which a council is begun.</summary>
internal static class NewCouncilCard
{
    public const string CreateVerb = "council/create";

    /// <summary>Asks for the kind; everything else is filled in or can wait.</summary>
    public static CardReply Form(
        BotTurn turn,
        NewCouncilChoices offered,
        NewCouncilForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.New)),
            TextBlock.Remark(offered.Centre.Name.In(turn.Language)),
            .. notice.Elements(),
        ];
        if (offered.Follows is { } previous)
        {
            body.Add(
                new TextBlock(turn.In(Texts.Follows(CardText.Escape(previous.Title), previous.Participants.Count)))
            );
            if (previous.Minutes.NextDate is { } date)
            {
                body.Add(TextBlock.Remark(turn.In(Texts.NextDateWas(TokyoTime.Full(date, turn.Language)))));
            }
        }
        IReadOnlyList<CouncilTemplate> kinds = KindsFor(offered, form.Theme);
        body.Add(
            new ChoiceSetInput(
                "in_kind",
                turn.In(Texts.Kind),
                [.. kinds.Select(k => new Choice(k.Name.In(turn.Language), k.Code))]
            )
            {
                Value = kinds.FirstOrDefault(k => k.Code == form.Kind)?.Code,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.KindError),
            }
        );
        if (offered.Themes.Count > 0)
        {
            body.Add(ThemeChoice(turn, offered.Themes.Select(t => t.Theme), form.Theme));
        }
        body.Add(MonthChoice(turn, form.Month, TokyoTime.DateOf(turn.Now)));
        body.Add(TextBlock.Remark(turn.In(Texts.LeadRemark)) with { Spacing = Spacing.Small });
        body.Add(
            new TextInput("in_title", turn.In(Texts.Title))
            {
                Value = form.Title,
                MaxLength = Council.TitleLength,
                Placeholder = turn.In(Texts.TitleHint(Texts.AreaOf(offered.Centre.Name))),
            }
        );
        if (offered.Others.Count > 0)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_people",
                    turn.In(Texts.Coordinators),
                    [.. offered.Others.Select(p => new Choice(p.Name, p.ObjectId))]
                )
                {
                    IsMultiSelect = true,
                    Values = [.. form.Others.Where(o => offered.Others.Any(p => p.ObjectId == o))],
                }
            );
        }
        ActionData data = ActionData.Of(("k", form.Token));
        data = offered.Follows is null ? data : data.With("from", offered.Follows.Id.ToString());
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, Texts.Create, CreateVerb, data, asksPersonalData),
        ];
        actions.Add(BotCards.Button(turn, CommandCodes.Councils, Texts.BackToList));
        return BotCards.Reply(turn, turn.In(Texts.New), body, actions);
    }

    /// <summary>Which theme a council serves, or none.</summary>
    public static ChoiceSetInput ThemeChoice(BotTurn turn, IEnumerable<Theme> themes, string? chosen)
    {
        Choice[] choices =
        [
            new(turn.In(Texts.NoTheme), NewCouncilForm.NoTheme),
            .. themes.Select(t => new Choice(t.Name, t.Id.ToString())),
        ];
        return new("in_theme", turn.In(Texts.Theme), choices)
        {
            Value = choices.FirstOrDefault(c => c.Value == chosen)?.Value ?? NewCouncilForm.NoTheme,
        };
    }

    /// <summary>In which month a council is meant to take place.</summary>
    public static ChoiceSetInput MonthChoice(BotTurn turn, DateOnly? chosen, DateOnly today)
    {
        IEnumerable<DateOnly> months = NewCouncilForm.Months(today);
        return new(
            "in_month",
            turn.In(Texts.Month),
            [.. months.Select(m => new Choice(turn.In(Texts.MonthName(m)), NewCouncilForm.Sent(m)))]
        )
        {
            Value = chosen is { } month && months.Contains(month) ? NewCouncilForm.Sent(month) : null,
            IsRequired = true,
            ErrorMessage = turn.In(Texts.MonthError),
        };
    }

    /// <summary>The kinds of meeting, those made for the theme's field first.</summary>
    private static IReadOnlyList<CouncilTemplate> KindsFor(NewCouncilChoices offered, string? theme) =>
        offered.Themes.FirstOrDefault(t => t.Theme.Id.ToString() == theme) is { } summary
        && ThemeField.Find(summary.Theme.FieldCode) is { } field
            ? offered.Templates.OfferedFor(field)
            : offered.Templates.All;
}
