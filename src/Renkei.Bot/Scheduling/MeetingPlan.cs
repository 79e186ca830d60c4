using System.Text.Json.Serialization;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Scheduling;

/// <summary>A meeting whose date is looked for, and what became of it in the calendar (R16). Immutable: each change makes the next one.</summary>
internal sealed record MeetingPlan
{
    /// <summary>Most people asked.</summary>
    public const int MostAsked = 60;

    /// <summary>The longest window, in days.</summary>
    public const int LongestWindow = 92;

    /// <summary>Names it and says where it is kept.</summary>
    public required PlanId Id { get; init; }

    /// <summary>1 to <see cref="Council.TitleLength"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>The council whose date it is; <see langword="null"/> for a meeting of its own.</summary>
    public CouncilId? Council { get; init; }

    /// <summary>Who looks for the date, and is told what happens to it.</summary>
    public required PersonRef Organiser { get; init; }

    /// <summary>How long it takes, <see cref="MeetingTime.Shortest"/> to <see cref="MeetingTime.Longest"/> minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>The first day of the window, Japan.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the window, Japan.</summary>
    public required DateOnly To { get; init; }

    /// <summary>It begins at this time at the earliest, Japan.</summary>
    public required TimeOnly HoursFrom { get; init; }

    /// <summary>It is over by this time, Japan.</summary>
    public required TimeOnly HoursTo { get; init; }

    /// <summary>Who is asked, each key once; 1 to <see cref="MostAsked"/>.</summary>
    public required IReadOnlyList<PlanAttendee> Asked { get; init; }

    /// <summary>Codes of the sectors each of whose organisations has to be represented.</summary>
    public IReadOnlyList<string> NeededSectors { get; init; } = [];

    /// <summary>Whether a room is looked for and booked with it.</summary>
    public bool WantsRoom { get; init; }

    /// <summary>Whether people can join by Teams.</summary>
    public bool Online { get; init; }

    /// <summary>Where, for a meeting without a council; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Address of the room that is booked with it; <see langword="null"/> for none.</summary>
    public string? Room { get; init; }

    /// <summary>The poll about its date, if there is one.</summary>
    public PollId? Poll { get; init; }

    /// <summary>The date that was chosen last; <see langword="null"/> before.</summary>
    public DateChoice? Choice { get; init; }

    /// <summary>
    /// Names the booking. Kept before the calendar is asked, so that a crash at any moment leads to one meeting; another one after each
    /// cancellation. <see langword="null"/> where nothing is to be booked.
    /// </summary>
    public string? BookingName { get; init; }

    /// <summary>The meeting as calendar and plan last agreed on it; <see langword="null"/> while there is none.</summary>
    public BookedDate? Booked { get; init; }

    /// <summary>
    /// What people answered to a meeting of its own in Renkei, by their key in place of an address: an installation without Outlook knows
    /// no addresses. Answers are to one date.
    /// </summary>
    public IReadOnlyList<MeetingAnswer> Replies { get; init; } = [];

    /// <summary>Whether a meeting of its own was called off. A council's own state says so for a council.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>Whether somebody deleted the event by hand: it is not booked again until it is asked for.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The last thing the organiser has to be told of; <see langword="null"/> for none.</summary>
    public CalendarNews? News { get; init; }

    /// <summary>0 before it was stored, then one more with every change.</summary>
    public int Revision { get; init; }

    /// <summary>When it was changed last (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How long it takes.</summary>
    [JsonIgnore]
    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <summary>The days among which a date is looked for.</summary>
    [JsonIgnore]
    public SlotWindow Window => new(From, To);

    /// <summary>The part of the day; without the break where it begins after it.</summary>
    /// <param name="lunch">The break of the centre that asks; <see langword="null"/> where it has none.</param>
    public DailyHours HoursWith(LunchBreak? lunch) => new(HoursFrom, HoursTo, HoursFrom < lunch?.From ? lunch : null);

    /// <summary>The meeting as it stands in calendars now; <see langword="null"/> where it is not booked.</summary>
    [JsonIgnore]
    public OwnMeeting? OwnMeeting =>
        Booked is { } booked
            ? new(
                booked.Slot,
                [
                    .. booked.Invited.Where(a => booked.ResponseOf(a) != MeetingResponse.Declined),
                    .. Room is { } room && booked.RoomResponse != MeetingResponse.Declined
                        ? [room]
                        : Array.Empty<string>(),
                ]
            )
            : null;

    /// <summary>Who is asked, as the search and the poll know them.</summary>
    [JsonIgnore]
    public IReadOnlyList<Invitee> Invitees => [.. Asked.Select(a => a.Invitee)];

    /// <summary>Which organisations have to be represented, by sector.</summary>
    [JsonIgnore]
    public IReadOnlyList<QuorumRule> Quorum =>
        [
            .. NeededSectors
                .Select(code => (Sector: Sector.Find(code), Organisations: OrganisationsOf(code)))
                .Where(s => s is { Sector: not null, Organisations.Count: > 0 })
                .Select(s => QuorumRule.All(NameOf(s.Sector!, s.Organisations), s.Organisations)),
        ];

    /// <summary>Organisations of a sector among those asked, each once.</summary>
    public IReadOnlyList<string> OrganisationsOf(string sectorCode) =>
        [
            .. Asked
                .Where(a => a.SectorCode == sectorCode && a.Organisation.Length > 0)
                .Select(a => a.Organisation)
                .Distinct(),
        ];

    /// <summary>すべての市町村, or the one organisation by its name.</summary>
    public static LocalText NameOf(Sector sector, IReadOnlyList<string> organisations) =>
        organisations is [var only]
            ? new(only, only)
            : new($"すべての{sector.Name.Ja}", $"every organisation of: {sector.Name.En}");

    /// <summary>What somebody who is asked answered to a meeting of its own, in Outlook or in Renkei; the newer word counts.</summary>
    public MeetingResponse ResponseOf(PlanAttendee attendee)
    {
        MeetingAnswer? said = Replies.FirstOrDefault(r => r.Address == attendee.Key);
        MeetingAnswer? booked = Booked?.Answers.FirstOrDefault(a =>
            a.Address.Equals(attendee.Address, StringComparison.OrdinalIgnoreCase)
        );
        return (booked?.At > said?.At || said is null ? booked : said)?.Response ?? MeetingResponse.None;
    }

    /// <summary>With a chosen date. A choice that stands already, or one older than what stands, changes nothing.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="room">Address of the room it comes with, if any.</param>
    /// <param name="bookingName">A name for the booking, in case it has none yet.</param>
    public MeetingPlan Choosing(DateChoice choice, string? room, string bookingName) =>
        Choice is { } stands
        && (choice.At <= stands.At || (stands.Slot == choice.Slot && (Booked?.Slot ?? choice.Slot) == choice.Slot))
        && !IsCalledOff
            ? this
            : this with
            {
                Choice = choice,
                Room = room,
                Replies = Choice?.Slot == choice.Slot ? Replies : [],
                BookingName = BookingName ?? bookingName,
                IsCalledOff = false,
                IsLeftOut = false,
            };
}
