using Renkei.Domain.People;

namespace Renkei.Domain.Councils;

/// <summary>Somebody who is to come to a council.</summary>
/// <param name="Id">Distinguishes the participants of a council; 1 to 16 of <c>a-z 0-9</c>, stays the same.</param>
/// <param name="SectorCode">Where they come from: see <see cref="Sector"/>.</param>
/// <param name="Organisation">e.g. 東部医師会; 1 to <see cref="NameLength"/> characters.</param>
/// <param name="Name">The person or post, e.g. 事務局長; may be empty.</param>
/// <param name="Contact">How they can be reached.</param>
/// <param name="AddedBy">Who put them on the list.</param>
/// <param name="InvitedAt">When they were invited (UTC); <see langword="null"/> before.</param>
/// <param name="Rsvp">Whether they come.</param>
/// <param name="Attended">Whether they came; <see langword="null"/> until somebody says so.</param>
/// <param name="InvitedBy">Who invited them; <see langword="null"/> before.</param>
/// <param name="RsvpBy">Who entered <paramref name="Rsvp"/>: they themselves, or somebody for them.</param>
/// <param name="RsvpAt">When it was entered (UTC).</param>
/// <param name="RsvpNote">What they wrote beside it; at most <see cref="NoteLength"/> characters.</param>
/// <param name="Remote">Whether they took part online; never without <paramref name="Attended"/>.</param>
public sealed record Participant(
    string Id,
    string SectorCode,
    string Organisation,
    string Name,
    ParticipantContact Contact,
    PersonRef AddedBy,
    DateTimeOffset? InvitedAt = null,
    Rsvp Rsvp = Rsvp.Unknown,
    bool? Attended = null,
    PersonRef? InvitedBy = null,
    PersonRef? RsvpBy = null,
    DateTimeOffset? RsvpAt = null,
    string? RsvpNote = null,
    bool Remote = false
)
{
    /// <summary>Longest name of an organisation or a person, in characters.</summary>
    public const int NameLength = 40;

    /// <summary>Longest note beside an answer, in characters.</summary>
    public const int NoteLength = 100;

    /// <summary>The same person without an answer.</summary>
    public Participant Unanswered => this with { Rsvp = Rsvp.Unknown, RsvpBy = null, RsvpAt = null, RsvpNote = null };

    /// <summary>東部医師会 事務局長; the organisation alone where no name is known.</summary>
    public string Label => Name.Length == 0 ? Organisation : $"{Organisation} {Name}";
}

/// <summary>How somebody can be reached: the first that is there counts.</summary>
/// <param name="ObjectId">Entra object id, for people with an account in Teams.</param>
/// <param name="Email">Mail address; at most 254 characters.</param>
/// <param name="Telephone">As it is dialled; at most 24 characters.</param>
public sealed record ParticipantContact(string? ObjectId, string? Email, string? Telephone)
{
    /// <summary>Nothing is known yet.</summary>
    public static ParticipantContact None { get; } = new(null, null, null);

    /// <summary>Longest mail address, in characters.</summary>
    public const int EmailLength = 254;

    /// <summary>Longest telephone number, in characters.</summary>
    public const int TelephoneLength = 24;

    /// <summary>Whether Renkei itself can send them something.</summary>
    public bool HasAccount => ObjectId is not null;
}

/// <summary>What somebody answered to an invitation. The order has no meaning.</summary>
public enum Rsvp
{
    /// <summary>No answer yet.</summary>
    Unknown,

    /// <summary>出席.</summary>
    Yes,

    /// <summary>欠席.</summary>
    No,

    /// <summary>未定.</summary>
    Maybe,
}

/// <summary>
/// Somebody a health centre has worked with, remembered for the next council (関係者名簿). Learns from every list of participants.
/// </summary>
/// <param name="SectorCode">Where they come from.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Name">The person or post; may be empty.</param>
/// <param name="Contact">How they were reached last.</param>
/// <param name="LastUsed">When they were last put on a list (UTC).</param>
public sealed record Stakeholder(
    string SectorCode,
    string Organisation,
    string Name,
    ParticipantContact Contact,
    DateTimeOffset LastUsed
);
