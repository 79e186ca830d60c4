using System.Text;

namespace Renkei.Bot.Places;

/// <summary>
/// English names for municipalities that have none in the file, from the ministry's kana column: Hepburn without marks of
/// length. Where the official spelling differs, the column 市区町村名（英語） says so.
/// </summary>
internal static class Romaji
{
    private const string Kana =
        "アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヰヱヲンヴ";

    private static readonly string[] Sounds =
    [
        .. (
            "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do "
            + "na ni nu ne no ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro wa i e o n vu"
        ).Split(' '),
    ];

    private static readonly (string Kanji, string[] Readings)[] Kinds =
    [
        ("市", ["シ"]),
        ("区", ["ク"]),
        ("町", ["チョウ", "マチ"]),
        ("村", ["ソン", "ムラ"]),
    ];

    /// <summary>e.g. Aoba-shi, Minato-machi; <see langword="null"/> when the kana are missing or no kana.</summary>
    /// <param name="name">In kanji; its last character tells the kind of municipality.</param>
    /// <param name="kana">In katakana of either width.</param>
    public static string? OfMunicipality(string name, string kana)
    {
        string full = kana.Normalize(NormalizationForm.FormKC);
        string kind =
            Kinds
                .Where(k => name.EndsWith(k.Kanji, StringComparison.Ordinal))
                .SelectMany(k => k.Readings)
                .FirstOrDefault(r => full.Length > r.Length && full.EndsWith(r, StringComparison.Ordinal))
            ?? "";
        if (Of(full[..^kind.Length]) is not { Length: > 0 } proper || Of(kind) is not { } suffix)
        {
            return null;
        }
        return $"{char.ToUpperInvariant(proper[0])}{proper[1..]}{(suffix.Length > 0 ? $"-{suffix}" : "")}";
    }

    private static string? Of(string kana)
    {
        StringBuilder latin = new();
        bool doubled = false;
        foreach (char c in kana)
        {
            int at = Kana.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0)
            {
                string sound = Sounds[at];
                if (doubled)
                {
                    latin.Append(sound.StartsWith("ch", StringComparison.Ordinal) ? 't' : sound[0]);
                }
                latin.Append(sound);
                doubled = false;
            }
            else if (c == 'ッ')
            {
                doubled = true;
            }
            else if (c is 'ャ' or 'ュ' or 'ョ' && latin.Length > 1 && latin[^1] == 'i')
            {
                latin.Length--;
                bool soft = latin[^1] == 'j' || (latin[^1] == 'h' && latin.Length > 1 && latin[^2] is 's' or 'c');
                latin
                    .Append(soft ? "" : "y")
                    .Append(
                        c == 'ャ' ? 'a'
                        : c == 'ュ' ? 'u'
                        : 'o'
                    );
            }
            // Small ヶ is read by the name around it, so nothing certain can be written; ー only lengthens.
            else if (c != 'ー')
            {
                return null;
            }
        }
        return latin
            .ToString()
            .Replace("ou", "o", StringComparison.Ordinal)
            .Replace("oo", "o", StringComparison.Ordinal);
    }
}
