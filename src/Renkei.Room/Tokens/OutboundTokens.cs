using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Renkei.Room.Hosting;
using Renkei.Room.Scenario;

namespace Renkei.Room.Tokens;

/// <summary>What a request to the token endpoint comes to.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON as OAuth 2.0 answers it.</param>
internal sealed record TokenAnswer(int Status, JsonObject Body);

/// <summary>Hands out the tokens the bot shows to the connector, and knows them again. Safe for many threads.</summary>
internal sealed class OutboundTokens(RoomAddress address, string clientSecret, TimeProvider clock)
{
    private const string Scope = "https://api.botframework.com/.default";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new(StringComparer.Ordinal);

    public TokenAnswer Issue(string? grantType, string? clientId, string? secret, string? scope)
    {
        if (grantType != "client_credentials")
        {
            return Error(400, "unsupported_grant_type", "Only client_credentials is played.");
        }
        if (clientId != HikariPrefecture.BotAppId)
        {
            return Error(400, "unauthorized_client", "No such app in this tenant.");
        }
        if (secret != clientSecret)
        {
            return Error(401, "invalid_client", "The client secret is not the one of this room.");
        }
        if (scope != Scope)
        {
            return Error(400, "invalid_scope", $"The scope has to be {Scope}.");
        }
        DateTimeOffset now = clock.GetUtcNow();
        foreach (string old in issued.Where(t => t.Value <= now).Select(t => t.Key))
        {
            issued.TryRemove(old, out _);
        }
        string token = JsonWebToken.Sign(
            new JsonObject
            {
                ["aud"] = "https://api.botframework.com",
                ["iss"] = address.Issuer,
                ["appid"] = clientId,
                ["tid"] = HikariPrefecture.TenantId,
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
                ["jti"] = Guid.NewGuid().ToString("N"),
            },
            SigningKey.Teams
        );
        issued[token] = now + Lifetime;
        return new(
            200,
            new()
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)Lifetime.TotalSeconds,
                ["ext_expires_in"] = (int)Lifetime.TotalSeconds,
                ["access_token"] = token,
            }
        );
    }

    public bool IsGood(string? authorization) =>
        authorization is not null
        && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && issued.TryGetValue(authorization["Bearer ".Length..], out DateTimeOffset until)
        && clock.GetUtcNow() < until;

    private static TokenAnswer Error(int status, string error, string description) =>
        new(status, new() { ["error"] = error, ["error_description"] = description });
}
