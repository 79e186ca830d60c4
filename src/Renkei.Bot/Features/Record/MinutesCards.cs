using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Record.MinutesTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>The cards of the minutes: what was decided, who agreed to do what, how the meeting went, sharing and closing.</summary>
internal static class MinutesCards
{
    public const string ListVerb = "minutes/list";
    public const string EditVerb = "minutes/edit";
    public const string SaveVerb = "minutes/save";
    public const string ReviewVerb = "minutes/review";
    public const string SaveReviewVerb = "minutes/review-save";
    public const string ShareVerb = "minutes/share";
    public const string ShareNowVerb = "minutes/share-now";
    public const string CloseVerb = "minutes/close";
    public const string CloseNowVerb = "minutes/close-now";
    public const string ReopenVerb = "minutes/reopen";

    // Long minutes leave room for fewer agreements at a time.
    private const int MuchText = 600;
    private const int AgreementsShown = 6;
    private const int AgreementsShownBesideMuch = 3;

    /// <summary>The step.</summary>
    public static CardReply Page(
        BotTurn turn,
        CouncilView view,
        PageNotice? notice,
        AdaptiveAction? undo = null,
        int? page = 0
    )
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn);
        bool isHeld = council.Status == CouncilStatus.Held;
        bool writes = edits && view.DayHasCome && !isHeld;
        List<CardElement> content = [.. ListLine.Undo(undo)];
        if (!view.DayHasCome && IsBlank(council))
        {
            content.Add(new TextBlock(turn.In(Texts.NotYet)));
            return CouncilPage.Step(turn, view, CouncilStep.Minutes, notice, content, []);
        }
        content.AddRange(Decisions(turn, council));
        AddButton(Texts.WriteDecisions, EditVerb);
        content.AddRange(Agreements(turn, view, page, edits, writes));
        AddButton(Texts.AddAgreement, AgreementCards.NewVerb);
        content.Add(Title(turn, Texts.ReviewHeading));
        content.Add(
            council.Minutes.Evaluation is { } said
                ? new TextBlock(turn.In(Texts.Reviewed(said, CardText.Escape(said.By.Name))))
                : TextBlock.Remark(turn.In(Texts.NotReviewed))
        );
        if (council.Minutes.Evaluation is { Remark.Length: > 0 } remarked)
        {
            content.Add(new RichTextBlock(remarked.Remark));
        }
        AddButton(Texts.Review, ReviewVerb);
        if (council.Minutes.NextDate is { } next)
        {
            content.Add(
                new TextBlock(turn.Language.Labelled(turn.In(Texts.NextShort), TokyoTime.Full(next, turn.Language)))
                {
                    Separator = true,
                }
            );
        }
        if (council.Minutes.SharedAt is { } shared)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.SharedAt(TokyoTime.Brief(shared, turn.Language)))));
        }
        List<AdaptiveAction> own = [];
        ActionData data = Data(council);
        if (writes)
        {
            own.Add(Button(turn, Texts.Share, ShareVerb, data));
            own.Add(Button(turn, Texts.Close, CloseVerb, data));
        }
        else if (edits && isHeld)
        {
            own.Add(
                Button(turn, Texts.NextCouncil, CouncilPage.NewVerb, ActionData.Of(("from", council.Id.ToString())))
            );
            if (council.Theme is not null)
            {
                own.Add(Button(turn, Texts.ToTheme, EffectCards.ShowVerb, data));
            }
            if (council.Minutes.SharedAt is null)
            {
                own.Add(Button(turn, Texts.Share, ShareVerb, data));
            }
            own.Add(Button(turn, Texts.Reopen, ReopenVerb, data, secondary: true));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Minutes, notice, content, own);

        void AddButton(LocalText title, string verb)
        {
            if (writes)
            {
                content.Add(new ActionSet([Button(turn, title, verb, Data(council))]) { Spacing = Spacing.Small });
            }
        }
    }

    /// <summary>Decisions and the next date.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        MinutesForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    ) =>
        FormCard(
            turn,
            view,
            Texts.Decisions,
            notice,
            [
                new TextInput("in_decisions", turn.In(Texts.DecisionsLabel))
                {
                    Value = form.Text,
                    IsMultiline = true,
                    MaxLength = MinutesForm.LongestText,
                    Placeholder = turn.In(Texts.DecisionsPlaceholder),
                },
                new DateInput("in_next", turn.In(Texts.Next)) { Value = form.NextDate },
            ],
            Saving(turn, SaveVerb, Data(view.Council).With("v", form.Seen ?? ""), asksPersonalData)
        );

    /// <summary>Three questions about the meeting itself.</summary>
    public static CardReply Review(
        BotTurn turn,
        CouncilView view,
        ReviewForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        LocalText[] questions = [Texts.RightPeople, Texts.SharedView, Texts.RolesSettled];
        Choice[] grades = [.. Enumerable.Range(1, 4).Select(g => new Choice(turn.In(Texts.Grade(g)), $"{g}"))];
        return FormCard(
            turn,
            view,
            Texts.ReviewHeading,
            notice,
            [
                .. questions.Select(
                    (q, n) =>
                        new ChoiceSetInput(ReviewForm.Inputs[n], turn.In(q), grades)
                        {
                            Style = ChoiceStyle.Expanded,
                            Value = form.Grades[n] is { } grade ? $"{grade}" : null,
                            IsRequired = true,
                            ErrorMessage = turn.In(Texts.GradeError),
                        }
                ),
                new TextInput("in_remark", turn.In(Texts.Remark))
                {
                    Value = form.Remark,
                    IsMultiline = true,
                    MaxLength = ReviewForm.RemarkLength,
                },
            ],
            Saving(turn, SaveReviewVerb, Data(view.Council).With("v", form.Seen ?? ""), asksPersonalData)
        );
    }

    /// <summary>Asks whether to share it, and gives the text for those whom Renkei does not reach.</summary>
    public static CardReply Share(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        int reached = council.Participants.Count(p => p.Contact.HasAccount);
        return FormCard(
            turn,
            view,
            Texts.ShareHeading,
            notice: null,
            [
                new TextBlock(turn.In(Texts.Sharing(reached))),
                new TextBlock(turn.In(Texts.ShareCopy)) { Separator = true },
                new RichTextBlock(PlainText(turn, view)),
            ],
            reached == 0 || council.Minutes.SharedAt is not null
                ? []
                : [Button(turn, Texts.ShareNow, ShareNowVerb, Data(council))]
        );
    }

    /// <summary>Asks whether to close the minutes, and says before what is still open.</summary>
    public static CardReply Close(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        LocalText[] open = [.. OpenIn(council)];
        return FormCard(
            turn,
            view,
            Texts.CloseHeading,
            notice: null,
            [
                new TextBlock(turn.In(Texts.StillOpen)) { Weight = TextWeight.Bolder },
                .. open.Length == 0
                    ? [new TextBlock(turn.In(Texts.NothingOpen)) { Color = TextColor.Good }]
                    : open.Select(o => new TextBlock($"• {turn.In(o)}") { Spacing = Spacing.Small }),
                TextBlock.Remark(turn.In(Texts.CloseMeans)),
            ],
            [Button(turn, Texts.CloseNow, CloseNowVerb, Data(council))]
        );
    }

    /// <summary>A button that opens the step.</summary>
    public static ExecuteAction BackButton(BotTurn turn, Council council) =>
        Button(turn, Texts.Back, ListVerb, Data(council));

    private static bool IsBlank(Council council) =>
        council.Minutes is { Decisions: [], Agreements: [], Evaluation: null, NextDate: null };

    private static IEnumerable<LocalText> OpenIn(Council council)
    {
        int attendance = council.Participants.Count(p => p.Attended is null);
        if (attendance > 0)
        {
            yield return Texts.OpenAttendance(attendance);
        }
        if (council.Minutes.Decisions.Count == 0)
        {
            yield return Texts.OpenDecisions;
        }
        if (council.Minutes.Agreements.Count == 0)
        {
            yield return Texts.OpenAgreements;
        }
        if (council.Minutes.Evaluation is null)
        {
            yield return Texts.OpenReview;
        }
        if (council.Minutes.NextDate is null)
        {
            yield return Texts.OpenNext;
        }
        if (council.Minutes.SharedAt is null)
        {
            yield return Texts.OpenShare;
        }
    }

    private static IEnumerable<CardElement> Decisions(BotTurn turn, Council council)
    {
        yield return Title(turn, Texts.Decisions);
        if (council.Minutes.Decisions.Count == 0)
        {
            yield return TextBlock.Remark(turn.In(Texts.NoDecisions));
        }
        for (int n = 0; n < council.Minutes.Decisions.Count; n++)
        {
            yield return new TextBlock($"{n + 1}\\. {CardText.Escape(council.Minutes.Decisions[n])}")
            {
                Spacing = Spacing.Small,
            };
        }
    }

    private static IEnumerable<CardElement> Agreements(
        BotTurn turn,
        CouncilView view,
        int? page,
        bool edits,
        bool writes
    )
    {
        Council council = view.Council;
        IReadOnlyList<Agreement> all = council.Minutes.Agreements;
        int size =
            council.Minutes.Decisions.Sum(d => d.Length) > MuchText ? AgreementsShownBesideMuch : AgreementsShown;
        int at = ListLine.Page(page, all.Count, size);
        yield return Title(turn, Texts.Agreements);
        if (all.Count == 0)
        {
            yield return TextBlock.Remark(turn.In(Texts.NoAgreements));
        }
        foreach (
            Agreement agreement in all.OrderBy(a => a.Done is not null).ThenBy(a => a.Due).Skip(at * size).Take(size)
        )
        {
            yield return AgreementCards.Line(
                turn,
                agreement,
                council.Id,
                view.Today,
                edits,
                data => data,
                title: null,
                writes ? AgreementCards.EditButton(turn, council.Id, agreement) : null
            );
        }
        foreach (
            CardElement way in ListLine.Paging(
                turn,
                at,
                all.Count,
                size,
                (title, p) => Button(turn, title, ListVerb, Data(council).With("p", p))
            )
        )
        {
            yield return way;
        }
    }

    /// <summary>The minutes as a text to copy into a mail. Not Markdown.</summary>
    private static string PlainText(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        List<string> lines = [council.Title];
        if (council.When is { } when)
        {
            lines.Add(when.Full(turn.Language));
        }
        lines.Add("");
        lines.Add(turn.In(Texts.Decisions));
        lines.AddRange(council.Minutes.Decisions.Select((d, n) => $"{n + 1}. {d}"));
        lines.Add("");
        lines.Add(turn.In(Texts.Agreements));
        lines.AddRange(
            council.Minutes.Agreements.Select(a =>
                $"- {turn.Language.Labelled(a.Who, a.What)}{turn.Language.InBrackets(TokyoTime.Brief(a.Due, turn.Language))}"
            )
        );
        if (council.Minutes.NextDate is { } next)
        {
            lines.Add("");
            lines.Add(turn.Language.Labelled(turn.In(Texts.NextShort), TokyoTime.Full(next, turn.Language)));
        }
        return string.Join('\n', lines);
    }

    private static CardReply FormCard(
        BotTurn turn,
        CouncilView view,
        LocalText heading,
        PageNotice? notice,
        IReadOnlyList<CardElement> content,
        IReadOnlyList<AdaptiveAction> actions
    ) => CouncilPage.Form(turn, view, heading, notice, content, [.. actions, BackButton(turn, view.Council)]);

    private static IReadOnlyList<ExecuteAction> Saving(
        BotTurn turn,
        string verb,
        ActionData data,
        bool asksPersonalData
    ) => PersonalDataQuestion.Buttons(turn.Language, CouncilTexts.Save, verb, data, asksPersonalData);

    private static TextBlock Title(BotTurn turn, LocalText title) =>
        new(turn.In(title)) { Weight = TextWeight.Bolder, Separator = true };

    private static ExecuteAction Button(
        BotTurn turn,
        LocalText title,
        string verb,
        ActionData data,
        bool secondary = false
    ) => new(turn.In(title), verb, data) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}
