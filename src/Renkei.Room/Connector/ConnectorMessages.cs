using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Room.Scenario;
using Renkei.Room.Trouble;

namespace Renkei.Room.Connector;

/// <summary>Sends, updates and deletes what the bot writes, and opens conversations for it.</summary>
internal sealed class ConnectorMessages(
    HikariPrefecture prefecture,
    RoomLedger ledger,
    TroubleSwitches trouble,
    Notices notices
)
{
    private static readonly Author Bot = new("bot", "bot", HikariPrefecture.BotName);

    /// <summary>Posts an activity; <paramref name="replyTo"/> names the activity in the path, if one is named.</summary>
    public ConnectorAnswer Post(string conversationId, string? replyTo, JsonElement activity, bool targeted)
    {
        (string baseId, string? root) = TeamsIds.Split(conversationId);
        if (prefecture.FindConversationOnWire(baseId) is not { } conversation)
        {
            return ConversationNotFound();
        }
        if (root is not null && ledger.Find(conversation.Key, root) is null)
        {
            return ConversationNotFound();
        }
        return Refuse(conversation)
            ?? RefuseActivity(activity)
            ?? (targeted ? PostTargeted(conversation, activity) : PostToAll(conversation, root ?? replyTo, activity));
    }

    public ConnectorAnswer Replace(string conversationId, string id, JsonElement activity)
    {
        if (Own(conversationId, id, out RoomConversation? conversation) is { } wrong)
        {
            return wrong;
        }
        if ((Refuse(conversation!, isUpdate: true) ?? RefuseActivity(activity)) is { } refused)
        {
            return refused;
        }
        ledger.Change(
            conversation!.Key,
            id,
            new(MessageChangeKind.Updated),
            m =>
                Filled(m, activity) with
                {
                    EditedAt = ledger.Now,
                    PrivateCards = new Dictionary<string, JsonElement>(),
                }
        );
        return ConnectorAnswer.Ok(id);
    }

    public ConnectorAnswer Delete(string conversationId, string id)
    {
        if (Own(conversationId, id, out RoomConversation? conversation) is { } wrong)
        {
            return wrong;
        }
        if (Refuse(conversation!, isUpdate: true) is { } refused)
        {
            return refused;
        }
        ledger.Change(conversation!.Key, id, new(MessageChangeKind.Deleted), m => m with { Deleted = true });
        return new(200);
    }

    public ConnectorAnswer React(string conversationId, string id, string type, bool added)
    {
        RoomConversation? conversation = prefecture.FindConversationOnWire(TeamsIds.Split(conversationId).BaseId);
        if (conversation is null)
        {
            return ConversationNotFound();
        }
        RoomMessage? changed = ledger.Change(
            conversation.Key,
            id,
            new(MessageChangeKind.Reaction),
            m =>
            {
                Dictionary<string, IReadOnlyList<string>> reactions = new(m.Reactions);
                IEnumerable<string> others = reactions.GetValueOrDefault(type, []).Where(p => p != Bot.Id);
                reactions[type] = added ? [.. others, Bot.Id] : [.. others];
                if (reactions[type].Count == 0)
                {
                    reactions.Remove(type);
                }
                return m with { Reactions = reactions };
            }
        );
        return changed is null ? ActivityNotFound() : new(200);
    }

    /// <summary>Opens a personal chat or starts a thread in a channel; the cases are those of the protocol facts.</summary>
    public ConnectorAnswer CreateConversation(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return BadSyntax("A conversation is described by an object.");
        }
        if (Text(body, "tenantId") is { } tenant && tenant != HikariPrefecture.TenantId)
        {
            return ConnectorAnswer.Error(403, "InvalidBotApiHost", "This tenant is served elsewhere.");
        }
        if (
            body.TryGetProperty("channelData", out JsonElement data)
            && data.ValueKind is JsonValueKind.Object
            && data.TryGetProperty("channel", out JsonElement channel)
            && channel.ValueKind is JsonValueKind.Object
            && Text(channel, "id") is { } channelId
        )
        {
            return CreateThread(channelId, body);
        }
        bool isGroup = body.TryGetProperty("isGroup", out JsonElement group) && group.ValueKind is JsonValueKind.True;
        if (isGroup)
        {
            return BadSyntax("Bots cannot create group chats.");
        }
        if (
            !body.TryGetProperty("members", out JsonElement members)
            || members.ValueKind is not JsonValueKind.Array
            || members.GetArrayLength() != 1
            || members[0].ValueKind is not JsonValueKind.Object
            || Text(members[0], "id") is not { } memberId
        )
        {
            return BadSyntax("A personal chat has exactly one member.");
        }
        if (memberId.Contains('@', StringComparison.Ordinal) || prefecture.FindPersonOnWire(memberId) is not { } person)
        {
            return BadSyntax("The member's id is neither one Teams gave to this bot nor an Entra object id.");
        }
        RoomConversation chat = prefecture.FindConversation(person.PersonalChat)!;
        return Refuse(chat, isUpdate: true) ?? ConnectorAnswer.Created(chat.TeamsId);
    }

    private static ConnectorAnswer ConversationNotFound() =>
        ConnectorAnswer.Error(404, "ConversationNotFound", "Conversation not found.");

    private static ConnectorAnswer ActivityNotFound() =>
        ConnectorAnswer.Error(404, "ActivityNotFoundInConversation", "The activity is not in this conversation.");

    private static ConnectorAnswer BadSyntax(string message) => ConnectorAnswer.Error(400, "BadSyntax", message);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static ConnectorAnswer? RefuseActivity(JsonElement activity)
    {
        if (activity.ValueKind is not JsonValueKind.Object)
        {
            return BadSyntax("An activity is an object.");
        }
        string? type = Text(activity, "type");
        if (type is not ("message" or "typing"))
        {
            return ConnectorAnswer.Error(400, "Bad Argument", $"Activities of type {type} cannot be sent.");
        }
        if (type == "typing")
        {
            return null;
        }
        List<JsonElement> attachments = Attachments(activity);
        if (attachments.Exists(a => a.ValueKind is not JsonValueKind.Object || Text(a, "contentType") is null))
        {
            return BadSyntax("An attachment has no contentType.");
        }
        if (string.IsNullOrEmpty(Text(activity, "text")) && attachments.Count == 0)
        {
            return BadSyntax("The message has neither text nor attachments.");
        }
        return MessageSize.Of(activity) > MessageSize.Most
            ? ConnectorAnswer.Error(413, "MessageSizeTooBig", "Message size too large.")
            : null;
    }

    private static List<JsonElement> Attachments(JsonElement activity) =>
        activity.TryGetProperty("attachments", out JsonElement attachments)
        && attachments.ValueKind is JsonValueKind.Array
            ? [.. attachments.EnumerateArray()]
            : [];

    private static RoomMessage Filled(RoomMessage message, JsonElement activity) =>
        message with
        {
            Text = Text(activity, "text") ?? "",
            TextFormat = Text(activity, "textFormat") ?? "markdown",
            Summary = Text(activity, "summary"),
            Attachments = Attachments(activity),
            SuggestedActions = activity.TryGetProperty("suggestedActions", out JsonElement actions) ? actions : null,
        };

    private ConnectorAnswer? Refuse(RoomConversation conversation, bool isUpdate = false)
    {
        if (trouble.IsOn(TroubleKind.Blocked, conversation.Key, null))
        {
            // Both shapes exist in the wild: this one for posting, the usual one for the rest.
            return isUpdate
                ? ConnectorAnswer.Error(403, "ConversationBlockedByUser", "The user blocked the conversation.")
                : ConnectorAnswer.NumberedError(
                    403,
                    209,
                    "MessageWritesBlocked",
                    "Thread is blocked for message writes."
                );
        }
        return ledger.IsInstalled(conversation.Key)
            ? null
            : ConnectorAnswer.Error(
                403,
                "BotNotInConversationRoster",
                "The bot is not part of the conversation roster."
            );
    }

    private ConnectorAnswer? Own(string conversationId, string id, out RoomConversation? conversation)
    {
        conversation = prefecture.FindConversationOnWire(TeamsIds.Split(conversationId).BaseId);
        if (conversation is null)
        {
            return ConversationNotFound();
        }
        return ledger.Find(conversation.Key, id) switch
        {
            null or { Deleted: true } => ActivityNotFound(),
            { From.IsBot: false } => ConnectorAnswer.Error(
                403,
                "NotEnoughPermissions",
                "A bot changes its own messages only."
            ),
            _ => null,
        };
    }

    private ConnectorAnswer PostToAll(RoomConversation conversation, string? root, JsonElement activity)
    {
        if (Text(activity, "type") == "typing")
        {
            notices.Typing(conversation.Key);
            return ConnectorAnswer.Created(Guid.NewGuid().ToString("N"));
        }
        bool textAndCard =
            !string.IsNullOrEmpty(Text(activity, "text"))
            && Attachments(activity).Exists(a => RoomMessage.AdaptiveCardIn(a) is not null);
        if (!textAndCard)
        {
            return ConnectorAnswer.Created(Write(conversation, root, activity, m => m).Id);
        }
        // Teams may split such a message and then names no id.
        Write(conversation, root, activity, m => m with { Attachments = [] });
        Write(conversation, root, activity, m => m with { Text = "" });
        return new(201, new JsonObject());
    }

    private ConnectorAnswer PostTargeted(RoomConversation conversation, JsonElement activity)
    {
        RoomPerson? recipient =
            activity.TryGetProperty("recipient", out JsonElement to)
            && to.ValueKind is JsonValueKind.Object
            && Text(to, "id") is { } id
                ? prefecture.FindPersonOnWire(id)
                : null;
        if (recipient is null || !conversation.Members.Contains(recipient.Id))
        {
            return ConnectorAnswer.Error(404, "ConversationNotFound", "The recipient is not in this conversation.");
        }
        RoomMessage message = Write(conversation, null, activity, m => m with { OnlyFor = recipient.Id });
        return new(202, new JsonObject { ["id"] = message.Id });
    }

    private RoomMessage Write(
        RoomConversation conversation,
        string? root,
        JsonElement activity,
        Func<RoomMessage, RoomMessage> last
    ) =>
        ledger.Post(
            (id, at) =>
                last(
                    Filled(
                        new()
                        {
                            Id = id,
                            Conversation = conversation.Key,
                            From = Bot,
                            At = at,
                            ReplyTo = root,
                        },
                        activity
                    )
                )
        );

    private ConnectorAnswer CreateThread(string channelId, JsonElement body)
    {
        if (prefecture.FindConversationOnWire(channelId) is not { IsChannel: true } channel)
        {
            return ConversationNotFound();
        }
        if (!body.TryGetProperty("activity", out JsonElement activity))
        {
            return BadSyntax("A thread begins with an activity.");
        }
        if ((Refuse(channel, isUpdate: true) ?? RefuseActivity(activity)) is { } refused)
        {
            return refused;
        }
        RoomMessage root = Write(channel, null, activity, m => m);
        return new(
            201,
            new JsonObject { ["id"] = TeamsIds.Thread(channel.TeamsId, root.Id), ["activityId"] = root.Id }
        );
    }
}
