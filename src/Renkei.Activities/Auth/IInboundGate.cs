using Renkei.Activities.Wire;

namespace Renkei.Activities.Auth;

/// <summary>Decides who gets in, in two halves, so that nothing a stranger posted is parsed.</summary>
public interface IInboundGate
{
    /// <summary>What can be decided from the Authorization header, before the body is read.</summary>
    ValueTask<HeaderDecision> AuthenticateAsync(string? authorizationHeader, CancellationToken ct);

    /// <summary>Whether this activity may come with this token.</summary>
    InboundDecision Authorise(VerifiedToken token, Activity activity);
}
