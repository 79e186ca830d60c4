using System.Security.Cryptography;
using System.Text;

namespace Renkei.Bot.Councils;

/// <summary>
/// A short name of what a card showed. The card carries it; where it is another one when a button is pressed, somebody changed the
/// same thing in between.
/// </summary>
internal static class ShownVersion
{
    /// <summary>The name of some facts, in their order; twelve characters.</summary>
    public static string Of(params IEnumerable<string?> facts)
    {
        string all = string.Join('\n', facts.Select(f => f ?? "-"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 6));
    }
}
