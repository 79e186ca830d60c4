namespace Renkei.Cards;

/// <summary>
/// Finds <c>**</c> that Markdown does not take for bold. It happens easily in Japanese: in <c>**「退院」**は</c> the second mark stands
/// between a bracket and a letter, where CommonMark lets nothing end.
/// </summary>
internal static class BoldMarks
{
    public static bool AreShown(ReadOnlySpan<char> markdown)
    {
        bool bold = false;
        for (int i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\')
            {
                i++;
                continue;
            }

            if (!markdown[i..].StartsWith("**", StringComparison.Ordinal))
                continue;
            char before = i == 0 ? ' ' : markdown[i - 1];
            char after = i + 2 >= markdown.Length ? ' ' : markdown[i + 2];
            if (bold ? !Hugs(before, after) : !Hugs(after, before))
                return true;
            bold = !bold;
            i++;
        }

        return bold;
    }

    /// <summary>Whether a mark belongs to what is inside: CommonMark's left- and right-flanking runs, which mirror each other.</summary>
    private static bool Hugs(char inside, char outside) =>
        !char.IsWhiteSpace(inside) && (!IsPunctuation(inside) || char.IsWhiteSpace(outside) || IsPunctuation(outside));

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);
}
