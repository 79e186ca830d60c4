using Renkei.Activities.Wire;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Tells the dispatcher what councils plan to send, and writes it.</summary>
internal sealed class CouncilReminderSource(
    CouncilStore councils,
    CouncilNotices notices,
    ReminderDesk desk,
    TimeProvider clock
) : INoticeSource
{
    public string Kind => CouncilNotices.Kind;

    public string PartitionOf(string tenantId, string owner) =>
        CouncilId.TryParse(owner, out CouncilId? id)
            ? CouncilKeys.Partition(tenantId, id.CentreCode)
            : throw new ArgumentException("The owner is no council.", nameof(owner));

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (
            !CouncilId.TryParse(owner, out CouncilId? id)
            || await councils.FindAsync(tenantId, id, ct) is not { } council
        )
        {
            return null;
        }
        IReadOnlyList<UnreachedPerson> unreached = UnreachedPerson.In(ledger);
        ReminderPlan plan = notices.Plan(
            council,
            unreached.Count == 0
                ? await notices.LeadOfAsync(tenantId, council, ct)
                : await notices.LeadOfAsync(tenantId, id.CentreCode, ct),
            [.. unreached.Select(u => new Unreached(u.ObjectId, u.At))]
        );
        DateTimeOffset now = clock.GetUtcNow();
        return new Plan(
            desk.View(council, now, unreached),
            [.. plan.All.Where(r => r.UsefulUntil > now).Select(CouncilNotices.NoticeOf)]
        );
    }

    private sealed class Plan(ReminderView view, IReadOnlyList<Notice> notices) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            if (!ReminderKey.TryParse(notice.Key, out ReminderKey? key))
            {
                throw new ArgumentException("The key is none of a reminder.", nameof(notice));
            }
            ReminderReader to = new(reader.Language, reader.UserId, key.To, reader.Person?.Person);
            ReminderCard card = ReminderCards.Draw(view, key, to, notice: null);
            return OutgoingActivity.Card(card.Build(to), card.Summary);
        }
    }
}
