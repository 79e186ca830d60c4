using System.Security.Cryptography;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Brings the cards for everybody up to date after votes and changes: poll by poll, one update at a time and at most one a second, however
/// many vote at once. A mark in the store says that a poll has to be looked at, so what a crash interrupts goes on elsewhere.
/// </summary>
/// <remarks>
/// A mark younger than two minutes stays, as the change it announces may not be there yet, and is looked at again after twice its age each
/// time. The last look sends the card once more whatever it showed: an answer Teams lost, or an update that overtook another on its way out
/// of a process that died, is put right then.
/// </remarks>
internal sealed class PollBoards(
    StalePolls marks,
    PollStore polls,
    PollList list,
    PollDecisions decisions,
    NoticeLedger ledger,
    NoticePointers pointers,
    NoticePacer pacer,
    [FromKeyedServices(NoticeDelivery.ConnectorKey)] IConnector connector,
    NoticeClock clock,
    NoticeChance chance,
    ILogger<PollBoards> log
)
{
    /// <summary>The least time (real) between two updates of one poll's cards: together the updates stay at half of what a conversation takes.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>How long (real time) one look holds its poll: longer than three updates may take with all their limits.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan FirstLookAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private const int AtOnce = 8;

    // Beside the conversations in a mark: the state whose consequences were seen to. No conversation is called so.
    private const string Followed = "followed";

    /// <summary>Looks after every marked poll of a tenant whose time has come.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="ct">Ends the looking; an update under way is finished.</param>
    /// <returns>After which real time to look again; <see langword="null"/> where nothing is marked.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async Task<TimeSpan?> RunAsync(string tenantId, CancellationToken ct)
    {
        await marks.MarkExpiredAsync(tenantId, ct);
        List<StalePoll> due = [];
        DateTimeOffset? next = null;
        await foreach (StalePoll mark in marks.AllAsync(tenantId, ct))
        {
            if (
                mark.RestsUntil is { } until
                && until > clock.Real
                && until <= clock.Real + Longest + NoticePointers.Settling
            )
            {
                next = Earlier(next, until);
            }
            else
            {
                due.Add(mark);
            }
        }
        foreach (StalePoll[] some in due.Chunk(AtOnce))
        {
            DateTimeOffset?[] again = await Task.WhenAll(some.Select(m => LookAsync(tenantId, m.Id, ct)));
            next = again.Aggregate(next, Earlier);
        }
        return next - clock.Real;
    }

    private async Task<DateTimeOffset?> LookAsync(string tenantId, PollId id, CancellationToken ct)
    {
        (HeldLease? held, DateTimeOffset until) = await marks.TryLeaseAsync(tenantId, id, chance.Name(), Lease, ct);
        if (held is null)
        {
            return until;
        }
        // The mark before the poll: what changes after this changes the mark as well.
        if (await marks.FindAsync(tenantId, id, ct) is not { } mark)
        {
            return null;
        }
        DateTimeOffset readAt = clock.Real;
        bool isLast = readAt - mark.WrittenAt >= NoticePointers.Settling;
        StoredPoll? poll = await polls.FindAsync(tenantId, id, ct);
        Look look = new(mark.Shown, readAt - mark.WrittenAt);
        if (poll is not null)
        {
            await FollowAsync(tenantId, poll, look, ct);
            foreach (PollPlace place in poll.Places)
            {
                await ShowAsync(tenantId, poll, place, look, isLast, ct);
            }
        }
        return await SettleAsync(tenantId, mark, look, held, readAt, isLast, ct);
    }

    /// <summary>What follows from the poll as it is, besides its cards; each may be repeated.</summary>
    private async ValueTask FollowAsync(string tenantId, StoredPoll poll, Look look, CancellationToken ct)
    {
        PollState state = poll.Poll.StateAt(clock.Now);
        if (look.Shown.GetValueOrDefault(Followed) == $"{state}")
        {
            return;
        }
        switch (state)
        {
            case PollState.Complete:
                // The last vote ends the waiting; nobody who voted could know that theirs was the last.
                await pointers.KeepAsync(
                    tenantId,
                    PollKeys.Kind,
                    poll.Id.ToString(),
                    poll.Poll.Ballots.Values.Max(b => b.At),
                    ct
                );
                break;
            case PollState.Decided:
                await list.RemoveAsync(tenantId, poll, ct);
                await decisions.ApplyAsync(tenantId, poll, ct);
                break;
            case PollState.Withdrawn:
                await list.RemoveAsync(tenantId, poll, ct);
                break;
        }
        look.Followed($"{state}");
    }

    private async ValueTask ShowAsync(
        string tenantId,
        StoredPoll poll,
        PollPlace place,
        Look look,
        bool isLast,
        CancellationToken ct
    )
    {
        LedgerEntry? posted = await ledger.FindAsync(PollKeys.OwnerOf(tenantId, poll.Id), PollPlan.AskKey(place), ct);
        if (posted is not { Where: { } where, ActivityId: { } activityId })
        {
            // Being posted just now, with what was true a moment ago. One that failed for good has no card.
            if (posted is null or { State: NoticeState.Sending or NoticeState.Postponed })
            {
                look.AgainAt(clock.Real + Soon);
            }
            return;
        }
        OutgoingActivity card = PollCards
            .Board(new(poll, PollReader.Everybody, clock.Now))
            .Message(PollReader.Everybody);
        string face = Convert.ToHexStringLower(SHA256.HashData(card.Attachments![0].Content.Span).AsSpan(0, 8));
        if (look.Shown.GetValueOrDefault(place.Group) == face && !isLast)
        {
            return;
        }
        if (await pacer.WaitAsync(where, ct) is { } rest)
        {
            look.AgainAt(rest);
            return;
        }
        try
        {
            await connector.UpdateAsync(where, activityId, card, CancellationToken.None);
            look.Showed(place.Group, face, clock.Real);
        }
        catch (ConnectorException refused)
        {
            await RefusedAsync(poll.Id, place, where, face, look, refused);
        }
    }

    private async ValueTask RefusedAsync(
        PollId id,
        PollPlace place,
        ConversationAddress where,
        string face,
        Look look,
        ConnectorException refused
    )
    {
        Log.BoardRefused(log, id.ToString(), place.Group, refused.Status, refused.Code, refused.Reaction);
        switch (refused.Reaction)
        {
            case ConnectorReaction.RetryLater or ConnectorReaction.Misconfigured or ConnectorReaction.TenantDisabled:
                TimeSpan pause = refused.RetryAfter is { } asked && asked < Longest ? asked : look.Pause;
                if (refused.Status == 429)
                {
                    await pacer.ThrottledAsync(where, pause, CancellationToken.None);
                }
                look.AgainAt(clock.Real + pause);
                break;
            default:
                // The message, or the way to it, is gone: nothing shows what is out of date.
                look.Showed(place.Group, face, clock.Real);
                break;
        }
    }

    private async ValueTask<DateTimeOffset?> SettleAsync(
        string tenantId,
        StalePoll mark,
        Look look,
        HeldLease held,
        DateTimeOffset readAt,
        bool isLast,
        CancellationToken ct
    )
    {
        TimeSpan age = readAt > mark.WrittenAt ? readAt - mark.WrittenAt : TimeSpan.Zero;
        DateTimeOffset settled = mark.WrittenAt + NoticePointers.Settling;
        DateTimeOffset? again =
            look.Again ?? (isLast ? null : Earlier(settled, mark.WrittenAt + age + age + FirstLookAgain));
        DateTimeOffset nobodyBefore =
            (look.ShownAt ?? DateTimeOffset.MinValue) + (look.ShownAt is null ? TimeSpan.Zero : Between);
        StalePoll? next = again is null ? null : mark with { RestsUntil = again, Shown = look.Shown };
        await marks.SettleAsync(tenantId, mark, next, held, nobodyBefore, ct);
        // Whoever changed the mark meanwhile rang; what they changed waits for the lease at most.
        return nobodyBefore > clock.Real ? Earlier(again, nobodyBefore) : again;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other
        : other is null ? one
        : one < other ? one
        : other;

    /// <summary>What one look has found out.</summary>
    private sealed class Look(IReadOnlyDictionary<string, string> shown, TimeSpan age)
    {
        private readonly Dictionary<string, string> now = new(shown);

        public IReadOnlyDictionary<string, string> Shown => now;

        /// <summary>How long to leave Teams alone that refused and did not say for how long: the longer the older the change is.</summary>
        public TimeSpan Pause =>
            age / 4 > LongestRetry ? LongestRetry
            : age / 4 > RetryAfter ? age / 4
            : RetryAfter;

        /// <summary>When something was sent last.</summary>
        public DateTimeOffset? ShownAt { get; private set; }

        /// <summary>When something has to be tried again.</summary>
        public DateTimeOffset? Again { get; private set; }

        public void Showed(string group, string face, DateTimeOffset at) => (now[group], ShownAt) = (face, at);

        public void Followed(string state) => now[PollBoards.Followed] = state;

        public void AgainAt(DateTimeOffset at) => Again = Again is null || at < Again ? at : Again;
    }
}
