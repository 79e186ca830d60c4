using System.Globalization;
using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Checks;

/// <summary>Languages exist, their files are there, and each translates exactly the texts of the manifest.</summary>
public static partial class LanguageCheck
{
    private static readonly HashSet<string> KnownLanguages =
    [
        .. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.TwoLetterISOLanguageName),
    ];

    private static readonly HashSet<string> KnownRegions =
    [
        .. CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName),
    ];

    /// <summary>The faults of tags and language files.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest) =>
        [.. Tags(manifest), .. manifest.LanguageFiles.SelectMany(file => CheckFile(package, manifest, file))];

    private static IEnumerable<Fault> Tags(Manifest manifest)
    {
        ManifestString[] tags =
        [
            .. manifest.Under("localizationInfo.defaultLanguageTag"),
            .. manifest.Under("localizationInfo.additionalLanguages[*].languageTag"),
        ];
        foreach (ManifestString tag in tags.Where(tag => !IsLanguageTag(tag.Value)))
        {
            yield return new(
                $"{TeamsPackage.ManifestName} {tag.Path}",
                $"「{tag.Value}」という言語はありません（日本語は ja、英語は en）。",
                $"\"{tag.Value}\" is no language tag (Japanese is ja, English is en)."
            );
        }
        foreach (
            var twice in tags.GroupBy(tag => tag.Value, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
        )
        {
            yield return new(
                $"{TeamsPackage.ManifestName} {twice.Last().Path}",
                $"「{twice.Key}」が二度あります。",
                $"\"{twice.Key}\" stands twice."
            );
        }
    }

    private static IEnumerable<Fault> CheckFile(TeamsPackage package, Manifest manifest, ManifestString file)
    {
        if (package.Find(file.Value) is not { } content)
        {
            return
            [
                new(
                    $"{TeamsPackage.ManifestName} {file.Path}",
                    $"「{file.Value}」がありません（大文字と小文字も合わせてください）。",
                    $"\"{file.Value}\" is missing (upper and lower case count)."
                ),
            ];
        }
        Manifest translated = Manifest.Parse(content);
        HashSet<string> wanted =
        [
            .. manifest.Strings.Where(text => TextLimits.ByPattern.ContainsKey(text.Pattern)).Select(text => text.Path),
        ];
        HashSet<string> found = [.. translated.Strings.Select(text => text.Path).Where(path => path != "$schema")];
        return
        [
            .. TextCheck.CheckFile(file.Value, translated),
            .. wanted
                .Except(found)
                .Select(path => new Fault($"{file.Value} {path}", "訳がありません。", "Is not translated.")),
            .. found
                .Except(wanted)
                .Select(path => new Fault(
                    $"{file.Value} {path}",
                    $"{TeamsPackage.ManifestName} に対応する文がありません。",
                    $"{TeamsPackage.ManifestName} has no such text."
                )),
        ];
    }

    private static bool IsLanguageTag(string tag) =>
        Tag.Match(tag) is { Success: true } match
        && KnownLanguages.Contains(match.Groups["language"].Value)
        && (!match.Groups["region"].Success || KnownRegions.Contains(match.Groups["region"].Value.ToUpperInvariant()));

    /// <summary>The tags in use for interfaces (BCP 47): language, optional script, optional region.</summary>
    [GeneratedRegex(@"\A(?<language>[a-z]{2,3})(-[A-Z][a-z]{3})?(-(?<region>[A-Za-z]{2}))?\z")]
    private static partial Regex Tag { get; }
}
