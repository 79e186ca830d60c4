using System.Buffers;
using System.Text;

namespace Renkei.Cards;

/// <summary>
/// Makes text that people wrote safe inside Markdown: it is shown letter by letter, formats nothing, links nowhere and mentions nobody.
/// This is the one way such text gets into a <see cref="TextBlock"/>, a <see cref="Fact"/> or a table cell. A <see cref="TextRun"/>
/// needs no help and is the better place for notes and messages, because some phones show the backslashes.
/// </summary>
public static class CardText
{
    private static readonly SearchValues<char> EntityCharacters = SearchValues.Create(
        "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>
    /// The text as Markdown that shows exactly it. A line break becomes a new paragraph; blanks around lines and empty lines go.
    /// </summary>
    public static string Escape(string text)
    {
        StringBuilder markdown = new(text.Length + 16);
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> written = line.Trim();
            if (written.IsEmpty)
                continue;
            if (markdown.Length > 0)
                markdown.Append("\n\n");
            AppendLine(markdown, written);
        }

        return markdown.ToString();
    }

    /// <summary>Markdown of ours around text of theirs: <c>CardText.Format($"**{name}** さん")</c> escapes what is in braces.</summary>
    public static string Format(FormattableString markdown)
    {
        object?[] escaped = Array.ConvertAll(
            markdown.GetArguments(),
            argument => argument is string text ? (object)Escape(text) : argument
        );
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, markdown.Format, escaped);
    }

    private static void AppendLine(StringBuilder markdown, ReadOnlySpan<char> line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;

        for (int i = 0; i < line.Length; i++)
        {
            bool special = line[i] switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '<' => true,
                // Only where an entity begins, so that "A&B" stays readable on every phone.
                '&' => IsEntity(line[i..]),
                // {{DATE(…)}} and {{TIME(…)}} are replaced before Markdown is read, so the backslash has to stand inside.
                '{' => i > 0 && line[i - 1] == '{',
                // Teams on phones looks for links without minding the backslash before a bracket; this one it minds.
                '(' => i > 0 && line[i - 1] == ']',
                // Headings, lists, quotes and rules begin lines.
                '#' or '+' or '-' or '>' or '=' => i == 0,
                '.' or ')' => digits > 0 && i == digits,
                _ => false,
            };
            if (special)
                markdown.Append('\\');
            markdown.Append(line[i]);
        }
    }

    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(';');
        return end > 1 && text[1..end].IndexOfAnyExcept(EntityCharacters) < 0;
    }
}
