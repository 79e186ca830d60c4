using System.Text.Json.Serialization;

namespace Renkei.Room.Tokens;

/// <summary>Ways in which an inbound token can be wrong; the bot has to refuse each with 401.</summary>
[JsonConverter(typeof(CamelCaseEnum<BrokenToken>))]
public enum BrokenToken
{
    /// <summary>Signed by a key nobody published, under a published key id.</summary>
    WrongKey,

    /// <summary>No Authorization header at all.</summary>
    Missing,

    /// <summary>A scheme other than Bearer.</summary>
    NotBearer,

    /// <summary>Signed by a key nobody published, under its own key id.</summary>
    UnknownKey,

    /// <summary>Ran out an hour ago.</summary>
    Expired,

    /// <summary>Begins in an hour.</summary>
    NotYetValid,

    /// <summary>For another app.</summary>
    WrongAudience,

    /// <summary>From another issuer.</summary>
    WrongIssuer,

    /// <summary>For another service address than the activity names.</summary>
    WrongServiceUrl,

    /// <summary>Without a service address.</summary>
    NoServiceUrl,

    /// <summary>Signed by a published key that is not endorsed for Teams.</summary>
    NotEndorsed,

    /// <summary><c>alg</c> says none and there is no signature.</summary>
    NoSignature,

    /// <summary>Signed by HMAC with the public key as its secret.</summary>
    Hmac,

    /// <summary>The signature has been cut off.</summary>
    Truncated,

    /// <summary>The claims were changed after signing.</summary>
    Tampered,
}
