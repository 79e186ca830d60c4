namespace Renkei.Domain.Scheduling;

/// <summary>
/// How well a slot suits, counted in what is wrong with it, the gravest first: a meeting without its quorum cannot decide, one without a
/// required person makes no sense, one without a room has to move; the rest is a pity. People whose calendar cannot be seen make no
/// difference, as they cannot at any slot, but for the quorum that hangs on them.
/// </summary>
/// <param name="QuorumLacking">Organisations lacking.</param>
/// <param name="RequiredBusy">Required people who are busy.</param>
/// <param name="NoRoom">1 where a room is wanted and every one is taken.</param>
/// <param name="QuorumOpen">Organisations that hang on people who are uncertain.</param>
/// <param name="RequiredTentative">Required people with something provisional.</param>
/// <param name="OptionalBusy">Optional people who are busy.</param>
/// <param name="OptionalTentative">Optional people with something provisional.</param>
/// <param name="RoomUncertain">1 where the room may be taken.</param>
public readonly record struct SlotFit(
    int QuorumLacking,
    int RequiredBusy,
    int NoRoom,
    int QuorumOpen,
    int RequiredTentative,
    int OptionalBusy,
    int OptionalTentative,
    int RoomUncertain
) : IComparable<SlotFit>
{
    /// <summary>Negative when this one suits better.</summary>
    public int CompareTo(SlotFit other) => Order.CompareTo(other.Order);

    /// <summary>Whether <paramref name="left"/> suits better.</summary>
    public static bool operator <(SlotFit left, SlotFit right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> suits worse.</summary>
    public static bool operator >(SlotFit left, SlotFit right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> suits as well or better.</summary>
    public static bool operator <=(SlotFit left, SlotFit right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> suits as well or worse.</summary>
    public static bool operator >=(SlotFit left, SlotFit right) => left.CompareTo(right) >= 0;

    private (int, int, int, int, int, int, int, int) Order =>
        (
            QuorumLacking,
            RequiredBusy,
            NoRoom,
            QuorumOpen,
            RequiredTentative,
            OptionalBusy,
            OptionalTentative,
            RoomUncertain
        );
}
