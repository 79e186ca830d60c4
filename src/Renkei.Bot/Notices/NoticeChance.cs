namespace Renkei.Bot.Notices;

/// <summary>What instances do unlike each other on purpose, so that they do not all come at the same moment. Not for secrets.</summary>
/// <param name="random">Thread safe; seeded only where a test wants to see the same thing twice.</param>
internal sealed class NoticeChance(Random random)
{
#pragma warning disable CA5394 // Spreads load; nobody gains by guessing it.
    private readonly uint instance = (uint)random.NextInt64(uint.MaxValue);

    /// <summary>A time, a quarter shorter or longer.</summary>
    public TimeSpan Spread(TimeSpan time) => time * (0.75 + (random.NextDouble() / 2));

    /// <summary>The name of a claim, unlike every other.</summary>
    public string Name() => random.NextInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore CA5394

    /// <summary>Where an id stands in the order of this instance.</summary>
    public uint Place(string id)
    {
        // FNV-1a: the same in every run, unlike string.GetHashCode.
        uint hash = 2166136261 ^ instance;
        foreach (char c in id)
        {
            hash = (hash ^ c) * 16777619;
        }
        return hash;
    }
}
