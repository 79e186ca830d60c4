using System.Globalization;
using System.Text;

namespace Renkei.Cards;

/// <summary>
/// Reads a card as plain text, line by line, so that no feature writes its card twice: for <see cref="AdaptiveCard.FallbackText"/>, for
/// mail and for tests. What is hidden, buttons, bars and charts are left out; the numbers of bars and charts stand beside them anyway.
/// </summary>
public static class PlainText
{
    /// <summary>The most characters of a card's plain text; the rest ends in …, for it counts towards the size of the message.</summary>
    public const int MaxLength = 1500;

    /// <summary>The card's text.</summary>
    public static string Of(AdaptiveCard card)
    {
        StringBuilder lines = new();
        Append(lines, card.Body);
        if (lines.Length <= MaxLength)
            return lines.ToString();

        // Not between the halves of a character outside the basic plane, which some names need.
        int end = MaxLength - 1;
        if (char.IsHighSurrogate(lines[end - 1]))
            end--;
        lines.Length = end;
        return lines.Append('…').ToString();
    }

    private static void Append(StringBuilder lines, IReadOnlyList<CardElement> elements)
    {
        // Longer than any plain text we keep; what follows would be cut off anyway.
        for (int i = 0; i < elements.Count && lines.Length <= MaxLength; i++)
        {
            if (elements[i].IsVisible)
                Append(lines, elements[i]);
        }
    }

    private static void Append(StringBuilder lines, CardElement element)
    {
        switch (element)
        {
            case TextBlock block:
                Line(lines);
                PlainMarkdown.Append(lines, block.Text);
                break;
            case RichTextBlock rich:
                Line(lines);
                foreach (TextRun run in rich.Inlines)
                    lines.Append(run.Text);
                break;
            case FactSet set:
                foreach (Fact fact in set.Facts)
                {
                    Line(lines);
                    PlainMarkdown.Append(lines, fact.Title);
                    lines.Append(": ");
                    PlainMarkdown.Append(lines, fact.Value);
                }

                break;
            case Container container:
                Append(lines, container.Items);
                break;
            case ColumnSet set:
                AppendSideBySide(lines, set.Columns, column => column.IsVisible ? column.Items : [], "  ");
                break;
            case Column column:
                Append(lines, column.Items);
                break;
            case Table table:
                foreach (TableRow row in table.Rows)
                    AppendSideBySide(lines, row.Cells, cell => cell.Items, " | ");
                break;
            case Image { AltText.Length: > 0 } image:
                Line(lines).Append(image.AltText);
                break;
            case Badge badge:
                Line(lines).Append(badge.Text);
                break;
            case CardInput input:
                AppendInput(lines, input);
                break;
            default:
                break;
        }
    }

    private static void AppendSideBySide<T>(
        StringBuilder lines,
        IReadOnlyList<T> parts,
        Func<T, IReadOnlyList<CardElement>> itemsOf,
        string between
    )
    {
        StringBuilder line = new();
        StringBuilder part = new();
        for (int i = 0; i < parts.Count; i++)
        {
            part.Clear();
            Append(part, itemsOf(parts[i]));
            if (part.Length == 0)
                continue;
            if (line.Length > 0)
                line.Append(between);
            line.Append(part.Replace('\n', ' '));
        }

        if (line.Length > 0)
            Line(lines).Append(line);
    }

    private static void AppendInput(StringBuilder lines, CardInput input)
    {
        Line(lines).Append(input.Label).Append(": ");
        switch (input)
        {
            case TextInput text:
                lines.Append(text.Value);
                break;
            case NumberInput number:
                lines.Append(number.Value?.ToString(CultureInfo.InvariantCulture));
                break;
            case DateInput date:
                lines.Append(date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeInput time:
                lines.Append(time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture));
                break;
            case ToggleInput toggle:
                lines.Append(toggle.Value ? "☑ " : "☐ ").Append(toggle.Title);
                break;
            case ChoiceSetInput set:
                lines.AppendJoin(
                    ", ",
                    set.Choices.Where(choice => set.Values.Contains(choice.Value)).Select(choice => choice.Title)
                );
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{input.TypeName} has no plain text.");
        }
    }

    private static StringBuilder Line(StringBuilder lines) => lines.Length == 0 ? lines : lines.Append('\n');
}
