using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Renkei.Bot.Trial;

/// <summary>What the practice room may ask of a bot on trial.</summary>
internal static class TrialEndpoints
{
    /// <summary>PUT /trial/clock <c>{"now":"…Z"}</c> with the trial key moves the clock; without the right key 404, as if it were not there.</summary>
    public static void MapTrial(this IEndpointRouteBuilder routes)
    {
        byte[] key = Encoding.UTF8.GetBytes(
            routes.ServiceProvider.GetRequiredService<IOptions<TrialOptions>>().Value.Key
        );
        routes.MapPut(
            "/trial/clock",
            (HttpRequest request, ClockMove move, TrialClock clock) =>
            {
                byte[] given = Encoding.UTF8.GetBytes(request.Headers["X-Trial-Key"].ToString());
                if (!CryptographicOperations.FixedTimeEquals(given, key))
                {
                    return Results.NotFound();
                }
                clock.MoveTo(move.Now);
                return Results.Ok();
            }
        );
    }
}

/// <summary>Body of a move of the clock.</summary>
/// <param name="Now">The time it is now (UTC).</param>
internal sealed record ClockMove(DateTimeOffset Now);

[JsonSerializable(typeof(ClockMove))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TrialJson : JsonSerializerContext;
