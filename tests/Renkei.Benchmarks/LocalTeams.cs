using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Renkei.Benchmarks;

/// <summary>The other side on this machine: the issuer's metadata and keys, the bot's token address, and a connector that takes every message.</summary>
internal sealed class LocalTeams : IAsyncDisposable
{
    private static readonly byte[] Created = """{"id":"1700000000000"}"""u8.ToArray();

    private readonly WebApplication app;
    private readonly TokenSigner signer;
    private int messages;
    private TaskCompletionSource<byte[]>? next;

    private LocalTeams(WebApplication app, TokenSigner signer) => (this.app, this.signer) = (app, signer);

    /// <summary>Address and port, as the bot's configuration names the connector's host.</summary>
    public string Authority { get; private set; } = "";

    public string ServiceUrl => $"http://{Authority}/teams/";

    public string MetadataUrl => $"http://{Authority}/openid";

    public string TokenUrl => $"http://{Authority}/token";

    /// <summary>Messages taken so far.</summary>
    public int Messages => Volatile.Read(ref messages);

    public static async Task<LocalTeams> StartAsync(TokenSigner signer)
    {
        // Nothing but Kestrel: what this costs is missing on the side of the servers.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        LocalTeams teams = new(app, signer);
        app.Run(teams.AnswerAsync);
        await app.StartAsync();
        ICollection<string> addresses = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        teams.Authority = new Uri(addresses.First()).Authority;
        return teams;
    }

    /// <summary>The body of the next message.</summary>
    public Task<byte[]> NextMessageAsync() =>
        (next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context) =>
        context.Request.Path.Value switch
        {
            "/openid" => WriteAsync(
                context,
                new() { ["issuer"] = TokenSigner.Issuer, ["jwks_uri"] = $"http://{Authority}/keys" }
            ),
            "/keys" => WriteAsync(context, signer.PublishedKeys()),
            "/token" => WriteAsync(
                context,
                new()
                {
                    ["token_type"] = "Bearer",
                    ["expires_in"] = 3600,
                    ["access_token"] = signer.Sign(ServiceUrl),
                }
            ),
            _ => TakeAsync(context),
        };

    private async Task TakeAsync(HttpContext context)
    {
        if (Interlocked.Exchange(ref next, null) is { } waiting)
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            waiting.SetResult(body.ToArray());
        }
        else
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }
        }
        Interlocked.Increment(ref messages);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Created.Length;
        await context.Response.Body.WriteAsync(Created, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }
}
