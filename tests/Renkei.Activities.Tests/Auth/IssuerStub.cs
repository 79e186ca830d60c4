using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Renkei.Activities.Tests.Auth;

/// <summary>Serves OpenID metadata and keys, counts the fetches, and fails on request.</summary>
internal sealed class IssuerStub : HttpMessageHandler
{
    private int fetches;

    /// <summary>Fetches of the key list so far.</summary>
    public int Fetches => fetches;

    public List<string> Asked { get; } = [];

    public bool IsDown { get; set; }

    public string MetadataIssuer { get; set; } = TokenSpec.Issuer;

    public string JwksUri { get; set; } = "https://login.botframework.com/v1/.well-known/keys";

    public List<string> Keys { get; } = [KeyJson("k1", TokenSpec.Key)];

    /// <summary>Held up while this is not completed.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static string KeyJson(
        string kid,
        RSA key,
        string endorsements = """["msteams","webchat"]""",
        string more = ""
    )
    {
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: false);
        string n = Base64Url.EncodeToString(parameters.Modulus);
        string e = Base64Url.EncodeToString(parameters.Exponent);
        return $$"""{"kty":"RSA","use":"sig","kid":"{{kid}}","x5t":"{{kid}}","n":"{{n}}","e":"{{e}}",{{more}}"endorsements":{{endorsements}}}""";
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string address = request.RequestUri!.AbsoluteUri;
        lock (Asked)
        {
            Asked.Add(address);
        }
        await Gate;
        if (IsDown)
        {
            throw new HttpRequestException("down");
        }
        if (address != JwksUri)
        {
            return Json($$"""{"issuer":"{{MetadataIssuer}}","jwks_uri":"{{JwksUri}}"}""");
        }
        Interlocked.Increment(ref fetches);
        return Json($$"""{"keys":[{{string.Join(',', Keys)}}]}""");
    }

    private static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
