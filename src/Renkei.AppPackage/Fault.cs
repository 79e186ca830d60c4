namespace Renkei.AppPackage;

/// <summary>Something Teams would refuse or show wrongly, for the person who builds the package.</summary>
/// <param name="Where">The place in the package, e.g. <c>manifest.json bots[0].botId</c>.</param>
/// <param name="Ja">What is wrong and what to do, in Japanese.</param>
/// <param name="En">The same in English.</param>
public sealed record Fault(string Where, string Ja, string En)
{
    /// <inheritdoc />
    public override string ToString() => $"{Where}: {Ja} / {En}";
}
