using System.Text;
using Renkei.Domain.Calendars;
using Renkei.Domain.Invitations;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Calendars;

public sealed class BookedMeetingTests
{
    private static readonly BookedMeeting Booked = new()
    {
        Id = "AAkALg=",
        Uid = "040000008200E00074C5B7101A82E008",
        Version = "W/1",
        JoinUrl = new("https://teams.example.com/l/meetup-join/1"),
        Meeting = new()
        {
            Subject = "退院支援ルールの調整会議",
            Agenda = "1. 運用状況",
            Slot = new(
                TokyoTime.Instant(new(2026, 12, 4), new(14, 0)),
                TokyoTime.Instant(new(2026, 12, 4), new(16, 0))
            ),
            Place = "大会議室",
            Room = "Room@example.jp",
            Online = true,
            Invited =
            [
                new(new("佐藤 美咲", "sato@example.jp"), Required: true),
                new(new("青葉医師会", "doctors@example.com"), Required: true),
            ],
        },
        Answers =
        [
            new("sato@example.jp", MeetingResponse.Accepted, null),
            new("room@example.jp", MeetingResponse.Declined, null),
        ],
    };

    [Fact]
    public void InvitationFor_SomebodyOutside_NamesNobodyElse()
    {
        Invitation invitation = Booked.InvitationFor(
            new("東部保健所", "renkei@example.jp"),
            Booked.Meeting.Invited[1],
            sequence: 2,
            new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)
        );

        string text = Encoding
            .UTF8.GetString(ICalendarText.Write(invitation))
            .Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("UID:040000008200E00074C5B7101A82E008\r\nSEQUENCE:2\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20261204T140000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("LOCATION:大会議室\r\n", text, StringComparison.Ordinal);
        Assert.Contains("https://teams.example.com/l/meetup-join/1", text, StringComparison.Ordinal);
        Assert.Contains("mailto:doctors@example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sato", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RoomResponse_OtherCase_IsFound()
    {
        Assert.Equal(MeetingResponse.Declined, Booked.RoomResponse);
        Assert.Null((Booked with { Meeting = Booked.Meeting with { Room = null } }).RoomResponse);
    }

    [Fact]
    public void Text_EveryFault_SaysWhatHelps() =>
        Assert.All(
            Enum.GetValues<CalendarFault>(),
            fault =>
            {
                Assert.EndsWith("。", fault.Text().Ja, StringComparison.Ordinal);
                Assert.EndsWith(".", fault.Text().En, StringComparison.Ordinal);
            }
        );
}
