using Renkei.Activities.Wire;

namespace Renkei.Bot.Notices;

/// <summary>
/// A kind of thing that has notices planned, e.g. councils. The plan is not stored: it is derived from the truth each time, so whoever
/// changes the truth has changed the plan, and tells <see cref="NoticePointers"/> when to look.
/// </summary>
internal interface INoticeSource
{
    /// <summary>Names the kind in pointers, e.g. <c>council</c>; no <c>~</c>.</summary>
    string Kind { get; }

    /// <summary>The partition an owner lives in; its ledger rows <c>n~{owner}~{key}</c> are kept beside it.</summary>
    string PartitionOf(string tenantId, string owner);

    /// <summary>All notices that follow from an owner as it is now, past and future, whatever became of them.</summary>
    /// <param name="tenantId">Its tenant.</param>
    /// <param name="owner">Its id; no <c>~</c>.</param>
    /// <param name="ledger">What became of its notices so far, for plans that follow up on it; as read a moment ago.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>The plan; <see langword="null"/> when the owner is gone.</returns>
    ValueTask<NoticePlan?> PlanAsync(
        string tenantId,
        string owner,
        IReadOnlyList<LedgerEntry> ledger,
        CancellationToken ct
    );
}

/// <summary>The planned notices of one owner, with what is needed to write them.</summary>
internal abstract class NoticePlan
{
    /// <summary>Every planned notice; each key once.</summary>
    public abstract IReadOnlyList<Notice> Notices { get; }

    /// <summary>Writes one of them for a reader. Reads nothing: what it needs was read with the plan.</summary>
    public abstract OutgoingActivity Compose(Notice notice, NoticeReader reader);

    /// <summary>
    /// Sees to what else follows from the owner as it was read, besides messages, should whoever changed it have died before. Called
    /// whenever the owner was looked at and nothing is left to send, so it finds out cheaply that nothing is to be done, and may be repeated.
    /// </summary>
    public virtual ValueTask FollowAsync(CancellationToken ct) => ValueTask.CompletedTask;
}

/// <summary>Who has notices planned.</summary>
/// <param name="TenantId">Its tenant.</param>
/// <param name="Kind">As <see cref="INoticeSource.Kind"/>.</param>
/// <param name="Id">Its id within the kind; no <c>~</c>.</param>
/// <param name="Partition">As <see cref="INoticeSource.PartitionOf"/>.</param>
internal sealed record NoticeOwner(string TenantId, string Kind, string Id, string Partition);
