namespace Renkei.Activities.Auth;

/// <summary>An issuer of tokens on this machine, checked exactly like Teams' own.</summary>
public sealed class AdditionalIssuer
{
    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Address of its OpenID metadata; loopback.</summary>
    public string MetadataUrl { get; set; } = "";

    /// <summary>The hosts its tokens may name as service, loopback with port, e.g. <c>127.0.0.1:5080</c>. They may name no others.</summary>
    public IList<string> ServiceHosts { get; } = [];

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Issuer))
        {
            yield return "Issuer is missing.";
        }
        if (!Uri.TryCreate(MetadataUrl, UriKind.Absolute, out Uri? metadata) || !IsLoopbackWeb(metadata))
        {
            yield return "MetadataUrl has to be a loopback address.";
        }
        if (ServiceHosts.Count == 0)
        {
            yield return "ServiceHosts needs at least one host.";
        }
        if (InboundOptions.Fault(ServiceHosts) is { } fault)
        {
            yield return $"ServiceHosts: {fault}";
        }
        else if (ServiceHosts.Any(host => !new Uri($"http://{host}/").IsLoopback))
        {
            yield return "ServiceHosts have to be loopback.";
        }
    }

    internal static bool IsLoopbackWeb(Uri uri) => uri.IsLoopback && uri.Scheme is "http" or "https";
}
