using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Invitations;

public sealed class ICalendarTextTests
{
    private static readonly Invitation Council = new()
    {
        Uid = "tobu-2026-k3@renkei.example.jp",
        At = new(2026, 11, 2, 10, 30, 15, TimeSpan.FromHours(9)),
        Slot = new(TokyoTime.Instant(new(2026, 12, 4), new(14, 0)), TokyoTime.Instant(new(2026, 12, 4), new(16, 0))),
        Subject = "退院支援ルールの調整会議",
        Description = "議題:\n1. 運用状況; 課題\n2. 次年度の進め方、日程",
        Location = "東部保健所 2階, 大会議室",
        Organiser = new("東部保健所", "renkei@example.jp"),
        Invited =
        [
            new(new("青葉医師会長; 山田", "yamada@example.com"), Required: true),
            new(new("あおば市", "aoba@example.lg.jp"), Required: false),
        ],
    };

    [Fact]
    public void Write_Request_ReadsLikeThis() =>
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            PRODID:-//Renkei//Renkei//JA
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:Asia/Tokyo
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0900
            TZOFFSETTO:+0900
            TZNAME:JST
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:tobu-2026-k3@renkei.example.jp
            SEQUENCE:0
            DTSTAMP:20261102T013015Z
            DTSTART;TZID=Asia/Tokyo:20261204T140000
            DTEND;TZID=Asia/Tokyo:20261204T160000
            SUMMARY:退院支援ルールの調整会議
            DESCRIPTION:議題:\n1. 運用状況\; 課題\n2. 次年度の進め方、
             日程
            LOCATION:東部保健所 2階\, 大会議室
            ORGANIZER;CN="東部保健所":mailto:renkei@example.jp
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
             TRUE;CN="青葉医師会長; 山田":mailto:yamada@example.com
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
             TRUE;CN="あおば市":mailto:aoba@example.lg.jp
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(ICalendarText.Write(Council))
        );

    [Fact]
    public void Write_Cancelled_KeepsTheUidAndAsksForNoAnswer()
    {
        string text = Unfolded(Council.Cancelled(Council.At.AddDays(1)));

        Assert.Contains("\r\nMETHOD:CANCEL\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:tobu-2026-k3@renkei.example.jp\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nSEQUENCE:1\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nSTATUS:CANCELLED\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RSVP", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AcrossMidnightOfTheYear_IsJapansDay()
    {
        Invitation late = Council with
        {
            Slot = new(new(2026, 12, 31, 14, 30, 0, TimeSpan.Zero), new(2026, 12, 31, 15, 30, 0, TimeSpan.Zero)),
        };

        string text = Unfolded(late);

        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20261231T233000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Asia/Tokyo:20270101T003000\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OnlineOnly_HasTheAddressAndNoPlace()
    {
        Invitation online = Council with
        {
            Location = "",
            Description = "",
            Online = new("https://teams.example.com/l/meetup-join/19%3ameeting"),
        };

        string text = Unfolded(online);

        Assert.Contains(
            "\r\nURL:https://teams.example.com/l/meetup-join/19%3ameeting\r\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\r\nDESCRIPTION:オンライン参加 / Join online: https://teams.example.com/l/meetup-join/19%3ameeting\r\n",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("LOCATION", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LineEndsInTheSubject_CannotAddALine()
    {
        string text = Unfolded(Council with { Subject = "会議\r\nMETHOD:CANCEL\u2028x\u0007" });

        Assert.Contains("\r\nSUMMARY:会議\\nMETHOD:CANCEL\\nx\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_NewTime_IsTheNextVersionOfTheSameMeeting()
    {
        TimeSlot later = new(Council.Slot.Start.AddDays(7), Council.Slot.End.AddDays(7));

        Invitation moved = Council.Moved(later, "講堂", Council.At.AddHours(1)).Cancelled(Council.At.AddHours(2));

        Assert.Equal(
            Council with
            {
                Slot = later,
                Location = "講堂",
                At = Council.At.AddHours(2),
                Sequence = 2,
                IsCancelled = true,
            },
            moved
        );
        Assert.Same(moved, moved.Cancelled(Council.At.AddHours(3)));
    }

    [Fact]
    public void Write_AnyText_HasNoLongLineAndTearsNoCharacter() =>
        Prop.ForAll(
                SampleInvitations.Any.ToArbitrary(),
                invitation =>
                {
                    byte[] bytes = ICalendarText.Write(invitation);
                    // A torn character, or an unpaired surrogate, would throw here.
                    string[] lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Split("\r\n");
                    Assert.Equal("", lines[^1]);
                    Assert.All(
                        lines,
                        line =>
                        {
                            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
                            Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\t');
                        }
                    );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("sato@example.jp", true)]
    [InlineData("a.b+c@sub.example.lg.jp", true)]
    [InlineData("sato", false)]
    [InlineData("@example.jp", false)]
    [InlineData("sato@", false)]
    [InlineData("sato@.jp", false)]
    [InlineData("a@b@c", false)]
    [InlineData("sato@example.jp\r\nX:1", false)]
    [InlineData("佐藤@example.jp", false)]
    [InlineData("a;b@example.jp", false)]
    [InlineData("", false)]
    public void IsAddress_Texts_AreToldApart(string text, bool isOne) => Assert.Equal(isOne, Mailbox.IsAddress(text));

    [Fact]
    public void Mailbox_NoAddress_IsRefused() => Assert.Throws<ArgumentException>(() => new Mailbox("佐藤", "佐藤"));

    private static string Unfolded(Invitation invitation) =>
        Encoding.UTF8.GetString(ICalendarText.Write(invitation)).Replace("\r\n ", "", StringComparison.Ordinal);
}
