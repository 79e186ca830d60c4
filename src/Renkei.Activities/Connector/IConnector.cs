using Renkei.Activities.Wire;

namespace Renkei.Activities.Connector;

/// <summary>What the bot asks of Teams (protocols: Bot Framework, section 4).</summary>
/// <remarks>
/// Every call throws <see cref="ConnectorException"/> when Teams refuses it or, after the documented retries, cannot be reached.
/// </remarks>
public interface IConnector
{
    /// <summary>Posts an activity.</summary>
    /// <returns>The id of the message, or <see langword="null"/> where Teams gives none (202).</returns>
    Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct);

    /// <summary>Replaces a message for everybody. Repeating it does no harm.</summary>
    Task UpdateAsync(ConversationAddress to, string activityId, OutgoingActivity activity, CancellationToken ct);

    /// <summary>Removes a message.</summary>
    Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct);

    /// <summary>The personal conversation with a user; the same id each time.</summary>
    /// <param name="serviceUrl">Base address of the connector.</param>
    /// <param name="tenantId">Entra tenant.</param>
    /// <param name="userId">The user's <c>29:…</c> id.</param>
    /// <param name="ct">Cancels the call.</param>
    Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    );

    /// <summary>One member of a conversation, or <see langword="null"/> where that user is not in it.</summary>
    Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct);

    /// <summary>All members, page by page.</summary>
    IAsyncEnumerable<ConversationMember> MembersAsync(ConversationAddress of, CancellationToken ct);
}

/// <summary>A member of a conversation's roster.</summary>
/// <param name="Id"><c>29:…</c>.</param>
/// <param name="AadObjectId">Entra object id; missing for anonymous guests.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Mail address, where Teams gives one.</param>
/// <param name="UserRole">user, guest, …</param>
/// <param name="TenantId">Entra tenant of the member.</param>
public sealed record ConversationMember(
    string Id,
    string? AadObjectId,
    string? Name,
    string? Email,
    string? UserRole,
    string? TenantId
);

/// <summary>Teams refused a call, or could not be reached after the retries.</summary>
/// <param name="status">HTTP status; 0 when there was no answer.</param>
/// <param name="code">Teams' error code, e.g. <c>ConversationBlockedByUser</c>; empty when there is none.</param>
/// <param name="reaction">What the protocol says to do.</param>
/// <param name="retryAfter">How long Teams asked to wait, if it did.</param>
/// <param name="deliveryUnknown">Whether the activity may have been delivered all the same.</param>
/// <param name="inner">The cause, where there was no answer.</param>
public sealed class ConnectorException(
    int status,
    string code,
    ConnectorReaction reaction,
    TimeSpan? retryAfter,
    bool deliveryUnknown,
    Exception? inner
) : Exception($"Teams answered {status} {code}.", inner)
{
    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; } = status;

    /// <summary>Teams' error code; empty when there is none.</summary>
    public string Code { get; } = code;

    /// <summary>What the protocol says to do.</summary>
    public ConnectorReaction Reaction { get; } = reaction;

    /// <summary>How long Teams asked to wait, if it did.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the activity may have been delivered all the same.</summary>
    public bool DeliveryUnknown { get; } = deliveryUnknown;
}

/// <summary>What to do about a refused call (protocols: Bot Framework, "Errors and the right reaction").</summary>
public enum ConnectorReaction
{
    /// <summary>A bug of ours or an unknown refusal: do not repeat it; log it.</summary>
    GiveUp,

    /// <summary>Repeat it later.</summary>
    RetryLater,

    /// <summary>The app is not installed there any more: wait for an installation.</summary>
    Uninstalled,

    /// <summary>The user blocked the bot: do not try again until the user writes.</summary>
    Blocked,

    /// <summary>An administrator disabled the bot: stop sending to this tenant.</summary>
    TenantDisabled,

    /// <summary>The message or conversation is gone: post anew or drop the address.</summary>
    Gone,

    /// <summary>The message is too large: make it smaller.</summary>
    TooLarge,

    /// <summary>Credentials, permissions or cloud are configured wrongly: tell the operator.</summary>
    Misconfigured,
}
