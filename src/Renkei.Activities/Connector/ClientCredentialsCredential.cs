using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;

namespace Renkei.Activities.Connector;

/// <summary>
/// Gets tokens with an id and a secret from one token address (OAuth 2.0 client credentials). Meant for rehearsal; a real tenant is
/// better served by Azure.Identity, which also knows certificates and managed identities.
/// </summary>
public sealed class ClientCredentialsCredential : TokenCredential
{
    private const int MaxBytes = 64 * 1024;
    private readonly HttpClient http;
    private readonly Uri tokenUrl;
    private readonly string clientId;
    private readonly string clientSecret;
    private readonly TimeProvider clock;

    /// <summary>A credential for one program.</summary>
    /// <param name="http">Sends the request.</param>
    /// <param name="tokenUrl">https, or http on loopback: the secret is in the request.</param>
    /// <param name="clientId">The program's id.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="clock">Turns the token's seconds into a time.</param>
    /// <exception cref="ArgumentException">The token address is neither https nor loopback.</exception>
    public ClientCredentialsCredential(
        HttpClient http,
        Uri tokenUrl,
        string clientId,
        string clientSecret,
        TimeProvider clock
    )
    {
        if (
            !tokenUrl.IsAbsoluteUri
            || (tokenUrl.Scheme != "https" && !(tokenUrl.IsLoopback && tokenUrl.Scheme == "http"))
        )
        {
            throw new ArgumentException("The token address has to be https, or http on loopback.", nameof(tokenUrl));
        }
        this.http = http;
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /// <inheritdoc />
    /// <exception cref="HttpRequestException">The address refused or did not answer.</exception>
    /// <exception cref="JsonException">The answer is not a token.</exception>
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        using HttpRequestMessage request = Request(requestContext);
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        return Read(await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <inheritdoc />
    /// <exception cref="HttpRequestException">The address refused or did not answer.</exception>
    /// <exception cref="JsonException">The answer is not a token.</exception>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Request(requestContext);
        using HttpResponseMessage response = http.Send(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return Read(response.Content.ReadAsStream(cancellationToken));
    }

    private HttpRequestMessage Request(TokenRequestContext context) =>
        new(HttpMethod.Post, tokenUrl)
        {
            Content = new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("client_id", clientId),
                new("client_secret", clientSecret),
                new("scope", string.Join(' ', context.Scopes)),
            ]),
        };

    private AccessToken Read(Stream body)
    {
        TokenAnswer? answer = JsonSerializer.Deserialize(body, TokenAnswerJson.Default.TokenAnswer);
        return answer is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 and < 1_000_000 }
            ? new AccessToken(token, clock.GetUtcNow().AddSeconds(answer.ExpiresIn))
            : throw new JsonException("The answer holds no token.");
    }
}

/// <summary>The answer of a token address.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn
);

/// <summary>Source-generated reading of a token address's answer.</summary>
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenAnswerJson : JsonSerializerContext;
