using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Checks;

/// <summary>Schema, version and ids.</summary>
public static partial class IdentityCheck
{
    private const string ManifestVersion = "1.25";

    private const string Schema =
        $"https://developer.microsoft.com/json-schemas/teams/v{ManifestVersion}/MicrosoftTeams.schema.json";

    private static readonly string[] Ids =
    [
        "id",
        "bots[*].botId",
        "composeExtensions[*].botId",
        "webApplicationInfo.id",
    ];

    /// <summary>The faults of the manifest's own identity.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest)
    {
        if (manifest["manifestVersion"] != ManifestVersion)
        {
            yield return Wrong("manifestVersion", $"{ManifestVersion} にしてください。", $"Must be {ManifestVersion}.");
        }
        if (manifest["$schema"] != Schema)
        {
            yield return Wrong("$schema", $"{Schema} にしてください。", $"Must be {Schema}.");
        }
        if (!Semantic.IsMatch(manifest["version"] ?? ""))
        {
            yield return Wrong(
                "version",
                "1.0.0 のように三つの数で書いてください。",
                "Write three numbers, as in 1.0.0."
            );
        }
        if (manifest["id"] is null)
        {
            yield return Wrong("id", "アプリの ID がありません。", "The app's id is missing.");
        }
        foreach (ManifestString id in Ids.SelectMany(manifest.Under))
        {
            if (!Guid.TryParseExact(id.Value, "D", out Guid guid) || guid == Guid.Empty)
            {
                yield return Wrong(
                    id.Path,
                    $"「{id.Value}」は使える GUID ではありません。",
                    $"\"{id.Value}\" is not a usable GUID."
                );
            }
        }
    }

    private static Fault Wrong(string path, string ja, string en) => new($"{TeamsPackage.ManifestName} {path}", ja, en);

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\z")]
    private static partial Regex Semantic { get; }
}
