using System.Net;
using System.Text.RegularExpressions;

namespace Renkei.Graph;

/// <summary>
/// The part of an event's HTML body that is ours. The rest belongs to others: Teams puts its join information there, which must not be
/// lost, and people write.
/// </summary>
internal static partial class AgendaBlock
{
    /// <summary>A body that is all ours.</summary>
    public static string Body(string agenda) => $"<html><body>{Block(agenda)}</body></html>";

    /// <summary>The agenda in a body; <see langword="null"/> where our part is gone or was rewritten with markup of its own.</summary>
    public static string? Read(string? html)
    {
        if (html is null || Ours().Match(html) is not { Success: true } match)
        {
            return null;
        }
        string[] lines = LineBreaks().Split(Space().Replace(match.Groups["text"].Value, " "));
        return lines.Any(l => l.Contains('<', StringComparison.Ordinal))
            ? null
            : string.Join('\n', lines.Select(l => WebUtility.HtmlDecode(l).Trim()));
    }

    /// <summary>The body with another agenda; <see langword="null"/> where <see cref="Read"/> finds none.</summary>
    public static string? Replace(string? html, string agenda) =>
        Read(html) is null
            ? null
            : Ours().Replace(html!, Block(agenda).Replace("$", "$$", StringComparison.Ordinal), 1);

    /// <summary>An agenda as it reads after it was in a body.</summary>
    public static string Normal(string agenda) =>
        string.Join('\n', agenda.ReplaceLineEndings("\n").Split('\n').Select(l => Space().Replace(l, " ").Trim()));

    private static string Block(string agenda) =>
        $"<div id=\"renkei-agenda\">{string.Join("<br>", Normal(agenda).Split('\n').Select(WebUtility.HtmlEncode))}</div>";

    // Outlook puts x_ before the ids of what it has shown once.
    [GeneratedRegex(
        "<div[^>]*\\bid=\"(?:x_)*renkei-agenda\"[^>]*>(?<text>.*?)</div>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ours();

    [GeneratedRegex("<br\\s*/?>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
