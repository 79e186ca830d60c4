namespace Renkei.Cards;

/// <summary>A card breaks the <see cref="CardRules"/>.</summary>
/// <param name="faults">What is wrong, one sentence each.</param>
public sealed class CardRuleException(IReadOnlyList<string> faults) : Exception(string.Join(" ", faults))
{
    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
