using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Calendars.Embedded;

/// <summary>Somebody, and what else stands in their calendar.</summary>
internal sealed record PersonRow(
    string ObjectId,
    string Name,
    string Address,
    IReadOnlyList<SlotRow> Busy,
    IReadOnlyList<SlotRow> Tentative,
    IReadOnlyList<WeeklyTime> Weekly
)
{
    public static PersonRow Of(CalendarPerson person, CalendarTimes times, IReadOnlyList<WeeklyTime> weekly) =>
        new(
            person.ObjectId,
            person.Name,
            person.Address,
            [.. times.Busy.Slots.Select(SlotRow.Of)],
            [.. times.Tentative.Slots.Select(SlotRow.Of)],
            weekly
        );
}

/// <summary>From when to when (UTC).</summary>
internal sealed record SlotRow(DateTimeOffset Start, DateTimeOffset End)
{
    public static SlotRow Of(TimeSlot slot) => new(slot.Start, slot.End);

    public TimeSlot ToSlot() => new(Start, End);
}

/// <summary>A room.</summary>
internal sealed record RoomRow(string Address, string Name, int? Seats, IReadOnlyList<WeeklyTime> Weekly);

/// <summary>Which meeting a booking led to.</summary>
internal sealed record BookingRow(string MeetingId);

/// <summary>An answer, or that it is awaited.</summary>
internal sealed record AnswerRow(string Address, MeetingResponse Response, DateTimeOffset? At);

/// <summary>Who is taken by a meeting; what free/busy reads.</summary>
internal sealed record TakenRow(SlotRow Slot, IReadOnlyList<AnswerRow> Answers)
{
    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, EmbeddedJson.Default.TakenRow);
}

/// <summary>Somebody who is invited.</summary>
internal sealed record InvitedRow(string Name, string Address, bool Required);

/// <summary>A meeting.</summary>
internal sealed record MeetingRow(
    string Id,
    string BookingKey,
    int Version,
    string Subject,
    string Agenda,
    SlotRow Slot,
    string Place,
    string? Room,
    bool Online,
    IReadOnlyList<InvitedRow> Invited,
    IReadOnlyList<AnswerRow> Answers
)
{
    /// <summary>The row beside it.</summary>
    [JsonIgnore]
    public TakenRow Taken => new(Slot, Answers);

    public static MeetingRow Of(string id, string bookingKey, Meeting meeting, IReadOnlyList<AnswerRow> answers) =>
        new(
            id,
            bookingKey,
            1,
            meeting.Subject,
            meeting.Agenda,
            SlotRow.Of(meeting.Slot),
            meeting.Place,
            meeting.Room,
            meeting.Online,
            Rows(meeting),
            answers
        );

    /// <summary>Whether it is that meeting already; the order of people means nothing.</summary>
    public bool Is(Meeting meeting) =>
        (Subject, Agenda, Slot, Place, Online)
            == (meeting.Subject, meeting.Agenda, SlotRow.Of(meeting.Slot), meeting.Place, meeting.Online)
        && string.Equals(Room, meeting.Room, StringComparison.OrdinalIgnoreCase)
        && Invited.ToHashSet().SetEquals(Rows(meeting));

    /// <summary>The next version. When it takes place at another time, people are asked again.</summary>
    /// <param name="meeting">What it becomes; once online it stays so.</param>
    /// <param name="answers">Of those invited, and of the room.</param>
    public MeetingRow With(Meeting meeting, IReadOnlyList<AnswerRow> answers) =>
        Of(Id, BookingKey, meeting, answers) with
        {
            Version = Version + 1,
            Online = Online || meeting.Online,
            Answers =
            [
                .. answers.Select(a =>
                    Slot == SlotRow.Of(meeting.Slot) || a.Address == meeting.Room
                        ? a
                        : a with
                        {
                            Response = MeetingResponse.None,
                            At = null,
                        }
                ),
            ],
        };

    /// <summary>The next version, with somebody's answer; this one, where they are not invited or said so before.</summary>
    public MeetingRow Answered(string address, MeetingResponse response, DateTimeOffset at)
    {
        AnswerRow? before = Answers.FirstOrDefault(a => a.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
        if (before is null || before.Response == response)
        {
            return this;
        }
        AnswerRow after = before with { Response = response, At = response == MeetingResponse.None ? null : at };
        return this with { Version = Version + 1, Answers = [.. Answers.Select(a => a == before ? after : a)] };
    }

    public BookedMeeting ToMeeting() =>
        new()
        {
            Id = Id,
            Uid = $"{Id}@renkei.invalid",
            Version = $"{Version}",
            Meeting = new()
            {
                Subject = Subject,
                Agenda = Agenda,
                Slot = Slot.ToSlot(),
                Place = Place,
                Room = Room,
                Online = Online,
                Invited =
                [
                    .. Invited.Select(i => new Domain.Invitations.InvitedMailbox(new(i.Name, i.Address), i.Required)),
                ],
            },
            Answers = [.. Answers.Select(a => new MeetingAnswer(a.Address, a.Response, a.At))],
        };

    public ReadOnlyMemory<byte> ToBytes() => RowBody.Write(this, EmbeddedJson.Default.MeetingRow);

    private static IReadOnlyList<InvitedRow> Rows(Meeting meeting) =>
        [.. meeting.Invited.Select(i => new InvitedRow(i.Mailbox.Name, i.Mailbox.Address, i.Required))];
}

/// <summary>Source-generated reading and writing of the embedded calendar's rows.</summary>
[JsonSerializable(typeof(PersonRow))]
[JsonSerializable(typeof(RoomRow))]
[JsonSerializable(typeof(BookingRow))]
[JsonSerializable(typeof(TakenRow))]
[JsonSerializable(typeof(MeetingRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
internal sealed partial class EmbeddedJson : JsonSerializerContext;
