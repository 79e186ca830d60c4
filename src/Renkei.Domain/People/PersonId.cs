namespace Renkei.Domain.People;

/// <summary>A person: one Entra account in one tenant. Never a name, never a mail address.</summary>
/// <param name="TenantId">Entra tenant.</param>
/// <param name="ObjectId">Entra object id within it.</param>
public sealed record PersonId(string TenantId, string ObjectId);

/// <summary>A person as shown beside what they did: the name is as it was then.</summary>
/// <param name="ObjectId">Entra object id within the tenant of the data.</param>
/// <param name="Name">Display name at that time.</param>
public sealed record PersonRef(string ObjectId, string Name);
