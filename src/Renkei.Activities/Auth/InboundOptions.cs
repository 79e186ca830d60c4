using System.Globalization;
using Renkei.Activities.Connector;

namespace Renkei.Activities.Auth;

/// <summary>Whose activities are let in. Section <c>Renkei:Teams</c> of the configuration.</summary>
public sealed class InboundOptions
{
    /// <summary>The bot's app id, a GUID: the audience of every token. Required.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Entra tenants that are served, GUIDs. At least one is required.</summary>
    public IList<string> TenantIds { get; } = [];

    /// <summary>The cloud the bot is registered in; default public.</summary>
    public TeamsCloud Cloud { get; set; }

    /// <summary>
    /// Connector hosts beyond the documented ones of the cloud, e.g. <c>smba.example.net</c>. Required for China, where none is documented.
    /// </summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Issuers beside the cloud's, for rehearsal on the same machine; loopback addresses only.</summary>
    public IList<AdditionalIssuer> AdditionalIssuers { get; } = [];

    /// <summary>
    /// Lets everybody in without a token, for trying the bot by hand with a tool that sends none. Refuses to start unless the environment
    /// is Development and the server listens on loopback only. Default off.
    /// </summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>The hosts of the connector that the cloud's tokens may name, and that the bot's own token is sent to.</summary>
    public ServiceHosts AllServiceHosts() =>
        Connector.ServiceHosts.Of(Cloud).With(ServiceHosts).With(AdditionalIssuers.SelectMany(i => i.ServiceHosts));

    /// <summary>Every fault of these options, each naming its key; none when they are good.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Guid.TryParseExact(AppId, "D", out _))
        {
            yield return "AppId has to be the bot's app id, a GUID.";
        }
        if (TenantIds.Count == 0)
        {
            yield return "TenantIds needs at least one tenant.";
        }
        for (int i = 0; i < TenantIds.Count; i++)
        {
            if (!Guid.TryParseExact(TenantIds[i], "D", out _))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"TenantIds:{i} is not a GUID.");
            }
        }
        if (Fault(ServiceHosts) is { } host)
        {
            yield return $"ServiceHosts: {host}";
        }
        if (Cloud is TeamsCloud.China && ServiceHosts.Count == 0)
        {
            yield return "ServiceHosts has to name the connector's hosts in China.";
        }
        for (int i = 0; i < AdditionalIssuers.Count; i++)
        {
            foreach (string fault in AdditionalIssuers[i].Faults())
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"AdditionalIssuers:{i}:{fault}");
            }
        }
    }

    internal static string? Fault(IEnumerable<string> hosts)
    {
        try
        {
            _ = new ServiceHosts(hosts);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
