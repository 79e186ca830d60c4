using System.Text.Json;
using System.Text.RegularExpressions;

namespace Renkei.Room.Connector;

/// <summary>The size of a message as Teams counts it: UTF-16, text, cards and mentions, without images inside.</summary>
internal static partial class MessageSize
{
    /// <summary>Largest message, in bytes of UTF-16.</summary>
    public const int Most = 100 * 1024;

    public static int Of(JsonElement activity)
    {
        int letters = 0;
        foreach (string part in (string[])["text", "attachments", "entities", "suggestedActions", "summary"])
        {
            if (activity.TryGetProperty(part, out JsonElement value))
            {
                letters +=
                    value.ValueKind is JsonValueKind.String ? value.GetString()!.Length : Unescaped(value).Length;
            }
        }
        return 2 * letters;
    }

    // A letter may be written as six on the wire; it counts as one.
    private static string Unescaped(JsonElement value) =>
        InlineImage().Replace(JsonSerializer.Serialize(value, RoomJson.Readable.JsonElement), "");

    [GeneratedRegex("data:image/[a-z+.-]+;base64,[A-Za-z0-9+/=]+")]
    private static partial Regex InlineImage();
}
