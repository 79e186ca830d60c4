using System.Text.RegularExpressions;
using Renkei.Bot.Summaries;
using Renkei.Domain.People;
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
    public static SummaryQuestion Read(string text, DateOnly today, Organisation places, Person person)
    {
        (SummaryPeriod? period, string left) = PeriodWords.Find(text, today);
        (SummaryScope? scope, left) = PlaceIn(left, places, person);
        return new(period, scope, Fillers.Replace(left, " ").Trim());
    }

    /// <summary>
    /// The place with the longest name in a text: あおば市 is named before 東部, where both occur. Of places of the same name, that of a
    /// prefecture that is named too, then that of the person's own.
    /// </summary>
    private static (SummaryScope? Scope, string Left) PlaceIn(string text, Organisation places, Person person)
    {
        bool IsNamed(Prefecture prefecture) =>
            text.Contains(prefecture.Name.Ja, StringComparison.OrdinalIgnoreCase)
            || text.Contains(prefecture.Name.En, StringComparison.OrdinalIgnoreCase);

        string[] named = [.. places.Prefectures.Where(IsNamed).Select(p => p.Code)];
        string[] own = [.. places.PrefecturesOf(person).Select(p => p.Code)];
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
            .ThenByDescending(n => named.Contains(n.Scope.PrefectureIn(places)))
            .ThenByDescending(n => own.Contains(n.Scope.PrefectureIn(places)))
            .FirstOrDefault();
        if (found.Scope is null)
        {
            return (null, text);
        }
        string left = text.Replace(found.Name, " ", StringComparison.OrdinalIgnoreCase);
        if (places.FindPrefecture(found.Scope.PrefectureIn(places)) is { } around)
        {
            left = left.Replace(around.Name.Ja, " ", StringComparison.OrdinalIgnoreCase)
                .Replace(around.Name.En, " ", StringComparison.OrdinalIgnoreCase);
        }
        return (found.Scope, left);
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
