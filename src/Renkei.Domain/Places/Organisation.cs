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

    /// <summary>The municipalities of a centre's area, in the order of the file.</summary>
    public IEnumerable<Municipality> MunicipalitiesOf(string centreCode) => municipalitiesByCentre[centreCode];
}
