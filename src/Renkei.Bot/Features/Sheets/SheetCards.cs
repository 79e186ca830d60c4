using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Progress = Renkei.Cards.Progress;
using Texts = Renkei.Bot.Features.Sheets.SheetTexts;

namespace Renkei.Bot.Features.Sheets;

/// <summary>The step of the information sheet: draw up, send, see who has answered.</summary>
internal static class SheetCards
{
    public const string ListVerb = "sheets/list";
    public const string EditVerb = "sheets/edit";
    public const string SaveVerb = "sheets/save";
    public const string SendVerb = "sheets/send";
    public const string SkipVerb = "sheets/skip";
    public const string NudgeVerb = "sheets/nudge";

    /// <summary>Value of <c>go</c>: saves what is filled in and asks whether to send it.</summary>
    public const string GoSend = "send";

    private const int PageSize = 8;
    private const int NamedByHand = 6;

    /// <summary>The step as it stands: nothing yet, without, drawn up, or sent.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, int? page, PageNotice? notice)
    {
        Council council = view.Council;
        return council.WithoutSheet ? Without(turn, view, notice)
            : council.Sheet is not { } sheet ? Nothing(turn, view, notice)
            : sheet.SentAt is not null ? Sent(turn, view, sheet, page, notice)
            : view.IsEditableIn(turn) ? Form(turn, view, SheetForm.Of(turn, view), notice)
            : Shown(turn, view, sheet, notice);
    }

    /// <summary>The sheet with inputs.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        SheetForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        bool isSent = council.Sheet?.SentAt is not null;
        List<CardElement> content = [];
        if (SheetForm.AreSettled(council))
        {
            content.Add(TextBlock.Remark(turn.In(Texts.QuestionsSettled)));
            content.AddRange(council.Sheet!.Questions.Select((q, n) => QuestionLine(turn, q, n)));
        }
        else
        {
            for (int n = 1; n <= InformationSheet.MostQuestions; n++)
            {
                content.Add(
                    new TextInput($"in_q{n}", turn.In(Texts.Question(n)))
                    {
                        Value = n <= form.Questions.Count ? form.Questions[n - 1] : null,
                        MaxLength = InformationSheet.QuestionLength,
                        IsMultiline = true,
                    }
                );
            }
        }
        content.Add(
            new DateInput("in_deadline", turn.In(Texts.Deadline))
            {
                Value = form.Deadline,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.DeadlineError),
            }
        );
        content.Add(
            new ChoiceSetInput(
                "in_asked",
                turn.In(Texts.Asked),
                [.. council.Participants.Select(p => new Choice(p.InListOf(council.Participants.Count), p.Id))]
            )
            {
                Style = ChoiceStyle.Expanded,
                IsMultiSelect = true,
                Values = form.Asked,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.NobodyAsked),
            }
        );
        ActionData data = ActionData.Of(("v", form.Seen ?? ""));
        List<AdaptiveAction> own = [];
        if (!isSent)
        {
            own.Add(
                new ExecuteAction(
                    turn.In(Texts.CheckAndSend),
                    SaveVerb,
                    data.With("c", council.Id.ToString()).With("go", GoSend)
                )
            );
            own.Add(Button(turn, Texts.GoWithout, SkipVerb, Data(council).With("d", true), secondary: true));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Sheets, notice, content, own, SaveVerb, data, asksPersonalData);
    }

    /// <summary>Asks whether to send it, and says who gets it how.</summary>
    public static CardReply Confirm(BotTurn turn, CouncilView view, PageNotice? notice)
    {
        Council council = view.Council;
        InformationSheet sheet = council.Sheet!;
        IReadOnlyList<Participant> asked = council.AskedForSheet();
        Participant[] reached = [.. asked.Where(p => p.Contact.HasAccount)];
        Participant[] byHand = [.. asked.Where(p => !p.Contact.HasAccount)];
        List<CardElement> content =
        [
            new TextBlock(turn.In(Texts.ConfirmHeading)) { Weight = TextWeight.Bolder },
            .. sheet.Questions.Select((q, n) => QuestionLine(turn, q, n)),
            .. Titled(turn, Texts.Deadline, turn.In(Texts.By(sheet.Deadline, view.Today, view.Days))),
            .. reached.Length == 0 ? [] : Titled(turn, Texts.WhoGetsIt(reached.Length), Names(turn, reached)),
            .. byHand.Length == 0
                ? []
                : Titled(
                    turn,
                    Texts.WhoIsAskedByHand(byHand.Length),
                    CardText.Escape(byHand.ByHandLine(NamedByHand, turn.Language))
                ),
        ];
        return CouncilPage.Step(
            turn,
            view,
            CouncilStep.Sheets,
            notice,
            content,
            [
                Button(
                    turn,
                    Texts.Send(reached.Length),
                    SendVerb,
                    Data(council).With("v", SheetForm.VersionOf(council))
                ),
                Button(turn, Texts.Edit, EditVerb, Data(council)),
            ]
        );
    }

    /// <summary>A button that opens the step.</summary>
    public static ExecuteAction BackButton(BotTurn turn, Council council) =>
        Button(turn, Texts.Back, ListVerb, Data(council));

    private static CardReply Nothing(BotTurn turn, CouncilView view, PageNotice? notice)
    {
        List<CardElement> content = [new TextBlock(turn.In(Texts.WhatFor))];
        List<AdaptiveAction> own = [];
        if (view.IsEditableIn(turn))
        {
            if (view.Council.Participants.Count == 0)
            {
                content.Add(new TextBlock(turn.In(Texts.ParticipantsFirst)));
                own.Add(CouncilPage.To(turn, Texts.ToParticipants, view.Council, CouncilStep.Participants));
            }
            else
            {
                own.Add(Button(turn, Texts.DrawUp, EditVerb, Data(view.Council)));
            }
            own.Add(Button(turn, Texts.GoWithout, SkipVerb, Data(view.Council).With("d", true)));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Sheets, notice, content, own);
    }

    private static CardReply Without(BotTurn turn, CouncilView view, PageNotice? notice) =>
        CouncilPage.Step(
            turn,
            view,
            CouncilStep.Sheets,
            notice,
            [new TextBlock(turn.In(Texts.WithoutSheet))],
            view.IsEditableIn(turn) ? [Button(turn, Texts.UseSheet, SkipVerb, Data(view.Council).With("d", false))] : []
        );

    private static CardReply Shown(BotTurn turn, CouncilView view, InformationSheet sheet, PageNotice? notice) =>
        CouncilPage.Step(
            turn,
            view,
            CouncilStep.Sheets,
            notice,
            [
                TextBlock.Remark(turn.In(Texts.NotSentYet)),
                .. sheet.Questions.Select((q, n) => QuestionLine(turn, q, n)),
            ],
            []
        );

    private static CardReply Sent(BotTurn turn, CouncilView view, InformationSheet sheet, int? page, PageNotice? notice)
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn);
        Participant[] asked = [.. council.AskedForSheet().OrderBy(p => council.SheetAnsweredBy.Contains(p.Id))];
        int answered = council.SheetsAnswered;
        Participant[] toNudge = [.. asked.Where(p => p.Contact.HasAccount && !council.SheetAnsweredBy.Contains(p.Id))];
        int at = ListLine.Page(page, asked.Length, PageSize);
        List<CardElement> content =
        [
            TextBlock.Remark(
                turn.Language.Labelled(
                    turn.In(Texts.Deadline),
                    turn.In(Texts.By(sheet.Deadline, view.Today, view.Days))
                )
            ),
            Progress.Bar(answered, asked.Length, label: turn.In(Texts.SoFar(answered, asked.Length))),
        ];
        if (answered == asked.Length)
        {
            content.Add(new TextBlock(turn.In(Texts.AllAnswered)) { Color = TextColor.Good });
        }
        if (sheet.NudgedAt is { } nudged)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.NudgedAt(TokyoTime.Brief(nudged, turn.Language)))));
        }
        content.AddRange(asked.Skip(at * PageSize).Take(PageSize).Select(p => Line(turn, view, p, edits)));
        content.AddRange(
            ListLine.Paging(
                turn,
                at,
                asked.Length,
                PageSize,
                (title, p) => Button(turn, title, ListVerb, Data(council).With("p", p))
            )
        );
        List<AdaptiveAction> own = [];
        if (edits && toNudge.Length > 0)
        {
            own.Add(Button(turn, Texts.Nudge(toNudge.Length), NudgeVerb, Data(council).With("n", NudgeMark(sheet))));
        }
        if (turn.IsPersonal && answered > 0)
        {
            own.Add(Button(turn, Texts.Compare, ComparisonCards.CompareVerb, Data(council)));
        }
        if (edits)
        {
            own.Add(Button(turn, Texts.Edit, EditVerb, Data(council), secondary: own.Count > 1));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Sheets, notice, content, own);
    }

    /// <summary>Names the last time people were asked again, so that a double press asks once.</summary>
    public static string NudgeMark(InformationSheet sheet) =>
        sheet.NudgedAt?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-";

    private static Container Line(BotTurn turn, CouncilView view, Participant participant, bool edits)
    {
        bool answered = view.Council.SheetAnsweredBy.Contains(participant.Id);
        string way = participant.Contact.HasAccount
            ? turn.In(Texts.ByRenkei)
            : CardText.Escape(participant.ByHand(turn.Language) ?? turn.In(Texts.NoContact));
        ActionData data = Data(view.Council).With("p", participant.Id);
        List<AdaptiveAction> buttons = [];
        if (answered && turn.IsPersonal)
        {
            buttons.Add(
                new ExecuteAction(turn.In(Texts.ReadAnswer), ComparisonCards.ReadVerb, data)
                {
                    IgnoresInputs = true,
                    Tooltip = participant.Label,
                }
            );
        }
        else if (edits)
        {
            buttons.Add(
                new ExecuteAction(turn.In(Texts.EnterForThem), AnswerCards.OpenVerb, data)
                {
                    IgnoresInputs = true,
                    Tooltip = participant.Label,
                }
            );
        }
        return ListLine.Of(
            CardText.Escape(participant.Label),
            answered ? turn.In(Texts.Answered) : turn.Language.Beside(turn.In(Texts.NotAnswered), way),
            buttons
        );
    }

    private static IEnumerable<CardElement> Titled(BotTurn turn, LocalText title, string text) =>
        [new TextBlock(turn.In(title)) { Weight = TextWeight.Bolder }, new TextBlock(text) { Spacing = Spacing.None }];

    private static TextBlock QuestionLine(BotTurn turn, string question, int index) =>
        new($"{index + 1}\\. {CardText.Escape(SheetQuestions.Worded(question, turn.Language))}");

    private static string Names(BotTurn turn, Participant[] participants) =>
        CardText.Escape(
            string.Join(turn.In(CommonTexts.ListComma), participants.Take(12).Select(p => p.InListOf(60)))
                + (participants.Length > 12 ? "…" : "")
        );

    private static ExecuteAction Button(
        BotTurn turn,
        LocalText title,
        string verb,
        ActionData data,
        bool secondary = false
    ) => new(turn.In(title), verb, data) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
