using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Renkei.Room.Wire;

/// <summary>Writes down what the bot asks the room for: connector, tokens, metadata, file uploads.</summary>
internal sealed class WireRecording(WireLog log)
{
    public async Task RecordAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsFromBot(http.Request))
        {
            await next(http);
            return;
        }
        long started = Stopwatch.GetTimestamp();
        using MemoryStream request = new();
        await http.Request.Body.CopyToAsync(request, http.RequestAborted);
        request.Position = 0;
        http.Request.Body = request;
        Stream wire = http.Response.Body;
        using MemoryStream response = new();
        http.Response.Body = response;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
            log.Record(
                "fromBot",
                http.Request.Method,
                http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                http.Response.StatusCode,
                Stopwatch.GetElapsedTime(started),
                http.Request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString())),
                request.ToArray(),
                http.Response.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString())),
                response.ToArray()
            );
        }
        response.Position = 0;
        await response.CopyToAsync(wire, http.RequestAborted);
    }

    private static bool IsFromBot(HttpRequest request) =>
        request.Path.StartsWithSegments("/teams", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/room/oauth2", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal)
        || (
            HttpMethods.IsPut(request.Method)
            && request.Path.StartsWithSegments("/room/files", StringComparison.Ordinal)
        );
}
