using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Benchmarks;

/// <summary>Signs tokens as Teams does: RS256, the key published and endorsed.</summary>
internal sealed class TokenSigner : IDisposable
{
    /// <summary>The <c>iss</c> of the tokens.</summary>
    public const string Issuer = "https://issuer.invalid";

    private const string KeyId = "bench";
    private readonly RSA key = RSA.Create(2048);
    private int signed;

    /// <summary>A token that holds for an hour. Each is another one, all of the same length.</summary>
    public string Sign(string serviceUrl)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        JsonObject header = new()
        {
            ["alg"] = "RS256",
            ["kid"] = KeyId,
            ["typ"] = "JWT",
        };
        JsonObject claims = new()
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["iss"] = Issuer,
            ["aud"] = Nurse.AppId,
            ["jti"] = $"{++signed:D12}",
        };
        string unsigned = $"{Part(header)}.{Part(claims)}";
        byte[] signature = key.SignData(
            Encoding.ASCII.GetBytes(unsigned),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{unsigned}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The key set of the issuer.</summary>
    public JsonObject PublishedKeys()
    {
        RSAParameters published = key.ExportParameters(false);
        JsonObject entry = new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(published.Modulus),
            ["e"] = Base64Url.EncodeToString(published.Exponent),
            ["endorsements"] = new JsonArray("msteams"),
        };
        return new() { ["keys"] = new JsonArray(entry) };
    }

    public void Dispose() => key.Dispose();

    private static string Part(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
