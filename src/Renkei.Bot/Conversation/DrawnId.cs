using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Renkei.Bot.Conversation;

/// <summary>
/// An id drawn with a card and carried by its buttons: twelve hexadecimal digits. What a press makes or does bears it, so that a second press
/// finds it done.
/// </summary>
internal static class DrawnId
{
    private const int Bytes = 6;

    /// <summary>Another one.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text that came from a card can be one.</summary>
    public static bool Is([NotNullWhen(true)] string? text) =>
        text is { Length: Bytes * 2 } && text.All(char.IsAsciiHexDigitLower);
}
