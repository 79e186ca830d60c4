using Renkei.Tables;

namespace Renkei.Bot.Hosting;

/// <summary>Health for load balancers: alive, and able to reach the store.</summary>
internal static class HealthEndpoints
{
    private static readonly RowKey Probe = new("health", "probe");

    /// <summary>GET /health/live answers 200 as long as the process runs; GET /health/ready 200 when the store answers a read, else 503.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Results.Ok());
        routes.MapGet(
            "/health/ready",
            static async (ITable table, CancellationToken ct) =>
            {
                try
                {
                    await table.FindAsync(Probe, ct);
                    return Results.Ok();
                }
                catch (TableUnavailableException)
                {
                    // The answer is the report: whoever asks sees 503 and takes this instance out.
                    return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                }
            }
        );
    }
}
