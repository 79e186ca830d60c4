using System.Text.Json;
using System.Text.RegularExpressions;

namespace Renkei.AppPackage;

/// <summary>A Teams manifest or language file as its strings, each with the path that language files use as key.</summary>
public sealed partial class Manifest
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, string> byPath;

    private Manifest(IReadOnlyList<ManifestString> strings)
    {
        Strings = strings;
        byPath = strings.ToDictionary(text => text.Path, text => text.Value, StringComparer.Ordinal);
    }

    /// <summary>Every string value, in the order of the file.</summary>
    public IReadOnlyList<ManifestString> Strings { get; }

    /// <summary>The icon files the manifest names.</summary>
    public IEnumerable<ManifestString> Icons => Under("icons.*");

    /// <summary>The language files the manifest names.</summary>
    public IEnumerable<ManifestString> LanguageFiles =>
        Under("localizationInfo.additionalLanguages[*].file").Concat(Under("localizationInfo.defaultLanguageFile"));

    /// <summary>The string at a path such as <c>bots[0].botId</c>; <c>null</c> when there is none.</summary>
    public string? this[string path] => byPath.GetValueOrDefault(path);

    /// <summary>Reads a JSON file; numbers and booleans are passed over.</summary>
    /// <exception cref="JsonException">Not well-formed JSON, or a property stands twice.</exception>
    public static Manifest Parse(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Strict);
        return new([.. Walk("", document.RootElement)]);
    }

    /// <summary>The strings of a pattern: <c>[*]</c> is any index, and a <c>*</c> at the end any name.</summary>
    public IEnumerable<ManifestString> Under(string pattern) =>
        pattern.EndsWith(".*", StringComparison.Ordinal)
            ? Strings.Where(text => text.Pattern.StartsWith(pattern[..^1], StringComparison.Ordinal))
            : Strings.Where(text => text.Pattern == pattern);

    private static IEnumerable<ManifestString> Walk(string path, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    Walk(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Walk($"{path}[{i}]", item)),
            JsonValueKind.String => [new(path, Index.Replace(path, "[*]"), element.GetString()!)],
            _ => [],
        };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index { get; }
}

/// <summary>One string of a manifest.</summary>
/// <param name="Path">Where it stands, e.g. <c>bots[0].commandLists[1].commands[0].title</c>.</param>
/// <param name="Pattern">The same with <c>[*]</c> for each index.</param>
/// <param name="Value">The string.</param>
public sealed record ManifestString(string Path, string Pattern, string Value);
