using System.Text;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Graph.Tests;
using Renkei.Tables;
using Renkei.Tables.Sqlite;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Calendars;

/// <summary>The calendar's promises, kept by our own.</summary>
public sealed class EmbeddedCalendarContractTests : CalendarContract
{
    private protected override Task<ICalendarWorld> CreateAsync() =>
        Task.FromResult<ICalendarWorld>(new EmbeddedWorld());
}

/// <summary>What only our own calendar does.</summary>
public sealed class EmbeddedCalendarTests : IAsyncLifetime
{
    private static readonly TimeSlot Afternoon = new(
        TokyoTime.Instant(new(2026, 12, 4), new(14, 0)),
        TokyoTime.Instant(new(2026, 12, 4), new(16, 0))
    );

    private static readonly Meeting Council = new()
    {
        Subject = "退院支援ルールの調整会議",
        Agenda = "1. 運用状況",
        Slot = Afternoon,
        Place = "大会議室",
        Invited = [new(new("佐藤 美咲", "sato@example.jp"), Required: true)],
    };

    private readonly EmbeddedWorld world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task Book_Again_AfterARestart_GivesTheSameMeeting()
    {
        BookedMeeting booked = await BookAsync();

        EmbeddedCalendar later = new(world.Table, "tenant", world.Clock);

        Assert.Equal(booked.Id, (await later.BookAsync("b", Council, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task Book_AnotherTenant_SeesNothingOfIt()
    {
        BookedMeeting booked = await BookAsync();

        EmbeddedCalendar other = new(world.Table, "other", world.Clock);

        Assert.Null(await other.FindAsync(booked.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Change_Time_AsksPeopleAgain()
    {
        BookedMeeting booked = await BookAsync();
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Accepted);

        BookedMeeting moved = await world.Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Slot = new(Afternoon.Start.AddDays(3), Afternoon.End.AddDays(3)),
            },
            CancellationToken.None
        );

        Assert.Equal([new MeetingAnswer("sato@example.jp", MeetingResponse.None, null)], moved.Answers);
    }

    [Fact]
    public async Task Change_ManyAtOnce_LosesNone()
    {
        string[] addresses = [.. Enumerable.Range(0, 12).Select(i => $"p{i}@example.jp")];
        BookedMeeting booked = await world.Calendar.BookAsync(
            "b",
            Council with
            {
                Invited =
                [
                    .. addresses.Select(a => new Domain.Invitations.InvitedMailbox(new("人", a), Required: false)),
                ],
            },
            CancellationToken.None
        );

        await Task.WhenAll(addresses.Select(a => world.RespondAsync(booked.Id, a, MeetingResponse.Accepted)));

        BookedMeeting found = (await world.Calendar.FindAsync(booked.Id, CancellationToken.None))!;
        Assert.All(found.Answers, a => Assert.Equal(MeetingResponse.Accepted, a.Response));
        Assert.Equal("13", found.Version);
    }

    [Fact]
    public async Task Respond_SomebodyElseOrNothing_IsFalse()
    {
        BookedMeeting booked = await BookAsync();

        Assert.False(
            await world.Embedded.RespondAsync(
                booked.Id,
                "ito@example.jp",
                MeetingResponse.Accepted,
                CancellationToken.None
            )
        );
        Assert.False(
            await world.Embedded.RespondAsync("x", "sato@example.jp", MeetingResponse.Accepted, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Cancel_Meeting_LeavesNoRowBehind()
    {
        BookedMeeting booked = await BookAsync();

        await world.Calendar.CancelAsync(booked.Id, "", CancellationToken.None);

        Assert.Empty(await world.RowsAsync());
    }

    [Fact]
    public async Task Book_Rows_KeepJapaneseAsItIs()
    {
        await BookAsync();

        string stored = Encoding.UTF8.GetString(
            (await world.RowsAsync()).Single(r => r.Key.Row.StartsWith("e~", StringComparison.Ordinal)).Body.Span
        );

        Assert.Contains("\"subject\":\"退院支援ルールの調整会議\"", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OddAddresses_AreFound()
    {
        // Characters that a row key must not hold.
        CalendarPerson odd = new("1", "渡辺 誠", "a+b%c/d#e@example.jp");
        await world.AddPersonAsync(odd, CalendarTimes.Empty);

        Assert.Equal([odd], await world.Calendar.SearchPeopleAsync("渡辺", 5, CancellationToken.None));
    }

    [Fact]
    public async Task FreeBusy_Weekly_ComesBackEveryWeek()
    {
        CalendarPerson sato = new("1", "佐藤 美咲", "sato@example.jp");
        WeeklyTime[] week = [new(DayOfWeek.Monday, new(9, 0), new(10, 0))];
        await world.Embedded.AddPersonAsync(sato, CalendarTimes.Empty, week, CancellationToken.None);

        IReadOnlyList<Schedule> found = await world.Calendar.FreeBusyAsync(
            ["sato@example.jp"],
            new(TokyoTime.StartOf(new(2026, 12, 21)), TokyoTime.Instant(new(2027, 1, 4), new(9, 30))),
            except: null,
            CancellationToken.None
        );

        Assert.Equal(
            ["12/21(月) 09:00", "12/28(月) 09:00", "1/4(月) 09:00"],
            found[0].Times!.Busy.Slots.Select(s => TokyoTime.Brief(s.Start, Language.Japanese))
        );
    }

    [Fact]
    public async Task Book_RoomTakenThatDayOfTheWeek_IsDeclined()
    {
        WeeklyTime[] fridays = [new(DayOfWeek.Friday, new(15, 0), new(17, 0))];
        await world.Embedded.AddRoomAsync(new("room@example.jp", "大会議室", 40), fridays, CancellationToken.None);

        BookedMeeting booked = await world.Calendar.BookAsync(
            "b",
            Council with
            {
                Room = "room@example.jp",
            },
            CancellationToken.None
        );

        Assert.Equal(MeetingResponse.Declined, booked.RoomResponse);
    }

    private Task<BookedMeeting> BookAsync() => world.Calendar.BookAsync("b", Council, CancellationToken.None);
}

/// <summary>Our own calendar on a store of its own.</summary>
internal sealed class EmbeddedWorld : ICalendarWorld
{
    private readonly string folder = Directory.CreateTempSubdirectory("renkei-calendar-").FullName;
    private readonly SqliteTable table;

    public EmbeddedWorld()
    {
        table = new(new() { Path = Path.Combine(folder, "bot.db") });
        Embedded = new(table, "tenant", Clock);
    }

    public FakeClock Clock { get; } = new();

    public ITable Table => table;

    public EmbeddedCalendar Embedded { get; }

    public ICalendar Calendar => Embedded;

    public Task AddPersonAsync(CalendarPerson person, CalendarTimes times) =>
        Embedded.AddPersonAsync(person, times, [], CancellationToken.None);

    public Task AddRoomAsync(MeetingRoom room) => Embedded.AddRoomAsync(room, [], CancellationToken.None);

    public async Task RespondAsync(string meetingId, string address, MeetingResponse response) =>
        Assert.True(await Embedded.RespondAsync(meetingId, address, response, CancellationToken.None));

    public async Task MoveByHandAsync(string meetingId, TimeSlot to) =>
        Assert.True(await Embedded.MoveAsync(meetingId, to, CancellationToken.None));

    public async Task<int> CountAsync() =>
        (await RowsAsync()).Count(r => r.Key.Row.StartsWith("e~", StringComparison.Ordinal));

    public async Task<IReadOnlyList<TableRow>> RowsAsync()
    {
        List<TableRow> rows = [];
        await foreach (TableRow row in table.QueryAsync(TableQuery.AllOf("calendar~tenant"), CancellationToken.None))
        {
            rows.Add(row);
        }
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await table.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
