using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Trial;

/// <summary>A trial on one machine: the sample prefecture's people and themes, and a clock that can be moved. Section <c>Renkei:Trial</c>.</summary>
internal sealed class TrialOptions : IValidatableObject
{
    public const string Section = "Renkei:Trial";

    /// <summary>Default off. Refused outside Development.</summary>
    public bool Enabled { get; set; }

    /// <summary>The tenant of the sample people, a GUID; required when enabled.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Whoever moves the clock sends this as <c>X-Trial-Key</c>; required when enabled.</summary>
    public string Key { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && (!Guid.TryParseExact(TenantId, "D", out _) || Key.Length < 16))
        {
            yield return new($"{Section}:TenantId has to be a GUID and {Section}:Key at least 16 characters.");
        }
    }
}
