using Renkei.Activities.Turns;
using Renkei.Bot.Checklists;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using CouncilPage = Renkei.Bot.Councils.CouncilPage;
using Texts = Renkei.Bot.Features.Checklist.ChecklistTexts;

namespace Renkei.Bot.Features.Checklist;

/// <summary>The cards of the walk: one role group each.</summary>
internal static class WalkCards
{
    public const string OpenVerb = ThemePage.WalkVerb;
    public const string GoVerb = "walk/go";
    public const string UndoVerb = "walk/undo";
    public const string DecideVerb = "walk/decide";

    private const int TrailLength = 40;
    private const int MembersOffered = 10;
    private const int MembersOfferedWhenFull = 4;
    private static readonly Choice[] StatusesInJapanese = Statuses(Language.Japanese);
    private static readonly Choice[] StatusesInEnglish = Statuses(Language.English);

    /// <summary>A role group to answer.</summary>
    public static CardReply Group(BotTurn turn, WalkView view, Organisation places)
    {
        Language language = turn.Language;
        Theme theme = view.Summary.Theme;
        List<CardElement> body = Header(turn, view, places, readOnly: false);
        if (view.Notice is { } notice)
        {
            ContainerStyle style = notice.Kind == WalkNoticeKind.Done ? ContainerStyle.Good : ContainerStyle.Attention;
            body.Add(BotCards.Notice(notice.Text, style));
        }
        // One token for all buttons of the card: whichever is pressed, it is the same save.
        ActionData data = Data(view);
        foreach (PlaybookItem item in view.Group.Items)
        {
            body.Add(Line(turn, view, item, data));
        }
        Domain.Checklists.Progress progress = view.Summary.ProgressIn(view.Playbook);
        body.Add(
            new TextBlock(turn.In(ThemeTexts.NextStep(progress))) { Weight = TextWeight.Bolder, Separator = true }
        );
        bool isLast = view.Place == view.Playbook.Groups.Count;
        List<AdaptiveAction> actions = [];
        if (view.Notice?.Kind == WalkNoticeKind.PersonalData)
        {
            actions.Add(
                Go(turn, PersonalDataQuestion.RemoveAndSave, data.With("ok", PersonalDataQuestion.Remove), "next")
            );
            actions.Add(Go(turn, PersonalDataQuestion.NotPersonal, data.With("ok", PersonalDataQuestion.Keep), "next"));
        }
        else
        {
            actions.Add(Go(turn, isLast ? Texts.SaveAndFinish : Texts.SaveAndNext, data, "next"));
        }
        if (view.Place > 1)
        {
            actions.Add(Go(turn, Texts.Previous, data, "previous"));
        }
        // The question about personal data comes first; going on and whatever else there is to press would be one button too many.
        if (!isLast && view.Notice?.Kind != WalkNoticeKind.PersonalData)
        {
            actions.Add(Go(turn, Texts.Skip, data, "skip"));
        }
        actions.Add(Go(turn, Texts.Stop, data, "stop"));
        if (view.LastSave is not null)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.Undo), UndoVerb, data)
                {
                    IsSecondary = view.Notice?.Kind != WalkNoticeKind.Done,
                }
            );
        }
        actions.Add(Go(turn, Texts.ToOverview, data, "overview", secondary: true));
        string summary = language.Labelled(theme.Name, view.Group.Name.In(language));
        return BotCards.Reply(turn, summary, body, actions, plain: view.IsFull ? summary : null, about: Subject(view));
    }

    /// <summary>A role group to read, for those who may see but not answer.</summary>
    public static CardReply ReadOnly(BotTurn turn, WalkView view, Organisation places, bool withNotes)
    {
        List<CardElement> body = Header(turn, view, places, readOnly: true);
        foreach (PlaybookItem item in view.Group.Items)
        {
            ItemState state = view.StateOf(item.Id);
            List<CardElement> line = [ItemText(turn, item), new TextBlock(StateLine(turn, state))];
            if (withNotes && state.Answer.Note.Length > 0)
            {
                line.Add(
                    TextBlock.Remark(turn.Language.Labelled(turn.In(Texts.Note), CardText.Escape(state.Answer.Note)))
                );
            }
            body.Add(new Container(line) { Separator = true });
        }
        if (!withNotes)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.NotePrivate)));
        }
        string theme = view.Summary.Theme.Id.ToString();
        List<AdaptiveAction> actions = [];
        if (view.Place > 1)
        {
            actions.Add(Open(turn, Texts.Previous, theme, view.Playbook.Groups[view.Place - 2].Number));
        }
        if (view.Place < view.Playbook.Groups.Count)
        {
            actions.Add(Open(turn, new("次へ", "Next"), theme, view.Playbook.Groups[view.Place].Number));
        }
        actions.Add(new ExecuteAction(turn.In(Texts.ToOverview), ThemePage.ShowVerb, ActionData.Of(("t", theme))));
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(view.Summary.Theme.Name, view.Group.Name.In(turn.Language)),
            body,
            actions,
            Open(turn, Texts.Resume, theme, view.Group.Number),
            about: Subject(view)
        );
    }

    /// <summary>The line that comes next, where it is one of this role group; else its first.</summary>
    private static CardSubject Subject(WalkView view)
    {
        IReadOnlyList<PlaybookItem> items = view.Group.Items;
        PlaybookItem? next = view.Summary.ProgressIn(view.Playbook).Next;
        return CardSubject.Of(view.Summary.Theme.Id, (items.FirstOrDefault(i => i.Id == next?.Id) ?? items[0]).Id);
    }

    /// <summary>The end for today, or of the whole walk: what was saved and how to go on.</summary>
    public static CardReply Stopped(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        int group,
        int saved,
        bool through
    )
    {
        Domain.Checklists.Progress progress = summary.ProgressIn(playbook);
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.DoneToday))];
        if (through)
        {
            body.Add(new TextBlock(turn.In(Texts.ThroughAll)));
        }
        body.Add(
            new TextBlock(
                turn.Language.Labelled(
                    CardText.Escape(summary.Theme.Name),
                    turn.In(saved > 0 ? Texts.Saved(saved) : Texts.AllKept)
                )
            )
        );
        body.Add(Cards.Progress.Bar(progress.Reached, progress.Applicable));
        body.Add(new TextBlock(turn.In(ThemeTexts.NextStep(progress))) { Weight = TextWeight.Bolder });
        body.Add(TextBlock.Remark(turn.In(Texts.HowToResume)));
        string theme = summary.Theme.Id.ToString();
        return BotCards.Reply(
            turn,
            turn.Language.ThenSay(turn.In(Texts.DoneToday), turn.In(ThemeTexts.NextStep(progress))),
            body,
            [
                Open(turn, Texts.Resume, theme, through ? ThemePage.GroupOf(playbook, progress.Next) : group),
                new ExecuteAction(turn.In(Texts.ToOverview), ThemePage.ShowVerb, ActionData.Of(("t", theme))),
                CouncilPage.BeginFor(turn, summary.Theme.Id, progress.Next),
            ],
            about: CardSubject.Of(summary.Theme.Id)
        );
    }

    /// <summary>Lines that two people changed differently: the person decides for each.</summary>
    public static CardReply Conflicts(
        BotTurn turn,
        ThemeSummary summary,
        Playbook playbook,
        int group,
        string to,
        IReadOnlyList<AnswerConflict> conflicts,
        int saved
    )
    {
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.ConflictHeading))];
        if (saved > 0)
        {
            body.Add(BotCards.Notice(turn.In(Texts.Saved(saved)), ContainerStyle.Good));
        }
        foreach (AnswerConflict conflict in conflicts)
        {
            PlaybookItem item = playbook.Items.First(i => i.Id == conflict.Item);
            PersonRef by = conflict.Theirs.By!;
            string at = TokyoTime.Brief(conflict.Theirs.At, turn.Language);
            body.Add(
                new Container([
                    ItemText(turn, item),
                    new TextBlock(
                        turn.In(
                            Texts.ChangedBy(
                                CardText.Escape(by.Name),
                                at,
                                CardText.Escape(Describe(turn, conflict.Theirs.Answer))
                            )
                        )
                    ),
                    new ChoiceSetInput(
                        $"in_c_{conflict.Item.Key}",
                        turn.In(Texts.ConflictAsk),
                        [
                            new Choice(
                                turn.In(Texts.Theirs(by.Name, Describe(turn, conflict.Theirs.Answer))),
                                "theirs"
                            ),
                            new Choice(turn.In(Texts.Mine(Describe(turn, conflict.Mine))), "mine"),
                        ]
                    )
                    {
                        Style = ChoiceStyle.Expanded,
                        IsRequired = true,
                        ErrorMessage = turn.In(Texts.DecideError),
                    },
                ])
                {
                    Separator = true,
                }
            );
        }
        ActionData data = ActionData.From(
            new PendingDecision(
                summary.Theme.Id.ToString(),
                group,
                to,
                DrawnId.New(),
                [.. conflicts.Select(PendingAnswer.Of)]
            ),
            WalkJson.Default.PendingDecision
        );
        return BotCards.Reply(
            turn,
            turn.In(Texts.ConflictHeading),
            body,
            [new ExecuteAction(turn.In(Texts.Decide), DecideVerb, data)],
            about: CardSubject.Of(summary.Theme.Id)
        );
    }

    /// <summary>The revisions of a line, newest first.</summary>
    public static CardReply History(
        BotTurn turn,
        ThemeId theme,
        int group,
        PlaybookItem item,
        IReadOnlyList<Revision> revisions
    )
    {
        string heading = turn.In(Texts.HistoryHeading(item.Source));
        List<CardElement> body = [TextBlock.Heading(heading), new TextBlock(item.Text.In(turn.Language))];
        if (revisions.Count == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NoHistory)));
        }
        foreach (Revision revision in revisions)
        {
            string who = turn.In(
                Texts.Answered(
                    CardText.Escape(revision.State.By?.Name ?? ""),
                    TokyoTime.Full(revision.State.At, turn.Language)
                )
            );
            body.Add(
                new Container([
                    TextBlock.Remark(who + (revision.IsUndo ? turn.In(Texts.Undone) : "")),
                    new TextBlock(CardText.Escape(Describe(turn, revision.State.Answer))) { Spacing = Spacing.None },
                ])
                {
                    Separator = true,
                }
            );
        }
        return BotCards.Reply(
            turn,
            heading,
            body,
            [Open(turn, Texts.Back, theme.ToString(), group)],
            about: CardSubject.Of(theme, item.Id)
        );
    }

    /// <summary>An answer in one line of plain text, for choices and the history.</summary>
    public static string Describe(BotTurn turn, Answer answer)
    {
        List<string> parts = [turn.In(answer.Status.Name())];
        if (answer.Reason.Length > 0)
        {
            parts.Add(answer.Reason);
        }
        if (answer.Date is { } date)
        {
            parts.Add(TokyoTime.Full(date, turn.Language));
        }
        if (answer.Note.Length > 0)
        {
            parts.Add(turn.Language.Labelled(turn.In(Texts.Note), answer.Note));
        }
        if (answer.NextStep is { } step)
        {
            string due = step.Due is { } day ? $" {turn.In(Texts.Due)} {TokyoTime.Brief(day, turn.Language)}" : "";
            string who = step.Who is { } person ? $" {person.Name}" : "";
            parts.Add(turn.Language.Labelled(turn.In(Texts.NextStep), $"{step.What}{due}{who}"));
        }
        return string.Join(turn.Language == Language.Japanese ? "／" : "; ", parts);
    }

    private static List<CardElement> Header(BotTurn turn, WalkView view, Organisation places, bool readOnly)
    {
        Language language = turn.Language;
        Stage stage = view.Stage;
        Theme theme = view.Summary.Theme;
        string heading = view.Group.Name.In(language) + (readOnly ? turn.In(Texts.ReadOnly) : "");
        int groups = view.Playbook.Groups.Count;
        string centre = places.FindCentre(theme.Id.CentreCode)?.Name.In(language) ?? theme.Id.CentreCode;
        string year = new FiscalYear(theme.Id.FiscalYear).Label.In(language);
        return
        [
            TextBlock.Remark(turn.In(ThemeTexts.Stage(stage.Number, stage.Name))),
            TextBlock.Heading(heading) with
            {
                Spacing = Spacing.None,
            },
            TextBlock.Remark(CardText.Escape(theme.Name) + language.InBrackets(language.Together(centre, year))) with
            {
                Spacing = Spacing.None,
            },
            Cards.Progress.Bar(view.Place, groups, label: turn.In(Texts.Group(view.Place, groups))),
        ];
    }

    private static Container Line(BotTurn turn, WalkView view, PlaybookItem item, ActionData data)
    {
        ItemState state = view.StateOf(item.Id);
        AnswerLine? filled = view.FilledFor(item.Id);
        Answer shown = filled?.Mine ?? state.Answer;
        string details = $"details_{item.Id.Key}";
        string examples = $"examples_{item.Id.Key}";
        List<CardElement> line = [ItemText(turn, item)];
        if (filled?.Error is { } error)
        {
            line.Add(new TextBlock(turn.In(error)) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        }
        line.Add(
            new ChoiceSetInput(
                Inputs.Status(item.Id),
                $"{item.Source} {turn.In(Texts.Status)}",
                turn.Language == Language.Japanese ? StatusesInJapanese : StatusesInEnglish
            )
            {
                Value = shown.Status.Code().ToString(),
            }
        );
        if (state.By is { } by)
        {
            string at = TokyoTime.Brief(state.At, turn.Language);
            line.Add(
                TextBlock.Remark(
                    turn.In(Texts.Answered(CardText.Escape(by.Name), at))
                        + (view.IsFull ? "" : Trail(turn, state.Answer))
                ) with
                {
                    Spacing = Spacing.Small,
                }
            );
        }
        List<AdaptiveAction> unfold = [new ToggleVisibilityAction(turn.In(Texts.Details), details)];
        bool hasExamples = item.Examples.Count > 0 && !view.IsFull;
        if (hasExamples)
        {
            unfold.Add(new ToggleVisibilityAction(turn.In(Texts.Examples), examples));
        }
        if (state.Revision > 0)
        {
            unfold.Add(Go(turn, Texts.History, data, $"history:{item.Id.Key}"));
        }
        line.Add(new ActionSet(unfold) { Spacing = Spacing.Small });
        if (hasExamples)
        {
            string list = string.Join('\n', item.Examples.Select(e => $"- {e.In(turn.Language)}"));
            line.Add(
                new Container([new TextBlock(list)])
                {
                    Id = examples,
                    IsVisible = false,
                    Style = ContainerStyle.Emphasis,
                }
            );
        }
        line.Add(
            Details(turn, view, item, shown, details, isVisible: filled is not null && IsToBeSeen(filled, state.Answer))
        );
        return new(line) { Separator = true };
    }

    private static Container Details(
        BotTurn turn,
        WalkView view,
        PlaybookItem item,
        Answer shown,
        string id,
        bool isVisible
    )
    {
        // Oneself first; a long list on every line would not fit into a card.
        IReadOnlyList<PersonRef> members =
        [
            .. view
                .Summary.Theme.Members.OrderByDescending(m => m.ObjectId == turn.PersonId.ObjectId)
                .Take(view.IsFull ? MembersOfferedWhenFull : MembersOffered),
        ];
        // Somebody who left the theme keeps the step they were given until it is given to another.
        PersonRef? who = shown.NextStep?.Who;
        IEnumerable<PersonRef> offered =
            who is null || members.Any(m => m.ObjectId == who.ObjectId) ? members : [.. members, who];
        return new([
            new TextInput(Inputs.Reason(item.Id), turn.In(Texts.Reason))
            {
                Value = shown.Reason is "" ? null : shown.Reason,
                MaxLength = Answer.ReasonLength,
            },
            new TextInput(Inputs.Note(item.Id), turn.In(Texts.Note))
            {
                Value = shown.Note is "" ? null : shown.Note,
                MaxLength = Answer.NoteLength,
                IsMultiline = true,
                Placeholder = turn.In(Texts.NotePlaceholder),
            },
            new DateInput(Inputs.Date(item.Id), turn.In(Texts.Date)) { Value = shown.Date },
            new TextInput(Inputs.Step(item.Id), turn.In(Texts.NextStep))
            {
                Value = shown.NextStep?.What,
                MaxLength = NextStep.WhatLength,
            },
            new DateInput(Inputs.Due(item.Id), turn.In(Texts.Due)) { Value = shown.NextStep?.Due },
            new ChoiceSetInput(
                Inputs.Who(item.Id),
                turn.In(Texts.Who),
                [new Choice(turn.In(Texts.NoOne), Inputs.NoOne), .. offered.Select(m => new Choice(m.Name, m.ObjectId))]
            )
            {
                Value = who?.ObjectId ?? Inputs.NoOne,
            },
        ])
        {
            Id = id,
            IsVisible = isVisible,
            Style = ContainerStyle.Emphasis,
        };
    }

    // What is to be mended, and what is typed and not saved: the folded parts of other lines would only hide it.
    private static bool IsToBeSeen(AnswerLine filled, Answer stored) =>
        filled.Error is not null
        || filled.Mine.Reason != stored.Reason
        || filled.Mine.Note != stored.Note
        || filled.Mine.Date != stored.Date
        || filled.Mine.NextStep != stored.NextStep;

    /// <summary>The beginning of reason, note and next step; the whole of them is in the inputs, and twice would not fit into a card.</summary>
    private static string Trail(BotTurn turn, Answer answer)
    {
        Language language = turn.Language;
        string reason =
            answer.Reason.Length > 0
                ? language.Gap() + language.Labelled(turn.In(Texts.Why), CardText.Escape(Beginning(answer.Reason)))
                : "";
        string note =
            answer.Note.Length > 0
                ? language.Gap() + language.Labelled(turn.In(Texts.Note), CardText.Escape(Beginning(answer.Note)))
                : "";
        string step = answer.NextStep is { } next
            ? language.Gap()
                + language.Labelled(turn.In(Texts.NextStep), CardText.Escape(Beginning(next.What)))
                + (next.Due is { } due ? language.InBrackets(TokyoTime.Brief(due, language)) : "")
            : "";
        return reason + note + step;
    }

    private static string Beginning(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= TrailLength)
        {
            return line;
        }
        // Not between the halves of a character.
        int end = char.IsHighSurrogate(line[TrailLength - 1]) ? TrailLength - 1 : TrailLength;
        return $"{line[..end]}…";
    }

    private static string StateLine(BotTurn turn, ItemState state) =>
        state.By is { } by
            ? turn.In(state.Answer.Status.Name())
                + turn.Language.Gap()
                + turn.In(Texts.Answered(CardText.Escape(by.Name), TokyoTime.Brief(state.At, turn.Language)))
            : turn.In(state.Answer.Status.Name());

    private static TextBlock ItemText(BotTurn turn, PlaybookItem item) =>
        new($"**{item.Source}**{turn.Language.Gap()}{item.Text.In(turn.Language)}");

    private static ActionData Data(WalkView view)
    {
        string revisions = AnswerForm.WriteRevisions(
            view.Group.Items.Select(i => (i.Id, view.FilledFor(i.Id)?.SeenRevision ?? view.StateOf(i.Id).Revision))
        );
        ActionData data = ActionData.Of(
            ("t", view.Summary.Theme.Id.ToString()),
            ("g", view.Group.Number),
            ("r", revisions),
            ("k", DrawnId.New())
        );
        return view.LastSave is { } save ? data.With("u", save) : data;
    }

    private static ExecuteAction Go(
        BotTurn turn,
        LocalText title,
        ActionData data,
        string to,
        bool secondary = false
    ) => new(turn.In(title), GoVerb, data.With("to", to)) { IsSecondary = secondary };

    private static ExecuteAction Open(BotTurn turn, LocalText title, string theme, int group) =>
        new(turn.In(title), OpenVerb, ActionData.Of(("t", theme), ("g", group))) { IgnoresInputs = true };

    private static Choice[] Statuses(Language language) =>
        [.. ItemStatuses.All.Select(s => new Choice(s.Name().In(language), s.Code().ToString()))];
}
