using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Renkei.Room.Hosting;
using Renkei.Room.Scenario;

namespace Renkei.Room.Tokens;

/// <summary>
/// The Authorization header of what the room posts to the bot. A good token is kept for ten minutes per service
/// address, as Teams does. Safe for many threads.
/// </summary>
internal sealed class InboundTokens(RoomAddress address, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Token, DateTimeOffset From)> kept = new(StringComparer.Ordinal);

    public string GoodHeader(string serviceUrl)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (gate)
        {
            // The clock can be moved both ways, so a token from the future is no use either.
            if (kept.TryGetValue(serviceUrl, out var known) && known.From <= now && now < known.From + Kept)
            {
                return "Bearer " + known.Token;
            }
            string token = JsonWebToken.Sign(Claims(serviceUrl, now), SigningKey.Teams);
            kept[serviceUrl] = (token, now);
            return "Bearer " + token;
        }
    }

    /// <summary>A header that is wrong in one way; <see langword="null"/> for none.</summary>
    public string? BrokenHeader(BrokenToken kind, string serviceUrl)
    {
        DateTimeOffset now = clock.GetUtcNow();
        JsonObject claims = Claims(serviceUrl, now);
        SigningKey key = SigningKey.Teams;
        string? keyId = null;
        switch (kind)
        {
            case BrokenToken.Missing:
                return null;
            case BrokenToken.NotBearer:
                return "Basic " + JsonWebToken.Sign(claims, key);
            case BrokenToken.WrongKey:
                (key, keyId) = (SigningKey.Stranger, SigningKey.Teams.Id);
                break;
            case BrokenToken.UnknownKey:
                key = SigningKey.Stranger;
                break;
            case BrokenToken.NotEndorsed:
                key = SigningKey.OtherChannel;
                break;
            case BrokenToken.Expired:
                claims = Claims(serviceUrl, now - TimeSpan.FromHours(2));
                break;
            case BrokenToken.NotYetValid:
                claims = Claims(serviceUrl, now + TimeSpan.FromHours(1));
                break;
            case BrokenToken.WrongAudience:
                claims["aud"] = "00000000-0000-4000-c000-000000000099";
                break;
            case BrokenToken.WrongIssuer:
                claims["iss"] = "https://issuer.invalid";
                break;
            case BrokenToken.WrongServiceUrl:
                claims["serviceurl"] = "https://service.invalid/";
                break;
            case BrokenToken.NoServiceUrl:
                claims.Remove("serviceurl");
                break;
            case BrokenToken.NoSignature:
                return $"Bearer {JsonWebToken.Part(JsonWebToken.Header("none", key.Id))}.{JsonWebToken.Part(claims)}.";
            case BrokenToken.Hmac:
                return "Bearer " + SignedByHmac(claims, key);
            case BrokenToken.Truncated:
                string whole = JsonWebToken.Sign(claims, key);
                return "Bearer " + whole[..(whole.LastIndexOf('.') + 1)];
            case BrokenToken.Tampered:
                string[] parts = JsonWebToken.Sign(claims, key).Split('.');
                claims["exp"] = Seconds(now + TimeSpan.FromDays(365));
                return $"Bearer {parts[0]}.{JsonWebToken.Part(claims)}.{parts[2]}";
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such broken token.");
        }
        return "Bearer " + JsonWebToken.Sign(claims, key, keyId);
    }

    private static string SignedByHmac(JsonObject claims, SigningKey key)
    {
        string body = JsonWebToken.Part(JsonWebToken.Header("HS256", key.Id)) + "." + JsonWebToken.Part(claims);
        return body
            + "."
            + Base64Url.EncodeToString(HMACSHA256.HashData(key.Public.Modulus!, Encoding.ASCII.GetBytes(body)));
    }

    private static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

    private JsonObject Claims(string serviceUrl, DateTimeOffset from) =>
        new()
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = Seconds(from),
            ["exp"] = Seconds(from + Lifetime),
            ["iss"] = address.Issuer,
            ["aud"] = HikariPrefecture.BotAppId,
            ["jti"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        };
}
