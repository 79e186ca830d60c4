using System.Security.Cryptography;
using System.Text;

namespace Renkei.Bot.Conversation;

/// <summary>
/// A short name of what a card showed. The card carries it; where it is another one when a button is pressed, somebody changed the
/// same thing in between.
/// </summary>
internal static class ShownVersion
{
    private const int Length = 12;

    /// <summary>The name of some facts, in their order; twelve characters.</summary>
    public static string Of(params IEnumerable<string?> facts)
    {
        string all = string.Join('\n', facts.Select(f => f ?? "-"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 6));
    }

    /// <summary>The name that a card carried as <c>v</c>. What is no such name matches nothing, and is not given back to the client.</summary>
    public static string From(ActionForm form) => form.Text("v") is { Length: <= Length } seen ? seen : "";
}
