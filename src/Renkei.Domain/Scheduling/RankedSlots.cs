namespace Renkei.Domain.Scheduling;

/// <summary>
/// All slots of a request, the best first. Reasons are worked out for those that are looked at; not for use by several threads at once.
/// </summary>
public sealed class RankedSlots
{
    private readonly SlotJudge judge;
    private readonly IReadOnlyList<(SlotFit Fit, long Start)> slots;

    internal RankedSlots(SlotJudge judge, IReadOnlyList<(SlotFit Fit, long Start)> slots) =>
        (this.judge, this.slots) = (judge, slots);

    /// <summary>How many there are.</summary>
    public int Count => slots.Count;

    /// <summary>Some of them: the first few, or more.</summary>
    /// <param name="skip">How many were seen; 0 or more, beyond the last there is nothing.</param>
    /// <param name="take">How many at most; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is negative.</exception>
    public IReadOnlyList<SlotProposal> Page(int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return [.. slots.Skip(skip).Take(take).Select(s => judge.Propose(s.Fit, s.Start))];
    }
}
