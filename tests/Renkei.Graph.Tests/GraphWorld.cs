using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Testing;

namespace Renkei.Graph.Tests;

/// <summary>Graph's client in front of its double.</summary>
internal sealed class GraphWorld : ICalendarWorld
{
    private readonly HttpClient http;
    private readonly GraphOptions options;
    private readonly TimeProvider time;
    private readonly GraphCalendar calendar;

    public GraphWorld(Func<GraphOptions, GraphOptions>? change = null, TimeProvider? clock = null)
    {
        Clock = clock as FakeClock ?? new();
        Graph = new(clock ?? Clock);
        Credential = new(Clock);
        http = new(Graph);
        GraphOptions start = new() { Mailbox = GraphDouble.Mailbox, Service = new(GraphDouble.Service) };
        options = change?.Invoke(start) ?? start;
        time = clock ?? Clock;
        calendar = AnotherCalendar();
    }

    /// <summary>Another process at the same mailbox.</summary>
    public GraphCalendar AnotherCalendar() => new(http, Credential, options, time, NullLogger<GraphCalendar>.Instance);

    public FakeClock Clock { get; }

    public GraphDouble Graph { get; }

    public NumberedTokens Credential { get; }

    public ICalendar Calendar => calendar;

    public Task AddPersonAsync(CalendarPerson person, CalendarTimes times)
    {
        Graph.Add(person, times);
        return Task.CompletedTask;
    }

    public Task AddRoomAsync(MeetingRoom room)
    {
        Graph.Add(room);
        return Task.CompletedTask;
    }

    public Task RespondAsync(string meetingId, string address, MeetingResponse response)
    {
        string name = response switch
        {
            MeetingResponse.Accepted => "accepted",
            MeetingResponse.Tentative => "tentativelyAccepted",
            MeetingResponse.Declined => "declined",
            _ => "none",
        };
        Graph.Edit(
            meetingId,
            e =>
                e["attendees"]!.AsArray().First(a => a!["emailAddress"]!["address"]!.GetValue<string>() == address)![
                    "status"
                ] = Graph.Says(name)
        );
        return Task.CompletedTask;
    }

    public Task MoveByHandAsync(string meetingId, TimeSlot to)
    {
        Graph.Edit(
            meetingId,
            e =>
            {
                e["start"] = GraphDouble.Local(to.Start);
                e["end"] = GraphDouble.Local(to.End);
            }
        );
        return Task.CompletedTask;
    }

    public Task<int> CountAsync() => Task.FromResult(Graph.Events);

    /// <summary>Fails where a request, or an answer of the double, is not as described.</summary>
    public ValueTask DisposeAsync()
    {
        calendar.Dispose();
        http.Dispose();
        Assert.Empty(Graph.Faults);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Gives out tokens by number, each for an hour.</summary>
internal sealed class NumberedTokens(TimeProvider clock) : TokenCredential
{
    private int given;

    public List<string> Scopes { get; } = [];

    public Exception? Failure { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nobody should wait for a token in this way.");

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        Scopes.AddRange(requestContext.Scopes);
        return Failure is null
            ? new(new AccessToken($"token-{++given}", clock.GetUtcNow().AddHours(1)))
            : throw Failure;
    }
}
