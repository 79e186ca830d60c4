namespace Renkei.Activities.Connector;

/// <summary>
/// The addresses a connector may have: https on an exact host, or a loopback address that was configured with its port. Guards both ways:
/// an activity that names another service is refused, and the bot's token is sent to no other.
/// </summary>
public sealed class ServiceHosts
{
    private readonly HashSet<string> hosts;

    /// <summary>Takes the list as it is.</summary>
    /// <param name="hosts">Host names, e.g. <c>smba.trafficmanager.net</c>; a loopback host with its port, e.g. <c>127.0.0.1:5080</c>.</param>
    /// <exception cref="ArgumentException">One of them is not a host name, or has a port and is not loopback.</exception>
    public ServiceHosts(IEnumerable<string> hosts)
    {
        this.hosts = new(hosts, StringComparer.OrdinalIgnoreCase);
        foreach (string host in this.hosts)
        {
            if (
                !Uri.TryCreate($"https://{host}/", UriKind.Absolute, out Uri? uri)
                || !host.Equals(uri.Authority, StringComparison.OrdinalIgnoreCase)
                || (!uri.IsDefaultPort && !uri.IsLoopback)
            )
            {
                throw new ArgumentException($"'{host}' is not the name of a service host.", nameof(hosts));
            }
        }
    }

    /// <summary>The documented hosts of a cloud (protocols: Bot Framework, section 3). China has none documented: configure it.</summary>
    public static ServiceHosts Of(TeamsCloud cloud) =>
        new(
            cloud switch
            {
                TeamsCloud.Public => ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
                TeamsCloud.UsGovernment => ["smba.infra.gov.teams.microsoft.us"],
                _ => [],
            }
        );

    /// <summary>Whether the list is empty, so that nothing is allowed.</summary>
    public bool IsEmpty => hosts.Count == 0;

    /// <summary>These and others.</summary>
    public ServiceHosts With(IEnumerable<string> more) => new(hosts.Concat(more));

    /// <summary>Whether a service URL leads to one of these hosts: https with the usual port, or loopback exactly as configured.</summary>
    public bool Allow(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out Uri? uri) && AllowAddress(uri);

    /// <summary>Whether an address below a service URL leads to one of these hosts, by the same rules.</summary>
    /// <param name="address">Absolute.</param>
    public bool AllowAddress(Uri address) =>
        address.UserInfo.Length == 0
        && (
            address.IsLoopback
                ? address.Scheme is "http" or "https"
                : address.Scheme == "https" && address.IsDefaultPort
        )
        && hosts.Contains(address.Authority);
}
