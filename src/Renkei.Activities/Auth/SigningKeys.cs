using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Renkei.Activities.Auth;

/// <summary>The keys of an issuer as fetched once. A later fetch gives a new instance, so that what was decided with the old one shows.</summary>
internal sealed class SigningKeys
{
    private readonly Dictionary<string, SigningKey> byId;

    private SigningKeys(Dictionary<string, SigningKey> byId) => this.byId = byId;

    /// <summary>Takes what can be used out of a list; other kinds of key are left alone, as the standard asks.</summary>
    /// <exception cref="InvalidDataException">Nothing in it can be used.</exception>
    public static SigningKeys From(KeyList list)
    {
        Dictionary<string, SigningKey> byId = new(StringComparer.Ordinal);
        foreach (KeyEntry entry in list.Keys ?? [])
        {
            if (entry?.Kid is { Length: > 0 } id && SigningKey.TryFrom(entry) is { } key)
            {
                byId[id] = key;
            }
        }
        return byId.Count > 0 ? new SigningKeys(byId) : throw new InvalidDataException("No usable key is in the list.");
    }

    public SigningKey? Find(string id) => byId.GetValueOrDefault(id);
}

/// <summary>One RSA key.</summary>
internal sealed class SigningKey
{
    private const int LeastBits = 2048;
    private readonly RSAParameters parameters;
    private readonly ConcurrentBag<RSA> idle = [];

    private SigningKey(RSAParameters parameters, IReadOnlyList<string> endorsements)
    {
        this.parameters = parameters;
        Endorsements = endorsements;
    }

    /// <summary>Channels whose activities this key may sign for.</summary>
    public IReadOnlyList<string> Endorsements { get; }

    /// <summary>The key, or <see langword="null"/> where the entry is no RSA key for RS256 signatures of 2048 bits or more.</summary>
    public static SigningKey? TryFrom(KeyEntry entry)
    {
        if (entry is not { Kty: "RSA", Use: null or "sig", Alg: null or "RS256", N: { } n, E: { } e })
        {
            return null;
        }
        try
        {
            RSAParameters parameters = new()
            {
                Modulus = Base64Url.DecodeFromChars(n),
                Exponent = Base64Url.DecodeFromChars(e),
            };
            using RSA rsa = RSA.Create(parameters);
            return rsa.KeySize >= LeastBits ? new SigningKey(parameters, entry.Endorsements ?? []) : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature (SHA-256, PKCS#1 v1.5) belongs to the data.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // One object per thread at a time: they are not promised to be safe for two, and building one takes longer than the check.
        RSA rsa = idle.TryTake(out RSA? kept) ? kept : RSA.Create(parameters);
        bool isGood = rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return isGood;
    }
}
