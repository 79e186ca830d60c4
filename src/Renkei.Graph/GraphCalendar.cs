using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Graph.Wire;

namespace Renkei.Graph;

/// <summary>
/// Microsoft Graph's calendar with application permissions (protocols: Graph). Meetings live in one service mailbox, which no person
/// uses. One instance serves everybody; thread safe.
/// </summary>
public sealed class GraphCalendar : ICalendar, IDisposable
{
    private const int ChangeTries = 3;

    // How far from its slot a meeting may have been moved by hand before we lose its trace.
    private static readonly TimeSpan FarAway = TimeSpan.FromDays(200);

    private readonly GraphClient graph;
    private readonly GraphOptions options;
    private readonly string mailbox;

    /// <summary>A calendar.</summary>
    /// <param name="http">Takes <see cref="CreateHandler"/>; its own timeout has to be above <see cref="GraphOptions.TryLimit"/>.</param>
    /// <param name="credential">The application's identity.</param>
    /// <param name="options">Mailbox and limits.</param>
    /// <param name="clock">Times tries and tokens.</param>
    /// <param name="log">Where refusals are written.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public GraphCalendar(
        HttpClient http,
        TokenCredential credential,
        GraphOptions options,
        TimeProvider clock,
        ILogger<GraphCalendar> log
    )
    {
        graph = new(http, credential, options, clock, log);
        this.options = options;
        mailbox = $"/users/{Segment(options.Mailbox)}";
    }

    /// <summary>
    /// A handler for the calendar: no redirects, which would carry the token elsewhere, and connections that are renewed every five minutes,
    /// so that a change of addresses is noticed.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
        };

    /// <inheritdoc />
    public async Task<IReadOnlyList<Schedule>> FreeBusyAsync(
        IReadOnlyList<string> addresses,
        TimeSlot window,
        OwnMeeting? except,
        CancellationToken ct
    )
    {
        FreeBusyQuestion question = new(addresses, window, except, TimeSpan.FromDays(options.FreeBusyDays));
        IReadOnlyList<GraphCall> calls = question.Calls($"{mailbox}/calendar/getSchedule");
        // One batch instead of a dozen round trips; a single call needs none.
        IReadOnlyList<GraphAnswer> answers = calls.Count switch
        {
            0 => [],
            1 => [await graph.SendAsync(calls[0], ct)],
            _ => await graph.SendManyAsync(calls, ct),
        };
        if (answers.FirstOrDefault(a => !a.IsSuccess) is { } refused)
        {
            throw Refusal(refused);
        }
        return question.Read([
            .. answers.Select(a => GraphClient.Read(a, GraphJson.Default.CollectionScheduleInformation)),
        ]);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<MeetingRoom>> RoomsAsync(CancellationToken ct)
    {
        List<MeetingRoom> rooms = [];
        GraphCall? call = Get("/places/microsoft.graph.room?$top=100&$select=displayName,emailAddress,capacity");
        while (call is not null)
        {
            var page = GraphClient.Read(await graph.SendAsync(call, ct), GraphJson.Default.CollectionRoomResource);
            rooms.AddRange(
                (page.Value ?? [])
                    .Where(r => !string.IsNullOrEmpty(r.EmailAddress))
                    .Select(r => new MeetingRoom(r.EmailAddress!, r.DisplayName ?? r.EmailAddress!, r.Capacity))
            );
            call = page.NextLink is { } link ? graph.NextPage(link, call) : null;
        }
        return [.. rooms.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<CalendarPerson>> SearchPeopleAsync(string text, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 50);
        // A clause stands in quotation marks; nobody's name has any, or a backslash.
        string term = text.Replace("\"", "", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal)
            .Trim();
        if (term.Length == 0)
        {
            return [];
        }
        string search = Uri.EscapeDataString($"\"displayName:{term}\" OR \"mail:{term}\"");
        GraphCall call = Get(
            $"/users?$search={search}&$select=id,displayName,mail,userPrincipalName&$orderby=displayName&$count=true&$top={limit}"
        ) with
        {
            Eventual = true,
        };
        var page = GraphClient.Read(await graph.SendAsync(call, ct), GraphJson.Default.CollectionUserResource);
        return
        [
            .. (page.Value ?? [])
                .Where(u => u.Id is not null && AddressOf(u) is not null)
                .Select(u => new CalendarPerson(u.Id!, u.DisplayName ?? AddressOf(u)!, AddressOf(u)!))
                .Take(limit),
        ];
    }

    /// <inheritdoc />
    public async Task<BookedMeeting> BookAsync(string booking, Meeting meeting, CancellationToken ct)
    {
        string transaction = TransactionOf(booking);
        // How long the service remembers a transaction is not documented, and a booking may be taken up again after days.
        if (await FindByTransactionAsync(transaction, meeting.Slot, ct) is { } there)
        {
            return there;
        }
        ReadOnlyMemory<byte> body = Bytes(EventMapping.New(meeting, transaction));
        try
        {
            GraphAnswer answer = await graph.SendAsync(new(HttpMethod.Post, $"{mailbox}/events", body), ct);
            return EventMapping.Booked(GraphClient.Read(answer, GraphJson.Default.EventResource));
        }
        catch (CalendarException e)
            when (e.Code.Equals(GraphErrors.DuplicateTransaction, StringComparison.OrdinalIgnoreCase))
        {
            // It was booked before with other contents, or was changed since: the service tells us so instead of answering with it.
            TimeSlot around = new(meeting.Slot.Start - FarAway, meeting.Slot.End + FarAway);
            if (await FindByTransactionAsync(transaction, around, ct) is { } moved)
            {
                return moved;
            }
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<BookedMeeting?> FindAsync(string meetingId, CancellationToken ct) =>
        await ReadAsync(meetingId, ct) is { } e ? EventMapping.Booked(e) : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<BookedMeeting?>> FindAllAsync(
        IReadOnlyList<string> meetingIds,
        CancellationToken ct
    )
    {
        GraphCall[] calls = [.. meetingIds.Select(id => Get($"{EventPath(id)}?$select={EventMapping.Select}"))];
        IReadOnlyList<GraphAnswer> answers = await graph.SendManyAsync(calls, ct);
        return [.. answers.Select(a => ReadEvent(a) is { } e ? EventMapping.Booked(e) : null)];
    }

    /// <inheritdoc />
    public async Task<BookedMeeting> ChangeAsync(string meetingId, Meeting meeting, CancellationToken ct)
    {
        for (int tries = 1; ; tries++)
        {
            EventResource now =
                await ReadAsync(meetingId, ct)
                ?? throw new CalendarException(CalendarFault.NotFound, "", null, false, null);
            if (EventMapping.Change(now, meeting) is not { } change)
            {
                return EventMapping.Booked(now);
            }
            try
            {
                await graph.SendAsync(
                    new(HttpMethod.Patch, EventPath(meetingId), Bytes(change)) { IfMatch = now.ETag },
                    ct
                );
            }
            catch (CalendarException e) when (e.Fault == CalendarFault.Changed && tries < ChangeTries)
            {
                // Answers change an event as well; what they changed is not what we change.
                continue;
            }
            // Some answers to a change are empty.
            return await FindAsync(meetingId, ct)
                ?? throw new CalendarException(CalendarFault.NotFound, "", null, false, null);
        }
    }

    /// <inheritdoc />
    public async Task CancelAsync(string meetingId, string comment, CancellationToken ct)
    {
        ReadOnlyMemory<byte> body = GraphJson.Write(new CancelRequest(comment), GraphJson.Default.CancelRequest);
        try
        {
            await graph.SendAsync(new(HttpMethod.Post, $"{EventPath(meetingId)}/cancel", body), ct);
        }
        catch (CalendarException e) when (e.Fault == CalendarFault.NotFound)
        {
            // Gone is what was wanted.
        }
        catch (CalendarException e) when (e.Fault == CalendarFault.Refused)
        {
            // What was called off once is refused; only reading tells that from a real refusal.
            if (await ReadAsync(meetingId, ct) is not null)
            {
                throw;
            }
        }
    }

    /// <summary>Frees what waits for tokens; the HTTP client belongs to the caller.</summary>
    public void Dispose() => graph.Dispose();

    /// <summary>The event, or <see langword="null"/> where it is gone or called off.</summary>
    private async Task<EventResource?> ReadAsync(string meetingId, CancellationToken ct)
    {
        try
        {
            GraphAnswer answer = await graph.SendAsync(
                Get($"{EventPath(meetingId)}?$select={EventMapping.Select}"),
                ct
            );
            return ReadEvent(answer);
        }
        catch (CalendarException e) when (e.Fault == CalendarFault.NotFound)
        {
            return null;
        }
    }

    private static EventResource? ReadEvent(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            CalendarException refusal = Refusal(answer);
            return refusal.Fault == CalendarFault.NotFound ? null : throw refusal;
        }
        EventResource e = GraphClient.Read(answer, GraphJson.Default.EventResource);
        return e.IsCancelled == true ? null : e;
    }

    private static CalendarException Refusal(GraphAnswer answer)
    {
        string code = GraphErrors.CodeIn(answer.Body);
        return new(GraphErrors.FaultOf(answer.Status, code), code, null, outcomeUnknown: false, null);
    }

    private async Task<BookedMeeting?> FindByTransactionAsync(string transaction, TimeSlot within, CancellationToken ct)
    {
        GraphCall? call = Get(
            $"{mailbox}/calendarView?startDateTime={GraphTime.Query(within.Start)}&endDateTime={GraphTime.Query(within.End)}&$select=id,transactionId&$top=500"
        );
        while (call is not null)
        {
            var page = GraphClient.Read(await graph.SendAsync(call, ct), GraphJson.Default.CollectionEventResource);
            if (page.Value?.FirstOrDefault(e => e.TransactionId == transaction)?.Id is { } id)
            {
                return await FindAsync(id, ct);
            }
            call = page.NextLink is { } link ? graph.NextPage(link, call) : null;
        }
        return null;
    }

    private static GraphCall Get(string path) => new(HttpMethod.Get, path, default);

    private string EventPath(string meetingId) => $"{mailbox}/events/{Segment(meetingId)}";

    private static ReadOnlyMemory<byte> Bytes(EventResource e) => GraphJson.Write(e, GraphJson.Default.EventResource);

    /// <summary>The same for the same booking, and a GUID as the examples of the service have it.</summary>
    private static string TransactionOf(string booking) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"renkei {booking}")).AsSpan(0, 16)).ToString();

    // A guest's principal name is no address.
    private static string? AddressOf(UserResource user) =>
        user.Mail
        ?? (user.UserPrincipalName?.Contains('#', StringComparison.Ordinal) == false ? user.UserPrincipalName : null);

    /// <summary>Percent-encodes an id. One that a URL would read as "here" or "one up" cannot be an id.</summary>
    private static string Segment(string id) =>
        id is "" or "." or ".."
            ? throw new ArgumentException("That cannot be an id.", nameof(id))
            : Uri.EscapeDataString(id);
}
