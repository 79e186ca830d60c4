namespace Renkei.Domain.Themes;

/// <summary>
/// The field (分野) a theme belongs to: the seven that the material on the health centre's role (分野別取り組み) names, or other.
/// </summary>
public sealed record ThemeField
{
    private ThemeField(string code, int number, string ja, string en) =>
        (Code, Number, Name) = (code, number, new LocalText(ja, en));

    /// <summary>1. 市町村支援.</summary>
    public static ThemeField MunicipalSupport { get; } =
        new("municipal-support", 1, "市町村支援", "Support of municipalities");

    /// <summary>2. 圏域医療計画.</summary>
    public static ThemeField AreaMedicalPlan { get; } =
        new("area-medical-plan", 2, "圏域医療計画", "Area medical plan");

    /// <summary>3. 地域リハビリテーション.</summary>
    public static ThemeField Rehabilitation { get; } =
        new("rehabilitation", 3, "地域リハビリテーション", "Community rehabilitation");

    /// <summary>4. 認知症.</summary>
    public static ThemeField Dementia { get; } = new("dementia", 4, "認知症", "Dementia");

    /// <summary>5. 退院支援.</summary>
    public static ThemeField Discharge { get; } = new("discharge", 5, "退院支援", "Discharge support");

    /// <summary>6. 緩和ケア.</summary>
    public static ThemeField PalliativeCare { get; } = new("palliative-care", 6, "緩和ケア", "Palliative care");

    /// <summary>7. 難病.</summary>
    public static ThemeField IntractableDiseases { get; } =
        new("intractable-diseases", 7, "難病", "Intractable diseases");

    /// <summary>その他; not one of the source's.</summary>
    public static ThemeField Other { get; } = new("other", 8, "その他", "Other");

    /// <summary>The seven in the source's order, then other.</summary>
    public static IReadOnlyList<ThemeField> All { get; } =
    [
        MunicipalSupport,
        AreaMedicalPlan,
        Rehabilitation,
        Dementia,
        Discharge,
        PalliativeCare,
        IntractableDiseases,
        Other,
    ];

    /// <summary>Stored and sent; stays the same for ever.</summary>
    public string Code { get; }

    /// <summary>1 to 7 as in the source; 8 for other.</summary>
    public int Number { get; }

    /// <summary>e.g. 退院支援 / Discharge support.</summary>
    public LocalText Name { get; }

    /// <summary>The field of a stored code, or <see langword="null"/> where no field has it.</summary>
    public static ThemeField? Find(string code) => All.FirstOrDefault(f => f.Code == code);
}
