using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
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
/// (<c>s…</c>); once, the morning after the day to answer, that it is overdue (<c>o.…</c>); and once, on the third business morning after
/// head office asked back, that it waits for the centre (<c>b.…</c>).
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
    private const string ReplyPrefix = "b.";
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
        if (request.ReminderOfReply(days) is var (step, day))
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"{ReplyPrefix}{step}.");
            IReadOnlyList<string> reminded = await RemindedAsync(tenantId, request, prefix, ledger, ct);
            notices.AddRange(
                reminded.Select(to => new Notice(
                    prefix + to,
                    ReplyPrefix,
                    RequestNotices.Category,
                    new NoticeTarget.Person(to),
                    TokyoTime.Instant(day, Morning)
                ))
            );
        }
        return new Plan(view, await WithinPrefectureAsync(tenantId, request, notices, ct));
    }

    /// <summary>
    /// Who is reminded that head office waits: the asker; where they left the centre or nothing gets through to them, its coordinators, and its
    /// nurses where it has none. Once somebody was, nobody else is.
    /// </summary>
    private async ValueTask<IReadOnlyList<string>> RemindedAsync(
        string tenantId,
        SupportRequest request,
        string prefix,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    )
    {
        string[] were =
        [
            .. ledger
                .Where(e => e.Arrived && e.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(e => e.Key[prefix.Length..]),
        ];
        if (were.Length > 0)
        {
            return were;
        }
        string asker = request.AskedBy.ObjectId;
        PersonRecord? record = await people.FindAsync(new(tenantId, asker), ct);
        if (
            record is { Person: { } person, Contact.CanBeReached: true }
            && request.SideOf(person) == RequestSide.Centre
        )
        {
            return [asker];
        }
        CentreMember[] others =
        [
            .. (await people.MembersOfCentreAsync(tenantId, request.Id.CentreCode, ct)).Where(m =>
                m.PreparesCouncils && m.Who.ObjectId != asker
            ),
        ];
        bool hasCoordinator = others.Any(m => m.Role == Role.Coordinator);
        return
        [
            .. others
                .Where(m => !hasCoordinator || m.Role == Role.Coordinator)
                .Take(MostPeople)
                .Select(m => m.Who.ObjectId),
        ];
    }

    /// <summary>The notices without those to people who work in another prefecture now: nothing of this one is theirs any more.</summary>
    private async ValueTask<IReadOnlyList<Notice>> WithinPrefectureAsync(
        string tenantId,
        SupportRequest request,
        IReadOnlyList<Notice> notices,
        CancellationToken ct
    )
    {
        HashSet<string> elsewhere = [];
        foreach (
            string objectId in notices
                .Select(n => n.To)
                .OfType<NoticeTarget.Person>()
                .Select(p => p.ObjectId)
                .Distinct()
        )
        {
            PersonRecord? record = await people.FindAsync(new(tenantId, objectId), ct);
            if (
                record?.Person is { } person
                && places.PrefecturesOf(person).All(p => p.Code != request.Id.PrefectureCode)
            )
            {
                elsewhere.Add(objectId);
            }
        }
        return [.. notices.Where(n => n.To is not NoticeTarget.Person { ObjectId: var to } || !elsewhere.Contains(to))];
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
        IReadOnlyList<PersonRef> office = await people.HeadOfficeAsync(tenantId, prefectureCode, ct);
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
            if (key.StartsWith(ReplyPrefix, StringComparison.Ordinal))
            {
                PageNotice? instead =
                    to.ObjectId == view.Request.AskedBy.ObjectId ? null : new(Texts.InsteadOfAsker.In(to.Language));
                return RequestCards.Draw(view, to, Texts.ReplyAwaited, instead);
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
