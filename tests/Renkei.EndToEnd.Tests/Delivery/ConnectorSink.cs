using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Renkei.EndToEnd.Tests.Delivery;

/// <summary>
/// Teams' connector for thousands of conversations: its limits, a share of lost answers and of random refusals. It remembers who got
/// what, when, and from which program (each has its own secret, which is its token here).
/// </summary>
internal sealed partial class ConnectorSink : IAsyncDisposable
{
    /// <summary>How long after a refusal a message may still arrive that was on its way, or that another program could not know of.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.75);
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan RandomRest = TimeSpan.FromSeconds(2);
    private static readonly (int Count, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
    ];

    private readonly Lock gate = new();
    private readonly WebApplication app;
    private readonly Random random;
    private readonly int tenantPerSecond;
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly Dictionary<string, List<TimeSpan>> conversations = [];
    private readonly Dictionary<string, (TimeSpan Since, TimeSpan Until)> resting = [];
    private readonly List<TimeSpan> all = [];
    private readonly Dictionary<string, List<Delivery>> delivered = [];

    private ConnectorSink(string url, int tenantPerSecond, int seed)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(url);
        app.MapPost("/token", TokenAsync);
        app.MapPost("/v3/conversations/{id}/activities", PostAsync);
        (Url, this.tenantPerSecond, random) = (url, tenantPerSecond, new(seed));
    }

    public string Url { get; }

    /// <summary>How many different messages arrived.</summary>
    public int Arrived
    {
        get
        {
            lock (gate)
            {
                return delivered.Count;
            }
        }
    }

    /// <summary>Times a message came although its conversation, or the tenant, had been asked to wait.</summary>
    public int RestsBroken { get; private set; }
    public int TenantLimitBroken { get; private set; }
    public int ConversationLimitBroken { get; private set; }
    public int RandomRefusals { get; private set; }
    public int LostBefore { get; private set; }
    public int LostAfter { get; private set; }

    /// <summary>The time of this sink.</summary>
    public TimeSpan Now => time.Elapsed;

    public static async Task<ConnectorSink> StartAsync(string url, int tenantPerSecond, int seed)
    {
        ConnectorSink sink = new(url, tenantPerSecond, seed);
        await sink.app.StartAsync();
        return sink;
    }

    /// <summary>Every message that arrived, by its conversation and what it is about, with its arrivals in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Delivery>> Deliveries()
    {
        lock (gate)
        {
            return delivered.ToDictionary(d => d.Key, d => (IReadOnlyList<Delivery>)[.. d.Value]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<IResult> TokenAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        return Results.Text(
            $$"""{"token_type":"Bearer","access_token":"{{form["client_secret"]}}","expires_in":3600}""",
            "application/json"
        );
    }

    private async Task<IResult> PostAsync(string id, HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        string about = Council().Match(await reader.ReadToEndAsync()).Value;
        string program = request.Headers.Authorization.ToString()["Bearer ".Length..];
        (int status, TimeSpan rest, bool answerIsLost) = Take(id, about, program);
        await Task.Delay(Latency);
        if (status == 429)
        {
            request.HttpContext.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(rest.TotalSeconds)}";
            return Results.Text("""{"error":{"code":"Throttled","message":""}}""", "application/json", null, 429);
        }
        return status == 502 || answerIsLost
            ? Results.StatusCode(502)
            : Results.Text($$"""{"id":"{{Guid.NewGuid():N}}"}""", "application/json", null, 201);
    }

    private (int Status, TimeSpan Pause, bool AnswerIsLost) Take(string conversation, string about, string program)
    {
        lock (gate)
        {
            TimeSpan now = time.Elapsed;
            if (resting.TryGetValue(conversation, out (TimeSpan Since, TimeSpan Until) asked) && now < asked.Until)
            {
                RestsBroken += now > asked.Since + Grace ? 1 : 0;
                return (429, asked.Until - now, false);
            }
            all.RemoveAll(t => t <= now - TimeSpan.FromSeconds(1));
            if (all.Count >= tenantPerSecond)
            {
                TenantLimitBroken++;
                return Refuse(conversation, now, TimeSpan.FromSeconds(1));
            }
            if (!conversations.TryGetValue(conversation, out List<TimeSpan>? times))
            {
                conversations[conversation] = times = [];
            }
            foreach ((int count, TimeSpan within) in Limits)
            {
                if (times.Count >= count && times[^count] + within > now)
                {
                    ConversationLimitBroken++;
                    return Refuse(conversation, now, times[^count] + within - now);
                }
            }
            all.Add(now);
            times.Add(now);
            switch (random.Next(1000))
            {
                case < 5:
                    RandomRefusals++;
                    return Refuse(conversation, now, RandomRest);
                case < 10:
                    LostBefore++;
                    return (502, default, false);
                case < 15:
                    LostAfter++;
                    Deliver(conversation, about, new(program, now, AnswerIsLost: true));
                    return (201, default, true);
                default:
                    Deliver(conversation, about, new(program, now, AnswerIsLost: false));
                    return (201, default, false);
            }
        }
    }

    private (int Status, TimeSpan Pause, bool AnswerIsLost) Refuse(string conversation, TimeSpan now, TimeSpan rest)
    {
        // As whole seconds, which is what the header says.
        TimeSpan whole = TimeSpan.FromSeconds(Math.Ceiling(rest.TotalSeconds));
        resting[conversation] = (now, now + whole);
        return (429, whole, false);
    }

    private void Deliver(string conversation, string about, Delivery delivery)
    {
        string key = $"{conversation} {about}";
        if (!delivered.TryGetValue(key, out List<Delivery>? list))
        {
            delivered[key] = list = [];
        }
        list.Add(delivery);
    }

    [GeneratedRegex("load[0-9]{4}")]
    private static partial Regex Council();
}

/// <summary>One arrival of a message.</summary>
/// <param name="Program">Who sent it.</param>
/// <param name="At">When, by the sink's time.</param>
/// <param name="AnswerIsLost">Whether its sender was told 502 although it arrived.</param>
internal sealed record Delivery(string Program, TimeSpan At, bool AnswerIsLost);
