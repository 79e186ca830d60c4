using System.Globalization;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.Summaries;
using Renkei.Domain;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Summaries.SubscriptionTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>Tells the dispatcher when which conversation gets its summary, and writes it.</summary>
internal sealed class SummarySource(
    SubscriptionStore subscriptions,
    SummaryReader reader,
    SummaryDesk desk,
    Organisation places,
    PlaybookSet playbooks,
    BusinessDays days,
    TimeProvider clock
) : INoticeSource
{
    private const string Series = "weekly";
    private const string Category = "summary";

    /// <summary>What comes later than this says that it does.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(30);

    public string Kind => SubscriptionStore.Kind;

    public string PartitionOf(string tenantId, string owner) => SubscriptionStore.Partition(tenantId);

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (await subscriptions.FindAsync(tenantId, owner, ct) is not { } subscription)
        {
            return null;
        }
        DateTimeOffset now = clock.GetUtcNow();
        WeeklySlot[] slots = [.. subscription.When.Around(now, days).Where(s => s.At > subscription.Since)];
        Notice[] notices =
        [
            .. slots.Select(s => new Notice(
                KeyOf(s),
                Series,
                Category,
                new NoticeTarget.Conversation(subscription.Address),
                s.At
            )),
        ];
        // Only the newest that is due is sent, and it is written only then: a look ahead costs one read.
        WeeklySlot? due = slots.LastOrDefault(s => s.At <= now);
        bool isSent = due is not null && ledger.Any(e => e.Key == KeyOf(due) && e.Arrived);
        SummaryCard? card = due is null || isSent ? null : await DrawAsync(tenantId, subscription, due, now, ct);
        return new Plan(notices, card, due is null ? "" : KeyOf(due), subscription.Language);
    }

    private async Task<SummaryCard> DrawAsync(
        string tenantId,
        Subscription subscription,
        WeeklySlot slot,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        SummaryPlace place = SummaryPlace.OfScope(subscription.Scope, places);
        SummaryFigures figures = await reader.ReadAsync(
            tenantId,
            place.Centres,
            slot.Period,
            now,
            withTrend: false,
            ct
        );
        List<LocalText> notices = [];
        if (now - slot.At > OnTime)
        {
            notices.Add(Texts.Late(slot.At));
        }
        else if (slot.IsMoved)
        {
            notices.Add(Texts.Moved(slot.Meant, days.WhyClosed(slot.Meant)));
        }
        return SummaryCards.Draw(
            new(
                subscription.Language,
                new(subscription.CentreCode, MunicipalityCode: null),
                figures,
                place.Scope,
                place.Name,
                playbooks,
                now
            )
            {
                Notices = notices,
                Prefecture = place.Prefecture,
                OffersExport = desk.OffersExport,
                OffersSubscription = true,
            }
        );
    }

    private static string KeyOf(WeeklySlot slot) =>
        string.Create(CultureInfo.InvariantCulture, $"w{slot.Meant:yyyyMMdd}");

    private sealed class Plan(IReadOnlyList<Notice> notices, SummaryCard? card, string key, Language language)
        : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader) =>
            card is not null && notice.Key == key
                ? card.AsMessage(language)
                : throw new ArgumentException("Only the newest summary that is due is sent.", nameof(notice));
    }
}
