using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Features.Reminders;

/// <summary>One reminder as the record shows it.</summary>
/// <param name="Key">The reminder.</param>
/// <param name="DueAt">When it was, or is, to be sent (UTC).</param>
/// <param name="State">Where it stands.</param>
/// <param name="Entry">What the ledger says of it; <see langword="null"/> where nothing happened to it yet.</param>
/// <param name="Withdrawal">The change that withdrew it, where one did.</param>
internal sealed record LedgerLine(
    ReminderKey Key,
    DateTimeOffset DueAt,
    LedgerState State,
    LedgerEntry? Entry,
    Withdrawal? Withdrawal
)
{
    /// <summary>
    /// All reminders of a council: those of its plan, those something happened to, and those a change withdrew. Each is there once; the plan
    /// and the ledger know better than an earlier withdrawal, because a council can be moved back.
    /// </summary>
    /// <param name="plan">What is planned now.</param>
    /// <param name="entries">What happened.</param>
    /// <param name="withdrawals">What changes withdrew, the newest first.</param>
    /// <param name="now">The moment (UTC).</param>
    public static IReadOnlyList<LedgerLine> Of(
        ReminderPlan plan,
        IReadOnlyList<LedgerEntry> entries,
        IReadOnlyList<Withdrawal> withdrawals,
        DateTimeOffset now
    )
    {
        Dictionary<string, LedgerLine> lines = new(StringComparer.Ordinal);
        foreach (LedgerEntry entry in entries)
        {
            if (ReminderKey.TryParse(entry.Key, out ReminderKey? key))
            {
                bool isPlanned = plan.Find(entry.Key) is not null;
                Withdrawal? by = isPlanned ? null : Cause(withdrawals, entry.Key);
                lines[entry.Key] = new(key, entry.DueAt, StateOf(entry, isPlanned), entry, by);
            }
        }
        foreach (PlannedReminder reminder in plan.All)
        {
            LedgerState state =
                reminder.DueAt > now ? LedgerState.Planned
                : reminder.UsefulUntil > now ? LedgerState.Waiting
                : LedgerState.TooLate;
            string key = reminder.Key.ToString();
            lines.TryAdd(key, new(reminder.Key, reminder.DueAt, state, null, null));
        }
        foreach (Withdrawal withdrawal in withdrawals)
        {
            foreach (WithdrawnReminder reminder in withdrawal.Reminders)
            {
                if (ReminderKey.TryParse(reminder.Key, out ReminderKey? key))
                {
                    lines.TryAdd(reminder.Key, new(key, reminder.DueAt, LedgerState.Withdrawn, null, withdrawal));
                }
            }
        }
        return [.. lines.Values.OrderByDescending(l => l.DueAt).ThenBy(l => l.Key.ToString(), StringComparer.Ordinal)];
    }

    private static Withdrawal? Cause(IReadOnlyList<Withdrawal> withdrawals, string key) =>
        withdrawals.FirstOrDefault(w => w.Reminders.Any(r => r.Key == key));

    private static LedgerState StateOf(LedgerEntry entry, bool isPlanned) =>
        entry.State switch
        {
            NoticeState.Sent => LedgerState.Sent,
            NoticeState.Seen => LedgerState.Seen,
            NoticeState.Answered => LedgerState.Answered,
            NoticeState.Skipped => LedgerState.Skipped,
            NoticeState.Failed => LedgerState.Failed,
            NoticeState.Withdrawn => LedgerState.Withdrawn,
            // What waited to be sent (again) and is not planned any more will not be.
            NoticeState.Postponed or NoticeState.Sending when !isPlanned => entry.SentAt is null
                ? LedgerState.Withdrawn
                : LedgerState.Seen,
            NoticeState.Postponed => LedgerState.Postponed,
            _ => LedgerState.Waiting,
        };
}

/// <summary>Where a reminder stands, for people.</summary>
internal enum LedgerState
{
    /// <summary>Will be sent.</summary>
    Planned,

    /// <summary>Is about to be sent.</summary>
    Waiting,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Sent and looked at.</summary>
    Seen,

    /// <summary>Sent and answered by a button.</summary>
    Answered,

    /// <summary>Put off.</summary>
    Postponed,

    /// <summary>Not planned any more, so it was not sent.</summary>
    Withdrawn,

    /// <summary>Not sent on purpose.</summary>
    Skipped,

    /// <summary>Not sent, because it would have come too late.</summary>
    TooLate,

    /// <summary>Could not be sent.</summary>
    Failed,
}
