using System.Text;

namespace Renkei.Domain.Text;

/// <summary>
/// Brings what people type to the form in which commands are compared: one width, one case, hiragana for katakana, no spaces
/// or punctuation, no politeness. The form is for comparing only; nobody reads it.
/// </summary>
public static class TextNormaliser
{
    // Stripped from the end again and again, longest first; each is written in the normal form.
    private static readonly string[] Endings =
    [
        .. new[]
        {
            "ください",
            "下さい",
            "くださいませんか",
            "くださいますか",
            "お願いします",
            "おねがいします",
            "お願い致します",
            "お願いいたします",
            "おねがいいたします",
            "お願い",
            "おねがい",
            "よろしく",
            "よろしくお願いします",
            "宜しく",
            "頼みます",
            "いただけますか",
            "頂けますか",
            "いただけませんか",
            "もらえますか",
            "もらえる",
            "くれますか",
            "くれる",
            "ちょうだい",
            "見せて",
            "みせて",
            "見たい",
            "みたい",
            "見る",
            "みる",
            "教えて",
            "おしえて",
            "開いて",
            "ひらいて",
            "開く",
            "ひらく",
            "出して",
            "だして",
            "知りたい",
            "しりたい",
            "したい",
            "します",
            "しますか",
            "しよう",
            "する",
            "して",
            "です",
            "ですか",
            "ます",
            "ますか",
            "で",
            "を",
            "の",
            "は",
            "が",
            "に",
            "へ",
            "ね",
            "よ",
            "か",
        }.OrderByDescending(e => e.Length),
    ];

    private static readonly string[] Beginnings =
    [
        "すみませんが",
        "すみません",
        "すいません",
        "あの",
        "えっと",
        "では",
    ];

    private static readonly HashSet<string> EnglishFillers = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "can",
        "could",
        "display",
        "get",
        "give",
        "hello",
        "hey",
        "hi",
        "i",
        "id",
        "like",
        "me",
        "my",
        "open",
        "our",
        "please",
        "pls",
        "see",
        "show",
        "thanks",
        "thank",
        "the",
        "to",
        "us",
        "view",
        "want",
        "we",
        "would",
        "you",
    };

    /// <summary>The form in which texts are compared. Empty only when the text has neither letter nor digit.</summary>
    public static string Normalise(string text)
    {
        string[] words = [.. Words(text)];
        string[] meant = [.. words.Where(w => !EnglishFillers.Contains(w))];
        return WithoutPoliteness(string.Concat(meant.Length > 0 ? meant : words));
    }

    // Runs of letters and digits, folded.
    private static IEnumerable<string> Words(string text)
    {
        StringBuilder word = new();
        foreach (char c in Folded(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == 'ー')
            {
                word.Append(c);
            }
            // "I'd like" is two words, not three.
            else if (c is not ('\'' or '’') && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static string Folded(string text)
    {
        char[] chars = Composed(text).ToLowerInvariant().ToCharArray();
        for (int i = 0; i < chars.Length; i++)
        {
            chars[i] = chars[i] switch
            {
                >= 'ァ' and <= 'ヶ' => (char)(chars[i] - ('ァ' - 'ぁ')),
                // People type any dash for the long-vowel mark; after kana nothing else is meant.
                '-' or '‐' or '‑' or '–' or '—' or '―' or '−' or '─' when i > 0 && IsKana(chars[i - 1]) => 'ー',
                _ => chars[i],
            };
        }
        return new(chars);
    }

    // Half of a surrogate pair cannot be composed; as runes it becomes the replacement character and stops nothing.
    private static string Composed(string text) =>
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    private static bool IsKana(char c) => c is >= 'ぁ' and <= 'ヿ';

    private static string WithoutPoliteness(string text)
    {
        foreach (string beginning in Beginnings)
        {
            if (text.Length > beginning.Length && text.StartsWith(beginning, StringComparison.Ordinal))
            {
                text = text[beginning.Length..];
                break;
            }
        }
        while (
            Endings.FirstOrDefault(e => text.Length > e.Length && text.EndsWith(e, StringComparison.Ordinal)) is { } end
        )
        {
            text = text[..^end.Length];
        }
        return text;
    }
}
