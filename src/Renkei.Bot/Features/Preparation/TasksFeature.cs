using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.People;
using Renkei.Cards;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Preparation.TaskTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>The tasks before a council (R12): what is due when, who does it, what is done; and one's own over all councils.</summary>
internal sealed class TasksFeature(
    CouncilStore councils,
    CouncilDesk desk,
    CouncilTemplates templates,
    PeopleStore people,
    BusinessDays days
) : IFeature
{
    private readonly CouncilList<PreparationTask> tasks = new(
        councils,
        CouncilStep.Tasks,
        Council.MostTasks,
        t => t.Id,
        TaskForm.VersionOf
    )
    {
        Of = c => c.Tasks,
        With = (c, tasks) => c with { Tasks = tasks },
        Placed = Placed,
    };

    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Tasks,
            (turn, view, notice, _) => Task.FromResult(TaskCards.Page(turn, view, page: 0, notice, undo: null))
        );
        routes.OnCommand(
            new(
                CommandCodes.MyTasks,
                CommandGroup.Councils,
                Texts.Mine,
                Texts.MineDescription,
                [
                    "作業",
                    "やること",
                    "私の作業",
                    "自分のタスク",
                    "タスク",
                    "準備の作業",
                    "さぎょう",
                    "じぶんのさぎょう",
                    "tasks",
                    "to do",
                    "my to do list",
                ],
                (turn, _, ct) => MineAsync(turn, page: 0, notice: null, undo: null, ct)
            )
        );
        routes.OnCard(
            TaskCards.MineVerb,
            (turn, form, ct) => MineAsync(turn, form.Number("p"), notice: null, undo: null, ct)
        );
        routes.OnCard(TaskCards.ListVerb, desk.ToRead(List));
        routes.OnCard(TaskCards.DoneVerb, desk.ToEdit(DoneAsync));
        routes.OnCard(TaskCards.NewVerb, desk.ToEdit(NewAsync));
        routes.OnCard(TaskCards.EditVerb, desk.ToEdit(EditAsync));
        routes.OnCard(TaskCards.SaveVerb, desk.ToEdit(SaveAsync));
        routes.OnCard(TaskCards.RemoveVerb, desk.ToEdit(RemoveAsync));
        routes.OnCard(TaskCards.RestoreVerb, desk.ToEdit(RestoreAsync));
        routes.OnCard(TaskCards.ShareVerb, desk.ToEdit(ShareAsync));
        routes.OnCard(TaskCards.GiveVerb, desk.ToEdit(GiveAsync));
    }

    private CardReply List(BotTurn turn, CouncilView view, ActionForm form) =>
        TaskCards.Page(turn, view, form.Number("p"), notice: null, undo: null);

    private async Task<CardReply> MineAsync(
        BotTurn turn,
        int? page,
        PageNotice? notice,
        AdaptiveAction? undo,
        CancellationToken ct
    )
    {
        Person person = turn.Person!;
        if (person is not { Role: Role.Nurse or Role.Coordinator, CentreCode: { } centre })
        {
            return CouncilPage.Sentence(turn, Texts.MineIsForTheCentre);
        }
        IReadOnlyList<CouncilLine> open = await councils.OpenAsync(turn.TenantId, centre, ct);
        MyTask[] mine =
        [
            .. open.SelectMany(line =>
                    line.Work.Where(w => w.Owner == person.Id.ObjectId)
                        .Select(w => new MyTask(
                            CouncilId.Of(centre, line.Name),
                            line.Title,
                            line.WishedMonth,
                            w.Id,
                            templates.Find(line.TemplateCode)?.Worded(w.Text, turn.Language) ?? w.Text,
                            w.Due
                        ))
                )
                .OrderBy(t => t.Due ?? DateOnly.MaxValue),
        ];
        return TaskCards.Mine(turn, mine, days, TokyoTime.DateOf(turn.Now), page, notice, undo);
    }

    private async Task<CardReply> DoneAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool done = form.Flag("d");
        DoneMark mark = new(turn.Person!.Ref, turn.Now);
        var marked = await tasks.MarkAsync(
            turn,
            view.Council,
            form.Text("t"),
            t => t with { Done = done ? t.Done ?? mark : null },
            ct
        );
        if (marked is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, marked.Council);
        string? from = form.Text("w") == TaskCards.FromMine ? TaskCards.FromMine : null;
        PageNotice notice = new(turn.In(Texts.TaskGone), IsGood: false);
        AdaptiveAction? undo = null;
        if (marked.Entry is { } task)
        {
            string name = CardText.Escape(after.Worded(turn, task.Text));
            notice = new(turn.In(done ? Texts.MarkedDone(name) : Texts.MarkedOpen(name)));
            undo = TaskCards.UndoDone(turn, marked.Council, task.Id, !done, from);
        }
        return from is null
            ? TaskCards.Page(turn, after, form.Number("p"), notice, undo)
            : await MineAsync(turn, form.Number("p"), notice, undo, ct);
    }

    private async Task<CardReply> NewAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        return tasks.IsFull(view.Council)
            ? TaskCards.Page(turn, view, 0, new(turn.In(Texts.TooMany), IsGood: false), undo: null)
            : await FormAsync(turn, view, TaskForm.Empty(), notice: null, ct);
    }

    private async Task<CardReply> EditAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        return tasks.Find(view.Council, form.Text("t")) is { } task
            ? await FormAsync(turn, view, TaskForm.Of(turn, view, task), notice: null, ct)
            : Gone(turn, view);
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        bool isNew = form.Flag("n");
        if (
            form.Text("t") is not { } id
            || !IsId(id, isNew)
            || (!isNew && tasks.Find(view.Council, form.Text("t")) is null)
        )
        {
            return Gone(turn, view);
        }
        PreparationTask? stored = tasks.Find(view.Council, form.Text("t"));
        IReadOnlyList<PersonRef> centre = await CentreAsync(turn, ct);
        TaskForm filled = TaskForm.Read(form, id, isNew);
        if (filled.ErrorIn(form, stored, centre, view.Today) is { } error)
        {
            return TaskCards.Form(turn, view, filled, centre, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with { Text = PersonalData.Remove(filled.Text) };
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && filled.Text != stored?.Text
            && PersonalDataQuestion.About(turn, [filled.Text]) is { } question
        )
        {
            return TaskCards.Form(turn, view, filled, centre, new(question, IsGood: false), asksPersonalData: true);
        }
        var put = await tasks.PutAsync(
            turn,
            view.Council,
            id,
            isNew,
            filled.Seen,
            (_, now) => filled.Apply(turn, view, now, centre),
            ct
        );
        if (put is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, put.Council);
        if (put.Outcome == ListOutcome.Full)
        {
            return TaskCards.Form(turn, after, filled, centre, new(turn.In(Texts.TooMany), IsGood: false));
        }
        if (put.Entry is not { } stands)
        {
            return Gone(turn, after);
        }
        if (put.Outcome == ListOutcome.Differs)
        {
            string why = isNew ? turn.In(Texts.AlreadyAdded) : await ChangedAsync(turn, after, stands, ct);
            TaskForm again = filled with { IsNew = false, Seen = TaskForm.VersionOf(stands) };
            return TaskCards.Form(turn, after, again, centre, new(why, IsGood: false));
        }
        string name = CardText.Escape(after.Worded(turn, stands.Text));
        return TaskCards.Page(turn, after, 0, new(turn.In(isNew ? Texts.Added(name) : Texts.Saved)), undo: null);
    }

    private async Task<CardReply> RemoveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (await tasks.RemoveAsync(turn, view.Council, form.Text("t"), ct) is not { } removed)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, removed.Council);
        if (removed.Entry is not { } task)
        {
            return Gone(turn, after);
        }
        string name = CardText.Escape(after.Worded(turn, task.Text));
        AdaptiveAction undo = TaskCards.UndoRemove(turn, removed.Council, task.Id, removed.Revision);
        return TaskCards.Page(turn, after, 0, new(turn.In(Texts.Removed(name))), undo);
    }

    private async Task<CardReply> RestoreAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        var restored = await tasks.RestoreAsync(turn, view.Council, form.Text("t"), form.Number("r"), ct);
        if (restored is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, restored.Council);
        if (restored.Entry is not { } task)
        {
            return Gone(turn, after);
        }
        PageNotice notice =
            restored.Outcome == ListOutcome.Full
                ? new(turn.In(Texts.TooMany), IsGood: false)
                : new(turn.In(Texts.Restored(CardText.Escape(after.Worded(turn, task.Text)))));
        return TaskCards.Page(turn, after, 0, notice, undo: null);
    }

    private async Task<CardReply> ShareAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        string[] unowned =
        [
            .. view.Council.Tasks.Where(t => !view.Council.IsDone(t) && t.Owner is null).Select(t => t.Id),
        ];
        return TaskCards.Share(turn, view, await CentreAsync(turn, ct), unowned, owner: null, notice: null);
    }

    private async Task<CardReply> GiveAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        IReadOnlyList<PersonRef> centre = await CentreAsync(turn, ct);
        HashSet<string> chosen = [.. form.Choices("in_tasks")];
        string[] ids = [.. chosen.Select(c => c.Split('~')[0])];
        PersonRef? owner = centre.FirstOrDefault(p => p.ObjectId == form.Text("in_owner"));
        if (owner is null || chosen.Count == 0)
        {
            PageNotice why = new(turn.In(owner is null ? Texts.OwnerError : Texts.WhichError), IsGood: false);
            return TaskCards.Share(turn, view, centre, ids, owner?.ObjectId, why);
        }
        int given = 0;
        int kept = 0;
        Council? council = await councils.ChangeAsync(
            turn.TenantId,
            view.Council.Id,
            turn.Person!.Ref,
            CouncilStep.Tasks,
            c =>
            {
                PreparationTask[] meant = [.. c.Tasks.Where(t => ids.Contains(t.Id))];
                // Whose owner changed since the card was made stays with the new one; a repeated press finds its own.
                PreparationTask[] free =
                [
                    .. meant.Where(t =>
                        !c.IsDone(t) && (chosen.Contains(TaskCards.SeenAs(t)) || t.Owner?.ObjectId == owner.ObjectId)
                    ),
                ];
                (given, kept) = (free.Length, meant.Length - free.Length);
                return c with
                {
                    Tasks =
                    [
                        .. c.Tasks.Select(t =>
                            free.Contains(t) && t.Owner?.ObjectId != owner.ObjectId ? TaskForm.Given(t, owner, turn) : t
                        ),
                    ],
                };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        bool isSelf = owner.ObjectId == turn.PersonId.ObjectId;
        string text =
            (
                given == 0 ? ""
                : isSelf ? turn.In(Texts.TakenOn(given))
                : turn.In(Texts.Given(given, CardText.Escape(owner.Name)))
            ) + (kept == 0 ? "" : turn.In(Texts.KeptByOthers(kept)));
        PageNotice notice = new(text.Length > 0 ? text : turn.In(Texts.TaskGone), IsGood: given > 0);
        return TaskCards.Page(turn, desk.View(turn, council), 0, notice, undo: null);
    }

    private async Task<CardReply> FormAsync(
        BotTurn turn,
        CouncilView view,
        TaskForm form,
        PageNotice? notice,
        CancellationToken ct
    ) => TaskCards.Form(turn, view, form, await CentreAsync(turn, ct), notice);

    /// <summary>What stands now and who made it so, where the same task was changed by two.</summary>
    private async Task<string> ChangedAsync(
        BotTurn turn,
        CouncilView view,
        PreparationTask stands,
        CancellationToken ct
    )
    {
        (PersonRef By, DateTimeOffset At)? last = await tasks.LastChangeAsync(turn, view.Council.Id, stands, ct);
        DateOnly? due = view.Plan?.DueOf(stands) ?? stands.FixedDue;
        string owner = stands.Owner is { } who ? turn.In(Texts.OwnedBy(who.Name)) : turn.In(Texts.NoOwner);
        string now = CardText.Escape(
            string.Join(
                turn.In(CommonTexts.ListComma),
                [view.Worded(turn, stands.Text), turn.In(Texts.Until(due, stands.Lead, view.Today, days)), owner]
            )
        );
        return CouncilTexts.ChangedMeanwhile(turn, last, now);
    }

    private async Task<IReadOnlyList<PersonRef>> CentreAsync(BotTurn turn, CancellationToken ct) =>
        [
            .. (await people.MembersOfCentreAsync(turn.TenantId, turn.Person!.CentreCode!, ct))
                .Where(m => m.PreparesCouncils)
                .Select(m => m.Who),
        ];

    private static CardReply Gone(BotTurn turn, CouncilView view) =>
        TaskCards.Page(turn, view, 0, new(turn.In(Texts.TaskGone), IsGood: false), undo: null);

    /// <summary>With a task added or replaced, where its lead belongs.</summary>
    private static IReadOnlyList<PreparationTask> Placed(IReadOnlyList<PreparationTask> tasks, PreparationTask task) =>
        tasks.Any(t => t.Id == task.Id && t.Lead == task.Lead)
            ? [.. tasks.Select(t => t.Id == task.Id ? task : t)]
            : [.. tasks.Where(t => t.Id != task.Id).Append(task).OrderByDescending(t => t.Lead)];

    private static bool IsId(string id, bool isNew) => isNew ? DrawnId.Is(id) : id.Length is > 0 and <= 24;
}
