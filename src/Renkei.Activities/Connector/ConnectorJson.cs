using System.Text.Json.Serialization;

namespace Renkei.Activities.Connector;

/// <summary>What Teams answers to a new message or conversation.</summary>
internal sealed record CreatedResource(string? Id);

/// <summary>What a personal conversation is asked for with.</summary>
internal sealed record NewConversation(bool IsGroup, IReadOnlyList<NewMember> Members, string TenantId);

/// <summary>The one member of a personal conversation.</summary>
internal sealed record NewMember(string Id);

/// <summary>A page of a roster.</summary>
internal sealed record RosterPage(IReadOnlyList<RosterMember>? Members, string? ContinuationToken);

/// <summary>A member as Teams sends it: the object id has two spellings, and guests lack a mail address.</summary>
internal sealed record RosterMember(
    string? Id,
    string? AadObjectId,
    string? ObjectId,
    string? Name,
    string? Email,
    string? UserPrincipalName,
    string? UserRole,
    string? TenantId
)
{
    public ConversationMember ToMember() =>
        new(Id ?? "", AadObjectId ?? ObjectId, Name, Email ?? UserPrincipalName, UserRole, TenantId);
}

/// <summary>Source-generated reading and writing of the connector's own bodies.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CreatedResource))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(RosterPage))]
[JsonSerializable(typeof(RosterMember))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
