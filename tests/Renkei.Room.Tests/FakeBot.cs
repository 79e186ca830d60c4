using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Renkei.Room.Tests;

/// <summary>What the bot under the room's care was told, and what it is to answer.</summary>
public sealed record Heard(JsonObject Activity, string? Authorization, string? Trace)
{
    public string Type => (string)Activity["type"]!;
    public string? Name => (string?)Activity["name"];
    public string Id => (string)Activity["id"]!;
}

/// <summary>A bot for tests: it writes down what it hears, answers what it is told to, and can use the connector.</summary>
public sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Heard> heard = new();
    private readonly HttpClient http = new();

    private FakeBot(WebApplication app) => this.app = app;

    public IReadOnlyList<Heard> Heard => [.. heard];
    public IReadOnlyList<Heard> Messages => [.. heard.Where(h => h.Type == "message")];
    public Heard Last => heard.Last();
    public Uri Url { get; private set; } = null!;
    public PracticeRoom Room { get; private set; } = null!;
    public string? ClockSet { get; private set; }
    public string? ClockKey { get; private set; }
    public DateTimeOffset? NextDue { get; set; }

    /// <summary>Status and body for each activity; by default 200 without a body.</summary>
    public Func<Heard, CancellationToken, Task<(int Status, string? Body)>> Answer { get; set; } =
        (_, _) => Task.FromResult<(int, string?)>((200, null));

    /// <summary>A room and a bot that know each other.</summary>
    public static async Task<FakeBot> WithRoomAsync(Func<RoomOptions, RoomOptions>? setUp = null)
    {
        FakeBot bot = await StartAsync();
        RoomOptions options = new() { KeepTeamsLimits = false, RepeatPause = TimeSpan.FromMilliseconds(1) };
        bot.Room = await PracticeRoom.StartAsync(setUp?.Invoke(options) ?? options, default);
        bot.Room.BotUrl = bot.Url;
        return bot;
    }

    public static async Task<FakeBot> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        FakeBot bot = new(app);
        app.UseRouting();
        app.MapPost("/api/messages", bot.HearAsync);
        app.MapPut("/trial/clock", bot.SetClockAsync);
        app.MapGet(
            "/trial/next-due",
            c => c.Response.WriteAsync(new JsonObject { ["dueAt"] = bot.NextDue?.ToString("O") }.ToJsonString())
        );
        await app.StartAsync();
        bot.Url = new Uri(app.Urls.First() + "/");
        return bot;
    }

    /// <summary>Answers every Execute with this body.</summary>
    public void AnswerInvokes(string json) =>
        Answer = (h, _) => Task.FromResult<(int, string?)>((200, h.Type == "invoke" ? json : null));

    /// <summary>Replaces the room, e.g. after a restart.</summary>
    public void MoveTo(PracticeRoom room)
    {
        Room = room;
        room.BotUrl = Url;
    }

    public async Task<string> TokenAsync()
    {
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Room.AppId,
                ["client_secret"] = Room.ClientSecret,
                ["scope"] = "https://api.botframework.com/.default",
            }
        );
        using HttpResponseMessage response = await http.PostAsync(Room.TokenUrl, form);
        JsonNode body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return (string)body["access_token"]!;
    }

    /// <summary>Calls the connector with a good token.</summary>
    public async Task<ConnectorReply> CallAsync(string method, string path, string? body = null, string? token = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), Room.ServiceUrl + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? await TokenAsync());
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        return await SendAsync(request);
    }

    public async Task<ConnectorReply> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new(
            (int)response.StatusCode,
            text,
            response.Headers.RetryAfter?.Delta is { } wait ? (int)wait.TotalSeconds : null
        );
    }

    /// <summary>Posts an activity into a conversation and returns its id.</summary>
    public async Task<string> PostAsync(string conversationId, string activity)
    {
        ConnectorReply reply = await CallAsync(
            "POST",
            $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities",
            activity
        );
        Assert.Equal(201, reply.Status);
        return (string)reply.Json["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (Room is not null)
        {
            await Room.DisposeAsync();
        }
        await app.DisposeAsync();
    }

    private async Task HearAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        JsonObject activity = (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted))!;
        Heard one = new(activity, context.Request.Headers.Authorization, context.Request.Headers["MS-CV"]);
        heard.Enqueue(one);
        (int status, string? body) = await Answer(one, context.RequestAborted);
        context.Response.StatusCode = status;
        if (body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }

    private async Task SetClockAsync(HttpContext context)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
        ClockSet = body.RootElement.GetProperty("now").GetString();
        ClockKey = context.Request.Headers["X-Trial-Key"];
    }
}

/// <summary>What the connector said.</summary>
public sealed record ConnectorReply(int Status, string Text, int? RetryAfterSeconds)
{
    public JsonNode Json => JsonNode.Parse(Text)!;
    public string? ErrorCode => (string?)Json["error"]?["code"];
}
