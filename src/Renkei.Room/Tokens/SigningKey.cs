using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Renkei.Room.Tokens;

/// <summary>An RSA key that signs tokens. Safe for many threads.</summary>
internal sealed class SigningKey
{
    // Making a key takes a tenth of a second; tests start many rooms in one process and share the three.
    private static readonly Lazy<SigningKey> SharedTeams = new(() => new("room-teams", ["msteams", "webchat"]));
    private static readonly Lazy<SigningKey> SharedOther = new(() => new("room-other", ["directline"]));
    private static readonly Lazy<SigningKey> SharedStranger = new(() => new("room-stranger", []));

    private readonly Lock gate = new();
    private readonly RSA rsa = RSA.Create(2048);

    private SigningKey(string prefix, IReadOnlyList<string> endorsements)
    {
        Endorsements = endorsements;
        Public = rsa.ExportParameters(false);
        Id = prefix + "-" + Base64Url.EncodeToString(SHA256.HashData(Public.Modulus!))[..16];
    }

    /// <summary>Published and endorsed for Teams.</summary>
    public static SigningKey Teams => SharedTeams.Value;

    /// <summary>Published, but endorsed for another channel.</summary>
    public static SigningKey OtherChannel => SharedOther.Value;

    /// <summary>Never published.</summary>
    public static SigningKey Stranger => SharedStranger.Value;

    public string Id { get; }

    public IReadOnlyList<string> Endorsements { get; }

    public RSAParameters Public { get; }

    public byte[] Sign(string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        lock (gate)
        {
            return rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public bool Verify(string text, byte[] signature)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        lock (gate)
        {
            return rsa.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>The key as an entry of a key set, with Microsoft's extra array of endorsements.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(Public.Modulus),
            ["e"] = Base64Url.EncodeToString(Public.Exponent),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(e => (JsonNode)JsonValue.Create(e))]),
        };
}
