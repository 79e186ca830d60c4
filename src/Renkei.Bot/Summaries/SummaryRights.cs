using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Summaries;

/// <summary>
/// How much of the prefecture somebody sees in summaries: head office and administrators all; a centre its own with names, the others as
/// figures; a municipality the themes that concern it and nothing else.
/// </summary>
/// <param name="CentreCode">The centre whose themes are named; <see langword="null"/> for all centres.</param>
/// <param name="MunicipalityCode">The only municipality that is shown; <see langword="null"/> where it is not about one.</param>
internal sealed record SummaryRights(string? CentreCode, string? MunicipalityCode)
{
    /// <summary>Everything.</summary>
    public static SummaryRights All { get; } = new(null, null);

    /// <summary>What somebody may see.</summary>
    public static SummaryRights Of(Person person) =>
        person.Role is Role.HeadOffice or Role.Administrator
            ? All
            : new(person.CentreCode ?? "", person.Role == Role.MunicipalStaff ? person.MunicipalityCode ?? "" : null);

    /// <summary>Whether they see more of the prefecture than one municipality.</summary>
    public bool SeesPrefecture => MunicipalityCode is null;

    /// <summary>Whether they may read what a centre's themes and councils are called.</summary>
    public bool SeesInside(string centreCode) => SeesPrefecture && (CentreCode is null || CentreCode == centreCode);

    /// <summary>Whether they may read a theme.</summary>
    public bool Sees(Theme theme) =>
        MunicipalityCode is { } town ? theme.MunicipalityCodes.Contains(town) : SeesInside(theme.Id.CentreCode);
}
