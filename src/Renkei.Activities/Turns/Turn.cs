using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>One authenticated activity on its way through the pipeline.</summary>
/// <param name="activity">The activity.</param>
/// <param name="tenantId">The tenant, checked against the allow-list.</param>
/// <param name="connector">Where answers go out.</param>
public sealed class Turn(Activity activity, string tenantId, IConnector connector)
{
    /// <summary>The activity.</summary>
    public Activity Activity { get; } = activity;

    /// <summary>The tenant, checked against the allow-list.</summary>
    public string TenantId { get; } = tenantId;

    /// <summary>Where answers go out.</summary>
    public IConnector Connector { get; } = connector;

    /// <summary>Where this was said; keep it to write there later.</summary>
    public ConversationAddress Address { get; } =
        new(activity.ServiceUrl ?? "", activity.Conversation?.Id ?? "", tenantId);

    /// <summary>Whether this is a chat between one person and the bot.</summary>
    public bool IsPersonal => Activity.Conversation?.ConversationType is null or "personal";

    /// <summary>What was typed, without the mention of the bot, trimmed; empty where there is no text.</summary>
    public string Text { get; } = MentionText.WithoutBot(activity);

    /// <summary>Language of the client; <c>ja-JP</c> where nothing says otherwise.</summary>
    public string Locale { get; } =
        activity.Locale ?? activity.Entities?.FirstOrDefault(e => e.Type == "clientInfo")?.Locale ?? "ja-JP";

    /// <summary>Posts into the conversation of this turn.</summary>
    public Task<string?> SendAsync(OutgoingActivity activity, CancellationToken ct) =>
        Connector.SendAsync(Address, activity, ct);
}
