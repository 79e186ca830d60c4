using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Domain.Councils.Reminders;

/// <summary>
/// Works out the reminders of one council. Slots that had passed when the thing they are about was set are not planned; slots after the thing has
/// lost its use neither.
/// </summary>
internal sealed class ReminderPlanner(
    Council council,
    CouncilTemplate template,
    IReadOnlySet<string> answered,
    PersonRef? lead,
    BusinessDays days
)
{
    private const int CoordinatorsHearAfter = 2;
    private const int LeadHearsAfter = 4;
    private const int AskAgain = -5;

    private static readonly int[] TaskSlots = [-3, 0, 1];
    private static readonly int[] TaskWithoutOwnerSlots = [-3, 0];
    private static readonly int[] AgreementSlots = [0, 1];
    private static readonly int[] SheetSlots = [-3, 0];

    // A coordinator who joins days after a move had no part in what was moved.
    private static readonly TimeSpan MoveIsNewsFor = TimeSpan.FromDays(2);

    private readonly string[] coordinators = [.. council.Coordinators.Select(c => c.ObjectId).Distinct()];
    private readonly BackwardPlan? plan = council.PlanIn(days);

    private DateTimeOffset Over => council.When?.EndsAt ?? DateTimeOffset.MaxValue;

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<PlannedReminder> Everything(IReadOnlyList<Unreached> unreached)
    {
        PlannedReminder[] ahead = [.. Ahead()];
        IEnumerable<PlannedReminder> preparing =
            council.Status == CouncilStatus.Preparing
                ? [.. ahead, .. Assignments(), .. Tasks(ahead), .. Invitations(), .. Sheets()]
                : [];
        return
        [
            .. preparing.Concat(Changes()).Concat(Agreements()).Where(r => r.DueAt < r.UsefulUntil),
            .. Minutes(),
            .. Failures(unreached),
        ];
    }

    private IEnumerable<PlannedReminder> Ahead() =>
        council.When is { } when
            ? template
                .Reminders.SelectMany(slot =>
                    coordinators.Select(to =>
                        Slot(ReminderKind.Ahead, ReminderPlan.WholeCouncil, when.Date, -slot, to, when.EndsAt)
                    )
                )
                .Where(r => r.DueAt > council.DateSetAt)
            : [];

    private IEnumerable<PlannedReminder> Assignments() =>
        council
            .Tasks.Where(t =>
                !council.IsDone(t)
                && t is { Owner: not null, AssignedAt: not null }
                && t.AssignedBy?.ObjectId != t.Owner.ObjectId
            )
            .Select(t => AtOnce(ReminderKind.TaskAssigned, t.Id, t.AssignedAt!.Value, t.Owner!.ObjectId, UntilOf(t)));

    private IEnumerable<PlannedReminder> Tasks(PlannedReminder[] ahead)
    {
        if (plan is null)
        {
            return [];
        }
        // Coordinators find what comes up in the summary of the same morning; what is due now has buttons of its own.
        HashSet<(string To, DateTimeOffset At)> summaries = [.. ahead.Select(r => (r.To, r.DueAt))];
        return council
            .Tasks.Where(t => !council.IsDone(t))
            .SelectMany(t => TaskSlotsOf(t, plan.DueOf(t)).Where(r => r.DueAt > Later(council.DateSetAt, t.AssignedAt)))
            .Where(r => r.Key.Offset >= 0 || !summaries.Contains((r.To, r.DueAt)));
    }

    private IEnumerable<PlannedReminder> TaskSlotsOf(PreparationTask task, DateOnly due)
    {
        DateTimeOffset until = UntilOf(task);
        IEnumerable<PlannedReminder> own = task.Owner is { } owner
            ? TaskSlots.Select(slot => Slot(ReminderKind.TaskDue, task.Id, due, slot, owner.ObjectId, until))
            : TaskWithoutOwnerSlots.SelectMany(slot =>
                coordinators.Select(to => Slot(ReminderKind.TaskWithoutOwner, task.Id, due, slot, to, until))
            );
        IEnumerable<PlannedReminder> risen = coordinators
            .Where(to => to != task.Owner?.ObjectId)
            .Select(to => Slot(ReminderKind.TaskOverdue, task.Id, due, CoordinatorsHearAfter, to, until));
        // A lead who is the owner, or heard of it as a coordinator, is not told again.
        return lead is null || lead.ObjectId == task.Owner?.ObjectId || coordinators.Contains(lead.ObjectId)
            ? [.. own, .. risen]
            : [.. own, .. risen, Slot(ReminderKind.TaskOverdue, task.Id, due, LeadHearsAfter, lead.ObjectId, until)];
    }

    // What was to be ready for the meeting is of no use after it; what is to be done after it stays.
    private DateTimeOffset UntilOf(PreparationTask task) =>
        plan?.DueOf(task) > council.When?.Date ? DateTimeOffset.MaxValue : Over;

    private IEnumerable<PlannedReminder> Invitations()
    {
        foreach (Participant participant in council.Participants)
        {
            if (participant is not { Contact.ObjectId: { } to, InvitedAt: { } invited })
            {
                continue;
            }
            yield return AtOnce(ReminderKind.Invitation, participant.Id, invited, to, Over);
            // Coordinators see in their own summary who has not answered, themselves included.
            if (council.When is { } when && participant.Rsvp == Rsvp.Unknown && !coordinators.Contains(to))
            {
                PlannedReminder again = Slot(
                    ReminderKind.InvitationAgain,
                    participant.Id,
                    when.Date,
                    AskAgain,
                    to,
                    when.StartsAt
                );
                if (again.DueAt > Later(invited, council.DateSetAt))
                {
                    yield return again;
                }
            }
        }
    }

    private IEnumerable<PlannedReminder> Sheets() =>
        council is { WithoutSheet: false, Sheet: { SentAt: { } sent } sheet }
            ? council
                .Participants.Where(p => sheet.Asked.Contains(p.Id) && p.Contact.HasAccount && !answered.Contains(p.Id))
                .SelectMany(p => SheetSlotsOf(p.Id, p.Contact.ObjectId!, sheet, sent))
            : [];

    private IEnumerable<PlannedReminder> SheetSlotsOf(
        string participant,
        string to,
        InformationSheet sheet,
        DateTimeOffset sent
    )
    {
        yield return AtOnce(ReminderKind.Sheet, participant, sent, to, Over);
        foreach (int slot in SheetSlots)
        {
            PlannedReminder again = Slot(ReminderKind.SheetAgain, participant, sheet.Deadline, slot, to, Over);
            if (again.DueAt > sent)
            {
                yield return again;
            }
        }
        if (sheet.NudgedAt is { } nudged)
        {
            yield return AtOnce(ReminderKind.SheetAgain, participant, nudged, to, Over);
        }
    }

    private IEnumerable<PlannedReminder> Changes()
    {
        if (council.Change is not { } change || council.Status == CouncilStatus.Held)
        {
            return [];
        }
        ReminderKind kind = change.To is null ? ReminderKind.Cancelled : ReminderKind.Moved;
        DateTimeOffset until = (change.To ?? change.From)?.EndsAt ?? DateTimeOffset.MaxValue;
        // Who was invited, or given a task, after the move knows the new date only.
        IEnumerable<string?> invited = council
            .Participants.Where(p => p.InvitedAt <= change.At)
            .Select(p => p.Contact.ObjectId);
        IEnumerable<string?> owners = council
            .Tasks.Where(t => !council.IsDone(t) && (t.AssignedAt ?? change.At) <= change.At)
            .Select(t => t.Owner?.ObjectId);
        string[] concerned = [.. invited.Concat(owners).OfType<string>().Distinct()];
        DateTimeOffset news = change.At + MoveIsNewsFor;
        return concerned
            .Select(to => AtOnce(kind, ReminderPlan.WholeCouncil, change.At, to, until))
            .Concat(
                coordinators
                    .Except(concerned)
                    .Select(to => AtOnce(kind, ReminderPlan.WholeCouncil, change.At, to, news < until ? news : until))
            )
            .Where(r => r.To != change.By.ObjectId);
    }

    private IEnumerable<PlannedReminder> Agreements() =>
        council
            .Minutes.Agreements.Where(a => a.Done is null)
            .SelectMany(a => AgreementSlotsOf(a).Where(r => r.DueAt > a.AgreedAt));

    private IEnumerable<PlannedReminder> AgreementSlotsOf(Agreement agreement)
    {
        string? own = council.FindParticipant(agreement.ParticipantId)?.Contact.ObjectId;
        string[] told = own is null ? coordinators : [own];
        IEnumerable<PlannedReminder> slots = AgreementSlots.SelectMany(slot =>
            told.Select(to => For(ReminderKind.AgreementDue, slot, to))
        );
        return slots.Concat(
            coordinators.Except(told).Select(to => For(ReminderKind.AgreementOverdue, CoordinatorsHearAfter, to))
        );

        PlannedReminder For(ReminderKind kind, int slot, string to) =>
            Slot(kind, agreement.Id, agreement.Due, slot, to, DateTimeOffset.MaxValue);
    }

    private IEnumerable<PlannedReminder> Minutes() =>
        council.Minutes.SharedAt is { } shared && council.Status != CouncilStatus.Cancelled
            ? council
                .Participants.Where(p => p.Contact.HasAccount)
                .Select(p =>
                    AtOnce(ReminderKind.MinutesShared, p.Id, shared, p.Contact.ObjectId!, DateTimeOffset.MaxValue)
                )
            : [];

    private IEnumerable<PlannedReminder> Failures(IReadOnlyList<Unreached> unreached)
    {
        string[] lost = [.. unreached.Select(u => u.ObjectId)];
        string[] told = [.. coordinators.Except(lost)];
        if (told.Length == 0 && lead is not null)
        {
            told = [.. new[] { lead.ObjectId }.Except(lost)];
        }
        DateTimeOffset window = DateTimeOffset.MinValue;
        foreach (DateTimeOffset first in unreached.Select(u => u.At).Order())
        {
            if (first <= window)
            {
                // The same message tells of this one too.
                continue;
            }
            window = first + ReminderPlan.UnreachedWindow;
            foreach (string to in told)
            {
                ReminderKey key = ReminderKey.At(ReminderKind.Unreached, ReminderPlan.WholeCouncil, first, to);
                yield return new(key, window, DateTimeOffset.MaxValue);
            }
        }
    }

    private PlannedReminder Slot(
        ReminderKind kind,
        string about,
        DateOnly day,
        int offset,
        string to,
        DateTimeOffset until
    )
    {
        // Whoever has to be ready by a Saturday is told on Friday; but the day of a meeting is the day of the meeting.
        DateOnly on =
            offset != 0 ? days.AddBusinessDays(day, offset)
            : kind == ReminderKind.Ahead || days.IsBusinessDay(day) ? day
            : days.AddBusinessDays(day, -1);
        return new(ReminderKey.On(kind, about, day, offset, to), TokyoTime.Instant(on, ReminderPlan.Morning), until);
    }

    private static PlannedReminder AtOnce(
        ReminderKind kind,
        string about,
        DateTimeOffset at,
        string to,
        DateTimeOffset until
    ) => new(ReminderKey.At(kind, about, at, to), at, until);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) =>
        other is { } at && at > one ? at : one;
}
