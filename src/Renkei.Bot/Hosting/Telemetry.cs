using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Renkei.Bot.Notices;

namespace Renkei.Bot.Hosting;

/// <summary>Sends the framework's own traces and metrics, and those of notices, to an OTLP collector, when one is configured.</summary>
internal sealed class Telemetry(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private readonly TelemetryOptions options = options.Value;
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.OtlpEndpoint is { Length: > 0 } endpoint)
        {
            ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService("renkei");
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "System.Net.Http")
                .AddOtlpExporter(o => o.Endpoint = new(endpoint))
                .Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "System.Net.Http", NoticeMetrics.Name)
                .AddOtlpExporter(o => o.Endpoint = new(endpoint))
                .Build();
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
