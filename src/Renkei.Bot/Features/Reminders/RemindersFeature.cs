using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>
/// The buttons of reminders (R14). Each reads the council as it is, changes it if the reader may, notes in the ledger that the reminder was
/// seen or answered, and draws the reminder as things are then; so an old card shows today's state, and a double press counts once.
/// </summary>
internal sealed class RemindersFeature(
    CouncilStore councils,
    PeopleStore people,
    NoticeLedger ledger,
    ReminderDesk desk,
    ReminderRights rights
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        // Participants may never have said where they work; who they are is enough to answer what they were sent.
        routes.OnCard(ReminderVerbs.Show, ShowAsync, Access.Everybody);
        routes.OnCard(ReminderVerbs.Rsvp, RsvpAsync, Access.Everybody);
        routes.OnCard(
            ReminderVerbs.Done,
            (turn, form, ct) => DoneAsync(turn, form, isDone: true, ct),
            Access.Everybody
        );
        routes.OnCard(
            ReminderVerbs.Undo,
            (turn, form, ct) => DoneAsync(turn, form, isDone: false, ct),
            Access.Everybody
        );
        routes.OnCard(ReminderVerbs.Later, LaterAsync, Access.Everybody);
        routes.OnCard(ReminderVerbs.Hand, HandAsync);
        routes.OnCard(ReminderVerbs.HandTo, HandToAsync);
        routes.OnCard(ReminderVerbs.Take, TakeAsync);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        await SeenAsync(turn, pen, ct);
        return opened.Draw(notice: null);
    }

    private async Task<CardReply> DoneAsync(BotTurn turn, ActionForm form, bool isDone, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        PersonRef me = new(turn.PersonId.ObjectId, turn.Name);
        DoneMark? mark = isDone ? new(me, turn.Now) : null;
        bool isAgreement = pen.Key.Kind is ReminderKind.AgreementDue or ReminderKind.AgreementOverdue;
        string about = isAgreement ? pen.Key.About : form.Text("t") ?? pen.Key.About;
        if (!(isAgreement ? MayKeep(pen, about) : MayFinish(pen, about)))
        {
            return opened.Draw(new(turn.In(Texts.MayNotDo), IsGood: false));
        }
        Council? changed = await councils.ChangeAsync(
            turn.TenantId,
            pen.Council.Id,
            me,
            isAgreement ? CouncilStep.Minutes : CouncilStep.Tasks,
            council => isAgreement ? WithAgreement(council, about, mark) : WithTask(council, about, mark),
            ct
        );
        await AnsweredAsync(turn, pen, isDone ? "done" : "undo", ct);
        return Redraw(turn, pen, changed, isDone ? Done(turn, pen, about) : new(turn.In(Texts.Undone)));
    }

    /// <summary>That something is done. A task of a list is named, and can be taken back: it is not on the card any more.</summary>
    private static PageNotice Done(BotTurn turn, ReminderPen pen, string about) =>
        about != pen.Key.About && pen.Council.Tasks.FirstOrDefault(t => t.Id == about) is { } task
            ? new(turn.In(Texts.DoneOf(pen.Written(task.Text))))
            {
                Undo = pen.Button(Texts.Undo, ReminderVerbs.Undo, about),
            }
            : new(turn.In(Texts.DoneNow));

    private static Council WithTask(Council council, string id, DoneMark? mark) =>
        council.Status != CouncilStatus.Preparing
            ? council
            : council with
            {
                // The first one to say so did it; a second press changes nothing.
                Tasks =
                [
                    .. council.Tasks.Select(t =>
                        t.Id != id || (mark is not null && council.IsDone(t)) ? t : t with { Done = mark }
                    ),
                ],
            };

    private static Council WithAgreement(Council council, string id, DoneMark? mark) =>
        council with
        {
            Minutes = council.Minutes with
            {
                Agreements =
                [
                    .. council.Minutes.Agreements.Select(a =>
                        a.Id != id || (mark is not null && a.Done is not null) ? a : a with { Done = mark }
                    ),
                ],
            },
        };

    private async Task<CardReply> LaterAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        if (pen.Key.To != turn.PersonId.ObjectId || !IsPostponable(pen.Key.Kind))
        {
            return opened.Draw(notice: null);
        }
        if (!pen.CanComeAgain)
        {
            await SeenAsync(turn, pen, ct);
            return opened.Draw(new(turn.In(Texts.TooLateForLater), IsGood: false));
        }
        bool comes = await ledger.PostponeAsync(OwnerOf(turn, pen), pen.Key.ToString(), pen.NextMorning, ct);
        return opened.Draw(
            comes
                ? new(turn.In(Texts.LaterAt(pen.Brief(pen.NextMorning))))
                : new(turn.In(Texts.NotSentLater), IsGood: false)
        );
    }

    private async Task<CardReply> HandAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        PreparationTask? task = TaskOf(pen, form);
        if (task is null ? !pen.MayEdit || !HasOpenTasks(pen) : !IsOpen(pen, task))
        {
            return opened.Draw(notice: null);
        }
        if (task is not null && !MayFinish(pen, task.Id))
        {
            return opened.Draw(new(turn.In(Texts.MayNotDo), IsGood: false));
        }
        await SeenAsync(turn, pen, ct);
        return TaskCard.AskWho(pen, task, await CandidatesAsync(turn, pen, ct), null, null, notice: null).Reply(pen.To);
    }

    private async Task<CardReply> HandToAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        string? chosenTask = form.Text("t") ?? form.Text("in_task");
        PreparationTask? task = pen.Council.Tasks.FirstOrDefault(t => t.Id == chosenTask);
        IReadOnlyList<PersonRef> candidates = await CandidatesAsync(turn, pen, ct);
        PersonRef? to = candidates.FirstOrDefault(p => p.ObjectId == form.Text("in_to"));
        if (task is null && form.Text("t") is null && pen.MayEdit && HasOpenTasks(pen))
        {
            PageNotice missing = new(turn.In(Texts.ChooseSomebody), IsGood: false);
            return TaskCard.AskWho(pen, null, candidates, chosenTask, form.Text("in_to"), missing).Reply(pen.To);
        }
        if (task is null || !IsOpen(pen, task))
        {
            return opened.Draw(notice: null);
        }
        if (!MayFinish(pen, task.Id))
        {
            return opened.Draw(new(turn.In(Texts.MayNotDo), IsGood: false));
        }
        if (to is null)
        {
            PageNotice missing = new(turn.In(Texts.ChooseSomebody), IsGood: false);
            PreparationTask? fixedTask = form.Text("t") is null ? null : task;
            return TaskCard.AskWho(pen, fixedTask, candidates, chosenTask, null, missing).Reply(pen.To);
        }
        return await AssignAsync(turn, pen, task, to, form.Text("w"), candidates, ct);
    }

    private async Task<CardReply> TakeAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        PreparationTask? task = TaskOf(pen, form);
        if (task is null || !IsOpen(pen, task))
        {
            return opened.Draw(notice: null);
        }
        return pen.MayEdit
            ? await AssignAsync(turn, pen, task, turn.Person!.Ref, form.Text("w"), candidates: null, ct)
            : opened.Draw(new(turn.In(Texts.MayNotDo), IsGood: false));
    }

    /// <summary>Gives a task to somebody, unless somebody else changed its owner since the card was made.</summary>
    private async Task<CardReply> AssignAsync(
        BotTurn turn,
        ReminderPen pen,
        PreparationTask task,
        PersonRef to,
        string? seenOwner,
        IReadOnlyList<PersonRef>? candidates,
        CancellationToken ct
    )
    {
        PersonRef me = turn.Person!.Ref;
        PersonRef? other = null;
        Council? changed = await councils.ChangeAsync(
            turn.TenantId,
            pen.Council.Id,
            me,
            CouncilStep.Tasks,
            council =>
            {
                PreparationTask? now = council.Tasks.FirstOrDefault(t => t.Id == task.Id);
                string owner = now?.Owner?.ObjectId ?? "";
                other = seenOwner is not null && owner != seenOwner && owner != to.ObjectId ? now?.Owner : null;
                return now is null || other is not null || owner == to.ObjectId || council.IsDone(now)
                    ? council
                    : council with
                    {
                        Tasks =
                        [
                            .. council.Tasks.Select(t =>
                                t.Id == task.Id ? t with { Owner = to, AssignedAt = turn.Now, AssignedBy = me } : t
                            ),
                        ],
                    };
            },
            ct
        );
        if (other is not null && changed is not null)
        {
            PageNotice taken = new(turn.In(Texts.ByNow(CardText.Escape(other.Name))), IsGood: false);
            if (candidates is null)
            {
                return Redraw(turn, pen, changed, taken);
            }
            ReminderPen fresh = PenOf(turn, changed, pen.Key);
            PreparationTask now = changed.Tasks.First(t => t.Id == task.Id);
            return TaskCard.AskWho(fresh, now, candidates, task.Id, to.ObjectId, taken).Reply(fresh.To);
        }
        bool isMe = to.ObjectId == turn.PersonId.ObjectId;
        await AnsweredAsync(turn, pen, isMe ? "take" : "hand", ct);
        LocalText said =
            !isMe ? Texts.HandedTo(CardText.Escape(to.Name))
            : pen.DueOf(task) <= pen.Today ? Texts.TakenAtOnce
            : Texts.TakenBySelf;
        return Redraw(turn, pen, changed, new(turn.In(said)));
    }

    private async Task<CardReply> RsvpAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await OpenAsync(turn, form, ct) is not { Pen: { } pen } opened)
        {
            return ReminderRights.Refuse(turn);
        }
        if (AnswerOf(form.Text("a")) is not { } answer || pen.View.IsOver || InvitationCard.Mine(pen) is not { } mine)
        {
            return opened.Draw(notice: null);
        }
        bool hasNote = form.Find("in_note") is not null;
        string note = form.Text("in_note") ?? "";
        string? ok = form.Text("ok");
        if (ok == PersonalDataQuestion.Remove)
        {
            note = PersonalData.Remove(note);
        }
        if (note.Length > Participant.NoteLength)
        {
            PageNotice tooLong = new(turn.In(Texts.NoteTooLong(Participant.NoteLength)), IsGood: false);
            return InvitationCard.Draw(pen, tooLong, note).Reply(pen.To);
        }
        if (
            ok is not (PersonalDataQuestion.Remove or PersonalDataQuestion.Keep)
            && note.Length > 0
            && note != mine.RsvpNote
            && PersonalDataQuestion.About(turn, [note]) is { } question
        )
        {
            return InvitationCard.Draw(pen, new(question, IsGood: false), note, form.Text("a")).Reply(pen.To);
        }
        PersonRef me = new(turn.PersonId.ObjectId, turn.Name);
        Council? changed = await councils.ChangeAsync(
            turn.TenantId,
            pen.Council.Id,
            me,
            CouncilStep.Participants,
            council =>
                council with
                {
                    Participants =
                    [
                        .. council.Participants.Select(p =>
                            p.Id != mine.Id || p.Contact.ObjectId != me.ObjectId ? p : Answered(p)
                        ),
                    ],
                },
            ct
        );
        await AnsweredAsync(turn, pen, form.Text("a")!, ct);
        return Redraw(turn, pen, changed, new(turn.In(Texts.Thanks(answer))));

        Participant Answered(Participant before)
        {
            string? kept = hasNote ? (note.Length == 0 ? null : note) : before.RsvpNote;
            return before.Answering(answer, me, turn.Now, kept);
        }
    }

    private static Rsvp? AnswerOf(string? code) =>
        code switch
        {
            "yes" => Rsvp.Yes,
            "no" => Rsvp.No,
            "maybe" => Rsvp.Maybe,
            _ => null,
        };

    private async Task<OpenedReminder> OpenAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (
            !ReminderKey.TryParse(form.Text("k"), out ReminderKey? key)
            || await rights.FindAsync(turn, form.Text("c"), ct) is not { } council
            || !ReminderRights.MaySee(council, key, turn)
        )
        {
            return new(null);
        }
        IReadOnlyList<UnreachedPerson> unreached =
            key.Kind == ReminderKind.Unreached
                ? UnreachedPerson.In(await ledger.ListAsync(CouncilNotices.OwnerOf(turn.TenantId, council.Id), ct))
                : [];
        return new(new(desk.View(council, turn.Now, unreached), key, ReminderReader.Of(turn)));
    }

    private ReminderPen PenOf(BotTurn turn, Council council, ReminderKey key) =>
        new(desk.View(council, turn.Now, []), key, ReminderReader.Of(turn));

    private CardReply Redraw(BotTurn turn, ReminderPen before, Council? changed, PageNotice notice) =>
        changed is null
            ? ReminderRights.Refuse(turn)
            : new OpenedReminder(PenOf(turn, changed, before.Key)).Draw(notice);

    private async Task<IReadOnlyList<PersonRef>> CandidatesAsync(BotTurn turn, ReminderPen pen, CancellationToken ct)
    {
        string centre = pen.Council.Id.CentreCode;
        return
        [
            .. await people.WithRoleAsync(turn.TenantId, Role.Coordinator, centre, ct),
            .. await people.WithRoleAsync(turn.TenantId, Role.Nurse, centre, ct),
        ];
    }

    /// <summary>Only the reader's own card tells that it was seen.</summary>
    private async ValueTask SeenAsync(BotTurn turn, ReminderPen pen, CancellationToken ct)
    {
        if (pen.Key.To == turn.PersonId.ObjectId)
        {
            await ledger.SeenAsync(OwnerOf(turn, pen), pen.Key.ToString(), ct);
        }
    }

    private async ValueTask AnsweredAsync(BotTurn turn, ReminderPen pen, string button, CancellationToken ct)
    {
        if (pen.Key.To == turn.PersonId.ObjectId)
        {
            await ledger.AnsweredAsync(OwnerOf(turn, pen), pen.Key.ToString(), button, ct);
        }
    }

    private static NoticeOwner OwnerOf(BotTurn turn, ReminderPen pen) =>
        CouncilNotices.OwnerOf(turn.TenantId, pen.Council.Id);

    private static PreparationTask? TaskOf(ReminderPen pen, ActionForm form)
    {
        string about = form.Text("t") ?? pen.Key.About;
        return pen.Council.Tasks.FirstOrDefault(t => t.Id == about);
    }

    private static bool HasOpenTasks(ReminderPen pen) => pen.Council.Tasks.Any(t => IsOpen(pen, t));

    private static bool IsOpen(ReminderPen pen, PreparationTask task) =>
        pen.Council.Status == CouncilStatus.Preparing && !pen.Council.IsDone(task);

    private static bool MayFinish(ReminderPen pen, string task) =>
        pen.MayEdit || pen.Council.Tasks.Any(t => t.Id == task && t.Owner?.ObjectId == pen.To.ObjectId);

    private static bool MayKeep(ReminderPen pen, string agreement) =>
        pen.MayEdit
        || pen.Council.Minutes.Agreements.Any(a =>
            a.Id == agreement && pen.Council.FindParticipant(a.ParticipantId)?.Contact.ObjectId == pen.To.ObjectId
        );

    private static bool IsPostponable(ReminderKind kind) =>
        kind
            is ReminderKind.Ahead
                or ReminderKind.TaskDue
                or ReminderKind.TaskWithoutOwner
                or ReminderKind.TaskOverdue
                or ReminderKind.AgreementDue
                or ReminderKind.AgreementOverdue;

    /// <summary>A reminder whose reader may see it; nothing where they may not.</summary>
    private sealed record OpenedReminder(ReminderPen? Pen)
    {
        public CardReply Draw(PageNotice? notice) =>
            ReminderCards.Draw(Pen!.View, Pen.Key, Pen.To, notice).Reply(Pen.To);
    }
}
