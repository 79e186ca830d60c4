using Renkei.Domain.People;

namespace Renkei.Domain.Places;

/// <summary>A prefecture by its JIS X 0401 code.</summary>
/// <param name="Code">01 to 47; 00 is the sample prefecture.</param>
/// <param name="Name">e.g. 福島県 / Fukushima.</param>
public sealed record Prefecture(string Code, LocalText Name);

/// <summary>A health centre (保健所); its area (管内) is about one secondary medical area.</summary>
/// <param name="Code">Unique in the installation: 2 to 12 of <c>a-z 0-9</c>, stable for ever, part of row keys.</param>
/// <param name="Name">e.g. 東部保健所.</param>
/// <param name="PrefectureCode">JIS X 0401.</param>
public sealed record HealthCentre(string Code, LocalText Name, string PrefectureCode);

/// <summary>A municipality (市町村).</summary>
/// <param name="Code">The 6-digit local government code (団体コード).</param>
/// <param name="Name">e.g. あおば市.</param>
/// <param name="CentreCode">The health centre of its area.</param>
public sealed record Municipality(string Code, LocalText Name, string CentreCode);

/// <summary>The places of an installation: one prefecture (or several), its centres and municipalities. Immutable; read once at start.</summary>
public sealed class Organisation(
    IReadOnlyList<Prefecture> prefectures,
    IReadOnlyList<HealthCentre> centres,
    IReadOnlyList<Municipality> municipalities
)
{
    private readonly Dictionary<string, HealthCentre> centresByCode = centres.ToDictionary(c => c.Code);
    private readonly Dictionary<string, Municipality> municipalitiesByCode = municipalities.ToDictionary(m => m.Code);
    private readonly ILookup<string, Municipality> municipalitiesByCentre = municipalities.ToLookup(m => m.CentreCode);

    /// <summary>In order of their codes.</summary>
    public IReadOnlyList<Prefecture> Prefectures { get; } = prefectures;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<HealthCentre> Centres { get; } = centres;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; } = municipalities;

    /// <summary>A centre, or <see langword="null"/> where there is none of that code.</summary>
    public HealthCentre? FindCentre(string code) => centresByCode.GetValueOrDefault(code);

    /// <summary>A municipality, or <see langword="null"/> where there is none of that code.</summary>
    public Municipality? FindMunicipality(string code) => municipalitiesByCode.GetValueOrDefault(code);

    /// <summary>A prefecture, or <see langword="null"/> where there is none of that code.</summary>
    public Prefecture? FindPrefecture(string? code) => Prefectures.FirstOrDefault(p => p.Code == code);

    /// <summary>The centres of a prefecture, in the order of the file.</summary>
    public IEnumerable<HealthCentre> CentresIn(string prefectureCode) =>
        Centres.Where(c => c.PrefectureCode == prefectureCode);

    /// <summary>The prefectures somebody sees anything of: all for administrators, their own for everybody else.</summary>
    public IReadOnlyList<Prefecture> PrefecturesOf(Person person)
    {
        string? own = person.CentreCode is { } code ? FindCentre(code)?.PrefectureCode : null;
        return [.. Prefectures.Where(p => p.Code == own || person.OverseesPrefecture(p.Code))];
    }

    /// <summary>The centres somebody looks at from above, in the order of the file; none for those who work in one.</summary>
    public IReadOnlyList<HealthCentre> OverseenBy(Person person) => [.. Centres.Where(c => person.Oversees(c.Code))];

    /// <summary>What head office of a prefecture looks after.</summary>
    public OfficeArea AreaOf(string prefectureCode) =>
        new(prefectureCode, [.. CentresIn(prefectureCode).Select(c => c.Code)]);

    /// <summary>A centre's name where centres of several prefectures stand side by side: two of them may have the same.</summary>
    public LocalText LabelOf(HealthCentre centre) =>
        Prefectures.Count > 1 && FindPrefecture(centre.PrefectureCode) is { } prefecture
            ? new($"{centre.Name.Ja}（{prefecture.Name.Ja}）", $"{centre.Name.En} ({prefecture.Name.En})")
            : centre.Name;

    /// <summary>The municipalities of a centre's area, in the order of the file.</summary>
    public IEnumerable<Municipality> MunicipalitiesOf(string centreCode) => municipalitiesByCentre[centreCode];
}
