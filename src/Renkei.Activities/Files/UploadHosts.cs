using Renkei.Activities.Connector;

namespace Renkei.Activities.Files;

/// <summary>
/// The hosts a file may be sent to: OneDrive and SharePoint of the bot's cloud. The address of an upload comes with the activity, so
/// without this a forged one could have the bot call anything inside its network.
/// </summary>
/// <param name="cloud">The bot's cloud.</param>
/// <param name="rehearsal">Hosts on the same machine, loopback with port, that play OneDrive; others than loopback are ignored.</param>
public sealed class UploadHosts(TeamsCloud cloud, IEnumerable<string> rehearsal)
{
    // Every tenant has a name of its own below these.
    private readonly string[] suffixes = cloud switch
    {
        TeamsCloud.UsGovernment => [".sharepoint.us", ".sharepoint-mil.us"],
        TeamsCloud.China => [".sharepoint.cn"],
        _ => [".sharepoint.com"],
    };

    private readonly HashSet<string> loopback = new(rehearsal, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an upload may go there: https on the usual port below SharePoint's domain, or loopback exactly as configured.</summary>
    public bool Allow(string? uploadUrl) =>
        Uri.TryCreate(uploadUrl, UriKind.Absolute, out Uri? uri)
        && uri.UserInfo.Length == 0
        && (
            uri.IsLoopback
                ? uri.Scheme is "http" or "https" && loopback.Contains(uri.Authority)
                : uri.Scheme == "https"
                    && uri.IsDefaultPort
                    && uri.HostNameType == UriHostNameType.Dns
                    && Array.Exists(suffixes, s => uri.IdnHost.EndsWith(s, StringComparison.OrdinalIgnoreCase))
        );
}
