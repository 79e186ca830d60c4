using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Requests;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Requests.RequestTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>
/// What a request sends: one card where head office works, kept up to date for everybody (<c>card.…</c>); each step to whoever waits for it
/// (<c>s…</c>); and once, the morning after the day to answer, that it is overdue (<c>o.…</c>).
/// </summary>
internal sealed class RequestNoticeSource(
    RequestStore requests,
    PeopleStore people,
    Organisation places,
    BusinessDays days,
    TimeProvider clock
) : INoticeSource
{
    private const string CardPrefix = "card.";
    private const string StepPrefix = "s.";
    private const string OverduePrefix = "o.";
    private const int MostPeople = 20;
    private static readonly TimeOnly Morning = new(9, 0);

    public string Kind => RequestNotices.Kind;

    public string PartitionOf(string tenantId, string owner) =>
        RequestId.TryParse(owner, out RequestId? id)
            ? RequestKeys.Partition(tenantId, id.PrefectureCode)
            : throw new ArgumentException("The owner is no request.", nameof(owner));

    public async ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        if (
            !RequestId.TryParse(owner, out RequestId? id)
            || await requests.FindAsync(tenantId, id, ct) is not { } request
            || places.FindCentre(id.CentreCode) is not { } centre
        )
        {
            return null;
        }
        RequestView view = new(request, centre, days, clock.GetUtcNow());
        IReadOnlyList<NoticeTarget> desks = await DesksAsync(tenantId, id.PrefectureCode, ct);
        List<Notice> notices = [.. Cards(view, desks, ledger), .. Steps(request)];
        if (request.AwaitsAnswer)
        {
            DateTimeOffset rises = TokyoTime.Instant(days.Next(request.Due), Morning);
            string due = request.Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            notices.AddRange(
                desks.Select(desk => new Notice(
                    $"{OverduePrefix}{due}.{NameOf(desk)}",
                    OverduePrefix,
                    RequestNotices.Category,
                    desk,
                    rises
                ))
            );
        }
        return new Plan(view, notices);
    }

    /// <summary>Where head office gets requests: its channel, or each of its people while it has none.</summary>
    private async ValueTask<IReadOnlyList<NoticeTarget>> DesksAsync(
        string tenantId,
        string prefectureCode,
        CancellationToken ct
    )
    {
        if (await requests.DeskAsync(tenantId, prefectureCode, ct) is { } desk)
        {
            return [new NoticeTarget.Conversation(desk.Address)];
        }
        IReadOnlyList<PersonRef> office = await people.WithRoleAsync(tenantId, Role.HeadOffice, null, ct);
        return [.. office.Take(MostPeople).Select(p => new NoticeTarget.Person(p.ObjectId))];
    }

    /// <summary>The cards where head office works now, and those it got before the desk was moved: these stay true as well.</summary>
    private static IEnumerable<Notice> Cards(
        RequestView view,
        IReadOnlyList<NoticeTarget> desks,
        IReadOnlyList<LedgerEntry> ledger
    )
    {
        string revision = view.Request.Revision.ToString(CultureInfo.InvariantCulture);
        string version = view.IsOverdue ? $"{revision}late" : revision;
        // One that ended before the desk was moved there is no news for it.
        IEnumerable<NoticeTarget> present = view.Request.IsOpen ? desks : [];
        IEnumerable<NoticeTarget> before = ledger
            .Where(e => e.Arrived && e.Key.StartsWith(CardPrefix, StringComparison.Ordinal))
            .Select(e => e.To);
        return present
            .Concat(before)
            .DistinctBy(NameOf)
            .Select(to => new Notice(
                CardPrefix + NameOf(to),
                CardPrefix + NameOf(to),
                RequestNotices.Category,
                to,
                view.Request.AskedAt
            )
            {
                Version = version,
            });
    }

    /// <summary>Each step for those who wait for it: the asker, and whoever of head office looks after it.</summary>
    private static IEnumerable<Notice> Steps(SupportRequest request)
    {
        for (int i = 0; i < request.Steps.Count; i++)
        {
            RequestStep step = request.Steps[i];
            string? to =
                step.By.ObjectId != request.AskedBy.ObjectId ? request.AskedBy.ObjectId : request.TakenBy?.ObjectId;
            if (to is not null && to != step.By.ObjectId)
            {
                yield return Notice(i, step, to);
            }
            // A colleague of the asker wrote: both of those who wait hear of it.
            if (
                step.Side == RequestSide.Centre
                && to == request.AskedBy.ObjectId
                && request.TakenBy is { } office
                && office.ObjectId != to
            )
            {
                yield return Notice(i, step, office.ObjectId);
            }
        }
    }

    private static Notice Notice(int index, RequestStep step, string to) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{StepPrefix}{index}.{to}"),
            // Each card shows the whole conversation, so after quiet hours the newest says it all.
            StepPrefix,
            RequestNotices.Category,
            new NoticeTarget.Person(to),
            step.At
        );

    private static string NameOf(NoticeTarget target) =>
        target switch
        {
            NoticeTarget.Person person => person.ObjectId,
            NoticeTarget.Conversation conversation => HashOf(conversation.Address),
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };

    // Ids of conversations may hold what keys must not.
    private static string HashOf(ConversationAddress address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ConversationId)).AsSpan(0, 12));

    private sealed class Plan(RequestView view, IReadOnlyList<Notice> notices) : NoticePlan
    {
        public override IReadOnlyList<Notice> Notices => notices;

        public override OutgoingActivity Compose(Notice notice, NoticeReader reader)
        {
            RequestReader to = notice.To is NoticeTarget.Person person
                ? new(reader.Language, reader.UserId, SideOf(reader), person.ObjectId)
                : RequestReader.Channel;
            RequestCard card = Draw(notice.Key, to);
            return OutgoingActivity.Card(card.Build(to), card.Summary);
        }

        private RequestCard Draw(string key, RequestReader to)
        {
            if (key.StartsWith(OverduePrefix, StringComparison.Ordinal))
            {
                return RequestCards.Rise(view, to);
            }
            string[] parts = key.Split('.');
            if (
                key.StartsWith(StepPrefix, StringComparison.Ordinal)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            )
            {
                RequestStep step = view.Request.Steps[index];
                return RequestCards.Draw(view, to, Texts.News(step.Kind, step.Side));
            }
            return RequestCards.Draw(view, to, Texts.Heading);
        }

        /// <summary>For which side somebody reads; whoever changed their role since may no longer act.</summary>
        private RequestSide? SideOf(NoticeReader reader) =>
            reader.Person?.Person is { } person ? view.Request.SideOf(person) : null;
    }
}
