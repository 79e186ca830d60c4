using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Activities.Tests.Auth;

/// <summary>A token as Teams signs it, at the fake clock's start. Each test changes one thing.</summary>
internal sealed record TokenSpec
{
    public const string AppId = "b7f3f5c0-2222-4b5e-8f00-00000000abcd";
    public const string Issuer = "https://api.botframework.com";

    /// <summary>2026-12-04 00:00:00 UTC, the fake clock's start.</summary>
    public const long Now = 1796342400;

    public static readonly RSA Key = RSA.Create(2048);
    public static readonly RSA OtherKey = RSA.Create(2048);

    public string Alg { get; init; } = "RS256";
    public string? Kid { get; init; } = "k1";
    public string Iss { get; init; } = Issuer;
    public string? Aud { get; init; } = AppId;
    public long? Nbf { get; init; } = Now - 60;
    public long? Exp { get; init; } = Now + 3600;
    public string? ServiceUrl { get; init; } = Samples.ServiceUrl;

    /// <summary>Further header members and claims, as JSON.</summary>
    public (string Name, string Json)? Header { get; init; }
    public (string Name, string Json)? Claim { get; init; }

    public RSA SignedWith { get; init; } = Key;

    public string Bearer() => "Bearer " + Sign();

    public string Sign()
    {
        JsonObject header = new() { ["alg"] = Alg, ["typ"] = "JWT" };
        Add(header, "kid", Kid);
        Add(header, Header);
        JsonObject claims = new() { ["iss"] = Iss };
        Add(claims, "aud", Aud);
        Add(claims, "nbf", Nbf);
        Add(claims, "exp", Exp);
        Add(claims, "serviceurl", ServiceUrl);
        Add(claims, Claim);
        string signed = $"{Part(header.ToJsonString())}.{Part(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private byte[] Signature(byte[] data) =>
        Alg switch
        {
            "none" => [],
            // The classic confusion: the public key used as a shared secret.
            "HS256" => HMACSHA256.HashData(SignedWith.ExportRSAPublicKey(), data),
            "RS512" => SignedWith.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => SignedWith.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => SignedWith.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };

    private static void Add(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static void Add(JsonObject to, (string Name, string Json)? member)
    {
        if (member is { } m)
        {
            to[m.Name] = JsonNode.Parse(m.Json);
        }
    }
}
