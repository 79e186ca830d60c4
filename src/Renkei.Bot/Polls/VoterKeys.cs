namespace Renkei.Bot.Polls;

/// <summary>What the keys of those who are asked tell.</summary>
internal static class VoterKeys
{
    /// <summary>Whether it is an Entra object id, so that its owner can vote and be written to; others are telephoned.</summary>
    public static bool IsAccount(string key) => Guid.TryParseExact(key, "D", out _);
}
