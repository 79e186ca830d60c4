using System.Text.Json.Serialization;

namespace Renkei.Activities.Auth;

/// <summary>The header of a token.</summary>
internal sealed record TokenHeader(string? Alg, string? Kid, IReadOnlyList<string>? Crit);

/// <summary>The claims of a token that are looked at.</summary>
internal sealed record TokenClaims(
    string? Iss,
    string? Aud,
    long? Nbf,
    long? Exp,
    [property: JsonPropertyName("serviceurl")] string? ServiceUrl,
    [property: JsonPropertyName("appid")] string? AppId,
    string? Azp
);

/// <summary>OpenID metadata.</summary>
internal sealed record OpenIdMetadata(string? Issuer, [property: JsonPropertyName("jwks_uri")] string? JwksUri);

/// <summary>A list of keys.</summary>
internal sealed record KeyList(IReadOnlyList<KeyEntry>? Keys);

/// <summary>One key; <c>endorsements</c> is Bot Framework's own addition.</summary>
internal sealed record KeyEntry(
    string? Kty,
    string? Use,
    string? Alg,
    string? Kid,
    string? N,
    string? E,
    IReadOnlyList<string>? Endorsements
);

/// <summary>Source-generated reading of tokens and keys. A name that is there twice is refused: two readers could see two tokens.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    MaxDepth = 16
)]
[JsonSerializable(typeof(TokenHeader))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(KeyList))]
internal sealed partial class TokenJson : JsonSerializerContext;
