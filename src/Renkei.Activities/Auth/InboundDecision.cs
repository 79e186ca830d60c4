namespace Renkei.Activities.Auth;

/// <summary>Whether an activity is let in.</summary>
public abstract record InboundDecision
{
    private InboundDecision() { }

    /// <summary>It is.</summary>
    /// <param name="TenantId">Its tenant, spelt as in the allow-list.</param>
    public sealed record Accepted(string TenantId) : InboundDecision;

    /// <summary>It is not.</summary>
    public sealed record Refused(Refusal Reason) : InboundDecision;
}

/// <summary>What the header alone says: a token that holds, or why it does not.</summary>
/// <param name="Token">The token, or <see langword="null"/>.</param>
/// <param name="Reason">Why there is none.</param>
public readonly record struct HeaderDecision(VerifiedToken? Token, Refusal Reason);
