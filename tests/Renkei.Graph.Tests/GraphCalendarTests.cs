using System.Text.Json.Nodes;
using Renkei.Domain.Calendars;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Graph.Tests;

/// <summary>What Graph's client does on the wire, and when things go wrong there.</summary>
public sealed class GraphCalendarTests : IAsyncLifetime
{
    private const string Own = "/users/service%40example.jp";

    private static readonly Meeting Council = new()
    {
        Subject = "退院支援ルールの調整会議",
        Agenda = "1. 運用状況",
        Slot = Slot(4, 14, 16),
        Place = "大会議室",
        Online = true,
        Invited = [new(new("佐藤 美咲", "sato@example.jp"), Required: true)],
    };

    private readonly GraphWorld world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task Book_Request_IsWhatTheServiceWants()
    {
        await BookAsync();

        Assert.Equal(
            [
                $"GET {Own}/calendarView?startDateTime=2026-12-04T05:00:00Z&endDateTime=2026-12-04T07:00:00Z&$select=id,transactionId&$top=500",
                $"POST {Own}/events",
            ],
            world.Graph.Calls
        );
        Assert.Equal(
            """{"transactionId":"cc568220-4152-8b3e-ee49-d992b160dfe2","subject":"退院支援ルールの調整会議","body":{"contentType":"html","content":"<html><body><div id=\"renkei-agenda\">1. 運用状況</div></body></html>"},"start":{"dateTime":"2026-12-04T14:00:00","timeZone":"Tokyo Standard Time"},"end":{"dateTime":"2026-12-04T16:00:00","timeZone":"Tokyo Standard Time"},"location":{"displayName":"大会議室","locationType":"default"},"attendees":[{"type":"required","emailAddress":{"address":"sato@example.jp","name":"佐藤 美咲"}}],"isOnlineMeeting":true,"onlineMeetingProvider":"teamsForBusiness","responseRequested":true,"allowNewTimeProposals":true}""",
            world.Graph.Bodies[1]
        );
        Assert.Equal(["Bearer token-1", "Bearer token-1"], world.Graph.Tokens);
        Assert.Equal(["https://graph.microsoft.com/.default"], world.Credential.Scopes);
    }

    [Fact]
    public async Task Book_AnswerLost_BooksOnce()
    {
        world.Graph.LetThrough();
        world.Graph.LoseAnswer();

        Task<BookedMeeting> booking = BookAsync();
        await PassAsync(booking, TimeSpan.FromSeconds(3));

        Assert.Equal("https://teams.example.com/l/meetup-join/19%3a1", (await booking).JoinUrl!.AbsoluteUri);
        Assert.Equal(1, world.Graph.Events);
        Assert.Equal(2, world.Graph.Calls.Count(c => c.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Book_CrashBetweenCreatingAndRecording_BooksOnce()
    {
        using CancellationTokenSource crash = new();
        world.Graph.LetThrough();
        world.Graph.LoseAnswer(crash.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Calendar.BookAsync("tobu~k3~1", Council, crash.Token)
        );
        Assert.Equal(1, world.Graph.Events);

        // Another process knows the name of the booking, and by now the plan has another subject.
        using GraphCalendar later = world.AnotherCalendar();
        BookedMeeting booked = await later.BookAsync(
            "tobu~k3~1",
            Council with
            {
                Subject = "題が変わった",
            },
            CancellationToken.None
        );

        Assert.Equal("退院支援ルールの調整会議", booked.Meeting.Subject);
        Assert.Equal(1, world.Graph.Events);
    }

    [Fact]
    public async Task Book_AgainAfterItMovedAndThePlanChanged_FindsIt()
    {
        BookedMeeting first = await BookAsync();
        await world.MoveByHandAsync(first.Id, Slot(24, 9, 10));

        BookedMeeting again = await world.Calendar.BookAsync(
            "tobu~k3~1",
            Council with
            {
                Subject = "題が変わった",
            },
            CancellationToken.None
        );

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, world.Graph.Events);
    }

    [Theory]
    [InlineData(403, "ErrorAccessDenied", CalendarFault.NotAllowed)]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", CalendarFault.NoMailbox)]
    [InlineData(404, "ErrorItemNotFound", CalendarFault.NotFound)]
    [InlineData(400, "ErrorInvalidRequest", CalendarFault.Refused)]
    [InlineData(409, "ErrorIrresolvableConflict", CalendarFault.Changed)]
    public async Task Book_Refused_SaysWhyAndIsNotTriedAgain(int status, string code, CalendarFault fault)
    {
        world.Graph.Refuse(status, code);

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() => BookAsync());

        Assert.Equal((fault, code, false), (e.Fault, e.Code, e.OutcomeUnknown));
        Assert.Empty(world.Graph.Calls);
    }

    [Fact]
    public async Task Call_Unauthorised_IsTriedWithAnotherTokenOnce()
    {
        world.Graph.Refuse(401, "InvalidAuthenticationToken");

        Assert.Empty(await world.Calendar.RoomsAsync(CancellationToken.None));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], world.Graph.Tokens);

        world.Graph.Refuse(401, "InvalidAuthenticationToken");
        world.Graph.Refuse(401, "InvalidAuthenticationToken");
        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            world.Calendar.RoomsAsync(CancellationToken.None)
        );
        Assert.Equal(CalendarFault.SignIn, e.Fault);
    }

    [Fact]
    public async Task Call_NoToken_SaysSo()
    {
        world.Credential.Failure = new InvalidOperationException("The authority did not answer.");

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            world.Calendar.RoomsAsync(CancellationToken.None)
        );

        Assert.Equal((CalendarFault.SignIn, "TokenUnavailable"), (e.Fault, e.Code));
    }

    [Fact]
    public async Task Call_Token_IsFetchedAgainBeforeItExpires()
    {
        await world.Calendar.RoomsAsync(CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromMinutes(54));
        await world.Calendar.RoomsAsync(CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Calendar.RoomsAsync(CancellationToken.None);

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], world.Graph.Tokens);
    }

    [Fact]
    public async Task Call_Throttled_WaitsAsLongAsItIsTold()
    {
        world.Graph.Refuse(429, "ApplicationThrottled", retryAfter: 7);

        Task<IReadOnlyList<MeetingRoom>> rooms = world.Calendar.RoomsAsync(CancellationToken.None);
        await PassAsync(rooms, TimeSpan.FromSeconds(8));

        await rooms;
        Assert.InRange(world.Graph.Times[1] - world.Graph.Times[0], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Call_ThrottledForLong_IsGivenUpWithTheTime()
    {
        world.Graph.Refuse(429, "ApplicationThrottled", retryAfter: 300);

        // At once: nobody waits for a clock that stands still.
        Task<IReadOnlyList<MeetingRoom>> call = world.Calendar.RoomsAsync(CancellationToken.None);
        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(10))
        );

        Assert.Equal((CalendarFault.Throttled, TimeSpan.FromMinutes(5)), (e.Fault, e.RetryAfter));
    }

    [Fact]
    public async Task Call_ServiceDown_IsTriedFourTimes()
    {
        for (int i = 0; i < 5; i++)
        {
            world.Graph.Refuse(503, "ServiceUnavailable");
        }

        Task<BookedMeeting> booking = BookAsync();
        await PassAsync(booking, TimeSpan.FromSeconds(12));

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() => booking);
        Assert.Equal((CalendarFault.Unavailable, false), (e.Fault, e.OutcomeUnknown));
        Assert.Equal(4, world.Graph.Tokens.Count);
    }

    [Fact]
    public async Task Change_AnswerLost_SaysThatItMayBeDone()
    {
        BookedMeeting booked = await BookAsync();
        await using GraphWorld once = new(o => o with { MaxTries = 1 });
        BookedMeeting there = await once.Calendar.BookAsync("b", Council, CancellationToken.None);
        once.Graph.LetThrough();
        once.Graph.LoseAnswer();

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            once.Calendar.ChangeAsync(there.Id, Council with { Subject = "新しい題" }, CancellationToken.None)
        );

        Assert.True(e.OutcomeUnknown);
        Assert.Equal(booked.Id, there.Id);
    }

    [Fact]
    public async Task Change_AnsweredMeanwhile_IsReadAgainAndDone()
    {
        BookedMeeting booked = await BookAsync();
        world.Graph.LetThrough();
        world.Graph.Before(() => world.RespondAsync(booked.Id, "sato@example.jp", MeetingResponse.Accepted));

        BookedMeeting changed = await world.Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Subject = "新しい題",
            },
            CancellationToken.None
        );

        Assert.Equal("新しい題", changed.Meeting.Subject);
        Assert.Equal(MeetingResponse.Accepted, Assert.Single(changed.Answers).Response);
    }

    [Fact]
    public async Task Change_DoneByHandMeanwhile_ChangesNothingMore()
    {
        BookedMeeting booked = await BookAsync();
        string byHand = "";
        world.Graph.LetThrough();
        world.Graph.Before(() =>
        {
            world.Graph.Edit(booked.Id, e => e["subject"] = "新しい題");
            byHand = world.Graph.VersionOf(booked.Id);
        });

        BookedMeeting changed = await world.Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Subject = "新しい題",
            },
            CancellationToken.None
        );

        Assert.Equal(byHand, changed.Version);
    }

    [Fact]
    public async Task Change_OnlyTheSubject_SendsNothingElse()
    {
        BookedMeeting booked = await BookAsync();
        world.Graph.Bodies.Clear();

        await world.Calendar.ChangeAsync(booked.Id, Council with { Subject = "新しい題" }, CancellationToken.None);

        Assert.Equal(["", """{"subject":"新しい題"}""", ""], world.Graph.Bodies);
    }

    [Fact]
    public async Task Change_Agenda_KeepsTheJoinPartOfTeams()
    {
        BookedMeeting booked = await BookAsync();

        BookedMeeting changed = await world.Calendar.ChangeAsync(
            booked.Id,
            Council with
            {
                Agenda = "1. 新しい議題\n2. $1",
            },
            CancellationToken.None
        );

        Assert.Equal("1. 新しい議題\n2. $1", changed.Meeting.Agenda);
        JsonNode patch = JsonNode.Parse(world.Graph.Bodies.Last(b => b.Length > 0))!;
        Assert.Equal(
            "<html><body><div id=\"renkei-agenda\">1. 新しい議題<br>2. $1</div>\r\n<div class=\"join\"><a href=\"https://teams.example.com/l/meetup-join/19%3a1\">Join</a></div></body></html>",
            patch["body"]!["content"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task Change_AgendaRewrittenByHand_StaysAsItIs()
    {
        BookedMeeting booked = await BookAsync();
        world.Graph.Edit(booked.Id, e => e["body"]!["content"] = "<html><body><p>手で書いた議題</p></body></html>");
        string version = (await world.Calendar.FindAsync(booked.Id, CancellationToken.None))!.Version;

        BookedMeeting same = await world.Calendar.ChangeAsync(booked.Id, Council, CancellationToken.None);

        Assert.Equal(("", version), (same.Meeting.Agenda, same.Version));
    }

    [Fact]
    public async Task Cancel_RefusedBecauseItIsCancelled_IsDone()
    {
        BookedMeeting booked = await BookAsync();
        world.Graph.Refuse(400, "ErrorInvalidRequest");
        world.Graph.Before(() => world.Graph.Edit(booked.Id, e => e["isCancelled"] = true));

        await world.Calendar.CancelAsync(booked.Id, "", CancellationToken.None);
    }

    [Fact]
    public async Task Cancel_RefusedForAnotherReason_IsNotDone()
    {
        BookedMeeting booked = await BookAsync();
        world.Graph.Refuse(400, "ErrorInvalidRequest");

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            world.Calendar.CancelAsync(booked.Id, "", CancellationToken.None)
        );

        Assert.Equal(CalendarFault.Refused, e.Fault);
    }

    [Fact]
    public async Task FreeBusy_SixtyPeopleEightWeeks_TakesOneRoundTrip()
    {
        await FreeBusyAsync(60, 56);

        Assert.Equal("POST /$batch", world.Graph.Calls[0]);
        Assert.Equal(Enumerable.Repeat($"POST {Own}/calendar/getSchedule", 6), world.Graph.Calls.Skip(1));
        Assert.Single(world.Graph.Tokens);
    }

    [Fact]
    public async Task FindAll_Several_TakesOneRoundTrip()
    {
        BookedMeeting booked = await BookAsync();
        int before = world.Graph.Tokens.Count;

        IReadOnlyList<BookedMeeting?> found = await world.Calendar.FindAllAsync(
            [booked.Id, "x", booked.Id],
            CancellationToken.None
        );

        Assert.Equal([booked.Id, null, booked.Id], found.Select(f => f?.Id));
        Assert.Equal(before + 1, world.Graph.Tokens.Count);
    }

    [Fact]
    public async Task FindAll_Forbidden_SaysWhy()
    {
        world.Graph.RefusePart(403, "ErrorAccessDenied");

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() =>
            world.Calendar.FindAllAsync(["x"], CancellationToken.None)
        );

        Assert.Equal(CalendarFault.NotAllowed, e.Fault);
    }

    [Fact]
    public async Task FreeBusy_MoreThanABatch_TakesTwo()
    {
        await FreeBusyAsync(60, 300);

        Assert.Equal(2, world.Graph.Calls.Count(c => c == "POST /$batch"));
        Assert.Equal(30, world.Graph.Calls.Count(c => c == $"POST {Own}/calendar/getSchedule"));
    }

    [Fact]
    public async Task FreeBusy_PartsThrottled_AreSentAgainAlone()
    {
        world.Graph.RefusePart(429, "MailboxConcurrency", retryAfter: 3);
        world.Graph.RefusePart(503, "ServiceUnavailable");

        Task<IReadOnlyList<Schedule>> asked = FreeBusyAsync(60, 56);
        await PassAsync(asked, TimeSpan.FromSeconds(5));

        Assert.Equal(60, (await asked).Count(s => s.Times is not null));
        // Six parts, of which two are refused before they are counted, and those two again.
        Assert.Equal(6, world.Graph.Calls.Count(c => c.EndsWith("getSchedule", StringComparison.Ordinal)));
        Assert.Equal(2, world.Graph.Tokens.Count);
    }

    [Fact]
    public async Task FreeBusy_PartForbidden_SaysWhy()
    {
        world.Graph.RefusePart(403, "ErrorAccessDenied");

        CalendarException e = await Assert.ThrowsAsync<CalendarException>(() => FreeBusyAsync(60, 56));

        Assert.Equal(CalendarFault.NotAllowed, e.Fault);
    }

    [Fact]
    public async Task Calls_ManyAtOnce_FourInTheMailbox()
    {
        await using GraphWorld real = new(clock: TimeProvider.System);
        real.Graph.Pace = TimeSpan.FromMilliseconds(20);

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i => real.Calendar.FindAsync($"e{i}", CancellationToken.None))
                .Append<Task>(FreeBusyAsync(real, 60, 56))
                .Append(FreeBusyAsync(real, 60, 56))
        );

        Assert.Equal(4, real.Graph.MostAtOnce);
    }

    [Fact]
    public async Task Call_Cancelled_IsCancelled()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Calendar.RoomsAsync(cancelled.Token));
    }

    [Theory]
    [InlineData("http://graph.example.com/v1.0", 4, 31)]
    [InlineData("https://graph.example.com/v1.0", 5, 31)]
    [InlineData("https://graph.example.com/v1.0", 4, 62)]
    public void Options_OutsideTheirRanges_AreRefused(string service, int calls, int days) =>
        Assert.ThrowsAny<ArgumentException>(() =>
            new GraphWorld(o => o with { Service = new(service), MailboxCalls = calls, FreeBusyDays = days })
        );

    private Task<BookedMeeting> BookAsync() => world.Calendar.BookAsync("tobu~k3~1", Council, CancellationToken.None);

    private Task<IReadOnlyList<Schedule>> FreeBusyAsync(int people, int days) => FreeBusyAsync(world, people, days);

    private static async Task<IReadOnlyList<Schedule>> FreeBusyAsync(GraphWorld world, int people, int days)
    {
        string[] addresses = [.. Enumerable.Range(0, people).Select(i => $"p{i}@example.jp")];
        foreach (string address in addresses)
        {
            await world.AddPersonAsync(new(address, address, address), CalendarTimes.Empty);
        }
        DateTimeOffset start = TokyoTime.StartOf(new(2026, 12, 1));
        return await world.Calendar.FreeBusyAsync(
            addresses,
            new(start, start.AddDays(days)),
            except: null,
            CancellationToken.None
        );
    }

    /// <summary>Lets time pass in small steps until a call is done.</summary>
    /// <param name="call">The call.</param>
    /// <param name="most">How much time it may take.</param>
    private async Task PassAsync(Task call, TimeSpan most)
    {
        Assert.False(call.IsCompleted);
        DateTimeOffset end = world.Clock.GetUtcNow() + most;
        while (!call.IsCompleted && world.Clock.GetUtcNow() < end)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.WhenAny(call, Task.Delay(2));
        }
        await Task.WhenAny(call, Task.Delay(TimeSpan.FromSeconds(10)));
        Assert.True(call.IsCompleted);
    }

    private static TimeSlot Slot(int day, int fromHour, int toHour) =>
        new(
            TokyoTime.Instant(new(2026, 12, day), new(fromHour, 0)),
            TokyoTime.Instant(new(2026, 12, day), new(toHour, 0))
        );
}
