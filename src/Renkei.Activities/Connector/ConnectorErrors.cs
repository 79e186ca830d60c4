using System.Text.Json;

namespace Renkei.Activities.Connector;

/// <summary>Teams' error codes and what they ask for (protocols: Bot Framework, "Errors and the right reaction").</summary>
internal static class ConnectorErrors
{
    /// <summary>What to do about an answer.</summary>
    /// <param name="status">HTTP status; 0 when there was none.</param>
    /// <param name="code">Teams' code, or empty.</param>
    public static ConnectorReaction ReactionTo(int status, string code) =>
        (status, code) switch
        {
            (0 or 408 or 412 or 429 or 502 or 503 or 504, _) => ConnectorReaction.RetryLater,
            (401, _) => ConnectorReaction.Misconfigured,
            (403, "BotDisabledByAdmin") => ConnectorReaction.TenantDisabled,
            (403, "BotNotInConversationRoster") => ConnectorReaction.Uninstalled,
            (403, "ConversationBlockedByUser" or "MessageWritesBlocked") => ConnectorReaction.Blocked,
            (403, "InvalidBotApiHost" or "NotEnoughPermissions") => ConnectorReaction.Misconfigured,
            // A 404 that is not in Teams' words comes from something on the way; nobody's address is dropped for it.
            (404, "") => ConnectorReaction.GiveUp,
            (404 or 410, _) => ConnectorReaction.Gone,
            (413, _) or (400, "MessageSizeTooBig") => ConnectorReaction.TooLarge,
            _ => ConnectorReaction.GiveUp,
        };

    /// <summary>Whether a try may have been delivered although it failed.</summary>
    public static bool IsAmbiguous(int status) => status is 0 or 408 or >= 500;

    /// <summary>The code in an error body of either shape; empty where there is none.</summary>
    public static string CodeIn(ReadOnlyMemory<byte> body)
    {
        if (TryParse(body) is not { ValueKind: JsonValueKind.Object } root)
        {
            return "";
        }
        if (root.TryGetProperty("error"u8, out JsonElement error))
        {
            return TextOf(error, "code"u8);
        }
        // The other shape has a number, and JSON inside the string of its message.
        string message = TextOf(root, "message"u8);
        if (root.TryGetProperty("errorCode"u8, out JsonElement number) && message.StartsWith('{'))
        {
            string subCode = TryParse(System.Text.Encoding.UTF8.GetBytes(message)) is { } inner
                ? TextOf(inner, "subCode"u8)
                : "";
            return subCode.Length > 0 ? subCode : NameOf(number);
        }
        return number.ValueKind is JsonValueKind.Undefined ? TextOf(root, "code"u8) : NameOf(number);
    }

    private static string NameOf(JsonElement errorCode) =>
        errorCode.ValueKind switch
        {
            JsonValueKind.Number => errorCode.GetRawText() == "209" ? "MessageWritesBlocked" : errorCode.GetRawText(),
            JsonValueKind.String => errorCode.GetString()!,
            _ => "",
        };

    private static string TextOf(JsonElement of, ReadOnlySpan<byte> name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out JsonElement text)
        && text.ValueKind is JsonValueKind.String
            ? text.GetString()!
            : "";

    private static JsonElement? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Proxies answer in HTML; the status alone has to do.
            return null;
        }
    }
}
