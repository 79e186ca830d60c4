using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Hosting;
using Renkei.Room.Scenario;
using Renkei.Room.Tokens;
using Renkei.Room.Trouble;

namespace Renkei.Room.Connector;

/// <summary>
/// The connector's routes, and what happens before any of them: token, tenant, trouble, limits (protocol facts: Bot
/// Framework, section 4). Conversation ids arrive percent-encoded; routing decodes them.
/// </summary>
internal sealed class ConnectorEndpoints(
    OutboundTokens tokens,
    TroubleSwitches trouble,
    TeamsLimits? limits,
    ConnectorMessages messages,
    ConnectorRosters rosters,
    HikariPrefecture prefecture
)
{
    private const string Base = "/teams/{tenant}/v3/";

    private delegate ConnectorAnswer Handler(HttpContext http, JsonElement body);

    public void Map(IEndpointRouteBuilder routes)
    {
        Send(
            routes,
            "POST",
            "conversations/{c}/activities",
            (http, body) => messages.Post(Id(http), null, body, Targeted(http))
        );
        Send(
            routes,
            "POST",
            "conversations/{c}/activities/{id}",
            (http, body) => messages.Post(Id(http), Part(http, "id"), body, Targeted(http))
        );
        Send(
            routes,
            "PUT",
            "conversations/{c}/activities/{id}",
            (http, body) => messages.Replace(Id(http), Part(http, "id"), body)
        );
        Send(
            routes,
            "DELETE",
            "conversations/{c}/activities/{id}",
            (http, _) => messages.Delete(Id(http), Part(http, "id"))
        );
        Send(
            routes,
            "PUT",
            "conversations/{c}/activities/{id}/reactions/{type}",
            (http, _) => messages.React(Id(http), Part(http, "id"), Part(http, "type"), true)
        );
        Send(
            routes,
            "DELETE",
            "conversations/{c}/activities/{id}/reactions/{type}",
            (http, _) => messages.React(Id(http), Part(http, "id"), Part(http, "type"), false)
        );
        Send(routes, "POST", "conversations", (_, body) => messages.CreateConversation(body));
        Read(routes, "conversations/{c}/members", http => rosters.All(Id(http)));
        Read(routes, "conversations/{c}/members/{user}", http => rosters.One(Id(http), Part(http, "user")));
        Read(
            routes,
            "conversations/{c}/pagedmembers",
            http => rosters.Page(Id(http), http.Request.Query["pageSize"], http.Request.Query["continuationToken"])
        );
        Read(
            routes,
            "conversations/{c}/activities/{id}/members",
            http => rosters.OfActivity(Id(http), Part(http, "id"))
        );
        Read(routes, "teams/{team}", http => rosters.Team(Part(http, "team")));
        Read(routes, "teams/{team}/conversations", http => rosters.Channels(Part(http, "team")));
        // Everything else Teams has is not played; saying so beats a plain 404.
        routes.Map(
            "/teams/{**rest}",
            http => WriteAsync(http, ConnectorAnswer.Error(404, "NotFound", "The practice room does not play this."))
        );
    }

    private static string Id(HttpContext http) => Part(http, "c");

    private static string Part(HttpContext http, string name) => (string)http.GetRouteValue(name)!;

    private static bool Targeted(HttpContext http) =>
        string.Equals(http.Request.Query["isTargetedActivity"], "true", StringComparison.OrdinalIgnoreCase);

    private static async Task WriteAsync(HttpContext http, ConnectorAnswer answer)
    {
        http.Response.Headers["MS-CV"] = Guid.NewGuid().ToString("N")[..16] + ".0";
        if (answer.RetryAfter is int seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        if (answer.Body is null)
        {
            http.Response.StatusCode = answer.Status;
            return;
        }
        await JsonAnswers.WriteAsync(http, answer.Status, answer.Body);
    }

    private static async Task<JsonElement?> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.HasJsonContentType())
        {
            return default(JsonElement);
        }
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(
                http.Request.Body,
                cancellationToken: http.RequestAborted
            );
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Send(IEndpointRouteBuilder routes, string method, string path, Handler handler) =>
        routes.MapMethods(Base + path, [method], http => AnswerAsync(http, false, handler));

    private void Read(IEndpointRouteBuilder routes, string path, Func<HttpContext, ConnectorAnswer> handler) =>
        routes.MapMethods(Base + path, ["GET"], http => AnswerAsync(http, true, (h, _) => handler(h)));

    private async Task AnswerAsync(HttpContext http, bool isRead, Handler handler)
    {
        string? conversation = http.GetRouteValue("c") as string ?? http.GetRouteValue("team") as string;
        RoomConversation? known = conversation is null
            ? null
            : prefecture.FindConversationOnWire(TeamsIds.Split(conversation).BaseId);
        if (Refuse(http, known, isRead) is { } refused)
        {
            await WriteAsync(http, refused);
            return;
        }
        JsonElement? body = isRead ? default(JsonElement) : await BodyAsync(http);
        if (body is null)
        {
            await WriteAsync(http, ConnectorAnswer.Error(400, "BadSyntax", "The body is not JSON."));
            return;
        }
        ConnectorAnswer answer = handler(http, body.Value);
        bool lost = answer.Status < 300 && trouble.Strike(TroubleKind.BadGatewayAfter, known?.Key, null) is not null;
        await WriteAsync(http, lost ? BadGateway() : answer);
    }

    private static ConnectorAnswer BadGateway() =>
        ConnectorAnswer.Error(502, "BadGateway", "The service did not answer.");

    private ConnectorAnswer? Refuse(HttpContext http, RoomConversation? conversation, bool isRead)
    {
        if (!tokens.IsGood(http.Request.Headers.Authorization))
        {
            return ConnectorAnswer.Error(401, "Unauthorized", "Authorization has been denied for this request.");
        }
        if (Part(http, "tenant") != HikariPrefecture.TenantId)
        {
            return ConnectorAnswer.Error(403, "InvalidBotApiHost", "This tenant is served elsewhere.");
        }
        if (trouble.Strike(TroubleKind.BadGatewayBefore, conversation?.Key, null) is not null)
        {
            return BadGateway();
        }
        if (trouble.Strike(TroubleKind.Throttle, conversation?.Key, null) is { } throttle)
        {
            return Throttled(throttle.RetryAfterSeconds ?? 1);
        }
        if (trouble.Strike(TroubleKind.ThrottleNoRetryAfter, conversation?.Key, null) is not null)
        {
            return Throttled(null);
        }
        string bucket = conversation?.Key ?? http.Request.Path;
        return limits?.Refuse(bucket, isRead) is { } wait ? Throttled((int)Math.Ceiling(wait.TotalSeconds)) : null;
    }

    private static ConnectorAnswer Throttled(int? retryAfter) =>
        ConnectorAnswer.Error(429, "Throttled", "Too many requests.") with
        {
            RetryAfter = retryAfter,
        };
}
