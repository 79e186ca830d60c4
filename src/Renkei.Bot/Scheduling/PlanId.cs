using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// Names a meeting whose date is looked for and says where it is kept: <c>{centre}.{name}</c>; for a council the council's own id. Travels
/// in card data, so it is parsed with care and says nothing about rights.
/// </summary>
internal sealed partial record PlanId
{
    private PlanId(string centreCode, string name) => (CentreCode, Name) = (centreCode, name);

    /// <summary>The health centre that meets.</summary>
    public string CentreCode { get; }

    /// <summary>Distinguishes the plans of a centre; 1 to 32 of <c>a-z 0-9</c>.</summary>
    public string Name { get; }

    /// <summary>Builds an id.</summary>
    /// <exception cref="ArgumentException">A part has another form.</exception>
    public static PlanId Of(string centreCode, string name) =>
        TryParse($"{centreCode}.{name}", out PlanId? id)
            ? id
            : throw new ArgumentException("A plan id is made of a centre code and a short name.", nameof(name));

    /// <summary>The plan of a council's date.</summary>
    public static PlanId Of(CouncilId council) => new(council.CentreCode, council.Name);

    /// <summary>Reads an id that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlanId? id)
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
