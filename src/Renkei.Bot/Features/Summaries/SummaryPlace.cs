using Renkei.Bot.Summaries;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Texts = Renkei.Bot.Features.Summaries.SummaryTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>What is shown to somebody who asked for a place: that, or what they may see instead.</summary>
/// <param name="Scope">What is shown.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Centres">The centres that have to be read.</param>
/// <param name="Prefecture">Where the way back leads; <see langword="null"/> where the reader sees no more.</param>
internal sealed record SummaryPlace(
    SummaryScope Scope,
    LocalText Name,
    IReadOnlyList<HealthCentre> Centres,
    SummaryScope? Prefecture
)
{
    /// <summary>Finds the place.</summary>
    /// <param name="asked">What was asked for; <see langword="null"/> for the usual.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="rights">What they may see.</param>
    /// <param name="places">All places.</param>
    /// <param name="notices">Where it is said that something else is shown.</param>
    /// <returns><see langword="null"/> where a prefecture has to be chosen first.</returns>
    public static SummaryPlace? Find(
        SummaryScope? asked,
        Person person,
        SummaryRights rights,
        Organisation places,
        List<LocalText> notices
    )
    {
        if (rights.MunicipalityCode is { } own)
        {
            return OfTown(asked, own, person, places, notices);
        }
        if (asked?.PrefectureIn(places) is { } prefecture && !rights.Reaches(prefecture))
        {
            notices.Add(Texts.OtherPrefecture);
            asked = null;
        }
        switch (asked)
        {
            case SummaryScope.Centre { CentreCode: var code } when places.FindCentre(code) is { } centre:
                if (!rights.SeesInside(code))
                {
                    notices.Add(Texts.CentreOnlyFigures);
                }
                return Of(asked, places.LabelOf(centre), [centre]);
            case SummaryScope.Municipality { MunicipalityCode: var code }
                when places.FindMunicipality(code) is { } town && places.FindCentre(town.CentreCode) is { } centre:
                if (rights.SeesInside(centre.Code))
                {
                    return Of(asked, town.Name, [centre]);
                }
                notices.Add(Texts.CentreOnlyFigures);
                return Of(new SummaryScope.Centre(centre.Code), places.LabelOf(centre), [centre]);
            case SummaryScope.OneTheme { Theme: var theme } when places.FindCentre(theme.CentreCode) is { } centre:
                if (rights.SeesInside(centre.Code))
                {
                    return Of(asked, centre.Name, [centre]);
                }
                notices.Add(Texts.NotYourTheme);
                break;
            case SummaryScope.Prefecture { PrefectureCode: var code } when IsThere(places, code):
                return OfPrefecture(code, places);
            case null:
                break;
            default:
                notices.Add(Texts.PlaceGone);
                break;
        }
        return places.PrefecturesOf(person) is [var only] ? OfPrefecture(only.Code, places) : null;
    }

    /// <summary>All centres of a prefecture.</summary>
    public static SummaryPlace OfPrefecture(string code, Organisation places) =>
        new(
            new SummaryScope.Prefecture(code),
            places.FindPrefecture(code)!.Name,
            [.. places.CentresIn(code)],
            Prefecture: null
        );

    /// <summary>What was stored as the scope of something: a prefecture or a centre, without centres where it is gone.</summary>
    public static SummaryPlace OfScope(SummaryScope scope, Organisation places) =>
        scope switch
        {
            SummaryScope.Prefecture { PrefectureCode: var code } when IsThere(places, code) => OfPrefecture(
                code,
                places
            ),
            SummaryScope.Centre { CentreCode: var code } when places.FindCentre(code) is { } centre => Of(
                scope,
                places.LabelOf(centre),
                [centre]
            ),
            _ => new(scope, new(scope.Code, scope.Code), [], Prefecture: null),
        };

    /// <summary>Whether a prefecture has centres here.</summary>
    public static bool IsThere(Organisation places, string code) =>
        places.FindPrefecture(code) is not null && places.CentresIn(code).Any();

    private static SummaryPlace OfTown(
        SummaryScope? asked,
        string own,
        Person person,
        Organisation places,
        List<LocalText> notices
    )
    {
        Municipality? town = places.FindMunicipality(own);
        LocalText name = town?.Name ?? new(own, own);
        HealthCentre[] centres = places.FindCentre(town?.CentreCode ?? person.CentreCode ?? "") is { } centre
            ? [centre]
            : [];
        if (asked is SummaryScope.OneTheme { Theme: var theme } && centres.Any(c => c.Code == theme.CentreCode))
        {
            return new(asked, name, centres, new SummaryScope.Municipality(own));
        }
        if (asked is not null && asked != new SummaryScope.Municipality(own))
        {
            notices.Add(Texts.OnlyMunicipality(name));
        }
        return new(new SummaryScope.Municipality(own), name, centres, Prefecture: null);
    }

    private static SummaryPlace Of(SummaryScope scope, LocalText name, IReadOnlyList<HealthCentre> centres) =>
        new(scope, name, centres, new SummaryScope.Prefecture(centres[0].PrefectureCode));
}
