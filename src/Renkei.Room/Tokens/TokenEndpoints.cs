using System.Text.Json.Nodes;
using Renkei.Room.Hosting;

namespace Renkei.Room.Tokens;

/// <summary>OpenID metadata, the key set and the token endpoint.</summary>
internal sealed class TokenEndpoints(RoomAddress address, OutboundTokens tokens)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        // Both spellings exist among the SDKs.
        routes.MapGet("/.well-known/openidconfiguration", MetadataAsync);
        routes.MapGet("/.well-known/openid-configuration", MetadataAsync);
        routes.MapGet("/.well-known/keys", KeysAsync);
        routes.MapPost("/room/oauth2/v2.0/token", TokenAsync);
    }

    private Task MetadataAsync(HttpContext http) =>
        JsonAnswers.WriteAsync(
            http,
            200,
            new JsonObject
            {
                ["issuer"] = address.Issuer,
                ["authorization_endpoint"] = "https://invalid.botframework.com",
                ["jwks_uri"] = address.KeysUrl.AbsoluteUri,
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
            }
        );

    private Task KeysAsync(HttpContext http) =>
        JsonAnswers.WriteAsync(
            http,
            200,
            new JsonObject { ["keys"] = new JsonArray(SigningKey.Teams.ToJson(), SigningKey.OtherChannel.ToJson()) }
        );

    private async Task TokenAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            await JsonAnswers.WriteAsync(http, 400, new JsonObject { ["error"] = "invalid_request" });
            return;
        }
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        TokenAnswer answer = tokens.Issue(form["grant_type"], form["client_id"], form["client_secret"], form["scope"]);
        await JsonAnswers.WriteAsync(http, answer.Status, answer.Body);
    }
}
