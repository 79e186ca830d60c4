using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Renkei.Benchmarks;

/// <summary>
/// What the bot is compared with: the least that can still be called an answer. It parses the activity and posts the bot's own answer,
/// kept as bytes, whatever the activity is. It checks no token, knows nobody and keeps nothing.
/// </summary>
internal static class BareServer
{
    public const string Command = "bare";

    public static async Task<int> RunAsync(string answers)
    {
        byte[] walk = await File.ReadAllBytesAsync(Path.Combine(answers, RecordedAnswers.Walk));
        byte[] list = await File.ReadAllBytesAsync(Path.Combine(answers, RecordedAnswers.List));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();
        using HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        MediaTypeHeaderValue json = new("application/json", "utf-8");
        app.MapPost(
            "/api/messages",
            async context =>
            {
                CancellationToken ct = context.RequestAborted;
                BareActivity? activity = await JsonSerializer.DeserializeAsync(
                    context.Request.Body,
                    BareJson.Default.BareActivity,
                    ct
                );
                if (activity is not { Type.Length: > 0, ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 })
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }
                string conversation = Uri.EscapeDataString(activity.Conversation.Id);
                using HttpRequestMessage request = new(
                    HttpMethod.Post,
                    $"{activity.ServiceUrl.TrimEnd('/')}/v3/conversations/{conversation}/activities"
                );
                request.Headers.Authorization = new("Bearer", "bare");
                request.Content = new ByteArrayContent(activity.Text == Nurse.List ? list : walk);
                request.Content.Headers.ContentType = json;
                using HttpResponseMessage response = await http.SendAsync(request, ct);
                response.EnsureSuccessStatusCode();
            }
        );
        await app.RunAsync();
        return 0;
    }
}

/// <summary>What the bare endpoint reads of an activity; the rest is parsed past.</summary>
internal sealed record BareActivity(
    string? Type,
    string? Id,
    string? ServiceUrl,
    string? Text,
    BareConversation? Conversation,
    JsonElement? Value
);

/// <summary>The conversation of an activity.</summary>
internal sealed record BareConversation(string? Id);

[JsonSerializable(typeof(BareActivity))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BareJson : JsonSerializerContext;
