using System.Text;

namespace Renkei.Cards;

/// <summary>
/// The little Markdown that cards know, read as plain text: escapes, emphasis, links and mentions. It undoes what
/// <see cref="CardText.Escape"/> did, except for empty lines.
/// </summary>
internal static class PlainMarkdown
{
    public static void Append(StringBuilder text, ReadOnlySpan<char> markdown)
    {
        for (int i = 0; i < markdown.Length; i++)
        {
            ReadOnlySpan<char> rest = markdown[i..];
            switch (rest[0])
            {
                case '\\' when rest.Length > 1 && char.IsAscii(rest[1]) && !char.IsAsciiLetterOrDigit(rest[1]):
                    text.Append(rest[1]);
                    i++;
                    break;
                case '*':
                    break;
                case '_' when IsWordEdge(markdown, i):
                    break;
                case '<' when rest.StartsWith("<at>", StringComparison.Ordinal):
                    i += "<at>".Length - 1;
                    break;
                case '<' when rest.StartsWith("</at>", StringComparison.Ordinal):
                    i += "</at>".Length - 1;
                    break;
                case '[' when Link(rest) is (int textLength, int linkLength):
                    Append(text, rest.Slice(1, textLength));
                    i += linkLength - 1;
                    break;
                case '\n' when rest.StartsWith("\n\n", StringComparison.Ordinal):
                    break;
                default:
                    text.Append(rest[0]);
                    break;
            }
        }
    }

    /// <summary>Lengths of the text and of the whole of <c>[text](address)</c>.</summary>
    private static (int Text, int Whole)? Link(ReadOnlySpan<char> rest)
    {
        int close = rest.IndexOf("](", StringComparison.Ordinal);
        if (close < 0 || rest[close - 1] == '\\')
            return null;
        int end = rest[close..].IndexOf(')');
        return end < 0 ? null : (close - 1, close + end + 1);
    }

    private static bool IsWordEdge(ReadOnlySpan<char> markdown, int at) =>
        at == 0
        || at == markdown.Length - 1
        || !char.IsLetterOrDigit(markdown[at - 1])
        || !char.IsLetterOrDigit(markdown[at + 1]);
}
