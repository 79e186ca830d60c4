using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Councils.CouncilsTexts;

namespace Renkei.Bot.Features.Councils;

/// <summary>The step 目的とテーマ.</summary>
internal static class PurposeCard
{
    public const string SaveVerb = "council/purpose";

    /// <summary>Fills in the kind's own purpose, to be changed before it is saved.</summary>
    public const string ExampleVerb = "council/purpose-example";

    /// <summary>To be filled in, by those who prepare the council.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        PurposeChoices offered,
        PurposeForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        ActionData seen = ActionData.Of(("v", string.Join('.', form.Seen)));
        List<CardElement> content =
        [
            new TextInput("in_title", turn.In(Texts.Title))
            {
                Value = form.Title,
                MaxLength = Council.TitleLength,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TitleNeeded),
            },
            new TextInput("in_purpose", turn.In(Texts.Purpose))
            {
                Value = form.Purpose,
                MaxLength = Council.PurposeLength,
                IsMultiline = true,
            },
        ];
        if (form.Purpose.Length == 0)
        {
            content.Add(
                TextBlock.Remark(turn.In(Texts.Example(view.Template.Purpose))) with
                {
                    Spacing = Spacing.Small,
                }
            );
            content.Add(
                new ActionSet([
                    new ExecuteAction(turn.In(Texts.UseExample), ExampleVerb, seen.With("c", council.Id.ToString())),
                ])
                {
                    Spacing = Spacing.Small,
                }
            );
        }
        if (offered.Themes.Count > 0)
        {
            content.Add(NewCouncilCard.ThemeChoice(turn, offered.Themes, form.Theme));
        }
        if (council.When is null)
        {
            content.Add(NewCouncilCard.MonthChoice(turn, form.Month, view.Today));
        }
        content.Add(
            new ChoiceSetInput(
                "in_people",
                turn.In(Texts.WhoPrepares),
                [.. offered.People.Select(p => new Choice(p.Name, p.ObjectId))]
            )
            {
                IsMultiSelect = true,
                Values = [.. form.Coordinators.Where(id => offered.People.Any(p => p.ObjectId == id))],
                IsRequired = true,
                ErrorMessage = turn.In(Texts.CoordinatorsError),
            }
        );
        return CouncilPage.Step(
            turn,
            view,
            CouncilStep.Purpose,
            notice,
            content,
            own: [],
            SaveVerb,
            seen,
            asksPersonalData
        );
    }

    /// <summary>To be read, by head office or while it is cancelled.</summary>
    public static CardReply ReadOnly(BotTurn turn, CouncilView view, string? theme, PageNotice? notice)
    {
        Council council = view.Council;
        string names = string.Join(turn.In(CommonTexts.ListComma), council.Coordinators.Select(c => c.Name));
        List<CardElement> content =
        [
            new TextBlock(council.Purpose.Length == 0 ? turn.In(Texts.NoPurpose) : CardText.Escape(council.Purpose)),
            new FactSet([
                new Fact(turn.In(Texts.Kind), view.Template.Name.In(turn.Language)),
                new Fact(turn.In(Texts.Theme), theme is null ? turn.In(Texts.NoTheme) : CardText.Escape(theme)),
                new Fact(turn.In(Texts.WhoPrepares), CardText.Escape(names)),
            ]),
        ];
        return CouncilPage.Step(turn, view, CouncilStep.Purpose, notice, content, own: []);
    }
}
