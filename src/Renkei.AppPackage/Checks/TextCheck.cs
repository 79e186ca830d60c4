using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Checks;

/// <summary>Texts are there, fit, and differ where Teams wants two different ones.</summary>
public static partial class TextCheck
{
    private static readonly string[] Required = ["name.short", "name.full", "description.short", "description.full"];

    /// <summary>The faults of the manifest's texts and accent colour.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest) =>
        [
            .. CheckFile(TeamsPackage.ManifestName, manifest),
            .. TooLong(
                TeamsPackage.ManifestName,
                "developer.name",
                manifest["developer.name"] ?? "",
                TextLimits.DeveloperName
            ),
            .. AccentColour(manifest),
        ];

    /// <summary>The same rules for one file, the manifest or a language file.</summary>
    internal static IEnumerable<Fault> CheckFile(string file, Manifest texts) =>
        [
            .. Required.Where(path => texts[path] is null).SelectMany(path => TooLong(file, path, "", 0)),
            .. texts.Strings.SelectMany(text =>
                TextLimits.ByPattern.TryGetValue(text.Pattern, out int limit)
                    ? TooLong(file, text.Path, text.Value, limit)
                    : []
            ),
            .. Same(file, "name", texts),
            .. Same(file, "description", texts),
        ];

    private static IEnumerable<Fault> TooLong(string file, string path, string text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new($"{file} {path}", "空です。", "Is empty.");
        }
        else if (text.Length > limit)
        {
            yield return new(
                $"{file} {path}",
                $"{text.Length} 文字あります。{limit} 文字までです。",
                $"Has {text.Length} characters; {limit} are allowed."
            );
        }
    }

    private static IEnumerable<Fault> Same(string file, string property, Manifest texts)
    {
        string? brief = texts[$"{property}.short"];
        if (brief is not null && brief == texts[$"{property}.full"])
        {
            yield return new(
                $"{file} {property}",
                "short と full は違う文にしてください。",
                "The short and the full text must differ."
            );
        }
    }

    private static IEnumerable<Fault> AccentColour(Manifest manifest)
    {
        if (!HexColour.IsMatch(manifest["accentColor"] ?? ""))
        {
            yield return new(
                $"{TeamsPackage.ManifestName} accentColor",
                "#0B5E6B のように # と6桁で書いてください。",
                "Write # and six hexadecimal digits, as in #0B5E6B."
            );
        }
    }

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex HexColour { get; }
}
