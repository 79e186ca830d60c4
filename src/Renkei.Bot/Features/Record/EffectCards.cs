using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Texts = Renkei.Bot.Features.Record.EffectTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>What a council means for its theme: the lines that seem to have moved, each with the reason.</summary>
internal static class EffectCards
{
    public const string ShowVerb = "effects/show";
    public const string SetVerb = "effects/set";
    public const string UndoVerb = "effects/undo";

    /// <summary>The suggestions.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="theme">Its theme.</param>
    /// <param name="suggested">Lines with their reasons and states.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="undo">Takes back what was just set.</param>
    public static CardReply Page(
        BotTurn turn,
        CouncilView view,
        ThemeSummary theme,
        IReadOnlyList<(PlaybookItem Item, CouncilEffect Effect, ItemStatus Now)> suggested,
        PageNotice? notice,
        AdaptiveAction? undo
    )
    {
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Heading)),
            TextBlock.Remark(
                turn.Language.Beside(CardText.Escape(theme.Theme.Name), CardText.Escape(view.Council.Title))
            ),
            .. notice.Elements(),
        ];
        body.AddRange(ListLine.Undo(undo));
        body.Add(new TextBlock(turn.In(suggested.Count == 0 ? Texts.Nothing : Texts.HowTo)));
        foreach ((PlaybookItem item, CouncilEffect effect, ItemStatus now) in suggested)
        {
            body.Add(
                ListLine.Of(
                    $"{item.Source} {turn.In(item.Text)}",
                    turn.Language.Beside(turn.In(Texts.Because(effect)), turn.In(Texts.Now(now.Name()))),
                    [
                        new ExecuteAction(turn.In(Texts.Set), SetVerb, Data(view.Council).With("i", item.Id.Key))
                        {
                            IgnoresInputs = true,
                            Tooltip = item.Source,
                        },
                    ]
                )
            );
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.Heading), theme.Theme.Name),
            body,
            [
                new ExecuteAction(
                    turn.In(Texts.ToWalk),
                    ThemePage.ShowVerb,
                    ActionData.Of(("t", theme.Theme.Id.ToString()))
                )
                {
                    IgnoresInputs = true,
                },
                MinutesCards.BackButton(turn, view.Council),
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>A button that takes a save back.</summary>
    public static ExecuteAction Undo(BotTurn turn, Council council, string save) =>
        new(turn.In(CouncilTexts.Undo), UndoVerb, Data(council).With("u", save)) { IgnoresInputs = true };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
