using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Auth;

/// <summary>
/// Lets in what Teams sends for the configured tenants and nothing else (protocols: Bot Framework, section 2). Thread safe; one
/// instance for the program. Never logs a token.
/// </summary>
public sealed class InboundTokenValidator : IInboundGate
{
    /// <summary>Longest token read, in characters; Teams' have about a thousand.</summary>
    public const int MaxTokenLength = 8 * 1024;

    private const string Scheme = "Bearer ";
    private const string Teams = "msteams";
    private const long ClockSkewSeconds = 5 * 60;
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    );

    private readonly string appId;
    private readonly TenantList tenants;
    private readonly Dictionary<string, TrustedIssuer> issuers;
    private readonly VerifiedTokens verified = new();
    private readonly TimeProvider clock;
    private readonly ILogger<InboundTokenValidator> log;

    /// <summary>A validator for one bot.</summary>
    /// <param name="options">Whose activities are let in.</param>
    /// <param name="http">Fetches the issuers' keys; follows no redirects.</param>
    /// <param name="clock">Judges lifetimes.</param>
    /// <param name="log">Where refusals and failed fetches are written.</param>
    /// <exception cref="ArgumentException">The options have faults; the message lists them all.</exception>
    public InboundTokenValidator(
        InboundOptions options,
        HttpClient http,
        TimeProvider clock,
        ILogger<InboundTokenValidator> log
    )
    {
        if (options.Faults().ToArray() is { Length: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }
        appId = options.AppId;
        tenants = new TenantList(options.TenantIds);
        this.clock = clock;
        this.log = log;
        (string issuer, Uri metadata) = TrustedIssuer.Of(options.Cloud);
        issuers = new(StringComparer.Ordinal)
        {
            [issuer] = new TrustedIssuer(
                issuer,
                ServiceHosts.Of(options.Cloud).With(options.ServiceHosts),
                new SigningKeySource(metadata, issuer, http, clock, log)
            ),
        };
        foreach (AdditionalIssuer additional in options.AdditionalIssuers)
        {
            SigningKeySource keys = new(new Uri(additional.MetadataUrl), additional.Issuer, http, clock, log);
            TrustedIssuer trusted = new(additional.Issuer, new ServiceHosts(additional.ServiceHosts), keys);
            if (!issuers.TryAdd(additional.Issuer, trusted))
            {
                throw new ArgumentException($"The issuer {additional.Issuer} is there twice.", nameof(options));
            }
        }
    }

    /// <summary>Both halves of the check, for a caller that has the activity at hand.</summary>
    public async ValueTask<InboundDecision> ValidateAsync(
        string? authorizationHeader,
        Activity activity,
        CancellationToken ct
    )
    {
        HeaderDecision header = await AuthenticateAsync(authorizationHeader, ct);
        return header.Token is { } token ? Authorise(token, activity) : new InboundDecision.Refused(header.Reason);
    }

    /// <inheritdoc />
    public ValueTask<HeaderDecision> AuthenticateAsync(string? authorizationHeader, CancellationToken ct)
    {
        Refusal form = FormOf(authorizationHeader);
        if (form is not Refusal.None)
        {
            return new(Refuse(form));
        }
        TokenDigest digest = DigestOf(authorizationHeader.AsSpan(Scheme.Length));
        return verified.Find(digest) is { } known
            ? CheckAgainAsync(known, authorizationHeader!, digest, ct)
            : CheckAsync(authorizationHeader!, digest, ct);
    }

    /// <inheritdoc />
    public InboundDecision Authorise(VerifiedToken token, Activity activity)
    {
        Refusal reason = ReasonAgainst(token, activity, out string tenantId);
        if (reason is Refusal.None)
        {
            return new InboundDecision.Accepted(tenantId);
        }
        log.InboundRefused(reason);
        return new InboundDecision.Refused(reason);
    }

    private Refusal ReasonAgainst(VerifiedToken token, Activity activity, out string tenantId)
    {
        tenantId = "";
        if (!SameAddress(token.ServiceUrl, activity.ServiceUrl))
        {
            return Refusal.ServiceUrl;
        }
        // A channel may carry a suffix; Web Chat and Direct Line let their users write the rest of the activity themselves.
        ReadOnlySpan<char> channel = activity.ChannelId;
        if (channel.IndexOf(':') is var suffix and >= 0)
        {
            channel = channel[..suffix];
        }
        if (!channel.SequenceEqual(Teams))
        {
            return Refusal.Channel;
        }
        return token.Endorsements.Contains(Teams) ? tenants.Find(activity, out tenantId) : Refusal.Endorsement;
    }

    private ValueTask<HeaderDecision> CheckAgainAsync(
        VerifiedTokens.Entry known,
        string header,
        TokenDigest digest,
        CancellationToken ct
    )
    {
        ValueTask<SigningKeys?> keys = known.Issuer.Keys.GetAsync(ct);
        if (!keys.IsCompletedSuccessfully || !ReferenceEquals(keys.Result, known.Keys))
        {
            return CheckAsync(header, digest, ct);
        }
        Refusal time = LifetimeOf(known.Token.NotBefore, known.Token.Expires);
        return new(time is Refusal.None ? new HeaderDecision(known.Token, Refusal.None) : Refuse(time));
    }

    private async ValueTask<HeaderDecision> CheckAsync(string header, TokenDigest digest, CancellationToken ct)
    {
        if (Read(header, out TokenHeader? head, out TokenClaims? claims) is var form && form is not Refusal.None)
        {
            return Refuse(form);
        }
        // Who claims to have signed it decides whether anything is fetched or computed at all.
        if (claims!.Iss is null || !issuers.TryGetValue(claims.Iss, out TrustedIssuer? issuer))
        {
            return Refuse(Refusal.UnknownIssuer);
        }
        if (head!.Alg != "RS256" || head.Crit is not null)
        {
            return Refuse(Refusal.Algorithm);
        }
        if (string.IsNullOrEmpty(head.Kid))
        {
            return Refuse(Refusal.UnknownKey);
        }
        SigningKeys? keys = await issuer.Keys.GetAsync(ct);
        if (keys is not null && keys.Find(head.Kid) is null)
        {
            keys = await issuer.Keys.GetNewerAsync(ct);
        }
        if (keys is null)
        {
            return Refuse(Refusal.KeysUnavailable);
        }
        if (keys.Find(head.Kid) is not { } key)
        {
            return Refuse(Refusal.UnknownKey);
        }
        if (!IsSigned(header.AsSpan(Scheme.Length), key))
        {
            return Refuse(Refusal.Signature);
        }
        if (ReasonAgainst(claims, issuer) is var reason && reason is not Refusal.None)
        {
            return Refuse(reason);
        }
        VerifiedToken token = new(claims.ServiceUrl!, key.Endorsements, claims.Nbf!.Value, claims.Exp!.Value);
        verified.Remember(digest, new VerifiedTokens.Entry(token, issuer, keys));
        return new HeaderDecision(token, Refusal.None);
    }

    private Refusal ReasonAgainst(TokenClaims claims, TrustedIssuer issuer)
    {
        if (claims is not { Nbf: { } notBefore, Exp: { } expires })
        {
            return Refusal.Unreadable;
        }
        if (LifetimeOf(notBefore, expires) is var time && time is not Refusal.None)
        {
            return time;
        }
        if (!string.Equals(claims.Aud, appId, StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Audience;
        }
        if (
            (claims.AppId ?? claims.Azp) is { } caller
            && !string.Equals(caller, appId, StringComparison.OrdinalIgnoreCase)
        )
        {
            return Refusal.OtherCaller;
        }
        return issuer.Hosts.Allow(claims.ServiceUrl) ? Refusal.None : Refusal.ServiceHost;
    }

    /// <summary>Both ends are included: exactly five minutes early or late is still good.</summary>
    private Refusal LifetimeOf(long notBefore, long expires)
    {
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        return notBefore > now + ClockSkewSeconds ? Refusal.NotYetValid
            : expires < now - ClockSkewSeconds ? Refusal.Expired
            : Refusal.None;
    }

    private HeaderDecision Refuse(Refusal reason)
    {
        log.InboundRefused(reason);
        return new HeaderDecision(null, reason);
    }

    private static Refusal FormOf(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return Refusal.NoToken;
        }
        ReadOnlySpan<char> token = header.AsSpan(Scheme.Length);
        if (token.IsEmpty || token.Contains(' '))
        {
            return Refusal.NoToken;
        }
        if (token.Length > MaxTokenLength)
        {
            return Refusal.TokenTooLong;
        }
        return token.ContainsAnyExcept(TokenCharacters) ? Refusal.Unreadable
            : token.Count('.') != 2 ? Refusal.NotThreeParts
            : Refusal.None;
    }

    private static TokenDigest DigestOf(ReadOnlySpan<char> token)
    {
        Span<byte> sha256 = stackalloc byte[SHA256.HashSizeInBytes];
        byte[] rented = ArrayPool<byte>.Shared.Rent(token.Length);
        int length = Encoding.ASCII.GetBytes(token, rented);
        SHA256.HashData(rented.AsSpan(0, length), sha256);
        ArrayPool<byte>.Shared.Return(rented);
        return TokenDigest.From(sha256);
    }

    private static bool IsSigned(ReadOnlySpan<char> token, SigningKey key)
    {
        int dot = token.LastIndexOf('.');
        try
        {
            byte[] signature = Base64Url.DecodeFromChars(token[(dot + 1)..]);
            byte[] signed = new byte[dot];
            Encoding.ASCII.GetBytes(token[..dot], signed);
            return key.Verifies(signed, signature);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Refusal Read(string header, out TokenHeader? head, out TokenClaims? claims)
    {
        ReadOnlySpan<char> token = header.AsSpan(Scheme.Length);
        int first = token.IndexOf('.');
        int last = token.LastIndexOf('.');
        head = ReadPart(token[..first], TokenJson.Default.TokenHeader);
        claims = ReadPart(token[(first + 1)..last], TokenJson.Default.TokenClaims);
        return head is null || claims is null ? Refusal.Unreadable : Refusal.None;
    }

    private static T? ReadPart<T>(ReadOnlySpan<char> part, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(part), type);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool SameAddress(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        WithoutSlash(one).Equals(WithoutSlash(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutSlash(ReadOnlySpan<char> address) =>
        address.EndsWith('/') ? address[..^1] : address;
}
