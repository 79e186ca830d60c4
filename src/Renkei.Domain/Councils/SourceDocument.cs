namespace Renkei.Domain.Councils;

/// <summary>The official documents that the method comes from.</summary>
public sealed record SourceDocument
{
    private SourceDocument(string code, string ja, string en) => (Code, Name) = (code, new LocalText(ja, en));

    /// <summary>The report with 表1 and 図1 (令和2年度).</summary>
    public static SourceDocument Report { get; } =
        new(
            "000",
            "保健医療福祉連携システムの構築事業 報告書",
            "Report on building the cooperation system of health, medical care and welfare"
        );

    /// <summary>The material on the health centre's role: 8 projects, fields, 7つのA.</summary>
    public static SourceDocument HealthCentreRole { get; } =
        new("001", "保健所の役割に関する資料", "Material on the health centre's role");

    /// <summary>The municipal handbook: the steps with the medical association, tasks a to g.</summary>
    public static SourceDocument MunicipalHandbook { get; } =
        new("003", "在宅医療・介護連携 市町村ハンドブック", "Municipal handbook on home medical and nursing care");

    /// <summary>The group exchange of the forum of March 2019, and the support matrix.</summary>
    public static SourceDocument GroupExchange { get; } =
        new("004", "全国在宅医療・介護連携研修フォーラム グループ意見交換", "National forum 2019: group exchange");

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<SourceDocument> All { get; } =
    [Report, HealthCentreRole, MunicipalHandbook, GroupExchange];

    /// <summary>Its number, three digits.</summary>
    public string Code { get; }

    /// <summary>A short title.</summary>
    public LocalText Name { get; }

    /// <summary>The document of a number, or <see langword="null"/> where there is none of it here.</summary>
    public static SourceDocument? Find(string code) => All.FirstOrDefault(d => d.Code == code);
}

/// <summary>Where in a document something comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Place">As people would look it up, e.g. 表1-9 or 難病; Japanese as the document is.</param>
public sealed record Source(SourceDocument Document, string Place);
