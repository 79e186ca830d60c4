namespace Renkei.AppPackage.Checks;

/// <summary>Addresses are https, and valid domains are host names of one's own.</summary>
public static class AddressCheck
{
    private const int MostDomains = 16;

    private static readonly string[] RequiredUrls =
    [
        "developer.websiteUrl",
        "developer.privacyUrl",
        "developer.termsOfUseUrl",
    ];

    /// <summary>Domains that strangers can get a name under; allowing all of such a domain would allow them too.</summary>
    private static readonly string[] SharedDomains =
    [
        "azurewebsites.net",
        "azurecontainerapps.io",
        "cloudapp.azure.com",
        "azurefd.net",
        "trafficmanager.net",
        "ngrok.io",
        "ngrok-free.app",
    ];

    /// <summary>The faults of URLs and domains.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest) =>
        [
            .. RequiredUrls.SelectMany(path => Url(path, manifest[path] ?? "")),
            .. OtherUrls(manifest),
            .. Domains(manifest),
        ];

    private static IEnumerable<Fault> OtherUrls(Manifest manifest) =>
        manifest
            .Strings.Where(text =>
                text.Path.EndsWith("Url", StringComparison.Ordinal) && !RequiredUrls.Contains(text.Path)
            )
            .SelectMany(text => Url(text.Path, text.Value));

    private static IEnumerable<Fault> Url(string path, string url)
    {
        bool good =
            Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && uri.HostNameType == UriHostNameType.Dns
            && uri.UserInfo.Length == 0
            && url.Length <= 2048;
        if (!good)
        {
            yield return new(
                $"{TeamsPackage.ManifestName} {path}",
                $"「{url}」を https:// で始まるアドレスにしてください。",
                $"\"{url}\" must be an address that starts with https://."
            );
        }
    }

    private static IEnumerable<Fault> Domains(Manifest manifest)
    {
        ManifestString[] domains = [.. manifest.Under("validDomains[*]")];
        if (domains.Length > MostDomains)
        {
            yield return new(
                $"{TeamsPackage.ManifestName} validDomains",
                $"{MostDomains} 個までです。",
                $"At most {MostDomains} are allowed."
            );
        }
        foreach (ManifestString domain in domains.Where(domain => !IsOwnHost(domain.Value)))
        {
            yield return new(
                $"{TeamsPackage.ManifestName} {domain.Path}",
                $"「{domain.Value}」を、https:// やパスの付かない自組織のホスト名にしてください。",
                $"\"{domain.Value}\" must be a host name of your own, without https:// or a path."
            );
        }
    }

    private static bool IsOwnHost(string domain)
    {
        bool wildcard = domain.StartsWith("*.", StringComparison.Ordinal);
        string host = wildcard ? domain[2..] : domain;
        return Uri.CheckHostName(host) == UriHostNameType.Dns
            && host.Contains('.', StringComparison.Ordinal)
            && !(wildcard && SharedDomains.Any(shared => IsOrEndsWith(host, shared)))
            && !SharedDomains.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsOrEndsWith(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
