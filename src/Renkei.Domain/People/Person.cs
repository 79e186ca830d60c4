namespace Renkei.Domain.People;

/// <summary>Somebody who told Renkei where they work and as what.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Display name as last seen.</param>
/// <param name="Role">What they may act as now.</param>
/// <param name="CentreCode">Their health centre; for municipal staff the centre of their area; <see langword="null"/> for head office and administrators.</param>
/// <param name="MunicipalityCode">For municipal staff only.</param>
public sealed record Person(PersonId Id, string Name, Role Role, string? CentreCode, string? MunicipalityCode)
{
    /// <summary>As shown beside what they do.</summary>
    public PersonRef Ref => new(Id.ObjectId, Name);

    /// <summary>Whether this person may confirm that somebody takes <paramref name="request"/>'s role.</summary>
    /// <remarks>One who is one already: a coordinator of the same centre, head office, an administrator. Administrators may confirm all.</remarks>
    public bool MayConfirm(RoleRequest request) =>
        Role == Role.Administrator
        || (Role == request.Role && (Role != Role.Coordinator || CentreCode == request.CentreCode));
}

/// <summary>A role somebody asked for, waiting for confirmation.</summary>
/// <param name="Role">A role that needs confirmation.</param>
/// <param name="CentreCode">The centre, for coordinators.</param>
/// <param name="At">When it was asked for (UTC).</param>
public sealed record RoleRequest(Role Role, string? CentreCode, DateTimeOffset At);
