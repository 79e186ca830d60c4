using System.Text.Json;
using Renkei.Bot.Notices;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Councils;

/// <summary>
/// Keeps the reminders of a council in step with every change of it: the pointer to what is newly planned goes before the change's
/// commit, and what had been planned and is not any more goes into it, so that the ledger can tell.
/// </summary>
internal sealed class CouncilNotices(
    ITable table,
    NoticePointers pointers,
    CouncilTemplates templates,
    BusinessDays days,
    TimeProvider clock
)
{
    /// <summary>The kind of owner a council is.</summary>
    public const string Kind = "council";

    /// <summary>Shows a reminder as things are now; data <c>c</c>, and its key as <c>k</c>.</summary>
    public const string ShowVerb = "reminder/show";

    /// <summary>Shows the record of a council's notices; data <c>c</c>.</summary>
    public const string LedgerVerb = "council/ledger";

    private const int MostWithdrawn = 400;

    // Stands for the centre's lead where only times matter: a pointer too many does no harm, and one read is spared.
    private static readonly PersonRef Somebody = new("somebody", "");

    /// <summary>A council as the owner of notices.</summary>
    public static NoticeOwner OwnerOf(string tenantId, CouncilId id) =>
        new(tenantId, Kind, id.ToString(), CouncilKeys.Partition(tenantId, id.CentreCode));

    /// <summary>A reminder as the dispatcher knows it.</summary>
    public static Notice NoticeOf(PlannedReminder reminder) =>
        new(
            reminder.Key.ToString(),
            reminder.Key.Series,
            CouncilCategories.Of(reminder.Kind),
            new NoticeTarget.Person(reminder.To),
            reminder.DueAt
        );

    /// <summary>To be called before a change of a council is committed; the commit follows within a minute.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="before">The council as it stands; <see langword="null"/> for a new one.</param>
    /// <param name="after">The council as it will be.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>What belongs into the same commit.</returns>
    public async ValueTask<IReadOnlyList<TableChange>> BeforeCommitAsync(
        string tenantId,
        Council? before,
        Council after,
        CancellationToken ct
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ReminderPlan? was = before is null ? null : Plan(before, Somebody, []);
        ReminderPlan next = Plan(after, Somebody, []);
        PlannedReminder? first = next.All.FirstOrDefault(r =>
            r.UsefulUntil > now && was?.Find(r.Key.ToString()) is null
        );
        if (first is not null)
        {
            DateTimeOffset dueAt = first.DueAt > now ? first.DueAt : now;
            await pointers.KeepAsync(tenantId, Kind, after.Id.ToString(), dueAt, ct);
        }
        return was is null ? [] : await WithdrawnAsync(tenantId, before!, after, was, next, now, ct);
    }

    /// <summary>Has a council's plan looked at at once, where something else than the council changed what is planned.</summary>
    public ValueTask LookAgainAsync(string tenantId, CouncilId id, CancellationToken ct) =>
        pointers.KeepAsync(tenantId, Kind, id.ToString(), clock.GetUtcNow(), ct);

    /// <summary>What a council plans.</summary>
    /// <exception cref="InvalidOperationException">Its kind is not part of this installation any more.</exception>
    public ReminderPlan Plan(Council council, PersonRef? lead, IReadOnlyList<Unreached> unreached) =>
        ReminderPlan.Of(
            council,
            templates.Find(council.TemplateCode)
                ?? throw new InvalidOperationException(
                    $"Council {council.Id} is of the unknown kind {council.TemplateCode}."
                ),
            council.SheetAnsweredBy.ToHashSet(),
            lead,
            days,
            unreached
        );

    /// <summary>Who is told of work that stays overdue; not read where nothing can rise to them.</summary>
    public async ValueTask<PersonRef?> LeadOfAsync(string tenantId, Council council, CancellationToken ct) =>
        council.Status == CouncilStatus.Preparing && council.Tasks.Any(t => !council.IsDone(t))
            ? await LeadOfAsync(tenantId, council.Id.CentreCode, ct)
            : null;

    /// <summary>Who is told of work that stays overdue at a centre; <see langword="null"/> until somebody was named.</summary>
    public async ValueTask<PersonRef?> LeadOfAsync(string tenantId, string centreCode, CancellationToken ct) =>
        await table.FindAsync(CouncilKeys.Centre(tenantId, centreCode), ct) is { } row
            ? RowBody.Read(row, CouncilJson.Default.CentreSettings).Lead
            : null;

    private async ValueTask<IReadOnlyList<TableChange>> WithdrawnAsync(
        string tenantId,
        Council before,
        Council after,
        ReminderPlan was,
        ReminderPlan next,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        WithdrawalCause cause =
            after.Status == CouncilStatus.Cancelled && before.Status != CouncilStatus.Cancelled
                ? WithdrawalCause.Cancelled
            : after.DateSetAt != before.DateSetAt ? WithdrawalCause.Moved
            : WithdrawalCause.Changed;
        PlannedReminder[] gone =
        [
            .. was
                .All.Where(r => r.DueAt > now && next.Find(r.Key.ToString()) is null)
                // Whoever answered need not be asked again; that is no news.
                .Where(r =>
                    cause != WithdrawalCause.Changed
                    || r.Kind is not (ReminderKind.SheetAgain or ReminderKind.InvitationAgain)
                ),
        ];
        PersonRef? lead = gone.Any(r => r.To == Somebody.ObjectId)
            ? await LeadOfAsync(tenantId, after.Id.CentreCode, ct)
            : null;
        ReminderPlan truly = Plan(before, lead, []);
        WithdrawnReminder[] withdrawn =
        [
            .. gone.Select(r => r.To == Somebody.ObjectId && lead is not null ? r.Key.For(lead.ObjectId) : r.Key)
                .Select(k => truly.Find(k.ToString()))
                .OfType<PlannedReminder>()
                .Take(MostWithdrawn)
                .Select(r => new WithdrawnReminder(r.Key.ToString(), r.DueAt)),
        ];
        return withdrawn.Length == 0
            ? []
            :
            [
                new TableChange.Insert(
                    CouncilKeys.Withdrawal(tenantId, after.Id, after.Revision),
                    RowBody.Write(
                        new(after.ChangedBy, after.ChangedAt, cause, withdrawn),
                        CouncilJson.Default.Withdrawal
                    )
                ),
            ];
    }
}

/// <summary>What had been planned for a council and was not any more after one change of it.</summary>
/// <param name="By">Who changed it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Cause">What kind of change it was.</param>
/// <param name="Reminders">What would still have been sent.</param>
internal sealed record Withdrawal(
    PersonRef By,
    DateTimeOffset At,
    WithdrawalCause Cause,
    IReadOnlyList<WithdrawnReminder> Reminders
);

/// <summary>A reminder that was not sent any more.</summary>
/// <param name="Key">As <see cref="ReminderKey"/> writes it.</param>
/// <param name="DueAt">When it would have been sent (UTC).</param>
internal sealed record WithdrawnReminder(string Key, DateTimeOffset DueAt);

/// <summary>Why reminders were withdrawn.</summary>
internal enum WithdrawalCause
{
    /// <summary>What they were about was done, given to somebody else, or taken off the list.</summary>
    Changed,

    /// <summary>The council was moved.</summary>
    Moved,

    /// <summary>The council was cancelled.</summary>
    Cancelled,
}
