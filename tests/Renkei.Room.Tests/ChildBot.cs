using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Renkei.Room.Tests;

/// <summary>A bot as small as can be, for the room to start, kill and stop as a process of its own.</summary>
public static class ChildBot
{
    public static async Task Main()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!);
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        app.UseRouting();
        string? clock = null;
        app.MapGet("/health/ready", http => http.Response.WriteAsync("ok"));
        app.MapPut(
            "/trial/clock",
            async http =>
            {
                using StreamReader reader = new(http.Request.Body);
                clock = (string?)JsonNode.Parse(await reader.ReadToEndAsync(http.RequestAborted))?["now"];
            }
        );
        app.MapPost("/api/messages", _ => Task.CompletedTask);
        app.MapGet(
            "/told",
            http =>
                http.Response.WriteAsync(
                    new JsonObject
                    {
                        ["clock"] = clock,
                        ["issuer"] = Environment.GetEnvironmentVariable("Test__Issuer"),
                        ["data"] = Environment.GetEnvironmentVariable("Test__Data"),
                        ["process"] = Environment.ProcessId,
                    }.ToJsonString()
                )
        );
        await app.RunAsync();
        await File.WriteAllTextAsync(
            Path.Combine(Environment.GetEnvironmentVariable("Test__Data")!, "stopped-cleanly"),
            "yes"
        );
    }
}
