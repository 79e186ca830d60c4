namespace Renkei.Bot.Hosting;

/// <summary>Logs as one JSON object a line, for machines; as plain lines in Development, for people.</summary>
internal static class LoggingRegistration
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        }
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // While anything may be logged here, ASP.NET Core makes an Activity for every request, and HttpClient one for every call within,
        // although nobody reads them. A configured collector listens to their source by itself; faults are logged by Kestrel.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services
            .AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHostedService<Telemetry>();
        return services;
    }
}
