using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Graph.Tests;

/// <summary>
/// Plays Graph's part behind an HTTP client: directory, rooms, free/busy, one mailbox of events. Holds every request, and its own answers,
/// against the OpenAPI description where that is there. Trouble is played on demand.
/// </summary>
internal sealed class GraphDouble(TimeProvider clock) : HttpMessageHandler
{
    public const string Service = "https://graph.example.com/v1.0";
    public const string Mailbox = "service@example.jp";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock sync = new();
    private readonly List<(CalendarPerson Person, CalendarTimes Times)> people = [];
    private readonly List<MeetingRoom> rooms = [];
    private readonly Dictionary<string, JsonObject> events = [];
    private readonly Dictionary<string, string> created = [];
    private readonly ConcurrentQueue<Func<string, Func<JsonReply>, JsonReply>> troubles = [];
    private readonly Queue<JsonReply> partTroubles = [];
    private int version;
    private int running;

    /// <summary>Requests as "VERB path-and-query", parts of batches after the batch.</summary>
    public List<string> Calls { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<string> Tokens { get; } = [];

    /// <summary>When requests came.</summary>
    public List<DateTimeOffset> Times { get; } = [];

    /// <summary>What was wrong with requests and answers.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Most requests, parts of a batch counted, that ran at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How long an answer takes, in real time.</summary>
    public TimeSpan Pace { get; set; }

    public int Events => events.Count;

    public void Add(CalendarPerson person, CalendarTimes times) => people.Add((person, times));

    public void Add(MeetingRoom room) => rooms.Add(room);

    /// <summary>The next request is refused.</summary>
    public void Refuse(int status, string code, int? retryAfter = null) =>
        troubles.Enqueue((_, _) => JsonReply.Error(status, code, retryAfter));

    /// <summary>The next request is done, but its answer is lost.</summary>
    /// <param name="then">What happens at that moment.</param>
    public void LoseAnswer(Action? then = null) =>
        troubles.Enqueue(
            (_, work) =>
            {
                work();
                then?.Invoke();
                throw new HttpRequestException("The connection was reset.");
            }
        );

    /// <summary>Before the next request is done, somebody does something.</summary>
    public void Before(Action meanwhile) =>
        troubles.Enqueue(
            (_, work) =>
            {
                meanwhile();
                return work();
            }
        );

    /// <summary>The next request is let through as it is; for trouble with a later one.</summary>
    public void LetThrough() => troubles.Enqueue((_, work) => work());

    /// <summary>The next part of a batch is refused.</summary>
    public void RefusePart(int status, string code, int? retryAfter = null) =>
        partTroubles.Enqueue(JsonReply.Error(status, code, retryAfter));

    /// <summary>Changes an event as somebody would in Outlook.</summary>
    public void Edit(string id, Action<JsonObject> edit)
    {
        lock (sync)
        {
            JsonObject e = events[id];
            edit(e);
            Touch(e);
        }
    }

    public string VersionOf(string id) => events[id]["@odata.etag"]!.GetValue<string>();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string address = request.RequestUri!.AbsoluteUri;
        Assert.StartsWith($"{Service}/", address, StringComparison.Ordinal);
        string path = address[Service.Length..];
        string text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        JsonNode? body = text.Length == 0 ? null : JsonNode.Parse(text);
        KeyValuePair<string, string>[] headers =
        [
            .. request.Headers.Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value))),
        ];
        int weight = body?["requests"]?.AsArray().Count ?? 1;
        lock (sync)
        {
            Times.Add(clock.GetUtcNow());
            Tokens.Add(request.Headers.Authorization?.ToString() ?? "");
            running += Math.Min(weight, 4);
            MostAtOnce = Math.Max(MostAtOnce, running);
        }
        try
        {
            await Task.Delay(Pace, cancellationToken);
            JsonReply Work() =>
                path == "/$batch" ? Batch(headers, body) : Answer(request.Method.Method, path, headers, body, text);
            JsonReply reply = troubles.TryDequeue(out Func<string, Func<JsonReply>, JsonReply>? trouble)
                ? trouble(path, Work)
                : Work();
            return reply.ToResponse();
        }
        finally
        {
            lock (sync)
            {
                running -= Math.Min(weight, 4);
            }
        }
    }

    private JsonReply Batch(KeyValuePair<string, string>[] headers, JsonNode? body)
    {
        Hold("POST", "/$batch", headers, body, "");
        JsonArray responses = [];
        foreach (JsonNode? part in body!["requests"]!.AsArray())
        {
            string method = part!["method"]!.GetValue<string>();
            string url = part["url"]!.GetValue<string>();
            KeyValuePair<string, string>[] own =
            [
                .. (part["headers"]?.AsObject() ?? []).Select(h =>
                    KeyValuePair.Create(h.Key, h.Value!.GetValue<string>())
                ),
            ];
            if (part["body"] is not null && !own.Any(h => h.Key == "Content-Type"))
            {
                Faults.Enqueue("A part has a body and no Content-Type.");
            }
            JsonReply reply = partTroubles.TryDequeue(out JsonReply? trouble)
                ? trouble
                : Answer(method, url, own, part["body"], part["body"]?.ToJsonString(Plain) ?? "");
            JsonObject response = new()
            {
                ["id"] = part["id"]!.GetValue<string>(),
                ["status"] = reply.Status,
                ["headers"] = reply.RetryAfter is { } seconds
                    ? new JsonObject { ["Retry-After"] = $"{seconds}" }
                    : new JsonObject { ["Content-Type"] = "application/json" },
            };
            if (reply.Body is not null)
            {
                response["body"] = reply.Body.DeepClone();
            }
            // In any order.
            responses.Insert(0, response);
        }
        return Hold("POST", "/$batch", new JsonReply(200, new JsonObject { ["responses"] = responses }));
    }

    private JsonReply Answer(
        string method,
        string path,
        KeyValuePair<string, string>[] headers,
        JsonNode? body,
        string text
    )
    {
        Hold(method, path, headers, body, text);
        lock (sync)
        {
            return Hold(method, path, Work(method, path, headers, body));
        }
    }

    private void Hold(string method, string path, KeyValuePair<string, string>[] headers, JsonNode? body, string text)
    {
        lock (sync)
        {
            Calls.Add($"{method} {path}");
            Bodies.Add(text);
        }
        foreach (string fault in OpenApi.Found?.FaultsOfRequest(method, path, headers, body) ?? [])
        {
            Faults.Enqueue($"{method} {path}: {fault}");
        }
    }

    private JsonReply Hold(string method, string path, JsonReply reply)
    {
        foreach (string fault in OpenApi.Found?.FaultsOfAnswer(method, path, reply.Status, reply.Body) ?? [])
        {
            Faults.Enqueue($"Answer to {method} {path}: {fault}");
        }
        return reply;
    }

    private JsonReply Work(string method, string path, KeyValuePair<string, string>[] headers, JsonNode? body)
    {
        string own = $"/users/{Uri.EscapeDataString(Mailbox)}";
        string bare = path.Split('?')[0];
        Dictionary<string, string> query = Query(path);
        if (method == "POST" && bare == $"{own}/calendar/getSchedule")
        {
            return GetSchedule(body!);
        }
        if (method == "POST" && bare == $"{own}/events")
        {
            return Create(body!.AsObject());
        }
        if (method == "GET" && bare == $"{own}/calendarView")
        {
            return View(query);
        }
        if (method == "GET" && bare == "/places/microsoft.graph.room")
        {
            return Rooms(query);
        }
        if (method == "GET" && bare == "/users")
        {
            return Users(query, headers);
        }
        if (Regex.Match(bare, $"^{Regex.Escape(own)}/events/([^/]+)(/cancel)?$") is not { Success: true } match)
        {
            return JsonReply.Error(404, "ResourceNotFound");
        }
        if (!events.TryGetValue(Uri.UnescapeDataString(match.Groups[1].Value), out JsonObject? e))
        {
            return JsonReply.Error(404, "ErrorItemNotFound");
        }
        return (method, match.Groups[2].Success) switch
        {
            ("GET", false) => new(200, Selected(e, query)),
            ("PATCH", false) => Patch(e, headers, body!.AsObject()),
            ("POST", true) => Cancel(e),
            _ => JsonReply.Error(405, "MethodNotAllowed"),
        };
    }

    private JsonReply GetSchedule(JsonNode body)
    {
        string[] asked = [.. body["Schedules"]!.AsArray().Select(a => a!.GetValue<string>())];
        DateTimeOffset from = Instant(body["StartTime"]!);
        DateTimeOffset to = Instant(body["EndTime"]!);
        int interval = body["AvailabilityViewInterval"]?.GetValue<int>() ?? 30;
        if (asked.Length > 20 || to - from >= TimeSpan.FromDays(62) || TimeSpan.FromMinutes(interval) >= to - from)
        {
            return JsonReply.Error(400, "ErrorInvalidParameter");
        }
        JsonArray value = [.. asked.Select(a => (JsonNode)Schedule(a, from, to, interval))];
        return new(200, new JsonObject { ["value"] = value });
    }

    private JsonObject Schedule(string address, DateTimeOffset from, DateTimeOffset to, int interval)
    {
        bool Is(string other) => other.Equals(address, StringComparison.OrdinalIgnoreCase);
        CalendarTimes? own =
            people.FirstOrDefault(p => Is(p.Person.Address)).Times
            ?? (rooms.Exists(r => Is(r.Address)) ? CalendarTimes.Empty : null);
        if (own is null)
        {
            return new()
            {
                ["scheduleId"] = address,
                ["error"] = new JsonObject
                {
                    ["message"] = "Unable to resolve.",
                    ["responseCode"] = "ErrorMailRecipientNotFound",
                },
            };
        }
        List<(string Status, TimeSlot Slot)> items =
        [
            .. own.Busy.Slots.Select(s => ("busy", s)),
            .. own.Tentative.Slots.Select(s => ("tentative", s)),
        ];
        foreach (JsonObject e in events.Values)
        {
            JsonNode? attendee = e["attendees"]!.AsArray().FirstOrDefault(a => Is(AddressOf(a!)));
            if (attendee is not null && attendee["status"]!["response"]!.GetValue<string>() is not "declined" and var r)
            {
                items.Add((r == "accepted" ? "busy" : "tentative", SlotOf(e)));
            }
        }
        TimeSlot window = new(from, to);
        items = [.. items.Where(i => i.Slot.Overlaps(window)).OrderBy(i => i.Slot.Start)];
        StringBuilder view = new();
        for (DateTimeOffset at = from; at < to; at = at.AddMinutes(interval))
        {
            TimeSlot cell = new(at, at.AddMinutes(interval));
            string[] states = [.. items.Where(i => i.Slot.Overlaps(cell)).Select(i => i.Status)];
            view.Append(
                states.Contains("busy") ? '2'
                : states.Length > 0 ? '1'
                : '0'
            );
        }
        return new()
        {
            ["scheduleId"] = address,
            ["availabilityView"] = view.ToString(),
            ["scheduleItems"] = new JsonArray([
                .. items.Select(i => new JsonObject
                {
                    ["status"] = i.Status,
                    ["start"] = Local(i.Slot.Start),
                    ["end"] = Local(i.Slot.End),
                }),
            ]),
        };
    }

    private JsonReply Create(JsonObject body)
    {
        string transaction = body["transactionId"]!.GetValue<string>();
        string text = body.ToJsonString();
        JsonObject? there = events.Values.FirstOrDefault(e => e["transactionId"]?.GetValue<string>() == transaction);
        if (there is not null)
        {
            // As the service does: the same contents again are the same event, others are refused.
            return created[transaction] == text
                ? new(201, there.DeepClone())
                : JsonReply.Error(409, "ErrorDuplicateTransactionId");
        }
        created[transaction] = text;
        int number = created.Count;
        JsonObject e = body.DeepClone().AsObject();
        // Characters that have to be escaped in a path.
        e["id"] = $"AAkALg=/+{number}";
        e["iCalUId"] = $"040000008200E00074C5B7101A82E008{number:X8}";
        e["isCancelled"] = false;
        e["isOnlineMeeting"] = body["isOnlineMeeting"]?.GetValue<bool>() ?? false;
        foreach (JsonNode? attendee in e["attendees"]!.AsArray())
        {
            attendee!["status"] = Never();
        }
        Touch(e);
        AnswerForRooms(e);
        GoOnline(e);
        events[e["id"]!.GetValue<string>()] = e;
        return new(201, e.DeepClone());
    }

    private JsonReply Patch(JsonObject e, KeyValuePair<string, string>[] headers, JsonObject body)
    {
        string? ifMatch = headers.FirstOrDefault(h => h.Key == "If-Match").Value;
        if (ifMatch is not null && ifMatch != e["@odata.etag"]!.GetValue<string>())
        {
            return JsonReply.Error(412, "ErrorIrresolvableConflict");
        }
        foreach ((string name, JsonNode? value) in body)
        {
            if (name == "attendees")
            {
                JsonArray next = value!.DeepClone().AsArray();
                foreach (JsonNode? attendee in next)
                {
                    JsonNode? before = e["attendees"]!
                        .AsArray()
                        .FirstOrDefault(a => AddressOf(a!) == AddressOf(attendee!));
                    attendee!["status"] = before?["status"]!.DeepClone() ?? Never();
                }
                e["attendees"] = next;
            }
            else
            {
                e[name] = value?.DeepClone();
            }
        }
        Touch(e);
        AnswerForRooms(e);
        GoOnline(e);
        return new(200, e.DeepClone());
    }

    private JsonReply Cancel(JsonObject e)
    {
        events.Remove(e["id"]!.GetValue<string>());
        return new(202, null);
    }

    private JsonReply View(Dictionary<string, string> query)
    {
        TimeSlot window = new(
            DateTimeOffset.Parse(query["startDateTime"], CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(query["endDateTime"], CultureInfo.InvariantCulture)
        );
        return Page(
            "/users/service%40example.jp/calendarView",
            query,
            [.. events.Values.Where(e => SlotOf(e).Overlaps(window)).Select(e => Selected(e, query))]
        );
    }

    private JsonReply Rooms(Dictionary<string, string> query) =>
        Page(
            "/places/microsoft.graph.room",
            query,
            [
                .. rooms.Select(r => new JsonObject
                {
                    ["displayName"] = r.Name,
                    ["emailAddress"] = r.Address,
                    ["capacity"] = r.Seats,
                }),
            ]
        );

    private JsonReply Users(Dictionary<string, string> query, KeyValuePair<string, string>[] headers)
    {
        if (!headers.Any(h => h is { Key: "ConsistencyLevel", Value: "eventual" }))
        {
            return JsonReply.Error(400, "Request_UnsupportedQuery");
        }
        if (
            Regex.Match(query["$search"], "^\"displayName:([^\"]*)\" OR \"mail:([^\"]*)\"$")
            is not { Success: true } clause
        )
        {
            return JsonReply.Error(400, "Request_BadRequest");
        }
        string[] wanted = clause.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Begins(string word, string with) => word.StartsWith(with, StringComparison.OrdinalIgnoreCase);
        return new(
            200,
            new JsonObject
            {
                ["value"] = new JsonArray([
                    .. people
                        .Select(p => p.Person)
                        .Where(p =>
                            Array.TrueForAll(wanted, w => p.Name.Split(' ').Any(word => Begins(word, w)))
                            || Begins(p.Address, clause.Groups[2].Value)
                        )
                        .OrderBy(p => p.Name, StringComparer.Ordinal)
                        .Take(int.Parse(query["$top"], CultureInfo.InvariantCulture))
                        .Select(p => new JsonObject
                        {
                            ["id"] = p.ObjectId,
                            ["displayName"] = p.Name,
                            ["mail"] = p.Address,
                            ["userPrincipalName"] = p.Address,
                        }),
                ]),
            }
        );
    }

    // Pages of one, so that following them is always tried.
    private static JsonReply Page(string path, Dictionary<string, string> query, JsonObject[] all)
    {
        int skip = int.Parse(query.GetValueOrDefault("$skip", "0"), CultureInfo.InvariantCulture);
        JsonObject page = new() { ["value"] = new JsonArray([.. all.Skip(skip).Take(1)]) };
        if (skip + 1 < all.Length)
        {
            IEnumerable<string> parameters = query
                .Where(q => q.Key != "$skip")
                .Append(KeyValuePair.Create("$skip", $"{skip + 1}"))
                .Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}");
            page["@odata.nextLink"] = $"{Service}{path}?{string.Join('&', parameters)}";
        }
        return new(200, page);
    }

    private void AnswerForRooms(JsonObject e)
    {
        TimeSlot slot = SlotOf(e);
        foreach (JsonNode? attendee in e["attendees"]!.AsArray())
        {
            if (attendee!["type"]!.GetValue<string>() != "resource")
            {
                continue;
            }
            bool taken = events.Values.Any(o =>
                o["id"]!.GetValue<string>() != e["id"]!.GetValue<string>()
                && SlotOf(o).Overlaps(slot)
                && o["attendees"]!
                    .AsArray()
                    .Any(a =>
                        AddressOf(a!) == AddressOf(attendee)
                        && a!["status"]!["response"]!.GetValue<string>() == "accepted"
                    )
            );
            attendee["status"] = Says(taken ? "declined" : "accepted");
        }
    }

    // Teams puts its part into the body, after what is there.
    private static void GoOnline(JsonObject e)
    {
        if (e["isOnlineMeeting"]?.GetValue<bool>() != true || e["onlineMeeting"] is not null)
        {
            return;
        }
        e["onlineMeeting"] = new JsonObject { ["joinUrl"] = "https://teams.example.com/l/meetup-join/19%3a1" };
        string html = e["body"]!["content"]!.GetValue<string>();
        e["body"]!["content"] = html.Replace(
            "</body>",
            "\r\n<div class=\"join\"><a href=\"https://teams.example.com/l/meetup-join/19%3a1\">Join</a></div></body>",
            StringComparison.Ordinal
        );
    }

    public JsonObject Says(string response) =>
        new()
        {
            ["response"] = response,
            ["time"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };

    private static JsonObject Never() => new() { ["response"] = "none", ["time"] = "0001-01-01T00:00:00Z" };

    private void Touch(JsonObject e) => e["@odata.etag"] = $"W/\"{++version}\"";

    private static JsonObject Selected(JsonObject e, Dictionary<string, string> query)
    {
        string[] names = [.. query["$select"].Split(','), "@odata.etag"];
        return new(e.Where(p => names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
    }

    private static TimeSlot SlotOf(JsonObject e) => new(Instant(e["start"]!), Instant(e["end"]!));

    private static string AddressOf(JsonNode attendee) => attendee["emailAddress"]!["address"]!.GetValue<string>();

    private static DateTimeOffset Instant(JsonNode local)
    {
        Assert.Equal("Tokyo Standard Time", local["timeZone"]!.GetValue<string>());
        return new(
            DateTime.Parse(local["dateTime"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            TimeSpan.FromHours(9)
        );
    }

    public static JsonObject Local(DateTimeOffset instant) =>
        new()
        {
            ["dateTime"] = TokyoTime
                .LocalOf(instant)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
            ["timeZone"] = "Tokyo Standard Time",
        };

    private static Dictionary<string, string> Query(string path) =>
        (path.Split('?', 2).ElementAtOrDefault(1) ?? "")
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
}

/// <summary>An answer.</summary>
internal sealed record JsonReply(int Status, JsonNode? Body, int? RetryAfter = null)
{
    public static JsonReply Error(int status, string code, int? retryAfter = null) =>
        new(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = "It did not work." },
            },
            retryAfter
        );

    public HttpResponseMessage ToResponse()
    {
        HttpResponseMessage response = new((HttpStatusCode)Status);
        response.Headers.TryAddWithoutValidation("request-id", "7");
        if (RetryAfter is { } seconds)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", $"{seconds}");
        }
        if (Body is not null)
        {
            response.Content = new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        }
        return response;
    }
}
