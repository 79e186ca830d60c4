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

    /// <summary>
    /// For head office: the prefecture they work for. <see langword="null"/> for everybody else, and for head office that never said which of
    /// several prefectures it is.
    /// </summary>
    public OfficeArea? Area { get; init; }

    /// <summary>Whether it is known where they work. Head office that never said which of several prefectures it is sees nothing until then.</summary>
    public bool IsPlaced => Role != Role.HeadOffice || Area is not null;

    /// <summary>Whether they look at several centres: head office at those of its prefecture, administrators at all.</summary>
    public bool OverseesCentres => Role is Role.HeadOffice or Role.Administrator;

    /// <summary>Whether a centre is one of those they look at from above.</summary>
    public bool Oversees(string centreCode) =>
        Role == Role.Administrator || (Role == Role.HeadOffice && Area?.CentreCodes.Contains(centreCode) == true);

    /// <summary>Whether they look at a prefecture from above.</summary>
    public bool OverseesPrefecture(string prefectureCode) =>
        Role == Role.Administrator || IsHeadOfficeOf(prefectureCode);

    /// <summary>Whether they act for the head office of a prefecture.</summary>
    public bool IsHeadOfficeOf(string prefectureCode) =>
        Role == Role.HeadOffice && Area?.PrefectureCode == prefectureCode;

    /// <summary>Whether this person may confirm that somebody takes <paramref name="request"/>'s role.</summary>
    /// <remarks>
    /// One who is one already: a coordinator of the same centre, head office of the same prefecture, an administrator. Administrators may
    /// confirm all.
    /// </remarks>
    public bool MayConfirm(RoleRequest request) =>
        Role == Role.Administrator
        || (
            Role == request.Role
            && (Role != Role.Coordinator || CentreCode == request.CentreCode)
            && (Role != Role.HeadOffice || Area?.PrefectureCode == request.PrefectureCode)
        );
}

/// <summary>A role somebody asked for, waiting for confirmation.</summary>
/// <param name="Role">A role that needs confirmation.</param>
/// <param name="CentreCode">The centre, for coordinators.</param>
/// <param name="At">When it was asked for (UTC).</param>
/// <param name="PrefectureCode">The prefecture, for head office.</param>
public sealed record RoleRequest(Role Role, string? CentreCode, DateTimeOffset At, string? PrefectureCode = null);
