using Renkei.Domain.People;

namespace Renkei.Domain.Themes;

/// <summary>A theme (取り組みテーマ): what a health centre works on in a fiscal year.</summary>
/// <param name="Id">Names it and says where it is kept.</param>
/// <param name="Name">1 to <see cref="NameLength"/> characters.</param>
/// <param name="FieldCode">One of the 7 fields of the health centre's role, or other.</param>
/// <param name="MunicipalityCodes">The municipalities concerned, at least one.</param>
/// <param name="Members">Who works on it; next steps are given to them.</param>
/// <param name="CreatedBy">Who started it.</param>
/// <param name="CreatedAt">When (UTC).</param>
public sealed record Theme(
    ThemeId Id,
    string Name,
    string FieldCode,
    IReadOnlyList<string> MunicipalityCodes,
    IReadOnlyList<PersonRef> Members,
    PersonRef CreatedBy,
    DateTimeOffset CreatedAt
)
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 40;

    /// <summary>Whether <paramref name="person"/> may answer its checklist: nurses and coordinators of its centre.</summary>
    public bool MayEdit(Person person) =>
        person.Role is Role.Nurse or Role.Coordinator && person.CentreCode == Id.CentreCode;

    /// <summary>
    /// Whether <paramref name="person"/> may read it: its centre, head office of its prefecture, administrators, and municipal staff whose
    /// municipality is concerned.
    /// </summary>
    public bool MayRead(Person person) =>
        person.Role switch
        {
            Role.HeadOffice or Role.Administrator => person.Oversees(Id.CentreCode),
            Role.MunicipalStaff => person.MunicipalityCode is { } code && MunicipalityCodes.Contains(code),
            _ => person.CentreCode == Id.CentreCode,
        };
}
