using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Renkei.Domain.Scheduling;

/// <summary>
/// Names a poll and says where it is kept: <c>{centre}.{name}</c>. Travels in card data, so it is parsed with care and says nothing
/// about rights.
/// </summary>
public sealed partial record PollId
{
    private PollId(string centreCode, string name) => (CentreCode, Name) = (centreCode, name);

    /// <summary>The health centre that asks.</summary>
    public string CentreCode { get; }

    /// <summary>Distinguishes the polls of a centre; 1 to 32 of <c>a-z 0-9</c>.</summary>
    public string Name { get; }

    /// <summary>Builds an id.</summary>
    /// <exception cref="ArgumentException">A part has another form.</exception>
    public static PollId Of(string centreCode, string name) =>
        TryParse($"{centreCode}.{name}", out PollId? id)
            ? id
            : throw new ArgumentException("A poll id is made of a centre code and a short name.", nameof(name));

    /// <summary>Reads an id that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PollId? id)
    {
        Match match = Form.Match(text ?? "");
        id = match.Success ? new(match.Groups["centre"].Value, match.Groups["name"].Value) : null;
        return match.Success;
    }

    /// <summary>As it is stored and sent.</summary>
    public override string ToString() => $"{CentreCode}.{Name}";

    [GeneratedRegex(@"\A(?<centre>[a-z0-9]{1,12})\.(?<name>[a-z0-9]{1,32})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
