namespace Renkei.Activities.Auth;

/// <summary>A token whose signature, issuer, audience and lifetime hold, with what its activity still has to be compared with.</summary>
public sealed class VerifiedToken
{
    internal VerifiedToken(string serviceUrl, IReadOnlyList<string> endorsements, long notBefore, long expires)
    {
        ServiceUrl = serviceUrl;
        Endorsements = endorsements;
        NotBefore = notBefore;
        Expires = expires;
    }

    internal string ServiceUrl { get; }
    internal IReadOnlyList<string> Endorsements { get; }

    /// <summary>Seconds since 1970.</summary>
    internal long NotBefore { get; }

    /// <summary>Seconds since 1970.</summary>
    internal long Expires { get; }
}
