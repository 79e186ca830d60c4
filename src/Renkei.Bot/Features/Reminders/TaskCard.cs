using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>A task: one's own that falls due, one without owner, somebody else's that is overdue, one that was handed over.</summary>
internal static class TaskCard
{
    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        if (council.Tasks.FirstOrDefault(t => t.Id == pen.Key.About) is not { } task)
        {
            return pen.Settled(Texts.HandTask, council.Title, Texts.TaskGone, notice);
        }
        string what = pen.Worded(task.Text);
        if (council.Status == CouncilStatus.Cancelled)
        {
            return pen.Settled(Texts.Cancelled, what, Texts.CouncilCancelled, notice);
        }
        if (council.IsDone(task))
        {
            return Finished(pen, task, what, notice);
        }
        bool isMine = task.Owner?.ObjectId == pen.To.ObjectId;
        bool wasOwn = pen.Key.Kind is ReminderKind.TaskDue or ReminderKind.TaskAssigned;
        if (wasOwn && !isMine && task.Owner is { } other)
        {
            return pen.Settled(Texts.HandTask, what, Texts.NowWith(CardText.Escape(other.Name)), notice);
        }
        return Open(pen, task, what, isMine, notice);
    }

    private static ReminderCard Finished(ReminderPen pen, PreparationTask task, string what, PageNotice? notice)
    {
        List<CardElement> content = [];
        List<AdaptiveAction> actions = [];
        if (task.Done is { } done)
        {
            content.Add(new TextBlock(pen.In(Texts.DoneBy(CardText.Escape(done.By.Name), pen.Brief(done.At)))));
            if (pen.MayEdit || done.By.ObjectId == pen.To.ObjectId)
            {
                actions.Add(pen.Button(Texts.Undo, ReminderVerbs.Undo, task.Id));
            }
        }
        return pen.Card(Texts.DoneShort, what, notice, content, [.. actions, .. pen.OpenCouncil()]);
    }

    private static ReminderCard Open(
        ReminderPen pen,
        PreparationTask task,
        string what,
        bool isMine,
        PageNotice? notice
    )
    {
        DateOnly? due = pen.DueOf(task);
        LocalText about = pen.Key.Kind switch
        {
            ReminderKind.TaskAssigned => Texts.Assigned,
            ReminderKind.TaskWithoutOwner when task.Owner is null => Texts.WithoutOwner,
            _ => due is { } day ? pen.DueState(day) : Texts.HandTask,
        };
        List<CardElement> content = [];
        if (pen.Key.Kind == ReminderKind.TaskAssigned && task is { AssignedBy: { } by, AssignedAt: { } at })
        {
            content.Add(new TextBlock(pen.In(Texts.AssignedBy(CardText.Escape(by.Name), pen.Brief(at)))));
        }
        if (due is { } until && pen.Key.From.Length == 8 && pen.Key.From != ReminderDay.Of(until))
        {
            content.Add(BotCards.Notice(pen.In(Texts.DueIsNow(pen.Brief(until))), ContainerStyle.Attention));
        }
        content.Add(new FactSet([.. Facts(pen, task, due, isMine)]));
        if (Hint(pen, task, isMine) is { } hint)
        {
            content.Add(TextBlock.Remark(pen.In(hint)));
        }
        return pen.Card(about, what, notice, content, Actions(pen, task, isMine));
    }

    private static IEnumerable<Fact> Facts(ReminderPen pen, PreparationTask task, DateOnly? due, bool isMine)
    {
        if (!isMine)
        {
            yield return new(
                pen.In(Texts.Owner),
                task.Owner is { } owner ? pen.In(Texts.San(CardText.Escape(owner.Name))) : pen.In(Texts.Nobody)
            );
        }
        yield return new(
            pen.In(Texts.Deadline),
            due is { } until ? TokyoTime.Full(until, pen.Language) : pen.In(Texts.DateOpen)
        );
    }

    private static LocalText? Hint(ReminderPen pen, PreparationTask task, bool isMine) =>
        isMine ? (pen.Key.Kind == ReminderKind.TaskAssigned ? Texts.AssignedHint : null)
        : task.Owner is null ? Texts.OwnerMissingHint
        : pen.Key.Kind == ReminderKind.TaskOverdue ? Texts.AskNicely
        : null;

    private static List<AdaptiveAction> Actions(ReminderPen pen, PreparationTask task, bool isMine)
    {
        List<AdaptiveAction> actions = [];
        bool may = pen.MayEdit || isMine;
        if (may && task.Owner is null && pen.MayEdit)
        {
            actions.Add(pen.Button(Texts.Take, ReminderVerbs.Take, seenOwner: ""));
        }
        if (may)
        {
            actions.Add(pen.Button(Texts.Done, ReminderVerbs.Done));
        }
        if (pen.CanComeAgain)
        {
            actions.Add(pen.Button(Texts.Later, ReminderVerbs.Later));
        }
        if (may)
        {
            actions.Add(pen.Button(task.Owner is null ? Texts.NameOwner : Texts.Hand, ReminderVerbs.Hand));
        }
        actions.AddRange(pen.OpenCouncil());
        return actions;
    }

    /// <summary>Asks who takes a task.</summary>
    /// <param name="pen">The reminder.</param>
    /// <param name="task">The task; <see langword="null"/> to choose one too.</param>
    /// <param name="people">Who can be chosen.</param>
    /// <param name="chosenTask">The task chosen before, where it came back.</param>
    /// <param name="chosen">Who was chosen before.</param>
    /// <param name="notice">What is said above.</param>
    public static ReminderCard AskWho(
        ReminderPen pen,
        PreparationTask? task,
        IReadOnlyList<PersonRef> people,
        string? chosenTask,
        string? chosen,
        PageNotice? notice
    )
    {
        Council council = pen.Council;
        List<CardElement> content = [];
        PersonRef[] offered = [.. people.Where(p => p.ObjectId != task?.Owner?.ObjectId)];
        if (offered.Length == 0)
        {
            content.Add(new TextBlock(pen.In(Texts.HandNobody)));
            return pen.Card(
                Texts.HandHeading,
                task is null ? council.Title : pen.Worded(task.Text),
                notice,
                content,
                [pen.Button(Texts.Back, ReminderVerbs.Show), .. pen.OpenCouncil()]
            );
        }
        if (task is null)
        {
            PreparationTask[] open = [.. council.Tasks.Where(t => !council.IsDone(t)).OrderBy(pen.DueOf)];
            content.Add(
                new ChoiceSetInput(
                    "in_task",
                    pen.In(Texts.HandTask),
                    [.. open.Select(t => new Choice(ChoiceOf(pen, t), t.Id))]
                )
                {
                    Value = open.Any(t => t.Id == chosenTask) ? chosenTask : null,
                    IsRequired = true,
                    ErrorMessage = pen.In(Texts.ChooseSomebody),
                }
            );
        }
        content.Add(
            new ChoiceSetInput(
                "in_to",
                pen.In(Texts.HandChoice),
                [.. offered.Select(p => new Choice(p.Name, p.ObjectId))]
            )
            {
                Style = offered.Length > 5 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                Value = offered.Any(p => p.ObjectId == chosen) ? chosen : null,
                IsRequired = true,
                ErrorMessage = pen.In(Texts.ChooseSomebody),
            }
        );
        content.Add(TextBlock.Remark(pen.In(Texts.HandWhy)));
        ExecuteAction hand = pen.Button(
            Texts.HandButton,
            ReminderVerbs.HandTo,
            task?.Id,
            task is null ? null : task.Owner?.ObjectId ?? ""
        ) with
        {
            IgnoresInputs = false,
        };
        return pen.Card(
            Texts.HandHeading,
            task is null ? council.Title : pen.Worded(task.Text),
            notice,
            content,
            [hand, pen.Button(Texts.Back, ReminderVerbs.Show)]
        );
    }

    private static string ChoiceOf(ReminderPen pen, PreparationTask task)
    {
        string who = task.Owner?.Name ?? pen.In(Texts.WithoutOwner);
        string what = pen.Worded(task.Text);
        return pen.DueOf(task) is { } due
            ? pen.Language.Beside($"{pen.Brief(due)} {what}", who)
            : pen.Language.Beside(what, who);
    }
}
