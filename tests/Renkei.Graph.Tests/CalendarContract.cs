using Renkei.Domain.Calendars;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Graph.Tests;

/// <summary>What every calendar promises; each implementation runs it.</summary>
public abstract class CalendarContract : IAsyncLifetime
{
    private const string Room = "daikaigi@example.jp";

    private static readonly CalendarPerson Sato = new(Id(3), "佐藤 美咲", "sato@example.jp");
    private static readonly CalendarPerson Ito = new(Id(8), "伊藤 直子", "ito@example.jp");
    private static readonly CalendarPerson Emma = new(Id(13), "Emma Clark", "emma@example.jp");

    private static readonly Meeting Council = new()
    {
        Subject = "退院支援ルールの調整会議",
        Agenda = "1. 運用状況\n2. 課題 <重要> & \"次年度\"\n\n資料は前日までに $1",
        Slot = Slot(4, 14, 0, 16, 0),
        Place = "東部保健所 大会議室",
        Room = Room,
        Online = true,
        Invited =
        [
            new(new("佐藤 美咲", "sato@example.jp"), Required: true),
            new(new("青葉医師会", "doctors@example.com"), Required: false),
        ],
    };

    private ICalendarWorld world = null!;

    private protected abstract Task<ICalendarWorld> CreateAsync();

    private ICalendar Calendar => world.Calendar;

    public async Task InitializeAsync()
    {
        world = await CreateAsync();
        await world.AddPersonAsync(
            Sato,
            new(new([Slot(4, 9, 0, 10, 30), Slot(7, 23, 0, 24, 0)]), new([Slot(4, 13, 0, 13, 30)]))
        );
        await world.AddPersonAsync(Ito, CalendarTimes.Empty);
        await world.AddPersonAsync(Emma, CalendarTimes.Empty);
        await world.AddRoomAsync(new(Room, "東部保健所 大会議室", 40));
        await world.AddRoomAsync(new("shokaigi@example.jp", "中部保健所 小会議室", null));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task FreeBusy_KnownAndUnknownAddresses_OneForEachInOrder()
    {
        IReadOnlyList<Schedule> found = await FreeBusyAsync("nobody@example.jp", "SATO@example.jp", "ito@example.jp");

        Assert.Equal(["nobody@example.jp", "SATO@example.jp", "ito@example.jp"], found.Select(s => s.Address));
        Assert.Null(found[0].Times);
        Assert.Equal(CalendarFault.NotFound, found[0].Why);
        Assert.Equal([Slot(4, 9, 0, 10, 30), Slot(7, 23, 0, 24, 0)], found[1].Times!.Busy.Slots);
        Assert.Equal([Slot(4, 13, 0, 13, 30)], found[1].Times!.Tentative.Slots);
        Assert.Empty(found[2].Times!.Busy.Slots);
        Assert.Null(found[2].Why);
    }

    [Fact]
    public async Task FreeBusy_Nobody_IsEmpty() => Assert.Empty(await FreeBusyAsync());

    [Fact]
    public async Task FreeBusy_ShortWindow_SeesWhatTouchesIt()
    {
        IReadOnlyList<Schedule> found = await Calendar.FreeBusyAsync(
            ["sato@example.jp"],
            Slot(4, 10, 0, 10, 10),
            except: null,
            CancellationToken.None
        );

        Assert.True(found[0].Times!.Busy.Touches(Slot(4, 10, 0, 10, 10)));
        Assert.Equal(Availability.Free, found[0].Times!.At(Slot(4, 10, 30, 10, 31)));
    }

    [Fact]
    public async Task FreeBusy_ManyPeopleAndWeeks_SeesAllOfThem()
    {
        string[] addresses = [.. Enumerable.Range(0, 45).Select(i => $"p{i}@example.jp")];
        for (int i = 0; i < addresses.Length; i++)
        {
            TimeSlot[] taken = [.. Enumerable.Range(0, 10).Select(week => Slot(1, 9, i, 10, i, week))];
            await world.AddPersonAsync(new(Id(100 + i), $"人 {i}", addresses[i]), new(new(taken), BusyTimes.None));
        }

        IReadOnlyList<Schedule> found = await Calendar.FreeBusyAsync(
            addresses,
            new(TokyoTime.StartOf(new(2026, 12, 1)), TokyoTime.StartOf(new(2026, 12, 1)).AddDays(70)),
            except: null,
            CancellationToken.None
        );

        Assert.Equal(addresses, found.Select(f => f.Address));
        Assert.All(found, f => Assert.Equal(10, f.Times!.Busy.Slots.Count));
        Assert.Equal(Slot(1, 9, 44, 10, 44, 9), found[44].Times!.Busy.Slots[9]);
    }

    [Fact]
    public async Task FreeBusy_Invited_FollowsTheAnswer()
    {
        BookedMeeting booked = await BookAsync(Council);
        Availability Now(Schedule s) => s.Times!.At(Council.Slot);

        Assert.Equal(Availability.Tentative, Now((await FreeBusyAsync("sato@example.jp"))[0]));
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Accepted);
        Assert.Equal(Availability.Busy, Now((await FreeBusyAsync("sato@example.jp"))[0]));
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Declined);
        Assert.Equal(Availability.Free, Now((await FreeBusyAsync("sato@example.jp"))[0]));
        Assert.Equal(Availability.Busy, Now((await FreeBusyAsync(Room))[0]));
    }

    [Fact]
    public async Task FreeBusy_ExceptAMeeting_LeavesItOutWhereItStands()
    {
        await BookAsync(Council);

        IReadOnlyList<Schedule> found = await FreeBusyExceptAsync(
            new(Council.Slot, ["SATO@example.jp"]),
            Sato.Address,
            Room
        );

        Assert.Equal(Availability.Free, found[0].Times!.At(Council.Slot));
        Assert.Equal(Availability.Busy, found[1].Times!.At(Council.Slot));
    }

    [Fact]
    public async Task FreeBusy_ExceptAMeeting_LeavesOutNoOther()
    {
        TimeSlot hourMore = new(Council.Slot.Start, Council.Slot.End.AddHours(1));
        await BookAsync(Council with { Slot = hourMore, Room = null });
        Assert.NotEqual(Availability.Free, await AtCouncilAsync());

        // Another one at the very same time: one of them is left out.
        await BookAsync(Council with { Room = null }, "tobu~k4~1");
        await BookAsync(Council with { Room = null }, "tobu~k5~1");
        Assert.NotEqual(Availability.Free, await AtCouncilAsync());

        async Task<Availability> AtCouncilAsync() =>
            (await FreeBusyExceptAsync(new(Council.Slot, [Sato.Address]), Sato.Address))[0].Times!.At(Council.Slot);
    }

    [Fact]
    public async Task Rooms_All_ByName() =>
        Assert.Equal(
            [
                new MeetingRoom("shokaigi@example.jp", "中部保健所 小会議室", null),
                new MeetingRoom(Room, "東部保健所 大会議室", 40),
            ],
            await Calendar.RoomsAsync(CancellationToken.None)
        );

    [Theory]
    [InlineData("佐藤", "佐藤 美咲")]
    [InlineData("美咲", "佐藤 美咲")]
    [InlineData("伊", "伊藤 直子")]
    [InlineData("emma@", "Emma Clark")]
    [InlineData("clark", "Emma Clark")]
    [InlineData("lark", null)]
    [InlineData("藤", null)]
    [InlineData("  ", null)]
    [InlineData("\"\\", null)]
    [InlineData("佐藤\" OR \"displayName:伊藤", null)]
    public async Task SearchPeople_BeginningOfAWord_IsFound(string text, string? name) =>
        Assert.Equal(
            name is null ? [] : [name],
            (await Calendar.SearchPeopleAsync(text, 10, CancellationToken.None)).Select(p => p.Name)
        );

    [Fact]
    public async Task SearchPeople_Found_HasIdAndAddress() =>
        Assert.Equal([Sato], await Calendar.SearchPeopleAsync("佐藤", 10, CancellationToken.None));

    [Fact]
    public async Task SearchPeople_Limit_IsKept()
    {
        await world.AddPersonAsync(new(Id(20), "佐藤 健", "ken@example.jp"), CalendarTimes.Empty);

        Assert.Single(await Calendar.SearchPeopleAsync("佐藤", 1, CancellationToken.None));
        Assert.Equal(2, (await Calendar.SearchPeopleAsync("佐藤", 2, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Book_Meeting_StandsInTheCalendarAsItWasAskedFor()
    {
        BookedMeeting booked = await BookAsync(Council);

        BookedMeeting? found = await Calendar.FindAsync(booked.Id, CancellationToken.None);
        Same(Council, booked.Meeting);
        Same(Council, found!.Meeting);
        Assert.Equal((booked.Id, booked.Uid, booked.Version), (found.Id, found.Uid, found.Version));
        Assert.Equal(MeetingResponse.None, found.Answers.Single(a => a.Address == "sato@example.jp").Response);
        Assert.Equal(MeetingResponse.Accepted, found.RoomResponse);
    }

    [Fact]
    public async Task Book_WithoutRoomAndPlace_HasNone()
    {
        Meeting online = Council with { Room = null, Place = "" };

        BookedMeeting booked = await BookAsync(online);

        Same(online, booked.Meeting);
        Assert.Null(booked.RoomResponse);
        Assert.Equal(2, booked.Answers.Count);
    }

    [Fact]
    public async Task Book_Again_GivesTheMeetingThatIsThere()
    {
        BookedMeeting first = await BookAsync(Council);
        BookedMeeting again = await BookAsync(Council);
        BookedMeeting other = await BookAsync(Council with { Subject = "別の題", Slot = Slot(11, 14, 0, 16, 0) });

        Assert.Equal((first.Id, first.Version), (again.Id, again.Version));
        Assert.Equal((first.Id, first.Version), (other.Id, other.Version));
        Same(Council, other.Meeting);
        Assert.Equal(1, await world.CountAsync());
    }

    [Fact]
    public async Task Book_AgainAfterItWasMoved_GivesTheMovedMeeting()
    {
        BookedMeeting first = await BookAsync(Council);
        await world.MoveByHandAsync(first.Id, Slot(18, 10, 0, 12, 0));

        BookedMeeting again = await BookAsync(Council);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(Slot(18, 10, 0, 12, 0), again.Meeting.Slot);
        Assert.Equal(1, await world.CountAsync());
    }

    [Fact]
    public async Task Book_ManyTimesAtOnce_BooksOnce()
    {
        BookedMeeting[] booked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BookAsync(Council)));

        Assert.Single(booked.Select(b => b.Id).Distinct());
        Assert.Equal(1, await world.CountAsync());
    }

    [Fact]
    public async Task Book_AnotherName_IsAnotherMeeting()
    {
        BookedMeeting one = await BookAsync(Council);
        BookedMeeting two = await BookAsync(Council, "tobu~k3~2");

        Assert.NotEqual(one.Id, two.Id);
        Assert.NotEqual(one.Uid, two.Uid);
        Assert.Equal(MeetingResponse.Declined, two.RoomResponse);
        Assert.Equal(2, await world.CountAsync());
    }

    [Fact]
    public async Task Find_Unknown_IsNull() =>
        Assert.Null(await Calendar.FindAsync("nothing-of-that-name", CancellationToken.None));

    [Fact]
    public async Task Find_AfterAnswers_HasThem()
    {
        BookedMeeting booked = await BookAsync(Council);
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Tentative);

        BookedMeeting found = (await Calendar.FindAsync(booked.Id, CancellationToken.None))!;

        MeetingAnswer answer = found.Answers.Single(a => a.Address == "sato@example.jp");
        Assert.Equal(MeetingResponse.Tentative, answer.Response);
        Assert.NotNull(answer.At);
        Assert.Null(found.Answers.Single(a => a.Address == "doctors@example.com").At);
        Assert.NotEqual(booked.Version, found.Version);
    }

    [Fact]
    public async Task Find_MovedByHand_ShowsTheNewTime()
    {
        BookedMeeting booked = await BookAsync(Council);
        await world.MoveByHandAsync(booked.Id, Slot(7, 10, 0, 12, 0));

        BookedMeeting found = (await Calendar.FindAsync(booked.Id, CancellationToken.None))!;

        Assert.Equal(Slot(7, 10, 0, 12, 0), found.Meeting.Slot);
        Assert.NotEqual(booked.Version, found.Version);
    }

    [Fact]
    public async Task FindAll_SomeGone_OneForEachInOrder()
    {
        List<string> ids = ["nothing-of-that-name"];
        for (int i = 0; i < 22; i++)
        {
            ids.Add((await BookAsync(Council with { Subject = $"会議 {i}" }, $"b{i}")).Id);
        }
        await Calendar.CancelAsync(ids[3], "", CancellationToken.None);

        IReadOnlyList<BookedMeeting?> found = await Calendar.FindAllAsync(ids, CancellationToken.None);

        Assert.Equal([0, 3], Enumerable.Range(0, 23).Where(i => found[i] is null));
        Assert.Equal("会議 21", found[22]!.Meeting.Subject);
        Assert.Empty(await Calendar.FindAllAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task Change_Everything_KeepsItsNames()
    {
        BookedMeeting booked = await BookAsync(Council);
        Meeting next = Council with
        {
            Subject = "調整会議（変更）",
            Agenda = "1. 変更後の議題",
            Slot = Slot(11, 10, 0, 11, 30),
            Place = "中部保健所 小会議室",
            Room = "shokaigi@example.jp",
            Invited = [Council.Invited[0], new(new("Emma Clark", "emma@example.jp"), Required: true)],
        };

        BookedMeeting changed = await Calendar.ChangeAsync(booked.Id, next, CancellationToken.None);

        Same(next, changed.Meeting);
        Assert.Equal((booked.Id, booked.Uid), (changed.Id, changed.Uid));
        Assert.NotEqual(booked.Version, changed.Version);
        Assert.Equal(
            ["emma@example.jp", "sato@example.jp", "shokaigi@example.jp"],
            changed.Answers.Select(a => a.Address).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Availability.Free, (await FreeBusyAsync(Room))[0].Times!.At(Council.Slot));
    }

    [Fact]
    public async Task Change_OnlyTheRoom_InvitesTheOtherOne()
    {
        BookedMeeting booked = await BookAsync(Council);

        BookedMeeting changed = await Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Room = "shokaigi@example.jp",
            },
            CancellationToken.None
        );

        Assert.Equal(("shokaigi@example.jp", MeetingResponse.Accepted), (changed.Meeting.Room, changed.RoomResponse));
        Assert.DoesNotContain(changed.Answers, a => a.Address == Room);
    }

    [Fact]
    public async Task Change_Nothing_ChangesNothing()
    {
        BookedMeeting booked = await BookAsync(Council);
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Accepted);
        string version = (await Calendar.FindAsync(booked.Id, CancellationToken.None))!.Version;

        BookedMeeting same = await Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Invited = [.. Council.Invited.Reverse()],
            },
            CancellationToken.None
        );

        Assert.Equal(version, same.Version);
        Assert.Equal(MeetingResponse.Accepted, same.Answers.Single(a => a.Address == "sato@example.jp").Response);
    }

    [Fact]
    public async Task Change_Unknown_IsNotFound() =>
        Assert.Equal(CalendarFault.NotFound, await FaultOfChangeAsync("nothing-of-that-name"));

    [Fact]
    public async Task Cancel_Meeting_IsGoneAndPeopleAreFree()
    {
        BookedMeeting booked = await BookAsync(Council);
        await world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Accepted);

        await Calendar.CancelAsync(booked.Id, "都合により中止します。", CancellationToken.None);

        Assert.Null(await Calendar.FindAsync(booked.Id, CancellationToken.None));
        Assert.Equal(Availability.Free, (await FreeBusyAsync("sato@example.jp"))[0].Times!.At(Council.Slot));
        Assert.Equal(CalendarFault.NotFound, await FaultOfChangeAsync(booked.Id));
        Assert.Equal(0, await world.CountAsync());
    }

    [Fact]
    public async Task Cancel_TwiceOrUnknown_IsDone()
    {
        BookedMeeting booked = await BookAsync(Council);

        await Calendar.CancelAsync(booked.Id, "", CancellationToken.None);
        await Calendar.CancelAsync(booked.Id, "", CancellationToken.None);
        await Calendar.CancelAsync("nothing-of-that-name", "", CancellationToken.None);

        Assert.Equal(0, await world.CountAsync());
    }

    private static void Same(Meeting expected, Meeting actual)
    {
        Assert.Equal(
            (expected.Subject, expected.Agenda, expected.Slot, expected.Place, expected.Room, expected.Online),
            (actual.Subject, actual.Agenda, actual.Slot, actual.Place, actual.Room, actual.Online)
        );
        Assert.Equal(expected.Invited, actual.Invited);
    }

    private Task<BookedMeeting> BookAsync(Meeting meeting, string booking = "tobu~k3~1") =>
        Calendar.BookAsync(booking, meeting, CancellationToken.None);

    private Task<IReadOnlyList<Schedule>> FreeBusyAsync(params string[] addresses) =>
        FreeBusyExceptAsync(null, addresses);

    private Task<IReadOnlyList<Schedule>> FreeBusyExceptAsync(OwnMeeting? except, params string[] addresses) =>
        Calendar.FreeBusyAsync(
            addresses,
            new(TokyoTime.StartOf(new(2026, 12, 1)), TokyoTime.StartOf(new(2026, 12, 19))),
            except,
            CancellationToken.None
        );

    private async Task<CalendarFault> FaultOfChangeAsync(string meetingId) =>
        (
            await Assert.ThrowsAsync<CalendarException>(() =>
                Calendar.ChangeAsync(meetingId, Council with { Subject = "x" }, CancellationToken.None)
            )
        ).Fault;

    private static string Id(int number) => $"00000000-0000-4000-a000-{number:D12}";

    /// <summary>In December 2026, Japan time.</summary>
    private static TimeSlot Slot(int day, int fromHour, int fromMinute, int toHour, int toMinute, int weeks = 0)
    {
        DateTimeOffset midnight = TokyoTime.StartOf(new DateOnly(2026, 12, day).AddDays(7 * weeks));
        return new(midnight.AddMinutes(fromHour * 60 + fromMinute), midnight.AddMinutes(toHour * 60 + toMinute));
    }
}
