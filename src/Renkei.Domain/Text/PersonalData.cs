using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Renkei.Domain.Text;

/// <summary>
/// Looks for personal data in free text, so that Renkei can ask before it stores (R5). It asks rather than forbids: what looks
/// like personal data and is none, such as an office's telephone number, costs one press.
/// </summary>
public static partial class PersonalData
{
    // Patterns run over what people type; a text made to be slow must not hold a turn.
    private const int MatchTimeout = 1000;

    private const string Date =
        @"(?:(?:19|20)\d\d\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?"
        + @"|(?:明治|大正|昭和|平成|令和|[明大昭平令]|(?<![A-Za-z])[MTSHR])\s?(?:元|\d{1,2})\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?)";

    // Dates of 令和 by a name are appointments; earlier ones by a name are hardly ever anything but births.
    private const string PastDate =
        @"(?:(?:19\d\d|200\d|201[0-8])\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?"
        + @"|(?:明治|大正|昭和|平成|[明大昭平]|(?<![A-Za-z])[MTSH])\s?(?:元|\d{1,2})\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?)";

    private const string NameLike = @"(?:さん|さま|様|氏|くん|ちゃん|患者|氏名)";

    // The name goes with what follows it: 「山田さん 昭和25年3月3日」 without the date would still say who.
    private const string NameBefore = @"[\p{IsCJKUnifiedIdeographs}々ァ-ヶー]{0,6}";

    private const string Born = "(?:[ ]?(?:生まれ|生(?![活徒産命態物涯])))";

    /// <summary>Everything found, in the order of the text; findings do not overlap. Empty when there is nothing.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text was made to be slow.</exception>
    public static IReadOnlyList<PersonalDataFinding> Find(string text)
    {
        string narrow = Narrow(text);
        IEnumerable<PersonalDataFinding> all =
        [
            .. MyNumbers(narrow),
            .. Found(PersonalDataKind.DateOfBirth, BirthPattern(), narrow),
            .. Found(PersonalDataKind.DateOfBirth, NamedBirthPattern(), narrow),
            .. Phones(narrow),
            .. Found(PersonalDataKind.Address, AddressPattern(), narrow),
        ];
        List<PersonalDataFinding> kept = [];
        foreach (PersonalDataFinding finding in all.OrderBy(f => f.Start).ThenByDescending(f => f.Length))
        {
            if (kept.Count == 0 || finding.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(finding);
            }
        }
        return kept;
    }

    /// <summary>The text with everything found replaced by （削除）.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text was made to be slow.</exception>
    public static string Remove(string text)
    {
        StringBuilder rest = new(text);
        foreach (PersonalDataFinding finding in Find(text).Reverse())
        {
            rest.Remove(finding.Start, finding.Length).Insert(finding.Start, "（削除）");
        }
        return rest.ToString();
    }

    // One character for one, so that positions stay those of the text.
    private static string Narrow(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, from) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = from[i] switch
                    {
                        >= '！' and <= '～' => (char)(from[i] - ('！' - '!')),
                        '　' => ' ',
                        '‐' or '‑' or '–' or '—' or '―' or '−' or '─' => '-',
                        // A long-vowel mark between digits is a dash that the input method made.
                        'ー' or 'ｰ' when i > 0 && IsDigit(from[i - 1]) => '-',
                        '〇' when i > 0 && IsDigit(from[i - 1]) => '0',
                        _ => from[i],
                    };
                }
            }
        );

    private static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static IEnumerable<PersonalDataFinding> Found(PersonalDataKind kind, Regex pattern, string text) =>
        pattern.Matches(text).Select(m => new PersonalDataFinding(kind, m.Index, m.Length));

    private static IEnumerable<PersonalDataFinding> Phones(string text) =>
        PhonePattern()
            .Matches(text)
            .Where(m => m.Groups["local"].Success || IsPhoneLength(m.Value))
            .Select(m => new PersonalDataFinding(PersonalDataKind.PhoneNumber, m.Index, m.Length));

    // Land lines and 0120 have 10 digits; mobile, 050 and 0800 numbers have 11.
    private static bool IsPhoneLength(string written)
    {
        string digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (written.StartsWith('+'))
        {
            digits = digits[2..];
            digits = digits.StartsWith('0') ? digits : $"0{digits}";
        }
        bool eleven = EightDigitPrefix().IsMatch(digits);
        return digits.Length == (eleven ? 11 : 10) && digits[1] != '0';
    }

    private static IEnumerable<PersonalDataFinding> MyNumbers(string text)
    {
        foreach (Match match in TwelveDigitsPattern().Matches(text))
        {
            string digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (HasCheckDigit(digits) && (IsCalledMyNumber(text, match.Index) || !IsTimestamp(digits)))
            {
                yield return new(PersonalDataKind.MyNumber, match.Index, match.Length);
            }
        }
    }

    // 行政手続における特定の個人を識別するための番号の利用等に関する法律 (My Number Act), order of the ministry, article 5.
    private static bool HasCheckDigit(string digits)
    {
        int sum = 0;
        for (int n = 1; n <= 11; n++)
        {
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return digits[11] - '0' == (remainder <= 1 ? 0 : 11 - remainder);
    }

    // One in eleven of the times that programs write (202611181330) has the right check digit by chance.
    private static bool IsTimestamp(string digits) =>
        DateTime.TryParseExact(
            digits,
            "yyyyMMddHHmm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime time
        ) && time.Year is >= 1900 and < 2100;

    private static bool IsCalledMyNumber(string text, int at)
    {
        string before = text[Math.Max(0, at - 12)..at];
        return before.Contains("マイナンバー", StringComparison.Ordinal)
            || before.Contains("個人番号", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(?<![\d.-])(?:"
            + @"(?:\+81[ -]?(?:\(0\))?[ -]?\d{1,4}|\(0\d{1,4}\)|0\d{1,4})[ .(-]{0,2}\d{1,4}[ .)-]{0,2}\d{3,4}"
            + @"|(?<=(?:電話|TEL|Tel|tel|℡|携帯|連絡先)[ :番号は]{0,4})(?<local>\d{2,4}-\d{4})"
            + @")(?![\d-])",
        RegexOptions.CultureInvariant,
        MatchTimeout
    )]
    private static partial Regex PhonePattern();

    [GeneratedRegex("^0(?:[5-9]0[0-9]|20)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex EightDigitPrefix();

    [GeneratedRegex(@"(?<![\d-])\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d-])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex TwelveDigitsPattern();

    [GeneratedRegex(
        "(?:(?:生年月日|誕生日|DOB|生まれ)[ はが:：]{0,3})" + Date + "|" + Date + Born,
        RegexOptions.CultureInvariant,
        MatchTimeout
    )]
    private static partial Regex BirthPattern();

    [GeneratedRegex(
        NameBefore + NameLike + @"[^\d。\n]{0,8}" + PastDate + Born + "?|" + PastDate + @"[^\d。\n]{0,8}?" + NameLike,
        RegexOptions.CultureInvariant,
        MatchTimeout
    )]
    private static partial Regex NamedBirthPattern();

    // 1丁目2, 12番地, 3番4号; 〒123-4567; behind the name of a municipality or quarter 1-2-3, or 1-2 that counts nothing.
    // The name itself may stay: it is the number that leads to a door. What is before a number is looked at only there, so
    // a long text without numbers costs little.
    [GeneratedRegex(
        @"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十]{1,3})丁目[ ]?\d{1,4}(?:(?:番地?|-)\d{0,4}(?:号|-\d{1,4})?)?"
            + @"|(?<![\d-])\d{1,5}番地(?:の?\d{1,4})?|(?<!\d)\d{1,4}番\d{1,4}号"
            + @"|〒[ ]?\d{3}-?\d{4}|(?<=郵便番号[ :はが]{0,3})\d{3}-?\d{4}"
            + @"|(?<![\d-])(?<=[市区町村郡]\p{L}{0,12})\d{1,4}-\d{1,4}-\d{1,4}(?![\d-])"
            + @"|(?<=[市区町村郡]\p{L}{0,11}[一-龠]|[一-龠]町)(?<![表第約計各全])\d{1,4}-\d{1,4}(?![\d-]|[\p{L}%])",
        RegexOptions.CultureInvariant,
        MatchTimeout
    )]
    private static partial Regex AddressPattern();
}
