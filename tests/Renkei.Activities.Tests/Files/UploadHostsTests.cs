using Renkei.Activities.Connector;
using Renkei.Activities.Files;

namespace Renkei.Activities.Tests.Files;

public sealed class UploadHostsTests
{
    private static readonly UploadHosts Public = new(TeamsCloud.Public, ["127.0.0.1:5080", "evil.example.com"]);

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/a/_api/v2.0/drive/items/1/uploadSession?guid=%271%27")]
    [InlineData("https://CONTOSO-my.SharePoint.com:443/x")]
    [InlineData("http://127.0.0.1:5080/room/files/1/upload")]
    public void Allow_OneDriveOrConfiguredLoopback_IsAllowed(string url) => Assert.True(Public.Allow(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/upload")]
    [InlineData("http://contoso-my.sharepoint.com/x")]
    [InlineData("https://contoso-my.sharepoint.com:8443/x")]
    [InlineData("https://user@contoso-my.sharepoint.com/x")]
    [InlineData("https://contoso-my.sharepoint.com@evil.example.com/x")]
    [InlineData("https://evil.example.com/contoso-my.sharepoint.com")]
    [InlineData("https://evilsharepoint.com/x")]
    [InlineData("https://sharepoint.com.evil.example.com/x")]
    [InlineData("https://contoso.sharepoint.us/x")]
    [InlineData("https://evil.example.com/x")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("http://127.0.0.1:5081/x")]
    [InlineData("http://localhost:5080/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://10.0.0.4/x")]
    [InlineData("file:///etc/passwd")]
    public void Allow_AnythingElse_IsRefused(string? url) => Assert.False(Public.Allow(url));

    [Theory]
    [InlineData(TeamsCloud.UsGovernment, "https://a.sharepoint.us/x", true)]
    [InlineData(TeamsCloud.UsGovernment, "https://a.sharepoint.com/x", false)]
    [InlineData(TeamsCloud.China, "https://a.sharepoint.cn/x", true)]
    [InlineData(TeamsCloud.China, "https://a.sharepoint.com/x", false)]
    public void Allow_HostOfAnotherCloud_IsRefused(TeamsCloud cloud, string url, bool allowed) =>
        Assert.Equal(allowed, new UploadHosts(cloud, []).Allow(url));
}
