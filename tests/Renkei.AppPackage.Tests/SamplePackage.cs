using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Renkei.AppPackage.Tests;

/// <summary>The repository's own package for an invented prefecture, and ways to spoil it.</summary>
internal static partial class SamplePackage
{
    public static PackageSettings Settings { get; } =
        new(
            "5d1cbb57-6e3f-4b3b-9b0c-0a4cf3b4a001",
            "7e1cbb57-6e3f-4b3b-9b0c-0a4cf3b4a002",
            "renkei.example.jp",
            "ひかり県",
            "https://www.example.jp/renkei",
            "https://www.example.jp/privacy",
            "https://www.example.jp/terms",
            "1.2.3"
        );

    public static TeamsPackage Build(PackageSettings? settings = null) =>
        TeamsPackage.FromFolder(RepositoryFiles.PathTo("manifest"), settings ?? Settings);

    /// <summary>The sample with one value of one JSON file replaced, or removed for <c>null</c>.</summary>
    public static TeamsPackage With(string file, string path, string? json) =>
        WithFile(
            file,
            bytes =>
            {
                JsonNode root = JsonNode.Parse(bytes)!;
                // The keys of a language file look like paths; there the whole text is one name.
                Set(root, file == TeamsPackage.ManifestName ? Steps(path) : [path], json);
                return Encoding.UTF8.GetBytes(root.ToJsonString());
            }
        );

    /// <summary>The sample with the bytes of one file replaced.</summary>
    public static TeamsPackage WithFile(string name, Func<byte[], byte[]> change) =>
        TeamsPackage.FromFiles(
            Build()
                .Files.Select(file => file.Name == name ? file with { Content = change(file.Content.ToArray()) } : file)
        );

    private static string[] Steps(string path) => [.. Step.Matches(path).Select(step => step.Value)];

    private static void Set(JsonNode node, string[] steps, string? json)
    {
        foreach (string step in steps[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        }
        if (json is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else if (node is JsonArray array)
        {
            array[int.Parse(steps[^1])] = JsonNode.Parse(json);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step { get; }
}
