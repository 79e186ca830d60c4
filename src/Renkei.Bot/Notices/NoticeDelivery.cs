using System.Globalization;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.People;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>
/// Sends one notice: claims it in the ledger, makes sure it is still planned, waits for its turn, sends, records. The claim is written
/// before the message leaves and lapses, so a crash in between is found by whoever comes next, and the entry says that it may be there twice.
/// </summary>
internal sealed class NoticeDelivery(
    NoticeLedger ledger,
    NoticeRecipients recipients,
    NoticePacer pacer,
    [FromKeyedServices(NoticeDelivery.ConnectorKey)] IConnector connector,
    NoticeClock clock,
    NoticeChance chance,
    NoticeMetrics metrics,
    ILogger<NoticeDelivery> log
)
{
    /// <summary>The connector that tries once, so that the pacer alone decides when to try again.</summary>
    public const string ConnectorKey = "notices";

    /// <summary>
    /// How long (real time) a claim holds: as long as a message waits if this program dies with it. Longer than it may take to leave and
    /// three calls to Teams with all their limits.
    /// </summary>
    public static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(30);

    /// <summary>Up to which age of its claim a message may still leave, so that it is on the way well before the claim lapses.</summary>
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RecordsAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(24);
    private const int MaxFailures = 12;

    /// <summary>Sends a notice that is due.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="source">Says once more, at the last moment, whether it is planned.</param>
    /// <param name="entries">The owner's ledger, for the plan.</param>
    /// <param name="due">The notice.</param>
    /// <param name="ct">Ends the waiting; what was begun is finished.</param>
    /// <returns>When to look at it again where nothing came of it now (the time everybody sees); otherwise <see langword="null"/>.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async Task<DateTimeOffset?> DeliverAsync(
        NoticeOwner owner,
        INoticeSource source,
        IReadOnlyList<LedgerEntry> entries,
        DueNotice due,
        CancellationToken ct
    )
    {
        LedgerEntry before = due.Entry ?? LedgerEntry.Of(due.Notice, NoticeState.Sending, clock.Now);
        if (before is { State: NoticeState.Sending or NoticeState.Withdrawn, Claim: not null })
        {
            // Its claim lapsed: whoever had it may have sent it.
            before = before with
            {
                // A card that is only replaced is there once however often it is.
                MaybeTwice = before.MaybeTwice || !IsReplaced(before),
            };
        }
        if (before.Version != due.Notice.Version)
        {
            // What could not be sent before is no reason to give this one up.
            before = before with
            {
                Version = due.Notice.Version,
                Failures = 0,
                TriedSince = null,
            };
        }
        switch (await recipients.FindAsync(owner.TenantId, due.Notice, ct))
        {
            case NoticeRecipient.Unwilling:
                await ledger.TryWriteAsync(owner, Ended(before, NoticeState.Skipped, NoticeReason.OptedOut), ct);
                return null;
            case NoticeRecipient.Unreached unreached:
                await ledger.TryWriteAsync(owner, Failed(before, unreached.Reason), ct);
                metrics.Failed(unreached.Reason);
                return null;
            case NoticeRecipient.Quiet quiet:
                await ledger.TryWriteAsync(owner, Postponed(before, NoticeReason.QuietHours, quiet.Until), ct);
                return null;
            case NoticeRecipient.Reachable to:
                if (pacer.RestOf(to.Address) is { } rest)
                {
                    return clock.ShownAt(rest);
                }
                await SendAsync(owner, source, entries, due, before, to, ct);
                return null;
            default:
                throw new InvalidOperationException("An unknown kind of recipient.");
        }
    }

    private async Task SendAsync(
        NoticeOwner owner,
        INoticeSource source,
        IReadOnlyList<LedgerEntry> entries,
        DueNotice due,
        LedgerEntry before,
        NoticeRecipient.Reachable to,
        CancellationToken ct
    )
    {
        DateTimeOffset claimed = clock.Real;
        LedgerEntry? claim = await ledger.TryWriteAsync(
            owner,
            before with
            {
                State = NoticeState.Sending,
                Reason = NoticeReason.None,
                At = clock.Now,
                Until = claimed + ClaimHolds,
                Claim = chance.Name(),
                TriedSince = before.TriedSince ?? clock.Now,
            },
            ct
        );
        if (claim is null)
        {
            return;
        }
        // Only now: a change that was there before the claim is seen here, so nothing is sent that was withdrawn before its sending began.
        NoticePlan? plan = await source.PlanAsync(owner.TenantId, owner.Id, entries, ct);
        Notice? planned = plan?.Notices.FirstOrDefault(n => n.Key == due.Notice.Key);
        if (plan is null || planned is null)
        {
            await RecordAsync(owner, claim, entry => ledger.Withdrawn(entry));
            return;
        }
        if (planned.DueAt > clock.Now)
        {
            await RecordAsync(owner, claim, entry => Postponed(entry, entry.Reason, planned.DueAt));
            return;
        }
        OutgoingActivity activity;
        try
        {
            activity = plan.Compose(planned, to.Reader);
        }
#pragma warning disable CA1031 // Whatever is wrong with one message, the others have to go out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.NoticeFaulty(log, owner.Kind, owner.Id, due.Notice.Key, fault);
            await RecordAsync(owner, claim, entry => Failed(entry, NoticeReason.Faulty));
            return;
        }
        // The very last wait, so that messages leave as evenly as the pacer means them to.
        if (await pacer.WaitAsync(to.Address, CancellationToken.None) is { } rest)
        {
            await RecordAsync(owner, claim, entry => Postponed(entry, before.Reason, clock.ShownAt(rest)));
            return;
        }
        if (clock.Real - claimed > LeavesWithin)
        {
            // This process or the store stood still. The claim lapses soon, and somebody may count on that.
            await RecordAsync(owner, claim, entry => Postponed(entry, before.Reason, clock.Now));
            return;
        }
        await SendAsync(owner, claim, due, planned.Version, activity, to);
    }

    private async Task SendAsync(
        NoticeOwner owner,
        LedgerEntry claim,
        DueNotice due,
        string? version,
        OutgoingActivity activity,
        NoticeRecipient.Reachable to
    )
    {
        // From here on it is finished even when the program stops: it takes seconds, and an answer that is not heard is a message twice.
        // A card that stays up to date is replaced where it is, even if its reader has another chat by now.
        string? replaces = version is not null && IsReplaced(claim) ? claim.ActivityId : null;
        ConversationAddress address = replaces is null ? to.Address : claim.Where ?? to.Address;
        bool reopened = false;
        while (true)
        {
            try
            {
                string? activityId;
                if (replaces is null)
                {
                    activityId = await connector.SendAsync(address, activity, CancellationToken.None);
                }
                else
                {
                    await connector.UpdateAsync(address, replaces, activity, CancellationToken.None);
                    activityId = replaces;
                }
                if (replaces is null)
                {
                    metrics.Sent(clock.Now - due.DueAt);
                }
                else
                {
                    metrics.Replaced();
                }
                DateTimeOffset? restsUntil =
                    replaces is null || due.Notice.Between <= TimeSpan.Zero ? null : clock.Real + due.Notice.Between;
                await RecordAsync(
                    owner,
                    claim,
                    entry =>
                        Sent(entry, claim, address, activityId) with
                        {
                            Version = version,
                            RestsUntil = restsUntil,
                        },
                    isSent: true
                );
                return;
            }
            catch (ConnectorException refused) when (refused.Reaction == ConnectorReaction.Gone && replaces is not null)
            {
                // Somebody deleted the message. What it is about is still there, so it is said anew.
                replaces = null;
                address = to.Address;
            }
            catch (ConnectorException refused)
                when (refused.Reaction == ConnectorReaction.Gone && !reopened && to.Reader.UserId.Length > 0)
            {
                reopened = true;
                if (await ReopenAsync(owner, claim, address, to.Reader) is not { } opened)
                {
                    return;
                }
                address = opened;
            }
            catch (ConnectorException refused)
            {
                await RefusedAsync(owner, claim, address, to.Reader, refused);
                return;
            }
        }
    }

    private async Task<ConversationAddress?> ReopenAsync(
        NoticeOwner owner,
        LedgerEntry claim,
        ConversationAddress gone,
        NoticeReader reader
    )
    {
        try
        {
            ConversationAddress opened = await connector.CreatePersonalConversationAsync(
                gone.ServiceUrl,
                gone.TenantId,
                reader.UserId,
                CancellationToken.None
            );
            if (opened != gone)
            {
                await recipients.MovedAsync(reader, opened, CancellationToken.None);
            }
            return opened;
        }
        catch (ConnectorException refused)
        {
            await RefusedAsync(owner, claim, gone, reader, refused);
            return null;
        }
    }

    private async Task RefusedAsync(
        NoticeOwner owner,
        LedgerEntry claim,
        ConversationAddress address,
        NoticeReader reader,
        ConnectorException refused
    )
    {
        Log.NoticeRefused(log, owner.Kind, owner.Id, claim.Key, refused.Status, refused.Code, refused.Reaction);
        string answer =
            refused.Code.Length > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{refused.Status} {refused.Code}")
                : refused.Status.ToString(CultureInfo.InvariantCulture);
        LedgerEntry Told(LedgerEntry entry) =>
            entry with
            {
                LastAnswer = answer,
                MaybeTwice = claim.MaybeTwice || (refused.DeliveryUnknown && !IsReplaced(claim)),
            };
        switch (refused.Reaction)
        {
            case ConnectorReaction.RetryLater when refused.Status == 429:
                metrics.Throttled();
                TimeSpan pause = refused.RetryAfter ?? PauseAfter(claim.Failures + 1);
                await RecordAsync(owner, claim, entry => Later(Told(entry), pause, NoticeReason.TriedTooOften));
                await TellPacerAsync(() => pacer.ThrottledAsync(address, pause, CancellationToken.None));
                break;
            case ConnectorReaction.RetryLater or ConnectorReaction.Misconfigured:
                // A secret that ran out is mended within hours; what is due until then is not lost for it.
                NoticeReason last =
                    refused.Reaction == ConnectorReaction.Misconfigured
                        ? NoticeReason.Misconfigured
                        : NoticeReason.TriedTooOften;
                TimeSpan wait = refused.RetryAfter ?? PauseAfter(claim.Failures + 1);
                await RecordAsync(owner, claim, entry => Later(Told(entry), wait, last));
                break;
            case ConnectorReaction.TenantDisabled:
                await TellPacerAsync(() => pacer.DisabledAsync(owner.TenantId, CancellationToken.None));
                await RecordAsync(
                    owner,
                    claim,
                    entry => Postponed(Told(entry), NoticeReason.TenantDisabled, clock.Now)
                );
                break;
            case ConnectorReaction.Blocked:
                await recipients.UnreachableAsync(reader, UnreachableReason.Blocked, CancellationToken.None);
                await RecordAsync(owner, claim, entry => Failed(Told(entry), NoticeReason.Blocked));
                break;
            case ConnectorReaction.Uninstalled:
                await recipients.UnreachableAsync(reader, UnreachableReason.Uninstalled, CancellationToken.None);
                await RecordAsync(owner, claim, entry => Failed(Told(entry), NoticeReason.Uninstalled));
                break;
            case ConnectorReaction.Gone:
                await recipients.UnreachableAsync(reader, UnreachableReason.Gone, CancellationToken.None);
                await RecordAsync(owner, claim, entry => Failed(Told(entry), NoticeReason.Gone));
                break;
            case ConnectorReaction.TooLarge:
                await RecordAsync(owner, claim, entry => Failed(Told(entry), NoticeReason.TooLarge));
                break;
            default:
                await RecordAsync(owner, claim, entry => Failed(Told(entry), NoticeReason.Refused));
                break;
        }
    }

    /// <summary>Lets the pacer know. Where the store is away it knows for this instance, which is enough to go on.</summary>
    private async ValueTask TellPacerAsync(Func<ValueTask> tell)
    {
        try
        {
            await tell();
        }
        catch (TableUnavailableException fault)
        {
            Log.PaceNotShared(log, fault);
        }
    }

    /// <summary>
    /// Records what came of a claim, over whatever the reader did with the message meanwhile. While the store is away it keeps trying:
    /// what is known here and nowhere else is worth waiting for. Ends when somebody else has taken the claim over.
    /// </summary>
    private async Task RecordAsync(
        NoticeOwner owner,
        LedgerEntry claim,
        Func<LedgerEntry, LedgerEntry> outcome,
        bool isSent = false
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                // Nearly always nobody touched it since it was claimed, which spares reading it again.
                LedgerEntry? recorded =
                    (
                        attempt == 1
                            ? await ledger.TryWriteAsync(
                                owner,
                                outcome(claim) with
                                {
                                    Claim = null,
                                },
                                CancellationToken.None
                            )
                            : null
                    )
                    ?? await ledger.ChangeAsync(
                        owner,
                        claim.Key,
                        entry =>
                            entry.Claim != claim.Claim ? entry
                            // A reader who pressed a button has it, whatever Teams answered; what was taken back stays so.
                            : !isSent && entry.State != NoticeState.Sending
                                ? entry with
                                {
                                    Claim = null,
                                    MaybeTwice = outcome(entry).MaybeTwice,
                                }
                            : outcome(entry) with { Claim = null },
                        CancellationToken.None
                    );
                if (recorded is { State: NoticeState.Failed })
                {
                    metrics.Failed(recorded.Reason);
                }
                return;
            }
            catch (TableUnavailableException fault)
            {
                if (attempt == 1)
                {
                    Log.NoticeNotRecorded(log, owner.Kind, owner.Id, claim.Key, fault);
                }
                await clock.DelayAsync(
                    Min(attempt * TimeSpan.FromSeconds(0.2), RecordsAgainAfter),
                    CancellationToken.None
                );
            }
        }
    }

    private LedgerEntry Sent(LedgerEntry entry, LedgerEntry claim, ConversationAddress where, string? activityId)
    {
        LedgerEntry sent = entry with
        {
            SentAt = clock.Now,
            TimesSent = entry.TimesSent + 1,
            Where = where,
            ActivityId = activityId,
            LastAnswer = null,
            MaybeTwice = claim.MaybeTwice,
        };
        // Somebody may have pressed a button, or taken it back, before the answer of Teams was here: that stands.
        return entry.State != NoticeState.Sending
            ? sent
            : Ended(sent, NoticeState.Sent, NoticeReason.None) with
            {
                Failures = 0,
                TriedSince = null,
            };
    }

    /// <summary>
    /// Tries again after a pause; gives up after 12 tries and 24 hours. Both, because the bot may have been away for most of a day, and
    /// because Teams may refuse a dozen times within a minute.
    /// </summary>
    private LedgerEntry Later(LedgerEntry entry, TimeSpan pause, NoticeReason last)
    {
        int failures = entry.Failures + 1;
        bool enough = failures >= MaxFailures && clock.Now - (entry.TriedSince ?? clock.Now) > TriedFor;
        return (enough ? Failed(entry, last) : Postponed(entry, NoticeReason.TryAgain, clock.Now + pause)) with
        {
            Failures = failures,
        };
    }

    private static bool IsReplaced(LedgerEntry entry) => entry is { Version: not null, ActivityId: not null };

    private LedgerEntry Failed(LedgerEntry entry, NoticeReason reason) => Ended(entry, NoticeState.Failed, reason);

    private LedgerEntry Postponed(LedgerEntry entry, NoticeReason reason, DateTimeOffset until) =>
        Ended(entry, NoticeState.Postponed, reason) with
        {
            Until = until,
        };

    private LedgerEntry Ended(LedgerEntry entry, NoticeState state, NoticeReason reason) =>
        entry with
        {
            State = state,
            Reason = reason,
            At = clock.Now,
            Until = null,
            Claim = null,
        };

    /// <summary>2, 6, 18 seconds … up to two hours, spread by a quarter up and down.</summary>
    private TimeSpan PauseAfter(int failures) =>
        chance.Spread(Min(FirstPause * Math.Pow(3, failures - 1), LongestPause));

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
