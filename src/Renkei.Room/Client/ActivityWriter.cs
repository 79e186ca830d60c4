using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;
using Renkei.Room.Scenario;

namespace Renkei.Room.Client;

/// <summary>Activities as Teams writes them (protocol facts: Bot Framework, sections 1 and 6).</summary>
internal sealed class ActivityWriter(RoomAddress address, RoomLedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    // Tells apart activities that no message shows, such as submits, within one millisecond.
    private int invisible;

    public static string BotId => "28:" + HikariPrefecture.BotAppId;

    /// <summary>A typed message; the mention of the bot stands in front.</summary>
    public JsonObject Message(Place place, RoomMessage message, bool mention)
    {
        JsonObject activity = Start("message", place, message.Id);
        string at = $"<at>{HikariPrefecture.BotName}</at>";
        activity["textFormat"] = "plain";
        activity["text"] = mention ? $"{at}\u00A0{message.Text}" : message.Text;
        JsonArray attachments = [];
        if (mention)
        {
            JsonObject bot = new() { ["id"] = BotId, ["name"] = HikariPrefecture.BotName };
            Entities(activity)
                .Add(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = at,
                        ["mentioned"] = bot,
                    }
                );
            string html =
                """<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">"""
                + $"{HikariPrefecture.BotName}</span>&nbsp;{System.Net.WebUtility.HtmlEncode(message.Text)}</p>";
            attachments.Add(new JsonObject { ["contentType"] = "text/html", ["content"] = html });
        }
        foreach (JsonElement attachment in message.Attachments)
        {
            attachments.Add(JsonNode.Parse(attachment.GetRawText()));
        }
        if (attachments.Count > 0)
        {
            activity["attachments"] = attachments;
        }
        return activity;
    }

    /// <summary>What an <c>Action.Submit</c> sends: a message without text.</summary>
    public JsonObject Submit(Place place, string? replyToId, JsonObject value)
    {
        JsonObject activity = Start("message", place, NewMessageId());
        activity["value"] = value;
        activity["replyToId"] = replyToId;
        return activity;
    }

    /// <summary>An invoke; its answer is the HTTP response.</summary>
    public JsonObject Invoke(Place place, string name, string? replyToId, JsonObject value)
    {
        JsonObject activity = Start("invoke", place, "f:" + Guid.NewGuid().ToString("D"));
        activity["name"] = name;
        activity["value"] = value;
        if (replyToId is not null)
        {
            activity["replyToId"] = replyToId;
        }
        return activity;
    }

    public JsonObject Reaction(Place place, string replyToId, string type, bool added)
    {
        JsonObject activity = Start("messageReaction", place, NewMessageId());
        activity["replyToId"] = replyToId;
        activity[added ? "reactionsAdded" : "reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = type });
        activity.Remove("locale");
        return activity;
    }

    /// <summary>The two activities that tell the bot that it was added or removed; Teams sends both, without a locale.</summary>
    public IEnumerable<JsonObject> Installation(Place place, bool added)
    {
        JsonObject update = Start("conversationUpdate", place, "f:" + Guid.NewGuid().ToString("D"));
        update[added ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = BotId });
        if (place.Conversation.IsChannel)
        {
            update["channelData"]!["eventType"] = added ? "teamMemberAdded" : "teamMemberRemoved";
        }
        JsonObject installation = Start("installationUpdate", place, "f:" + Guid.NewGuid().ToString("D"));
        installation["action"] = added ? "add" : "remove";
        foreach (JsonObject activity in new[] { update, installation })
        {
            activity.Remove("locale");
            activity.Remove("localTimestamp");
            activity.Remove("localTimezone");
            yield return activity;
        }
    }

    /// <summary>The same activity once more, as Teams repeats it when no answer came: new id, new time.</summary>
    public JsonObject Renew(JsonObject activity)
    {
        JsonObject again = (JsonObject)activity.DeepClone();
        string old = (string)activity["id"]!;
        again["id"] = old.StartsWith("f:", StringComparison.Ordinal)
            ? "f:" + Guid.NewGuid().ToString("D")
            : NewMessageId();
        again["timestamp"] = Timestamp(clock.GetUtcNow());
        return again;
    }

    public static string Timestamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonArray Entities(JsonObject activity) => (JsonArray)activity["entities"]!;

    private string NewMessageId() =>
        clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
        + (Interlocked.Increment(ref invisible) % 1000).ToString("D3", CultureInfo.InvariantCulture);

    private JsonObject Start(string type, Place place, string id)
    {
        DateTimeOffset now = clock.GetUtcNow();
        RoomPerson person = place.Person;
        RoomConversation conversation = place.Conversation;
        string locale = ledger.LocaleOf(person);
        JsonObject conversationJson = new()
        {
            ["id"] = place.WireId,
            ["conversationType"] = conversation.Kind,
            ["tenantId"] = HikariPrefecture.TenantId,
        };
        JsonObject channelData = new() { ["tenant"] = new JsonObject { ["id"] = HikariPrefecture.TenantId } };
        if (conversation.Kind != ConversationKinds.Personal)
        {
            conversationJson["isGroup"] = true;
        }
        if (conversation.Kind == ConversationKinds.GroupChat)
        {
            conversationJson["name"] = conversation.Title.Ja;
        }
        if (conversation.IsChannel)
        {
            channelData["team"] = new JsonObject { ["id"] = conversation.TeamsId, ["name"] = conversation.Title.Ja };
            channelData["channel"] = new JsonObject { ["id"] = conversation.TeamsId };
            channelData["settings"] = new JsonObject
            {
                ["selectedChannel"] = new JsonObject { ["id"] = conversation.TeamsId },
            };
        }
        return new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = Timestamp(now),
            ["localTimestamp"] = now.ToOffset(Japan)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Asia/Tokyo",
            ["locale"] = locale,
            ["serviceUrl"] = address.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject
            {
                ["id"] = person.TeamsId,
                ["name"] = person.DisplayName,
                ["aadObjectId"] = person.AadObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = HikariPrefecture.BotName },
            ["conversation"] = conversationJson,
            ["channelData"] = channelData,
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["locale"] = locale,
                    ["country"] = locale.EndsWith("-GB", StringComparison.Ordinal) ? "GB" : "JP",
                    ["platform"] = "Windows",
                    ["timezone"] = "Asia/Tokyo",
                }
            ),
        };
    }
}
