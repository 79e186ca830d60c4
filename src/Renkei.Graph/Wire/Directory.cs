namespace Renkei.Graph.Wire;

/// <summary>A room of the directory.</summary>
internal sealed record RoomResource(string? DisplayName, string? EmailAddress, int? Capacity);

/// <summary>A person of the directory.</summary>
internal sealed record UserResource(string? Id, string? DisplayName, string? Mail, string? UserPrincipalName);
