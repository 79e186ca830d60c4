namespace Renkei.Domain.Councils;

/// <summary>
/// Where somebody at the table comes from: the partners the report's model of cooperation (図1) and the material on the health
/// centre's role name, so that participants can be suggested and the stakeholder directory sorted.
/// </summary>
public sealed record Sector
{
    private Sector(string code, string ja, string en) => (Code, Name) = (code, new LocalText(ja, en));

    /// <summary>保健所.</summary>
    public static Sector HealthCentre { get; } = new("health-centre", "保健所", "Health centre");

    /// <summary>県本庁.</summary>
    public static Sector HeadOffice { get; } = new("head-office", "県本庁", "Prefectural head office");

    /// <summary>市町村.</summary>
    public static Sector Municipality { get; } = new("municipality", "市町村", "Municipality");

    /// <summary>地域包括支援センター.</summary>
    public static Sector CommunitySupport { get; } =
        new("community-support", "地域包括支援センター", "Community support centre");

    /// <summary>医師会.</summary>
    public static Sector MedicalAssociation { get; } = new("medical-association", "医師会", "Medical association");

    /// <summary>歯科医師会・薬剤師会・看護協会など, the professions beside the doctors.</summary>
    public static Sector Professions { get; } =
        new(
            "professions",
            "歯科医師会・薬剤師会・看護協会など",
            "Dentists', pharmacists', nurses' and other associations"
        );

    /// <summary>病院・診療所.</summary>
    public static Sector MedicalCare { get; } = new("medical-care", "病院・診療所", "Hospitals and clinics");

    /// <summary>
    /// 圏域の中核機関: there is one for the area, such as a designated cancer hospital, a dementia centre or a rehabilitation
    /// support centre.
    /// </summary>
    public static Sector CoreInstitution { get; } =
        new("core-institution", "圏域の中核機関", "Core institutions of the area");

    /// <summary>訪問看護・在宅医療.</summary>
    public static Sector HomeCare { get; } =
        new("home-care", "訪問看護・在宅医療", "Home nursing and home medical care");

    /// <summary>ケアマネジャー.</summary>
    public static Sector CareManager { get; } = new("care-manager", "ケアマネジャー", "Care managers");

    /// <summary>介護施設・事業所.</summary>
    public static Sector CareService { get; } = new("care-service", "介護施設・事業所", "Care homes and services");

    /// <summary>福祉.</summary>
    public static Sector Welfare { get; } = new("welfare", "福祉", "Welfare");

    /// <summary>学校・大学.</summary>
    public static Sector Education { get; } = new("education", "学校・大学", "Schools and universities");

    /// <summary>住民・住民組織.</summary>
    public static Sector Residents { get; } = new("residents", "住民・住民組織", "Residents and their groups");

    /// <summary>患者・家族の会.</summary>
    public static Sector PatientsAndFamilies { get; } =
        new("patients-families", "患者・家族の会", "Patients' and families' groups");

    /// <summary>NPO・ボランティア.</summary>
    public static Sector Volunteers { get; } = new("volunteers", "NPO・ボランティア", "NPOs and volunteers");

    /// <summary>その他.</summary>
    public static Sector Other { get; } = new("other", "その他", "Other");

    /// <summary>In the order in which people are listed; other is last.</summary>
    public static IReadOnlyList<Sector> All { get; } =
    [
        HealthCentre,
        HeadOffice,
        Municipality,
        CommunitySupport,
        MedicalAssociation,
        Professions,
        MedicalCare,
        CoreInstitution,
        HomeCare,
        CareManager,
        CareService,
        Welfare,
        Education,
        Residents,
        PatientsAndFamilies,
        Volunteers,
        Other,
    ];

    /// <summary>Stored and sent; stays the same for ever.</summary>
    public string Code { get; }

    /// <summary>e.g. 地域包括支援センター / Community support centre.</summary>
    public LocalText Name { get; }

    /// <summary>The sector of a stored code, or <see langword="null"/> where no sector has it.</summary>
    public static Sector? Find(string code) => All.FirstOrDefault(s => s.Code == code);
}
