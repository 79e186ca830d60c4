using System.Globalization;

namespace Renkei.Domain.Themes;

/// <summary>
/// Names a theme and says where it is kept: <c>{centre}.{fiscal year}.{name}</c>. Travels in card data, so it is parsed with care
/// and says nothing about rights.
/// </summary>
public sealed record ThemeId
{
    private ThemeId(string centreCode, int fiscalYear, string name) =>
        (CentreCode, FiscalYear, Name) = (centreCode, fiscalYear, name);

    /// <summary>The health centre.</summary>
    public string CentreCode { get; }

    /// <summary>The year in which the fiscal year begins, e.g. 2026 for 令和8年度.</summary>
    public int FiscalYear { get; }

    /// <summary>Distinguishes the themes of a centre and year; 1 to 32 of <c>a-z 0-9</c>.</summary>
    public string Name { get; }

    /// <summary>Builds an id.</summary>
    /// <exception cref="ArgumentException">A part has another form.</exception>
    public static ThemeId Of(string centreCode, int fiscalYear, string name) =>
        TryParse($"{centreCode}.{fiscalYear}.{name}", out ThemeId? id)
            ? id
            : throw new ArgumentException(
                "A theme id is made of a centre code, a year and a short name.",
                nameof(name)
            );

    /// <summary>Reads an id that came from outside.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ThemeId? id)
    {
        id = null;
        string[] parts = (text ?? "").Split('.');
        if (
            parts.Length == 3
            && IsName(parts[0], 12)
            && parts[1].Length == 4
            && parts[1][0] != '0'
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && IsName(parts[2], 32)
        )
        {
            id = new(parts[0], year, parts[2]);
        }
        return id is not null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CentreCode}.{FiscalYear}.{Name}");

    private static bool IsName(string part, int longest) =>
        part.Length >= 1 && part.Length <= longest && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
