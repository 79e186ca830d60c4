using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Calendars;

/// <summary>A meeting as it stands in a calendar.</summary>
public sealed record Meeting
{
    /// <summary>One line, up to 255 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text of several lines.</summary>
    public required string Agenda { get; init; }

    /// <summary>From when to when.</summary>
    public required TimeSlot Slot { get; init; }

    /// <summary>Where; empty for a meeting that is only online.</summary>
    public required string Place { get; init; }

    /// <summary>Address of the room that is booked with it, if any.</summary>
    public string? Room { get; init; }

    /// <summary>Whether people can join by Teams. Once it is so, it stays so.</summary>
    public bool Online { get; init; }

    /// <summary>Who is invited; each address once, up to 499.</summary>
    public required IReadOnlyList<InvitedMailbox> Invited { get; init; }
}

/// <summary>A meeting that was booked.</summary>
public sealed record BookedMeeting
{
    /// <summary>Names it in the calendar.</summary>
    public required string Id { get; init; }

    /// <summary>Names it in every calendar in the world; <see cref="Invitation.Uid"/> for those who get a file.</summary>
    public required string Uid { get; init; }

    /// <summary>Another one after each change, by whomever.</summary>
    public required string Version { get; init; }

    /// <summary>What it is now. <see cref="Meeting.Agenda"/> is empty where somebody has rewritten it by hand.</summary>
    public required Meeting Meeting { get; init; }

    /// <summary>Where to join; <see langword="null"/> where it is not online, and for a few seconds after it was booked.</summary>
    public Uri? JoinUrl { get; init; }

    /// <summary>Answers by address, the room's among them; whoever has not answered is there as well.</summary>
    public required IReadOnlyList<MeetingAnswer> Answers { get; init; }

    /// <summary>The invitation as a file, for somebody who has no calendar here.</summary>
    /// <param name="organiser">Who invites and gets the answer.</param>
    /// <param name="invited">Whom it is for; the others do not stand in it.</param>
    /// <param name="sequence">0 for the first file; 1 more for each later one that says something else.</param>
    /// <param name="at">Now.</param>
    public Invitation InvitationFor(Mailbox organiser, InvitedMailbox invited, int sequence, DateTimeOffset at) =>
        new()
        {
            Uid = Uid,
            Sequence = sequence,
            At = at,
            Slot = Meeting.Slot,
            Subject = Meeting.Subject,
            Description = Meeting.Agenda,
            Location = Meeting.Place,
            Online = JoinUrl,
            Organiser = organiser,
            Invited = [invited],
        };

    /// <summary>What the room says; <see langword="null"/> without a room.</summary>
    public MeetingResponse? RoomResponse =>
        Meeting.Room is { } room
            ? Answers.FirstOrDefault(a => a.Address.Equals(room, StringComparison.OrdinalIgnoreCase))?.Response
            : null;
}

/// <summary>What somebody, or a room, answered.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="Response">The answer.</param>
/// <param name="At">When (UTC); <see langword="null"/> for no answer.</param>
public sealed record MeetingAnswer(string Address, MeetingResponse Response, DateTimeOffset? At);

/// <summary>Answers to an invitation.</summary>
public enum MeetingResponse
{
    /// <summary>None yet.</summary>
    None,

    /// <summary>出席.</summary>
    Accepted,

    /// <summary>仮の予定.</summary>
    Tentative,

    /// <summary>欠席.</summary>
    Declined,
}
