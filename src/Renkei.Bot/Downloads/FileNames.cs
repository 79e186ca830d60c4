using System.Globalization;
using System.Text;

namespace Renkei.Bot.Downloads;

/// <summary>Names of files that OneDrive, Windows and a mail attachment all take.</summary>
internal static class FileNames
{
    private const int Longest = 80;

    // What OneDrive refuses, and what other places make trouble of.
    private const string NotAllowed = "\"*:<>?/\\|#%&{}~'`";

    /// <summary>退院支援ルールづくり_段階チェック_20261121.xlsx</summary>
    /// <param name="about">What people named it; anything.</param>
    /// <param name="what">What it is.</param>
    /// <param name="day">The day of its contents, Japan.</param>
    /// <param name="ending">Without the dot.</param>
    public static string Of(string about, string what, DateOnly day, string ending)
    {
        string rest = $"_{Clean(what)}_{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.{ending}";
        string beginning = Shortened(Clean(about), Longest - rest.Length);
        return beginning.Length == 0 ? rest[1..] : beginning + rest;
    }

    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isOut =
                Rune.IsControl(rune) || (rune.IsBmp && NotAllowed.Contains((char)rune.Value, StringComparison.Ordinal));
            clean.Append(isOut || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }
        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
    }

    /// <summary>No character is torn apart: what looks like one may be several.</summary>
    private static string Shortened(string text, int longest)
    {
        StringInfo characters = new(text);
        int count = characters.LengthInTextElements;
        while (count > 0 && characters.SubstringByTextElements(0, count).Length > longest)
        {
            count--;
        }
        return count == 0 ? "" : characters.SubstringByTextElements(0, count).TrimEnd('.', ' ');
    }
}
