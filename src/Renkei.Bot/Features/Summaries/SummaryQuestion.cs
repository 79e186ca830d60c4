using System.Text.RegularExpressions;
using Renkei.Bot.Summaries;
using Renkei.Domain.Places;
using Renkei.Domain.Summaries;

namespace Renkei.Bot.Features.Summaries;

/// <summary>What somebody asks for in words.</summary>
/// <param name="Period">The period; <see langword="null"/> where none is named.</param>
/// <param name="Scope">A place; <see langword="null"/> where none is named.</param>
/// <param name="Words">What is left: part of the name of a theme, or something nobody knows; empty for nothing.</param>
internal sealed partial record SummaryQuestion(SummaryPeriod? Period, SummaryScope? Scope, string Words)
{
    private const int ShortestPlace = 2;

    /// <summary>Reads what was typed, the command included.</summary>
    public static SummaryQuestion Read(string text, DateOnly today, Organisation places)
    {
        (SummaryPeriod? period, string left) = PeriodWords.Find(text, today);
        (SummaryScope? scope, left) = PlaceIn(left, places);
        return new(period, scope, Fillers.Replace(left, " ").Trim());
    }

    /// <summary>The place with the longest name in a text: あおば市 is named before 東部, where both occur.</summary>
    private static (SummaryScope? Scope, string Left) PlaceIn(string text, Organisation places)
    {
        IEnumerable<(string Name, SummaryScope Scope)> names = places
            .Centres.SelectMany(c => NamesOf(c).Select(n => (n, (SummaryScope)new SummaryScope.Centre(c.Code))))
            .Concat(
                places.Municipalities.SelectMany(m =>
                    new[] { m.Name.Ja, m.Name.En }.Select(n => (n, (SummaryScope)new SummaryScope.Municipality(m.Code)))
                )
            )
            .Concat(
                places.Prefectures.SelectMany(p =>
                    new[] { p.Name.Ja, p.Name.En }.Select(n => (n, (SummaryScope)new SummaryScope.Prefecture(p.Code)))
                )
            );
        (string Name, SummaryScope Scope) found = names
            .Where(n => n.Name.Length >= ShortestPlace)
            .Where(n => text.Contains(n.Name, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(n => n.Name.Length)
            .FirstOrDefault();
        return found.Scope is null
            ? (null, text)
            : (found.Scope, text.Replace(found.Name, " ", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> NamesOf(HealthCentre centre)
    {
        yield return centre.Name.Ja;
        yield return centre.Name.En;
        yield return SummaryParts.ShortName(centre, Domain.Language.Japanese);
        yield return SummaryParts.ShortName(centre, Domain.Language.English);
    }

    // Words around what is meant; particles only where they stand alone, because names hold their letters.
    [GeneratedRegex(
        "週次まとめ|月次まとめ|しゅうじまとめ|週報|月報|まとめ|今の?ところ|を?(?:見せて|みせて|教えて|出して|お願いします?|ください|下さい|見たい)|県全体|全体|(?<![^\\s、])[のをはがで](?![^\\s、])|\\b(?:weekly|monthly|yearly|summary|report|of|for|the|please|show|me|in|all)\\b|[\\s、。，,.:：「」『』（）()？?！!]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Fillers { get; }
}
