using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Preparation.TaskTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>The cards of preparation tasks: the step, one task, giving several away, and one's own over all councils.</summary>
internal static class TaskCards
{
    public const string ListVerb = "tasks/list";
    public const string DoneVerb = "tasks/done";
    public const string NewVerb = "tasks/new";
    public const string EditVerb = "tasks/edit";
    public const string SaveVerb = "tasks/save";
    public const string RemoveVerb = "tasks/remove";
    public const string RestoreVerb = "tasks/restore";
    public const string ShareVerb = "tasks/share";
    public const string GiveVerb = "tasks/give";
    public const string MineVerb = "tasks/mine";

    /// <summary>Value of <c>w</c>: the button stands on the card of one's own tasks, and leads back to it.</summary>
    public const string FromMine = "mine";

    private const int PageSize = 8;

    /// <summary>The step: what is open by its due date, then what is done.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, int? page, PageNotice? notice, AdaptiveAction? undo)
    {
        Council council = view.Council;
        IReadOnlyList<TaskLine> lines = TaskLine.Of(view);
        bool edits = view.IsEditableIn(turn);
        int at = ListLine.Page(page, lines.Count, PageSize);
        List<CardElement> content = [.. ListLine.Undo(undo)];
        if (lines.Count == 0)
        {
            content.Add(new TextBlock(turn.In(Texts.NoTasks)));
        }
        else if (view.Plan is not { } plan)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.NoDate)));
        }
        else if (plan.IsTight)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.Tight(council.Tasks.Max(t => t.Lead), plan.Available))));
        }
        content.AddRange(lines.Skip(at * PageSize).Take(PageSize).Select(l => Line(turn, view, l, at, edits)));
        content.AddRange(
            ListLine.Paging(
                turn,
                at,
                lines.Count,
                PageSize,
                (title, p) =>
                    new ExecuteAction(turn.In(title), ListVerb, Data(council).With("p", p)) { IgnoresInputs = true }
            )
        );
        List<AdaptiveAction> own = [];
        if (edits)
        {
            int unowned = lines.Count(l => !l.IsDone && l.Task.Owner is null);
            if (lines.Any(l => !l.IsDone))
            {
                LocalText title = unowned > 0 ? Texts.GiveUnowned(unowned) : Texts.Hand;
                own.Add(Button(turn, title, ShareVerb, council, secondary: unowned == 0));
            }
            own.Add(Button(turn, Texts.Add, NewVerb, council));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Tasks, notice, content, own);
    }

    /// <summary>One task, new or changed.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        TaskForm form,
        IReadOnlyList<PersonRef> people,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        PreparationTask? stored = council.Tasks.FirstOrDefault(t => t.Id == form.Id);
        LocalText heading = form.IsNew ? Texts.Add : Texts.Text;
        List<CardElement> body =
        [
            new TextInput("in_text", turn.In(Texts.Text))
            {
                Value = form.Text,
                MaxLength = PreparationTask.TextLength,
                Placeholder = turn.In(Texts.TextPlaceholder),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TextError),
            },
            new NumberInput("in_lead", turn.In(Texts.Lead))
            {
                Value = form.Lead,
                Min = 0,
                Max = TaskTemplate.LongestLead,
                ErrorMessage = turn.In(Texts.LeadError),
            },
            new DateInput("in_due", turn.In(Texts.Due)) { Value = form.Due },
            OwnerChoice(turn, Together(people, stored?.Owner), form.Owner),
        ];
        ActionData data = Data(council).With("t", form.Id).With("n", form.IsNew).With("v", form.Seen ?? "");
        LocalText save = form.IsNew ? Texts.AddThis : CouncilTexts.Save;
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, save, SaveVerb, data, asksPersonalData),
        ];
        actions.Add(Button(turn, Texts.Back, ListVerb, council));
        if (stored is not null && !form.IsNew)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.Remove), RemoveVerb, Data(council).With("t", form.Id))
                {
                    IgnoresInputs = true,
                }
            );
        }
        return CouncilPage.Form(turn, view, heading, notice, body, actions);
    }

    /// <summary>Several tasks for one person at once.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="people">Who can be asked.</param>
    /// <param name="chosen">Ids of the tasks that are ticked.</param>
    /// <param name="owner">Object id of who is chosen already.</param>
    /// <param name="notice">What is said above.</param>
    public static CardReply Share(
        BotTurn turn,
        CouncilView view,
        IReadOnlyList<PersonRef> people,
        IReadOnlyList<string> chosen,
        string? owner,
        PageNotice? notice
    )
    {
        Council council = view.Council;
        TaskLine[] open = [.. TaskLine.Of(view).Where(l => !l.IsDone)];
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.GiveHeading)),
            TextBlock.Remark(turn.Language.Beside(CardText.Escape(council.Title), CouncilPage.WhenLine(turn, view))),
            .. notice.Elements(),
        ];
        if (open.Length == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NothingToGive)));
            return BotCards.Reply(
                turn,
                turn.In(Texts.NothingToGive),
                body,
                [Button(turn, Texts.Back, ListVerb, council)],
                about: CardSubject.Of(view.Council.Id)
            );
        }
        body.Add(OwnerChoice(turn, people, owner, withNoOne: false));
        body.Add(
            new ChoiceSetInput("in_tasks", turn.In(Texts.Which), [.. open.Select(l => Choice(turn, view, l))])
            {
                Style = ChoiceStyle.Expanded,
                IsMultiSelect = true,
                Values = [.. open.Where(l => chosen.Contains(l.Task.Id)).Select(l => SeenAs(l.Task))],
                IsRequired = true,
                ErrorMessage = turn.In(Texts.WhichError),
            }
        );
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(council.Title, turn.In(Texts.GiveHeading)),
            body,
            [
                new ExecuteAction(turn.In(Texts.Give), GiveVerb, Data(council)),
                Button(turn, Texts.Back, ListVerb, council),
            ],
            about: CardSubject.Of(view.Council.Id)
        );
    }

    /// <summary>One's own open tasks over all councils of the centre.</summary>
    public static CardReply Mine(
        BotTurn turn,
        IReadOnlyList<MyTask> tasks,
        BusinessDays days,
        DateOnly today,
        int? page,
        PageNotice? notice,
        AdaptiveAction? undo
    )
    {
        int at = ListLine.Page(page, tasks.Count, PageSize);
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Mine)), .. notice.Elements()];
        body.AddRange(ListLine.Undo(undo));
        if (tasks.Count == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NothingOfMine)));
        }
        foreach (MyTask mine in tasks.Skip(at * PageSize).Take(PageSize))
        {
            body.Add(Line(turn, mine, days, today, at));
        }
        body.AddRange(
            ListLine.Paging(
                turn,
                at,
                tasks.Count,
                PageSize,
                (title, p) =>
                    new ExecuteAction(turn.In(title), MineVerb, ActionData.Of(("p", p))) { IgnoresInputs = true }
            )
        );
        return BotCards.Reply(
            turn,
            turn.In(tasks.Count == 0 ? Texts.NothingOfMine : Texts.Mine),
            body,
            [BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List)],
            // What was just said and can be taken back must not be wiped by the card's own refreshing.
            notice is null
                ? new ExecuteAction(turn.In(Texts.Mine), MineVerb, ActionData.Of(("p", at)))
                : null
        );
    }

    /// <summary>A button that takes 済み, or its being taken back, back.</summary>
    public static ExecuteAction UndoDone(BotTurn turn, Council council, string task, bool done, string? from) =>
        new(turn.In(CouncilTexts.Undo), DoneVerb, Data(council).With("t", task).With("d", done).With("w", from ?? ""))
        {
            IgnoresInputs = true,
        };

    /// <summary>A button that brings a removed task back.</summary>
    public static ExecuteAction UndoRemove(BotTurn turn, Council council, string task, int revision) =>
        new(turn.In(CouncilTexts.Undo), RestoreVerb, Data(council).With("t", task).With("r", revision))
        {
            IgnoresInputs = true,
        };

    /// <summary>A task with who had it when the card was made: the value of a choice.</summary>
    public static string SeenAs(PreparationTask task) => $"{task.Id}~{task.Owner?.ObjectId ?? TaskForm.NoOne}";

    private static Container Line(BotTurn turn, CouncilView view, TaskLine line, int page, bool edits)
    {
        PreparationTask task = line.Task;
        bool isLate = !line.IsDone && line.Due < view.Today;
        bool byItself = line.IsDone && task.Done is null;
        string remark =
            task.Done is { } done
                ? turn.In(
                    Texts.DoneBy(
                        CardText.Escape(done.By.Name),
                        TokyoTime.Brief(TokyoTime.DateOf(done.At), turn.Language)
                    )
                )
            : byItself ? turn.In(Texts.DoneByItself(view.Council, task))
            : turn.Language.Beside(
                turn.In(Texts.Until(line.Due, task.Lead, view.Today, view.Days)),
                task.Owner is { } owner ? turn.In(Texts.OwnedBy(CardText.Escape(owner.Name))) : turn.In(Texts.NoOwner)
            );
        List<AdaptiveAction> buttons = [];
        if (edits && !byItself)
        {
            buttons.Add(
                new ExecuteAction(
                    turn.In(line.IsDone ? Texts.NotDone : Texts.Done),
                    DoneVerb,
                    Data(view.Council).With("t", task.Id).With("d", !line.IsDone).With("p", page)
                )
                {
                    IgnoresInputs = true,
                    Tooltip = view.Worded(turn, task.Text),
                }
            );
        }
        if (edits && !line.IsDone)
        {
            buttons.Add(
                new ExecuteAction(turn.In(Texts.Edit), EditVerb, Data(view.Council).With("t", task.Id))
                {
                    IgnoresInputs = true,
                    Tooltip = view.Worded(turn, task.Text),
                }
            );
        }
        return ListLine.Of(CardText.Escape(view.Worded(turn, task.Text)), remark, buttons, isLate);
    }

    private static Container Line(BotTurn turn, MyTask mine, BusinessDays days, DateOnly today, int page)
    {
        ActionData data = ActionData.Of(("c", mine.Council.ToString()));
        string until = mine.Due is { } due
            ? turn.In(Texts.Until(due, 0, today, days))
            : turn.In(CouncilTexts.Wished(mine.WishedMonth));
        return ListLine.Of(
            CardText.Escape(mine.Text),
            turn.Language.Beside(until, CardText.Escape(mine.Title)),
            [
                new ExecuteAction(
                    turn.In(Texts.Done),
                    DoneVerb,
                    data.With("t", mine.Id).With("d", true).With("w", FromMine).With("p", page)
                )
                {
                    IgnoresInputs = true,
                    Tooltip = mine.Text,
                },
                new ExecuteAction(turn.In(Texts.OpenCouncil), CouncilPage.ShowVerb, data)
                {
                    IgnoresInputs = true,
                    Tooltip = mine.Title,
                },
            ],
            needsALook: mine.Due < today
        );
    }

    private static ChoiceSetInput OwnerChoice(
        BotTurn turn,
        IReadOnlyList<PersonRef> people,
        string? owner,
        bool withNoOne = true
    )
    {
        IEnumerable<Choice> choices = people.Select(p => new Choice(p.Name, p.ObjectId));
        return new(
            "in_owner",
            turn.In(Texts.Owner),
            [.. withNoOne ? choices.Prepend(new(turn.In(Texts.NoOne), TaskForm.NoOne)) : choices]
        )
        {
            Value =
                people.Any(p => p.ObjectId == owner) ? owner
                : withNoOne ? TaskForm.NoOne
                : null,
            IsRequired = !withNoOne,
            ErrorMessage = turn.In(Texts.OwnerError),
        };
    }

    private static Choice Choice(BotTurn turn, CouncilView view, TaskLine line)
    {
        string until = turn.In(Texts.Until(line.Due, line.Task.Lead, view.Today, view.Days));
        string text = $"{view.Worded(turn, line.Task.Text)}{turn.Language.InBrackets(until)}";
        return new(
            line.Task.Owner is { } owner ? turn.Language.Beside(text, turn.In(Texts.OwnedBy(owner.Name))) : text,
            SeenAs(line.Task)
        );
    }

    /// <summary>Whoever has a task already stays possible, though they may not be at the centre any more.</summary>
    private static IReadOnlyList<PersonRef> Together(IReadOnlyList<PersonRef> people, PersonRef? owner) =>
        owner is null || people.Any(p => p.ObjectId == owner.ObjectId) ? people : [.. people, owner];

    private static ExecuteAction Button(
        BotTurn turn,
        LocalText title,
        string verb,
        Council council,
        bool secondary = false
    ) => new(turn.In(title), verb, Data(council)) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}

/// <summary>A task of one's own, as the list over all councils shows it.</summary>
/// <param name="Council">Its council.</param>
/// <param name="Title">The council's title.</param>
/// <param name="WishedMonth">When the council is meant to be.</param>
/// <param name="Id">The task's id.</param>
/// <param name="Text">What is to be done, in the reader's language.</param>
/// <param name="Due">Until when, Japan; <see langword="null"/> while the council has no date.</param>
internal sealed record MyTask(
    CouncilId Council,
    string Title,
    DateOnly WishedMonth,
    string Id,
    string Text,
    DateOnly? Due
);
