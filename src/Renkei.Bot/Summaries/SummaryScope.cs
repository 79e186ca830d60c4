using System.Diagnostics.CodeAnalysis;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Summaries;

/// <summary>Of what a summary is made. Travels in card data, says nothing about rights.</summary>
internal abstract record SummaryScope
{
    private SummaryScope() { }

    /// <summary>All centres of a prefecture, by its code.</summary>
    public sealed record Prefecture(string PrefectureCode) : SummaryScope
    {
        public override string Code => $"p.{PrefectureCode}";
    }

    /// <summary>One health centre.</summary>
    public sealed record Centre(string CentreCode) : SummaryScope
    {
        public override string Code => $"c.{CentreCode}";
    }

    /// <summary>The themes that concern a municipality.</summary>
    public sealed record Municipality(string MunicipalityCode) : SummaryScope
    {
        public override string Code => $"m.{MunicipalityCode}";
    }

    /// <summary>One theme.</summary>
    public sealed record OneTheme(ThemeId Theme) : SummaryScope
    {
        public override string Code => $"t.{Theme}";
    }

    /// <summary>Stands for it in card data.</summary>
    public abstract string Code { get; }

    /// <summary>The prefecture it lies in; <see langword="null"/> where there is no such place.</summary>
    public string? PrefectureIn(Organisation places) =>
        this switch
        {
            Prefecture prefecture => places.FindPrefecture(prefecture.PrefectureCode)?.Code,
            Centre centre => places.FindCentre(centre.CentreCode)?.PrefectureCode,
            Municipality { MunicipalityCode: var code } => places.FindMunicipality(code) is { } town
                ? places.FindCentre(town.CentreCode)?.PrefectureCode
                : null,
            OneTheme theme => places.FindCentre(theme.Theme.CentreCode)?.PrefectureCode,
            _ => throw new InvalidOperationException($"A scope of the kind {GetType().Name} lies nowhere."),
        };

    /// <summary>Reads a code that came from outside; whether the place exists is another question.</summary>
    public static bool TryParse(string? code, [NotNullWhen(true)] out SummaryScope? scope)
    {
        scope =
            code is { Length: > 2 } && code[1] == '.' && code.Length <= 80
                ? code[0] switch
                {
                    'p' => new Prefecture(code[2..]),
                    'c' => new Centre(code[2..]),
                    'm' => new Municipality(code[2..]),
                    't' when ThemeId.TryParse(code[2..], out ThemeId? theme) => new OneTheme(theme),
                    _ => null,
                }
                : null;
        return scope is not null;
    }
}
