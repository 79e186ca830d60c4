using Renkei.Bot.Files;

namespace Renkei.Bot.Playbooks;

/// <summary>Overlay files cannot be used; the message lists every fault with file, line and column.</summary>
/// <param name="faults">At least one.</param>
public sealed class OverlayException(IReadOnlyList<FileFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>File by file, in the order of lines.</summary>
    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
