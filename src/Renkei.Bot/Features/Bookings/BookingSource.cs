using System.Globalization;
using Renkei.Activities.Wire;
using Renkei.Bot.Councils;
using Renkei.Bot.Notices;
using Renkei.Bot.Scheduling;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Features.Bookings;

/// <summary>
/// What Renkei sends about booked meetings: the organiser hears of what was changed by hand in Outlook, once; and whom no calendar
/// mails hears of a meeting of its own from Renkei.
/// </summary>
internal sealed class BookingSource(PlanStore plans, CouncilStore councils, BookingPage page, TimeProvider clock)
    : INoticeSource
{
    /// <summary>First letters of the keys.</summary>
    public const string News = "news";
    public const string Invitation = "invite";
    public const string Off = "off";

    public string Kind => DateDesk.Kind;

    public string PartitionOf(string tenantId, string owner) =>
        PlanId.TryParse(owner, out PlanId? id)
            ? PlanKeys.Partition(tenantId, id.CentreCode)
            : throw new ArgumentException("The owner is no plan.", nameof(owner));

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (!PlanId.TryParse(owner, out PlanId? id) || await plans.FindAsync(tenantId, id, ct) is not { } plan)
        {
            return null;
        }
        Council? council = plan.Council is { } of ? await councils.FindAsync(tenantId, of, ct) : null;
        return new Plan(plan, council, [.. NoticesOf(tenantId, plan)]);
    }

    private IEnumerable<Notice> NoticesOf(string tenantId, MeetingPlan plan)
    {
        if (plan.News is { } news)
        {
            yield return new(
                $"{News}.{Stamp(news.At)}.{plan.Organiser.ObjectId}",
                News,
                CouncilCategories.Always,
                new NoticeTarget.Person(plan.Organiser.ObjectId),
                news.At
            );
        }
        TimeSlot? slot = plan.IsCalledOff ? plan.Choice?.Slot : plan.Booked?.Slot;
        if (plan.Council is not null || slot is null || slot.End <= clock.GetUtcNow())
        {
            yield break;
        }
        string kind = plan.IsCalledOff ? Off : Invitation;
        bool mailsNobody = page.IsOwnCalendar(tenantId);
        foreach (PlanAttendee attendee in plan.Asked)
        {
            if (
                attendee.ObjectId is { } to
                && to != plan.Organiser.ObjectId
                && (mailsNobody || attendee.Address is null)
            )
            {
                yield return new(
                    $"{kind}.{Stamp(slot.Start)}.{to}",
                    $"{Invitation}.{to}",
                    plan.IsCalledOff ? CouncilCategories.Always : CouncilCategories.Invitation,
                    new NoticeTarget.Person(to),
                    plan.Choice!.At
                );
            }
        }
    }

    private static string Stamp(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    private sealed class Plan(MeetingPlan plan, Council? council, IReadOnlyList<Notice> notices) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            BookingReader to = new(
                reader.Language,
                reader.UserId,
                ((NoticeTarget.Person)notice.To).ObjectId,
                reader.Person?.Person
            );
            (ReadOnlyMemory<byte> card, string summary) = notice.Key.StartsWith($"{News}.", StringComparison.Ordinal)
                ? BookingCards.News(plan, council, plan.News!, to)
                : BookingCards.Invitation(plan, to, notice: null);
            return OutgoingActivity.Card(card, summary);
        }
    }
}
