using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Renkei.Bot.Notices;
using Renkei.Bot.Scheduling;

namespace Renkei.Bot.Trial;

/// <summary>What the practice room may ask of a bot on trial.</summary>
internal static class TrialEndpoints
{
    /// <summary>
    /// PUT /trial/clock <c>{"now":"…Z"}</c> moves the clock; GET /trial/next-due answers <c>{"dueAt":"…Z"}</c>, when the next message goes
    /// out that Renkei sends on its own, or null. With the trial key; without the right one 404, as if they were not there.
    /// </summary>
    public static void MapTrial(this IEndpointRouteBuilder routes)
    {
        TrialOptions options = routes.ServiceProvider.GetRequiredService<IOptions<TrialOptions>>().Value;
        byte[] key = Encoding.UTF8.GetBytes(options.Key);
        routes.MapPut(
            "/trial/clock",
            (HttpRequest request, ClockMove move, TrialClock clock, NoticeBell bell, PlanWatch watch) =>
            {
                if (!Knows(request, key))
                {
                    return Results.NotFound();
                }
                clock.MoveTo(move.Now);
                // What became due by it is sent at once.
                bell.RingAll();
                watch.RingAll();
                return Results.Ok();
            }
        );
        routes.MapGet(
            "/trial/next-due",
            async (HttpRequest request, NoticeForecast forecast, CancellationToken ct) =>
                Knows(request, key)
                    ? Results.Ok(new NextDue(await forecast.NextAsync(options.TenantId, ct)))
                    : Results.NotFound()
        );
    }

    private static bool Knows(HttpRequest request, byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers["X-Trial-Key"].ToString()), key);
}

/// <summary>Body of a move of the clock.</summary>
/// <param name="Now">The time it is now (UTC).</param>
internal sealed record ClockMove(DateTimeOffset Now);

/// <summary>Answer to when the next message goes out.</summary>
/// <param name="DueAt">UTC; <see langword="null"/> for none.</param>
internal sealed record NextDue(DateTimeOffset? DueAt);

[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(NextDue))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TrialJson : JsonSerializerContext;
