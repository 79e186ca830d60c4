using Renkei.Bot.Notices;
using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Somebody a message of the council did not reach, and why.</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="At">When the first of their messages was given up (UTC).</param>
/// <param name="Reason">Why.</param>
internal sealed record UnreachedPerson(string ObjectId, DateTimeOffset At, NoticeReason Reason)
{
    /// <summary>Everybody a ledger says so of, each once, by time.</summary>
    public static IReadOnlyList<UnreachedPerson> In(IReadOnlyList<LedgerEntry> ledger) =>
        [
            .. ledger
                .Where(e => e.State == NoticeState.Failed)
                // That a coordinator could not be told of others is no news of its own.
                .Where(e => !IsUnreached(e))
                .OrderBy(e => e.At)
                .Select(e =>
                    e.To is NoticeTarget.Person person ? new UnreachedPerson(person.ObjectId, e.At, e.Reason) : null
                )
                .OfType<UnreachedPerson>()
                .DistinctBy(u => u.ObjectId),
        ];

    private static bool IsUnreached(LedgerEntry entry) =>
        ReminderKey.TryParse(entry.Key, out ReminderKey? key) && key.Kind == ReminderKind.Unreached;
}
