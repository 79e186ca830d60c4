using System.Text.Json;
using Azure.Core;
using Renkei.Activities.Connector;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Connector;

public sealed class ClientCredentialsCredentialTests
{
    private static readonly Uri TokenUrl = new("http://127.0.0.1:5080/token");

    private readonly FakeClock clock = new();
    private readonly RecordingHandler http = new();

    [Fact]
    public async Task GetToken_Answer_IsPostedForAndReadWithItsLifetime()
    {
        http.Answer(200, """{"token_type":"Bearer","expires_in":3599,"access_token":"abc"}""");

        AccessToken token = await Credential(TokenUrl).GetTokenAsync(new(["s1"]), CancellationToken.None);

        Assert.Equal("abc", token.Token);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 0, 59, 59, TimeSpan.Zero), token.ExpiresOn);
        Assert.Equal("POST http://127.0.0.1:5080/token", Assert.Single(http.Calls));
        Assert.Equal(
            "grant_type=client_credentials&client_id=id&client_secret=s%26cret&scope=s1",
            Assert.Single(http.Bodies)
        );
    }

    [Fact]
    public async Task GetToken_Refused_Throws()
    {
        http.Answer(401);

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
            await Credential(TokenUrl).GetTokenAsync(new(["s1"]), CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"access_token":"","expires_in":3599}""")]
    [InlineData("""{"access_token":"abc","expires_in":0}""")]
    [InlineData("""{"access_token":"abc","expires_in":"soon"}""")]
    public async Task GetToken_AnswerWithoutToken_Throws(string body)
    {
        http.Answer(200, body);

        await Assert.ThrowsAsync<JsonException>(async () =>
            await Credential(TokenUrl).GetTokenAsync(new(["s1"]), CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("http://login.example.org/token")]
    [InlineData("ftp://127.0.0.1/token")]
    public void Constructor_AddressThatWouldLeakTheSecret_Throws(string address) =>
        Assert.Throws<ArgumentException>(() => Credential(new Uri(address)));

    private ClientCredentialsCredential Credential(Uri tokenUrl) =>
        new(new HttpClient(http), tokenUrl, "id", "s&cret", clock);
}
