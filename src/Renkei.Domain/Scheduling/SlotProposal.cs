namespace Renkei.Domain.Scheduling;

/// <summary>A slot that is proposed, and what speaks against it.</summary>
public sealed record SlotProposal
{
    /// <summary>From when to when.</summary>
    public required TimeSlot Slot { get; init; }

    /// <summary>How well it suits beside the others.</summary>
    public required SlotFit Fit { get; init; }

    /// <summary>Who is busy, the required first, then in the order in which they were given.</summary>
    public required IReadOnlyList<Invitee> Busy { get; init; }

    /// <summary>Who has something provisional; the same order.</summary>
    public required IReadOnlyList<Invitee> Tentative { get; init; }

    /// <summary>Whose calendar cannot be seen; the same order.</summary>
    public required IReadOnlyList<Invitee> Unknown { get; init; }

    /// <summary>Rules that are not met for certain.</summary>
    public required IReadOnlyList<QuorumGap> Gaps { get; init; }

    /// <summary>The room.</summary>
    public required RoomFinding Room { get; init; }
}

/// <summary>Which room a slot would have.</summary>
/// <param name="State">Whether there is one.</param>
/// <param name="Room">The room, if any.</param>
public sealed record RoomFinding(RoomState State, MeetingRoom? Room)
{
    /// <summary>No room was asked for.</summary>
    public static RoomFinding NotWanted { get; } = new(RoomState.NotWanted, null);

    /// <summary>Every room that is large enough is taken, or there is none.</summary>
    public static RoomFinding None { get; } = new(RoomState.None, null);
}

/// <summary>Whether a slot has a room.</summary>
public enum RoomState
{
    /// <summary>None was asked for.</summary>
    NotWanted,

    /// <summary>One is free.</summary>
    Free,

    /// <summary>One may do: something provisional stands there, its calendar cannot be seen, or nobody entered its seats.</summary>
    Uncertain,

    /// <summary>Every room that is large enough is taken, or there is none.</summary>
    None,
}
