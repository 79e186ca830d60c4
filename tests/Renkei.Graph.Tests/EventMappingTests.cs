using System.Text.Json;
using Renkei.Domain.Calendars;
using Renkei.Graph.Wire;

namespace Renkei.Graph.Tests;

/// <summary>Events as they come back from a mailbox in which people have worked.</summary>
public sealed class EventMappingTests
{
    [Fact]
    public void Booked_AttendeesAddedByHand_AreTakenAsTheyAre()
    {
        BookedMeeting booked = EventMapping.Booked(
            Read(
                """
                "attendees":[
                {"type":"required","status":{"response":"organizer","time":"0001-01-01T00:00:00Z"},"emailAddress":{"address":"renkei@example.jp","name":"連携"}},
                {"type":"required","status":{"response":"accepted","time":"2026-12-01T10:00:00+09:00"},"emailAddress":{"address":"sato@example.jp","name":"佐藤 美咲"}},
                {"type":"optional","status":{"response":"notResponded","time":"0001-01-01T00:00:00Z"},"emailAddress":{"address":"ito@example.jp"}},
                {"type":"required","emailAddress":{"address":"/o=ExchangeLabs/cn=recipient","name":"古い宛先"}},
                {"type":"required"},
                {"type":"resource","status":{"response":"declined","time":"2026-12-01T01:00:05Z"},"emailAddress":{"address":"room@example.jp","name":"大会議室"}}]
                """
            )
        );

        Assert.Equal(
            [("佐藤 美咲", "sato@example.jp", true), ("ito@example.jp", "ito@example.jp", false)],
            booked.Meeting.Invited.Select(i => (i.Mailbox.Name, i.Mailbox.Address, i.Required))
        );
        Assert.Equal(
            [
                new("sato@example.jp", MeetingResponse.Accepted, new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero)),
                new("ito@example.jp", MeetingResponse.None, null),
                new MeetingAnswer(
                    "room@example.jp",
                    MeetingResponse.Declined,
                    new(2026, 12, 1, 1, 0, 5, TimeSpan.Zero)
                ),
            ],
            booked.Answers
        );
        Assert.Equal(("room@example.jp", MeetingResponse.Declined), (booked.Meeting.Room, booked.RoomResponse));
    }

    [Fact]
    public void Booked_NoLength_IsAMinute() =>
        Assert.Equal(
            TimeSpan.FromMinutes(1),
            EventMapping
                .Booked(Read(""" "end":{"dateTime":"2026-12-04T14:00:00","timeZone":"Tokyo Standard Time"} """))
                .Meeting.Slot.Length
        );

    [Theory]
    [InlineData("id")]
    [InlineData("iCalUId")]
    [InlineData("@odata.etag")]
    [InlineData("start")]
    public void Booked_WithoutWhatEveryEventHas_IsAFault(string name) =>
        Assert.Equal(
            CalendarFault.Refused,
            Assert.Throws<CalendarException>(() => EventMapping.Booked(Read($"\"{name}\":null"))).Fault
        );

    // A later property of the same name wins.
    private static EventResource Read(string properties) =>
        JsonSerializer.Deserialize(
            $$"""
            {"id":"1","iCalUId":"2","@odata.etag":"3","subject":"会議","isCancelled":false,
            "start":{"dateTime":"2026-12-04T14:00:00.0000000","timeZone":"Tokyo Standard Time"},
            "end":{"dateTime":"2026-12-04T16:00:00.0000000","timeZone":"Tokyo Standard Time"},{{properties}}}
            """,
            GraphJson.Default.EventResource
        )!;
}
