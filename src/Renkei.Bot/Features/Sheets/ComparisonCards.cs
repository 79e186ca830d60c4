using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Sheets.SheetTexts;

namespace Renkei.Bot.Features.Sheets;

/// <summary>The answers side by side, and one of them whole.</summary>
internal static class ComparisonCards
{
    public const string CompareVerb = "sheets/compare";
    public const string ReadVerb = "sheets/read";

    private const int WaitingNamed = 6;

    /// <summary>One part of the comparison.</summary>
    public static CardReply Part(
        BotTurn turn,
        CouncilView view,
        IReadOnlyDictionary<string, SheetAnswer> answers,
        int? part
    )
    {
        Council council = view.Council;
        Participant[] answered = [.. council.AskedForSheet().Where(p => answers.ContainsKey(p.Id))];
        Participant[] waiting = [.. council.AskedForSheet().Where(p => !answers.ContainsKey(p.Id))];
        Comparison comparison = Comparison.Of(council, answers);
        int at = Math.Clamp(part ?? 0, 0, Math.Max(comparison.Parts.Count - 1, 0));
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Comparison)),
            TextBlock.Remark(turn.Language.Beside(CardText.Escape(council.Title), CouncilPage.WhenLine(turn, view))),
            TextBlock.Remark(turn.In(Texts.SoFar(answered.Length, answered.Length + waiting.Length))),
        ];
        if (waiting.Length > 0)
        {
            string names = waiting.ByHandLine(WaitingNamed, turn.Language);
            body.Add(TextBlock.Remark(turn.In(Texts.Waiting(CardText.Escape(names)))));
        }
        List<AdaptiveAction> actions = [];
        if (comparison.Parts.Count == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NoAnswers)));
        }
        else
        {
            if (comparison.Parts.Count > 1)
            {
                body.Add(TextBlock.Remark(turn.In(Texts.Part(at + 1, comparison.Parts.Count))));
            }
            foreach (ComparedQuestion question in comparison.Parts[at])
            {
                body.Add(
                    new TextBlock(
                        $"{question.Number}\\. {CardText.Escape(SheetQuestions.Worded(question.Question, turn.Language))}"
                    )
                    {
                        Weight = TextWeight.Bolder,
                        Separator = true,
                    }
                );
                body.Add(
                    question.Answers.Count == 0 ? TextBlock.Remark(turn.In(Texts.NobodyWrote)) : TableOf(turn, question)
                );
            }
            if (at + 1 < comparison.Parts.Count)
            {
                actions.Add(PartButton(turn, CouncilTexts.Next, council, at + 1));
            }
            if (at > 0)
            {
                actions.Add(PartButton(turn, CouncilTexts.Previous, council, at - 1));
            }
            body.Add(
                new ChoiceSetInput(
                    "in_who",
                    turn.In(Texts.ReadWhole),
                    [.. answered.Select(p => new Choice(p.InListOf(answered.Length), p.Id))]
                )
                {
                    Value = answered[0].Id,
                    IsRequired = true,
                    ErrorMessage = turn.In(Texts.ChooseWho),
                    Separator = true,
                }
            );
            actions.Add(new ExecuteAction(turn.In(Texts.ReadWhole), ReadVerb, Data(council)));
        }
        actions.Add(SheetCards.BackButton(turn, council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.Comparison), council.Title),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>All that one participant answered.</summary>
    public static CardReply Whole(BotTurn turn, CouncilView view, Participant participant, SheetAnswer? answer)
    {
        Council council = view.Council;
        List<CardElement> body =
        [
            TextBlock.Heading(CardText.Escape(participant.Label)),
            TextBlock.Remark(turn.Language.Beside(turn.In(Texts.Sheet), CardText.Escape(council.Title))),
        ];
        if (answer is null)
        {
            body.Add(new TextBlock(turn.In(Texts.NotAnswered)));
        }
        else
        {
            body.Add(TextBlock.Remark(AnswerCards.Provenance(turn, council, participant, answer)));
            body.AddRange(AnswerCards.Written(turn, council.Sheet!, answer));
        }
        List<AdaptiveAction> actions = [PartButton(turn, Texts.Compare, council, 0)];
        if (view.IsEditableIn(turn))
        {
            actions.Add(
                new ExecuteAction(
                    turn.In(answer is null ? Texts.EnterForThem : Texts.EditAnswer),
                    AnswerCards.OpenVerb,
                    Data(council).With("p", participant.Id)
                )
                {
                    IgnoresInputs = true,
                }
            );
        }
        actions.Add(SheetCards.BackButton(turn, council));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.Sheet), participant.Label),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>Who and what beside each other; where a client knows no tables, below each other.</summary>
    private static Table TableOf(BotTurn turn, ComparedQuestion question)
    {
        (string Who, string What)[] rows =
        [
            .. question.Answers.Select(a => (CardText.Escape(a.Label), CardText.Escape(a.Text))),
        ];
        return new(
            [new TableColumn(2), new TableColumn(5)],
            [
                new TableRow(turn.In(Texts.Who), turn.In(Texts.Answer)) { Style = ContainerStyle.Emphasis },
                .. rows.Select(r => new TableRow(r.Who, r.What)),
            ]
        )
        {
            Fallback = ElementFallback.To(
                new Container([.. rows.Select(r => new TextBlock(turn.Language.Labelled(r.Who, r.What)))])
            ),
        };
    }

    private static ExecuteAction PartButton(BotTurn turn, LocalText title, Council council, int part) =>
        new(turn.In(title), CompareVerb, Data(council).With("p", part)) { IgnoresInputs = true };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
