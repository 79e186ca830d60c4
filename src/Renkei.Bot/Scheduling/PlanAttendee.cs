using System.Text.Json.Serialization;
using Renkei.Bot.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Scheduling;

/// <summary>Somebody who is asked to a meeting, and how they can be reached.</summary>
/// <param name="Key">Unique in the plan: their Entra object id, or without an account the id of the participant or of the directory.</param>
/// <param name="Name">As shown, best with the office: 東部医師会 事務局長.</param>
/// <param name="Organisation">As written; whom they speak for. Empty for nobody.</param>
/// <param name="SectorCode">Where they come from.</param>
/// <param name="Required">Whether the meeting makes no sense without them.</param>
/// <param name="ObjectId">Entra object id; <see langword="null"/> without an account.</param>
/// <param name="Address">Mail address; <see langword="null"/> where none is known. They are invited by the calendar.</param>
/// <param name="Telephone">As it is dialled; <see langword="null"/> where none is known.</param>
/// <param name="TravelMinutes">How long they travel, 0 to 480: they have to be free that long before and after.</param>
/// <param name="ParticipantId">Their id in the council; <see langword="null"/> for those who only prepare it, and without a council.</param>
internal sealed record PlanAttendee(
    string Key,
    string Name,
    string Organisation,
    string SectorCode,
    bool Required,
    string? ObjectId,
    string? Address,
    string? Telephone,
    int TravelMinutes,
    string? ParticipantId
)
{
    /// <summary>The longest way, in minutes.</summary>
    public const int LongestTravel = 480;

    /// <summary>Somebody on a council's list, without whom it can take place.</summary>
    /// <param name="participant">Who.</param>
    /// <param name="address">Their mail address, if one is known.</param>
    public static PlanAttendee Of(Participant participant, string? address) =>
        new(
            KeyOf(participant),
            participant.Label,
            participant.Organisation,
            participant.SectorCode,
            Required: false,
            participant.Contact.ObjectId,
            address,
            participant.Contact.Telephone,
            TravelMinutes: 0,
            participant.Id
        );

    /// <summary>Whether this is somebody on a council's list, by their place on it or by their account.</summary>
    public bool Is(Participant participant) => ParticipantId == participant.Id || Key == KeyOf(participant);

    /// <summary>As the search and the poll know them.</summary>
    [JsonIgnore]
    public Invitee Invitee => new(Key, Name, Organisation, Required);

    /// <summary>As the search reads their calendar.</summary>
    [JsonIgnore]
    public InviteeCalendar Calendar => new(Invitee, Address, TimeSpan.FromMinutes(TravelMinutes));

    private static string KeyOf(Participant participant) => participant.Contact.ObjectId ?? participant.Id;
}
