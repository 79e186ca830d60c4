using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Invitations;

/// <summary>
/// An invitation that mail programs understand (R17, iTIP of RFC 5546). One meeting keeps its <see cref="Uid"/> for ever; whoever gets a
/// version with a higher <see cref="Sequence"/> forgets the one before.
/// </summary>
public sealed record Invitation
{
    /// <summary>Names the meeting in every calendar in the world; best <c>something@a-domain</c>. 1 to 200 characters without control characters.</summary>
    public required string Uid { get; init; }

    /// <summary>0 for the first version; 1 more with each change of time or place, and with the cancellation.</summary>
    public int Sequence { get; init; }

    /// <summary>Whether the meeting is called off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>When this version was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when to when.</summary>
    public required TimeSlot Slot { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Agenda and what else is to be known; may have many lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>Room and address, one line; empty for a meeting that is only online.</summary>
    public string Location { get; init; } = "";

    /// <summary>Where to join online, or <see langword="null"/>. Stands in the description as well, since not every program shows it.</summary>
    public Uri? Online { get; init; }

    /// <summary>Who invites and gets the answers.</summary>
    public required Mailbox Organiser { get; init; }

    /// <summary>Who is invited; each of them sees the others, so an invitation for one person has one.</summary>
    public required IReadOnlyList<InvitedMailbox> Invited { get; init; }

    /// <summary>The next version, at another time or place.</summary>
    public Invitation Moved(TimeSlot slot, string location, DateTimeOffset at) =>
        this with
        {
            Slot = slot,
            Location = location,
            At = at,
            Sequence = Sequence + 1,
        };

    /// <summary>The last version: the meeting is called off. Calling it off again changes nothing.</summary>
    public Invitation Cancelled(DateTimeOffset at) =>
        IsCancelled ? this : this with { IsCancelled = true, At = at, Sequence = Sequence + 1 };
}

/// <summary>Somebody who is invited.</summary>
/// <param name="Mailbox">Where they read their mail.</param>
/// <param name="Required">Whether the meeting makes no sense without them.</param>
public sealed record InvitedMailbox(Mailbox Mailbox, bool Required);
