using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Renkei.Domain.Requests;

/// <summary>
/// Names a request to head office and says where it is kept: <c>{prefecture}.{centre}.{name}</c>. Travels in card data, so it is parsed with
/// care and says nothing about rights.
/// </summary>
public sealed partial record RequestId
{
    private RequestId(string prefectureCode, string centreCode, string name) =>
        (PrefectureCode, CentreCode, Name) = (prefectureCode, centreCode, name);

    /// <summary>The prefecture (JIS X 0401), whose requests are kept together.</summary>
    public string PrefectureCode { get; }

    /// <summary>The health centre that asks.</summary>
    public string CentreCode { get; }

    /// <summary>Distinguishes the requests of a centre; 1 to 32 of <c>a-z 0-9</c>.</summary>
    public string Name { get; }

    /// <summary>Builds an id.</summary>
    /// <exception cref="ArgumentException">A part has another form.</exception>
    public static RequestId Of(string prefectureCode, string centreCode, string name) =>
        TryParse($"{prefectureCode}.{centreCode}.{name}", out RequestId? id)
            ? id
            : throw new ArgumentException("A request id is made of two codes and a short name.", nameof(name));

    /// <summary>Reads an id that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestId? id)
    {
        Match match = Form.Match(text ?? "");
        id = match.Success
            ? new(match.Groups["prefecture"].Value, match.Groups["centre"].Value, match.Groups["name"].Value)
            : null;
        return match.Success;
    }

    /// <summary>As it is stored and sent.</summary>
    public override string ToString() => $"{PrefectureCode}.{CentreCode}.{Name}";

    [GeneratedRegex(
        @"\A(?<prefecture>[0-9]{2})\.(?<centre>[a-z0-9]{1,12})\.(?<name>[a-z0-9]{1,32})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form { get; }
}
