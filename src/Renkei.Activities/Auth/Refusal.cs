namespace Renkei.Activities.Auth;

/// <summary>Why a request is not let in. For logs and metrics; the sender only sees 401.</summary>
public enum Refusal
{
    /// <summary>It is let in.</summary>
    None,

    /// <summary>There is no header of the form <c>Bearer x</c>.</summary>
    NoToken,

    /// <summary>The token is longer than any Teams sends.</summary>
    TokenTooLong,

    /// <summary>The token has not three parts: not a JWT, or an encrypted one.</summary>
    NotThreeParts,

    /// <summary>A part is not base64url, or not the JSON it should be.</summary>
    Unreadable,

    /// <summary>The issuer is not one of ours. Bot-to-bot tokens end here: they come from Entra.</summary>
    UnknownIssuer,

    /// <summary>Signed with something other than RS256, or not at all.</summary>
    Algorithm,

    /// <summary>The issuer has no key of this id.</summary>
    UnknownKey,

    /// <summary>The issuer's keys could not be fetched, and there is no older copy.</summary>
    KeysUnavailable,

    /// <summary>The signature is wrong.</summary>
    Signature,

    /// <summary>Not valid yet.</summary>
    NotYetValid,

    /// <summary>Not valid any more.</summary>
    Expired,

    /// <summary>Meant for another bot.</summary>
    Audience,

    /// <summary>Made out to another program than the one it is meant for: another bot calling.</summary>
    OtherCaller,

    /// <summary>The token names no service, or one that is not Teams'.</summary>
    ServiceHost,

    /// <summary>The activity names another service than its token.</summary>
    ServiceUrl,

    /// <summary>The activity does not come from Teams.</summary>
    Channel,

    /// <summary>The key is not endorsed for the activity's channel.</summary>
    Endorsement,

    /// <summary>The activity names no tenant, or two.</summary>
    TenantUnclear,

    /// <summary>The activity's tenant is not one we serve.</summary>
    Tenant,
}
