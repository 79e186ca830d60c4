namespace Renkei.Bot.Notices;

/// <summary>What a plan and a ledger ask for at one moment. A pure function of the two.</summary>
/// <param name="Due">To be sent now, soonest planned first.</param>
/// <param name="Outdated">Due, but a newer one of the series is due too or was sent since: not to be sent any more.</param>
/// <param name="Next">When something else will be due (UTC); <see langword="null"/> for never.</param>
internal sealed record NoticeSchedule(
    IReadOnlyList<DueNotice> Due,
    IReadOnlyList<DueNotice> Outdated,
    DateTimeOffset? Next
)
{
    /// <summary>Compares plan and ledger.</summary>
    /// <param name="plan">All planned notices of an owner.</param>
    /// <param name="ledger">All its entries.</param>
    /// <param name="clock">The moment.</param>
    public static NoticeSchedule Of(IReadOnlyList<Notice> plan, IReadOnlyList<LedgerEntry> ledger, NoticeClock clock)
    {
        DateTimeOffset now = clock.Now;
        DateTimeOffset real = clock.Real;
        Dictionary<string, LedgerEntry> entries = ledger.ToDictionary(e => e.Key, StringComparer.Ordinal);
        List<DueNotice> due = [];
        DateTimeOffset? next = null;
        foreach (Notice notice in plan.DistinctBy(n => n.Key))
        {
            LedgerEntry? entry = entries.GetValueOrDefault(notice.Key);
            if (DueAt(notice, entry, now, real) is not { } at)
            {
                continue;
            }
            if (at <= now)
            {
                due.Add(new(notice, entry, at));
            }
            else if (next is null || at < next)
            {
                next = at;
            }
        }
        List<DueNotice> send = [];
        List<DueNotice> outdated = [];
        foreach (
            IGrouping<(string, NoticeTarget), DueNotice> series in due.GroupBy(d => (d.Notice.Series, d.Notice.To))
        )
        {
            DueNotice newest = series.MaxBy(d => (d.Notice.DueAt, d.Notice.Key), ByTimeThenKey)!;
            foreach (DueNotice one in series)
            {
                (one == newest && !ledger.Any(e => Overtakes(e, one, plan)) ? send : outdated).Add(one);
            }
        }
        send.Sort((a, b) => ByTimeThenKey.Compare((a.DueAt, a.Notice.Key), (b.DueAt, b.Notice.Key)));
        return new(send, outdated, next);
    }

    private static Comparer<(DateTimeOffset Time, string Key)> ByTimeThenKey { get; } =
        Comparer<(DateTimeOffset Time, string Key)>.Create(
            static (a, b) =>
                a.Time.CompareTo(b.Time) is not 0 and int order ? order : string.CompareOrdinal(a.Key, b.Key)
        );

    /// <summary>When a notice is due by its plan and what became of it; <see langword="null"/> when nothing is left to do.</summary>
    private static DateTimeOffset? DueAt(Notice notice, LedgerEntry? entry, DateTimeOffset now, DateTimeOffset real) =>
        entry switch
        {
            null => notice.DueAt,
            { State: NoticeState.Sending, Until: { } lapses } => lapses <= real ? now : now + (lapses - real),
            // Taken back while somebody was sending it, and planned again.
            { State: NoticeState.Withdrawn, Arrived: false, Claim: not null, Until: { } lapses } when lapses > real =>
                now + (lapses - real),
            { State: NoticeState.Postponed, Until: { } until } => until > notice.DueAt ? until : notice.DueAt,
            // Taken back before it went out; the plan has it again, and the plan is the truth.
            { State: NoticeState.Withdrawn, Arrived: false } => notice.DueAt,
            // The card everybody sees shows something else than what is true now.
            _ when notice.Version is not null && notice.Version != entry.Version => Later(
                Later(entry.At, notice.DueAt),
                RestedAt(notice, entry, now, real)
            ),
            _ => null,
        };

    /// <summary>When a card may be replaced again (the time everybody sees). Further ahead than any pause: the clock that wrote it was wrong.</summary>
    private static DateTimeOffset RestedAt(Notice notice, LedgerEntry entry, DateTimeOffset now, DateTimeOffset real) =>
        entry.RestsUntil is { } until && until > real && until <= real + notice.Between ? now + (until - real) : now;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>
    /// Whether a newer message of the series went out, or is about to, so that this one would come too late.
    /// </summary>
    private static bool Overtakes(LedgerEntry other, DueNotice due, IReadOnlyList<Notice> plan) =>
        other.Series == due.Notice.Series
        && other.DueAt > due.Notice.DueAt
        && other.To == due.Notice.To
        // One its reader wanted again is sent again, unless the newer one came after that.
        && (due.Entry is not { Arrived: true } || other.At > due.Entry.At)
        && other.State switch
        {
            NoticeState.Sending
            or NoticeState.Sent
            or NoticeState.Seen
            or NoticeState.Answered
            or NoticeState.Postponed => true,
            // It went out, was taken back, and is planned again: it counts as before.
            NoticeState.Withdrawn => other.Arrived && plan.Any(n => n.Key == other.Key),
            _ => false,
        };
}

/// <summary>A notice that is due, with what became of it so far.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Entry">Its entry; <see langword="null"/> where nothing happened to it yet.</param>
/// <param name="DueAt">When it became due: as planned, or when what it was postponed to came.</param>
internal sealed record DueNotice(Notice Notice, LedgerEntry? Entry, DateTimeOffset DueAt);
