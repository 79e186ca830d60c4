using System.Globalization;

namespace Renkei.Cards;

/// <summary>
/// How far something has come, always with its numbers as text: a bar alone says nothing to a screen reader, in a notification or to
/// a client that does not draw it.
/// </summary>
public static class Progress
{
    /// <summary>Squares of a bar written as text.</summary>
    private const int Squares = 10;

    /// <summary>
    /// A bar with <c>5/12</c> beside it. Teams draws its own bar; a client that does not know it draws squares; the numbers stand
    /// outside of both, because a client may draw nothing for a bar it wrongly believes to know.
    /// </summary>
    /// <param name="done">0 to <paramref name="total"/>.</param>
    /// <param name="total">0 or more; 0 is an empty bar.</param>
    /// <param name="color">Colour; accent when left out.</param>
    /// <param name="label">Plain text instead of <c>5/12</c>, with the numbers in it, such as 12中5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static ColumnSet Bar(int done, int total, ProgressColor? color = null, string? label = null)
    {
        Check(done, total);
        ProgressBar bar = new(done, Math.Max(total, 1))
        {
            Color = color,
            Fallback = ElementFallback.To(new TextBlock(Bars(done, total))),
        };
        TextBlock numbers = new(label is null ? Numbers(done, total) : CardText.Escape(label));
        return new([
            new Column(ColumnWidth.Stretch, [bar]) { VerticalContentAlignment = VerticalAlignment.Center },
            new Column(ColumnWidth.Auto, [numbers]) { VerticalContentAlignment = VerticalAlignment.Center },
        ]);
    }

    /// <summary>The same as one line of text, <c>■■■■□□□□□□ 5/12</c>: for table cells and plain text.</summary>
    /// <param name="done">0 to <paramref name="total"/>.</param>
    /// <param name="total">0 or more; 0 is an empty bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static string Text(int done, int total)
    {
        Check(done, total);
        return $"{Bars(done, total)} {Numbers(done, total)}";
    }

    /// <summary>One square for each full tenth; the first one as soon as anything is done, the last one only when everything is.</summary>
    private static string Bars(int done, int total)
    {
        int full = total == 0 ? 0 : (int)((long)done * Squares / total);
        if (done > 0)
            full = Math.Max(full, 1);
        return new string('■', full) + new string('□', Squares - full);
    }

    private static string Numbers(int done, int total) =>
        string.Create(CultureInfo.InvariantCulture, $"{done}/{total}");

    private static void Check(int done, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(done, total);
    }
}
