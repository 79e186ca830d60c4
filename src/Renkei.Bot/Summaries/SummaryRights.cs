using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Summaries;

/// <summary>
/// How much somebody sees in summaries: head office its prefecture; a centre its own with names, the others of its prefecture as figures; a
/// municipality the themes that concern it and nothing else; administrators all. Nobody else sees anything of another prefecture.
/// </summary>
/// <param name="CentreCode">The centre whose themes are named; <see langword="null"/> for all centres.</param>
/// <param name="MunicipalityCode">The only municipality that is shown; <see langword="null"/> where it is not about one.</param>
internal sealed record SummaryRights(string? CentreCode, string? MunicipalityCode)
{
    /// <summary>Codes of the prefectures of which anything is seen; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Prefectures { get; init; }

    /// <summary>Everything.</summary>
    public static SummaryRights All { get; } = new(null, null);

    /// <summary>What somebody may see.</summary>
    public static SummaryRights Of(Person person, Organisation places) =>
        person.Role == Role.Administrator
            ? All
            : new(
                person.Role == Role.HeadOffice ? null : person.CentreCode ?? "",
                person.Role == Role.MunicipalStaff ? person.MunicipalityCode ?? "" : null
            )
            {
                Prefectures = [.. places.PrefecturesOf(person).Select(p => p.Code)],
            };

    /// <summary>Whether they see anything of a prefecture.</summary>
    public bool Reaches(string prefectureCode) => Prefectures is null || Prefectures.Contains(prefectureCode);

    /// <summary>Whether they see more of the prefecture than one municipality.</summary>
    public bool SeesPrefecture => MunicipalityCode is null;

    /// <summary>Whether they may read what a centre's themes and councils are called.</summary>
    public bool SeesInside(string centreCode) => SeesPrefecture && (CentreCode is null || CentreCode == centreCode);

    /// <summary>Whether they may read a theme.</summary>
    public bool Sees(Theme theme) =>
        MunicipalityCode is { } town ? theme.MunicipalityCodes.Contains(town) : SeesInside(theme.Id.CentreCode);
}
