using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Graph.Wire;

namespace Renkei.Graph.Tests;

public sealed class FreeBusyQuestionTests
{
    private static readonly TimeSlot Day = Slot(4, 0, 24);

    [Theory]
    [InlineData(20, 31, 1)]
    [InlineData(21, 31, 2)]
    [InlineData(20, 32, 2)]
    [InlineData(60, 56, 6)]
    [InlineData(0, 56, 0)]
    public void Calls_AddressesAndDays_AreSplit(int people, int days, int calls)
    {
        DateTimeOffset start = TokyoTime.StartOf(new(2026, 12, 1));
        FreeBusyQuestion question = new(
            [.. Enumerable.Range(0, people).Select(i => $"p{i}@example.jp")],
            new(start, start.AddDays(days)),
            except: null,
            TimeSpan.FromDays(31)
        );

        Assert.Equal(calls, question.Calls("/x").Count);
    }

    [Fact]
    public void Calls_Windows_TouchAndCoverEveryMinute()
    {
        DateTimeOffset start = TokyoTime.Instant(new(2026, 12, 1), new(9, 0)).AddSeconds(30);
        FreeBusyQuestion question = new(
            ["a@example.jp"],
            new(start, start.AddDays(62).AddSeconds(15)),
            except: null,
            TimeSpan.FromDays(31)
        );

        Assert.Equal(
            [
                "2026-12-01T09:00:00 - 2027-01-01T09:00:00",
                "2027-01-01T09:00:00 - 2027-02-01T09:00:00",
                // What is left is shorter than the service takes.
                "2027-02-01T09:00:00 - 2027-02-01T09:30:00",
            ],
            question
                .Calls("/x")
                .Select(c => JsonNode.Parse(c.Body.Span)!)
                .Select(b => $"{b["StartTime"]!["dateTime"]} - {b["EndTime"]!["dateTime"]}")
        );
    }

    [Fact]
    public void Calls_SameAddressTwice_IsAskedOnceAndAnsweredTwice()
    {
        FreeBusyQuestion question = new(["a@example.jp", "A@example.jp"], Day, except: null, TimeSpan.FromDays(31));

        Assert.Single(JsonNode.Parse(question.Calls("/x")[0].Body.Span)!["Schedules"]!.AsArray());
        Assert.Equal(2, question.Read([Answer("""{"scheduleId":"a@example.jp","availabilityView":"0"}""")]).Count);
    }

    [Fact]
    public void Read_States_AreToldApart()
    {
        CalendarTimes times = Read(
            """
            {"scheduleId":"a@example.jp","availabilityView":"","scheduleItems":[
            {"status":"busy","start":{"dateTime":"2026-12-04T09:00:00.0000000","timeZone":"Tokyo Standard Time"},"end":{"dateTime":"2026-12-04T10:00:00.0000000","timeZone":"Tokyo Standard Time"}},
            {"status":"oof","start":{"dateTime":"2026-12-04T01:00:00.0000000","timeZone":"UTC"},"end":{"dateTime":"2026-12-04T02:00:00.0000000","timeZone":"UTC"}},
            {"status":"tentative","start":{"dateTime":"2026-12-04T12:00:00","timeZone":"Asia/Tokyo"},"end":{"dateTime":"2026-12-04T13:00:00","timeZone":"Asia/Tokyo"}},
            {"status":"unknown","start":{"dateTime":"2026-12-04T05:00:00","timeZone":null},"end":{"dateTime":"2026-12-04T06:00:00","timeZone":null}},
            {"status":"free","start":{"dateTime":"2026-12-04T15:00:00","timeZone":"Tokyo Standard Time"},"end":{"dateTime":"2026-12-04T16:00:00","timeZone":"Tokyo Standard Time"}},
            {"status":"workingElsewhere","start":{"dateTime":"2026-12-04T15:00:00","timeZone":"Tokyo Standard Time"},"end":{"dateTime":"2026-12-04T16:00:00","timeZone":"Tokyo Standard Time"}},
            {"status":"busy","start":{"dateTime":"2026-12-04T17:00:00","timeZone":"Tokyo Standard Time"},"end":{"dateTime":"2026-12-04T17:00:00","timeZone":"Tokyo Standard Time"}}]}
            """
        ).Times!;

        Assert.Equal([Slot(4, 9, 11)], times.Busy.Slots);
        Assert.Equal([Slot(4, 12, 13), Slot(4, 14, 15)], times.Tentative.Slots);
    }

    [Fact]
    public void Read_OnlyTheView_IsReadFromIt()
    {
        // From midnight, four cells an hour: 0:30 to 1:00 busy, then out of office, then provisional, then elsewhere.
        CalendarTimes times = Read("""{"scheduleId":"a@example.jp","availabilityView":"0022314"}""").Times!;

        DateTimeOffset midnight = Day.Start;
        Assert.Equal([new TimeSlot(midnight.AddMinutes(30), midnight.AddMinutes(75))], times.Busy.Slots);
        Assert.Equal([new TimeSlot(midnight.AddMinutes(75), midnight.AddMinutes(90))], times.Tentative.Slots);
    }

    [Theory]
    [InlineData("ErrorMailRecipientNotFound", CalendarFault.NotFound)]
    [InlineData("ErrorNoFreeBusyAccess", CalendarFault.NotAllowed)]
    [InlineData("MailboxNotEnabledForRESTAPI", CalendarFault.NoMailbox)]
    [InlineData("ErrorServerBusy", CalendarFault.Unavailable)]
    public void Read_Error_IsNeverFree(string code, CalendarFault fault)
    {
        Schedule schedule = Read($$$"""{"scheduleId":"a@example.jp","error":{"responseCode":"{{{code}}}"}}""");

        Assert.Equal((null, fault), (schedule.Times, schedule.Why));
    }

    [Theory]
    [InlineData("""{"scheduleId":"a@example.jp"}""")]
    [InlineData("""{"scheduleId":"b@example.jp","availabilityView":"0"}""")]
    public void Read_NothingAboutSomebody_IsNeverFree(string information) => Assert.Null(Read(information).Times);

    [Fact]
    public void Read_WithoutNames_GoesByTheOrder()
    {
        FreeBusyQuestion question = new(["a@example.jp", "b@example.jp"], Day, except: null, TimeSpan.FromDays(31));

        IReadOnlyList<Schedule> read = question.Read([Answer("""{"availabilityView":"2"},{"availabilityView":"0"}""")]);

        Assert.Single(read[0].Times!.Busy.Slots);
        Assert.Empty(read[1].Times!.Busy.Slots);
    }

    [Fact]
    public void Read_OneOfTwoWindowsUnknown_IsUnknown()
    {
        DateTimeOffset start = TokyoTime.StartOf(new(2026, 12, 1));
        FreeBusyQuestion question = new(
            ["a@example.jp"],
            new(start, start.AddDays(40)),
            except: null,
            TimeSpan.FromDays(31)
        );

        Schedule read = question.Read([
            Answer("""{"scheduleId":"a@example.jp","availabilityView":"0"}"""),
            Answer("""{"scheduleId":"a@example.jp","error":{"responseCode":"ErrorServerBusy"}}"""),
        ])[0];

        Assert.Equal((null, CalendarFault.Unavailable), (read.Times, read.Why));
    }

    [Fact]
    public void Read_UnknownZone_IsAFaultAndNoGuess() =>
        Assert.Equal(
            "UnknownTimeZone",
            Assert
                .Throws<CalendarException>(() =>
                    GraphTime.Read(new LocalTime("2026-12-04T09:00:00", "tzone://Microsoft/Custom"))
                )
                .Code
        );

    [Fact]
    public void Time_OtherZone_IsRead() =>
        Assert.Equal(
            new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero),
            GraphTime.Read(new LocalTime("2026-07-01T09:00:00.0000000", "Europe/Berlin"))
        );

    private static Schedule Read(string information) =>
        new FreeBusyQuestion(["a@example.jp"], Day, except: null, TimeSpan.FromDays(31)).Read([Answer(information)])[0];

    private static Collection<ScheduleInformation> Answer(string information) =>
        JsonSerializer.Deserialize(
            $$"""{"value":[{{information}}]}""",
            GraphJson.Default.CollectionScheduleInformation
        )!;

    private static TimeSlot Slot(int day, int fromHour, int toHour)
    {
        DateTimeOffset midnight = TokyoTime.StartOf(new(2026, 12, day));
        return new(midnight.AddHours(fromHour), midnight.AddHours(toHour));
    }
}
