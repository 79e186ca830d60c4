using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Renkei.Domain.Feedback;

/// <summary>
/// Names something head office shared and says where it is kept: <c>{prefecture}.{fiscal year}.{name}</c>. Names of later ones sort first. Travels
/// in card data, so it is parsed with care and says nothing about rights.
/// </summary>
public sealed partial record FeedbackId
{
    private const long LastSecond = 9_999_999_999;

    private FeedbackId(string prefectureCode, int fiscalYear, string name) =>
        (PrefectureCode, FiscalYear, Name) = (prefectureCode, fiscalYear, name);

    /// <summary>The prefecture (JIS X 0401).</summary>
    public string PrefectureCode { get; }

    /// <summary>The year in which the fiscal year begins in which it was shared.</summary>
    public int FiscalYear { get; }

    /// <summary>When it was shared, counted backwards, and what tells it from others of that second.</summary>
    public string Name { get; }

    /// <summary>The id of what is shared at a moment.</summary>
    /// <param name="prefectureCode">The prefecture.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="mark">6 to 16 of <c>a-z 0-9</c>.</param>
    public static FeedbackId Of(string prefectureCode, DateTimeOffset at, string mark)
    {
        int year = Time.FiscalYear.Containing(at).Year;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefectureCode}.{year}.{LastSecond - at.ToUnixTimeSeconds():D10}{mark}"
        );
        return TryParse(text, out FeedbackId? id)
            ? id
            : throw new ArgumentException("A feedback id is made of a code, a moment and a short mark.", nameof(mark));
    }

    /// <summary>Reads an id that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeedbackId? id)
    {
        Match match = Form.Match(text ?? "");
        id = match.Success
            ? new(
                match.Groups["prefecture"].Value,
                int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["name"].Value
            )
            : null;
        return match.Success;
    }

    /// <summary>As it is stored and sent.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PrefectureCode}.{FiscalYear}.{Name}");

    [GeneratedRegex(
        @"\A(?<prefecture>[0-9]{2})\.(?<year>[1-9][0-9]{3})\.(?<name>[0-9]{10}[a-z0-9]{6,16})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form { get; }
}
