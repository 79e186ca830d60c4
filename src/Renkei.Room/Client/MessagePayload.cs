using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Conversations;
using Renkei.Room.Scenario;

namespace Renkei.Room.Client;

/// <summary>The message a message extension was opened on, in Graph's shape, as Teams passes it.</summary>
internal static class MessagePayload
{
    public static JsonObject Of(RoomMessage message, HikariPrefecture prefecture)
    {
        JsonObject from = message.From.IsBot
            ? new()
            {
                ["application"] = new JsonObject
                {
                    ["id"] = HikariPrefecture.BotAppId,
                    ["displayName"] = HikariPrefecture.BotName,
                    ["applicationIdentityType"] = "bot",
                },
                ["user"] = null,
            }
            : new()
            {
                ["application"] = null,
                ["user"] = new JsonObject
                {
                    ["id"] = prefecture.FindPerson(message.From.Id)?.AadObjectId,
                    ["displayName"] = message.From.Name,
                    ["userIdentityType"] = "aadUser",
                },
            };
        JsonArray attachments = [];
        foreach (JsonElement attachment in message.Attachments)
        {
            attachments.Add(JsonNode.Parse(attachment.GetRawText()));
        }
        return new()
        {
            ["id"] = message.Id,
            ["replyToId"] = message.ReplyTo,
            ["createdDateTime"] = ActivityWriter.Timestamp(message.At),
            ["messageType"] = "message",
            ["importance"] = "normal",
            ["locale"] = "ja-jp",
            ["from"] = from,
            ["body"] = new JsonObject
            {
                ["contentType"] = "html",
                ["content"] = $"<p>{WebUtility.HtmlEncode(message.Text)}</p>",
            },
            ["attachments"] = attachments,
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(),
        };
    }
}
