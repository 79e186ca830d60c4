using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Renkei.Bot.Tests.Play;

/// <summary>Cards as they are meant to be, kept in <c>Golden</c> and compared as JSON. RENKEI_UPDATE_GOLDEN=1 rewrites them.</summary>
internal static partial class Golden
{
    public static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    private static readonly bool Updates = Environment.GetEnvironmentVariable("RENKEI_UPDATE_GOLDEN") == "1";

    /// <summary>Names of the cards that are kept.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    /// <summary>Compares a card with the one that is kept under this name.</summary>
    public static void Matches(string name, ReadOnlyMemory<byte> card)
    {
        string path = Path.Combine(Folder(), $"{name}.json");
        JsonNode actual = JsonNode.Parse(Normalised(card))!;
        if (Updates)
        {
            File.WriteAllText(path, actual.ToJsonString(Indented) + "\n");
            return;
        }
        JsonNode expected = JsonNode.Parse(File.ReadAllText(path))!;
        if (!JsonNode.DeepEquals(expected, actual))
        {
            Assert.Equal(expected.ToJsonString(Indented), actual.ToJsonString(Indented));
        }
    }

    /// <summary>Tokens, save ids and names of new themes, councils, requests and feedback, which are drawn anew every time, become one text.</summary>
    private static string Normalised(ReadOnlyMemory<byte> card) =>
        Council.Replace(
            Theme.Replace(
                Token.Replace(System.Text.Encoding.UTF8.GetString(card.Span), "\"$1\":\"(drawn)\""),
                "$1(drawn)\""
            ),
            "$1(drawn)\""
        );

    private static string Folder() => Path.Combine(SourceTree.Root, "tests", "Renkei.Bot.Tests", "Golden");

    [GeneratedRegex("\"([kKuitn]|value)\":\"m?[0-9a-f]{12,}\"")]
    private static partial Regex Token { get; }

    [GeneratedRegex("(\"(?:00\\.)?(?:tobu|chubu)\\.|\"00\\.2026\\.[0-9]{10})m?[0-9a-f]{12}\"")]
    private static partial Regex Council { get; }

    [GeneratedRegex("(\"(?:theme~)?tobu\\.2026\\.)[0-9a-f]{12}\"")]
    private static partial Regex Theme { get; }
}
