using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Hosting;

/// <summary>Traces and metrics. Section <c>Renkei:Telemetry</c>.</summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Renkei:Telemetry";

    /// <summary>Address of an OTLP collector (gRPC), e.g. <c>http://localhost:4317</c>. Empty sends nothing; default empty.</summary>
    public string OtlpEndpoint { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint.Length > 0 && !Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out _))
        {
            yield return new($"{Section}:OtlpEndpoint is not an address.");
        }
    }
}
