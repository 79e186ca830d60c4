using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Sheets.SheetTexts;

namespace Renkei.Bot.Features.Sheets;

/// <summary>A participant's sheet: filled in by them, or by the centre for them.</summary>
internal static class AnswerCards
{
    /// <summary>Opens a participant's sheet; data <c>c</c> and <c>p</c>.</summary>
    public const string OpenVerb = "sheet/open";

    public const string SaveVerb = "sheet/save";

    private const int TheirsShown = 120;

    /// <summary>The sheet with inputs.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="participant">Whose sheet it is.</param>
    /// <param name="sheet">What stands on it.</param>
    /// <param name="stored">What is stored; <see langword="null"/> before the first answer.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="conflict">Whether what is stored is shown beside what was typed.</param>
    /// <param name="asksPersonalData">Whether the notice is the question about personal data.</param>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        Participant participant,
        AnswerSheet sheet,
        SheetAnswer? stored,
        PageNotice? notice,
        bool conflict = false,
        bool asksPersonalData = false
    )
    {
        List<CardElement> body = Head(turn, view, participant, stored, notice);
        IReadOnlyList<string> questions = view.Council.Sheet!.Questions;
        for (int n = 0; n < questions.Count; n++)
        {
            string theirs = stored is not null && n < stored.Answers.Count ? stored.Answers[n] : "";
            if (conflict && theirs != sheet.Answers[n])
            {
                string shown = theirs.Length == 0 ? turn.In(Texts.Blank) : Cut(theirs, TheirsShown);
                body.Add(new RichTextBlock([new TextRun(turn.In(Texts.Stands(shown))) { IsSubtle = true }]));
            }
            string question = SheetQuestions.Worded(questions[n], turn.Language);
            bool tooLong = sheet.Answers[n].Length > InformationSheet.AnswerLength;
            body.Add(
                new TextInput(
                    $"in_a{n + 1}",
                    $"{n + 1}. {question}{(tooLong ? turn.Language.InBrackets(turn.In(Texts.TooLong)) : "")}"
                )
                {
                    Value = sheet.Answers[n],
                    MaxLength = InformationSheet.AnswerLength,
                    IsMultiline = true,
                    Placeholder = n == 0 ? turn.In(Texts.AnswerPlaceholder) : null,
                }
            );
        }
        ActionData data = Data(view.Council, participant).With("r", sheet.SeenRevision).With("q", sheet.SeenQuestions);
        LocalText send =
            IsProxy(turn, participant) ? CouncilTexts.Save
            : stored is null ? Texts.SendAnswer
            : Texts.ChangeAnswer;
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, send, SaveVerb, data, asksPersonalData),
        ];
        if (IsProxy(turn, participant))
        {
            actions.Add(SheetCards.BackButton(turn, view.Council));
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.Sheet), view.Council.Title),
            body,
            actions,
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>What a participant sees after sending: that it arrived, what was sent, and the way to change it.</summary>
    public static CardReply Receipt(BotTurn turn, CouncilView view, Participant participant, SheetAnswer stored)
    {
        bool late = view.Council.Sheet!.Deadline < view.Today;
        LocalText thanks = late
            ? Texts.ReceivedLate
            : Texts.Received(TokyoTime.Brief(view.Council.Sheet.Deadline, turn.Language));
        List<CardElement> body = Head(turn, view, participant, stored, new(turn.In(thanks)));
        body.AddRange(Written(turn, view.Council.Sheet, stored));
        return BotCards.Reply(
            turn,
            turn.In(thanks),
            body,
            [
                new ExecuteAction(turn.In(Texts.ChangeAnswer), OpenVerb, Data(view.Council, participant))
                {
                    IgnoresInputs = true,
                },
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>All a participant answered, question by question.</summary>
    public static IEnumerable<CardElement> Written(BotTurn turn, InformationSheet sheet, SheetAnswer stored)
    {
        for (int n = 0; n < sheet.Questions.Count; n++)
        {
            string answer = n < stored.Answers.Count ? stored.Answers[n] : "";
            yield return new TextBlock(
                $"{n + 1}\\. {CardText.Escape(SheetQuestions.Worded(sheet.Questions[n], turn.Language))}"
            )
            {
                Weight = TextWeight.Bolder,
                Separator = true,
            };
            yield return new RichTextBlock(answer.Length == 0 ? turn.In(Texts.Blank) : answer);
        }
    }

    /// <summary>12/9(水) 10:00に木村さんが回答（期限のあと）. Markdown.</summary>
    public static string Provenance(BotTurn turn, Council council, Participant participant, SheetAnswer stored)
    {
        string who = CardText.Escape(stored.By.Name);
        string at = TokyoTime.Brief(stored.At, turn.Language);
        bool themselves = stored.By.ObjectId == participant.Contact.ObjectId;
        string line = turn.In(themselves ? Texts.AnsweredBy(who, at) : Texts.EnteredBy(who, at));
        return TokyoTime.DateOf(stored.At) > council.Sheet!.Deadline ? line + turn.In(Texts.Late) : line;
    }

    /// <summary>One sentence where a sheet cannot be shown; says nothing of the council to those it is not for.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText text) =>
        BotCards.Reply(
            turn,
            turn.In(text),
            [TextBlock.Heading(turn.In(Texts.Sheet)), new TextBlock(turn.In(text))],
            turn.IsPersonal ? [BotCards.Button(turn, CommandCodes.Help, Texts.Help)] : []
        );

    /// <summary>Whether the person of a turn enters it for somebody else.</summary>
    public static bool IsProxy(BotTurn turn, Participant participant) =>
        participant.Contact.ObjectId != turn.PersonId.ObjectId;

    private static List<CardElement> Head(
        BotTurn turn,
        CouncilView view,
        Participant participant,
        SheetAnswer? stored,
        PageNotice? notice
    )
    {
        Council council = view.Council;
        InformationSheet sheet = council.Sheet!;
        List<CardElement> head =
        [
            TextBlock.Heading(turn.In(Texts.Sheet)),
            new TextBlock(CardText.Escape(council.Title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            TextBlock.Remark(CouncilPage.WhenLine(turn, view)),
            .. notice.Elements(),
        ];
        if (IsProxy(turn, participant))
        {
            head.Add(new TextBlock(turn.In(Texts.EnteringFor(CardText.Escape(participant.Label)))));
        }
        List<Fact> facts = [];
        if (council.Purpose.Length > 0)
        {
            facts.Add(new(turn.In(Texts.Purpose), CardText.Escape(council.Purpose)));
        }
        facts.Add(new(turn.In(Texts.Respondent), CardText.Escape(participant.Label)));
        facts.Add(new(turn.In(Texts.Until), turn.In(Texts.By(sheet.Deadline, view.Today, view.Days))));
        facts.Add(new(turn.In(Texts.Readers), turn.In(Texts.ReadBy(view.Centre.Name))));
        head.Add(new FactSet(facts));
        if (stored is not null)
        {
            head.Add(TextBlock.Remark(Provenance(turn, council, participant, stored)));
        }
        return head;
    }

    private static ActionData Data(Council council, Participant participant) =>
        ActionData.Of(("c", council.Id.ToString()), ("p", participant.Id));

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}
