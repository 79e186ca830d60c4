using Renkei.Activities.Wire;

namespace Renkei.Activities.Auth;

/// <summary>The tenants that are served.</summary>
internal sealed class TenantList(IEnumerable<string> tenantIds)
{
    // One spelling inside the program: storage keys are case sensitive.
    private readonly Dictionary<string, string> known = tenantIds
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .ToDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tenant of an activity. It is named in two places; where both are filled they have to agree.</summary>
    public Refusal Find(Activity activity, out string tenantId)
    {
        tenantId = "";
        string? byChannel = activity.ChannelData?.Tenant?.Id;
        string? byConversation = activity.Conversation?.TenantId;
        string? named = string.IsNullOrEmpty(byChannel) ? byConversation : byChannel;
        if (
            string.IsNullOrEmpty(named)
            || !(
                string.IsNullOrEmpty(byConversation) || named.Equals(byConversation, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return Refusal.TenantUnclear;
        }
        if (!known.TryGetValue(named, out string? served))
        {
            return Refusal.Tenant;
        }
        tenantId = served;
        return Refusal.None;
    }
}
