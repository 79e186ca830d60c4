using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Auth;

/// <summary>
/// Lets everybody in without looking at a token, for trying the bot by hand on one's own machine. Tenant and service host are checked
/// all the same.
/// </summary>
public sealed class UnauthenticatedInbound : IInboundGate
{
    private static readonly VerifiedToken Nobody = new("", [], 0, 0);
    private readonly TenantList tenants;
    private readonly ServiceHosts hosts;

    /// <summary>Builds the gate, where that is allowed.</summary>
    /// <param name="options">Tenants and service hosts.</param>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    /// <param name="listensOnLoopbackOnly">Whether nobody but this machine can reach the server.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="InboundOptions.DangerouslyAllowUnauthenticatedRequests"/> is off, or one of the two conditions does not hold.
    /// </exception>
    public UnauthenticatedInbound(InboundOptions options, bool isDevelopment, bool listensOnLoopbackOnly)
    {
        if (!options.DangerouslyAllowUnauthenticatedRequests || !isDevelopment || !listensOnLoopbackOnly)
        {
            throw new InvalidOperationException(
                $"{nameof(InboundOptions.DangerouslyAllowUnauthenticatedRequests)} needs the Development environment and a server that "
                    + "listens on loopback only."
            );
        }
        tenants = new TenantList(options.TenantIds);
        hosts = options.AllServiceHosts();
    }

    /// <inheritdoc />
    public ValueTask<HeaderDecision> AuthenticateAsync(string? authorizationHeader, CancellationToken ct) =>
        new(new HeaderDecision(Nobody, Refusal.None));

    /// <inheritdoc />
    public InboundDecision Authorise(VerifiedToken token, Activity activity)
    {
        if (!hosts.Allow(activity.ServiceUrl))
        {
            return new InboundDecision.Refused(Refusal.ServiceHost);
        }
        Refusal reason = tenants.Find(activity, out string tenantId);
        return reason is Refusal.None ? new InboundDecision.Accepted(tenantId) : new InboundDecision.Refused(reason);
    }
}
