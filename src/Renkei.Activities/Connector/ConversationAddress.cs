namespace Renkei.Activities.Connector;

/// <summary>
/// Where to send: stored with the thing to be sent. Comes from an authenticated turn; nothing remembers "the last one".
/// </summary>
/// <param name="ServiceUrl">Base address of the connector, as last seen for this conversation.</param>
/// <param name="ConversationId">Conversation id, not percent-encoded.</param>
/// <param name="TenantId">Entra tenant.</param>
public sealed record ConversationAddress(string ServiceUrl, string ConversationId, string TenantId);
