using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Room.Tokens;

/// <summary>Writes signed tokens in their compact form.</summary>
internal static class JsonWebToken
{
    public static string Sign(JsonObject claims, SigningKey key, string? keyId = null)
    {
        string body = Part(Header("RS256", keyId ?? key.Id)) + "." + Part(claims);
        return body + "." + Base64Url.EncodeToString(key.Sign(body));
    }

    public static JsonObject Header(string algorithm, string keyId) =>
        new()
        {
            ["alg"] = algorithm,
            ["kid"] = keyId,
            ["typ"] = "JWT",
        };

    public static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
