using System.Text.Json;
using System.Text.Json.Nodes;

namespace Renkei.Room.Conversations;

/// <summary>An Adaptive Card as an attachment.</summary>
internal static class CardAttachment
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonElement Of(JsonElement card)
    {
        JsonObject attachment = new()
        {
            ["contentType"] = ContentType,
            ["content"] = JsonNode.Parse(card.GetRawText()),
        };
        using JsonDocument document = JsonDocument.Parse(attachment.ToJsonString(Hosting.JsonAnswers.Readable));
        return document.RootElement.Clone();
    }
}
