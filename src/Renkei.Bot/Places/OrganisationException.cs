using Renkei.Bot.Files;

namespace Renkei.Bot.Places;

/// <summary>The list of centres and municipalities cannot be used; the message lists every fault with file and line.</summary>
/// <param name="faults">At least one.</param>
public sealed class OrganisationException(IReadOnlyList<FileFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>In the order of lines.</summary>
    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
