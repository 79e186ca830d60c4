using Renkei.Activities.Connector;

namespace Renkei.Activities.Auth;

/// <summary>One issuer whose tokens count (protocols: Bot Framework, section 2).</summary>
/// <param name="Name">The <c>iss</c> claim.</param>
/// <param name="Hosts">The services its tokens may name.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record TrustedIssuer(string Name, ServiceHosts Hosts, SigningKeySource Keys)
{
    public static (string Issuer, Uri Metadata) Of(TeamsCloud cloud) =>
        cloud switch
        {
            TeamsCloud.Public => (
                "https://api.botframework.com",
                new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration")
            ),
            TeamsCloud.UsGovernment => (
                "https://api.botframework.us",
                new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration")
            ),
            TeamsCloud.China => (
                "https://api.botframework.azure.cn",
                new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Not a cloud."),
        };
}
