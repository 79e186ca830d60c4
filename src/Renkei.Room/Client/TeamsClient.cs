using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Clock;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;
using Renkei.Room.Lesson;
using Renkei.Room.Scenario;
using Renkei.Room.Trouble;

namespace Renkei.Room.Client;

/// <summary>What people do in Teams, and what Teams then sends to the bot.</summary>
internal sealed class TeamsClient(
    RoomOptions options,
    HikariPrefecture prefecture,
    RoomLedger ledger,
    ActivityWriter writer,
    BotClient bot,
    TroubleSwitches trouble,
    FileExchange files,
    Notices notices,
    LessonProgress lesson,
    ClockTalk clockTalk
)
{
    private readonly Patience usual = new(options.GiveUpAfter, 2, options.RepeatPause);
    private readonly Patience compose = new(options.ComposeGiveUpAfter, 2, TimeSpan.Zero);

    /// <summary>A person in a conversation she or he is a member of.</summary>
    /// <exception cref="BadRequestException">One of them does not exist, or the person is not a member.</exception>
    public Place Place(string? person, string? conversation, string? threadRoot = null)
    {
        RoomPerson who = FindPerson(person);
        RoomConversation where =
            prefecture.FindConversation(conversation)
            ?? throw new BadRequestException($"There is no conversation \"{conversation}\".", 404);
        return where.Members.Contains(who.Id)
            ? new(who, where, threadRoot)
            : throw new BadRequestException($"{who.Id} is not in {where.Key}.");
    }

    /// <exception cref="BadRequestException">There is nobody with this key.</exception>
    public RoomPerson FindPerson(string? person) =>
        prefecture.FindPerson(person) ?? throw new BadRequestException($"There is no person \"{person}\".", 404);

    /// <summary>
    /// Says something. The message is there at once; the task ends when the bot has answered, or at once where it does not
    /// hear (no mention outside the personal chat). What moves the clock is taken by the room; the bot never hears of it.
    /// </summary>
    public (RoomMessage Message, Task<BotAnswer?> Delivery) Say(
        Place place,
        string text,
        bool mention,
        IReadOnlyList<JsonElement>? attachments,
        CancellationToken ct
    )
    {
        RoomMessage message = ledger.Post(
            (id, at) =>
                new()
                {
                    Id = id,
                    Conversation = place.Conversation.Key,
                    From = new("person", place.Person.Id, place.Person.DisplayName),
                    At = at,
                    Text = text,
                    Attachments = attachments ?? [],
                    ReplyTo = place.ThreadRoot,
                }
        );
        bool hears = mention || place.Conversation.Kind == ConversationKinds.Personal;
        Place thread = place.Conversation.IsChannel
            ? place with
            {
                ThreadRoot = place.ThreadRoot ?? message.Id,
            }
            : place;
        if (attachments is null && ClockCommand.Read(text) is { } command)
        {
            return (message, MoveClockAsync(thread, command, ct));
        }
        return (message, hears ? HearAsync(thread, message, mention, ct) : Task.FromResult<BotAnswer?>(null));
    }

    /// <summary>Presses an action of a card; with <c>asSubmit</c> as a client that knows no Execute and uses its fallback.</summary>
    public async Task<CardAnswer> PressAsync(
        Place place,
        string messageId,
        CardPress press,
        JsonElement? inputs,
        bool asSubmit,
        CancellationToken ct
    )
    {
        RoomMessage message = Message(place, messageId);
        Place thread = InThreadOf(place, message);
        if (NotInstalled(place) is { } missing)
        {
            return new(null, missing);
        }
        await InstallAsync(place, ct);
        if (
            asSubmit
            && press.Type == "Action.Execute"
            && message.CardFor(place.Person.Id) is { } card
            && CardActions.FallbackOf(card, press) is { } fallback
        )
        {
            press = fallback;
        }
        JsonObject data = Merge(press.Data, inputs);
        CardAnswer answer = press.Type switch
        {
            "Action.Execute" when !asSubmit => await ExecuteAsync(thread, message, press, data, "manual", ct),
            "Action.Execute" or "Action.Submit" => await SubmitAsync(thread, message, data, ct),
            _ => throw new BadRequestException($"{press.Type} is nothing the bot hears of."),
        };
        if (answer.Error is null)
        {
            lesson.Pressed(place.Person.Id, press.Verb ?? (data["verb"] as JsonValue)?.ToString(), press.Title);
        }
        return answer;
    }

    /// <summary>The automatic refresh of a card that lists the person; nothing happens for a card that does not.</summary>
    public async Task<CardAnswer> RefreshAsync(Place place, string messageId, CancellationToken ct)
    {
        RoomMessage message = Message(place, messageId);
        if (
            NotInstalled(place) is not null
            || message.CardFor(place.Person.Id) is not { } card
            || CardRefresh.For(card, place.Person.TeamsId, place.Conversation.Members.Count) is not { } refresh
        )
        {
            return new(null);
        }
        return await ExecuteAsync(
            InThreadOf(place, message),
            message,
            refresh,
            Merge(refresh.Data, null),
            "automatic",
            ct
        );
    }

    /// <summary>Sets or takes back a reaction; the bot hears of those to its own messages.</summary>
    public async Task<BotAnswer?> ReactAsync(Place place, string messageId, string type, CancellationToken ct)
    {
        string person = place.Person.Id;
        bool added = false;
        RoomMessage message =
            ledger.Change(
                place.Conversation.Key,
                messageId,
                new(MessageChangeKind.Reaction),
                m =>
                {
                    Dictionary<string, IReadOnlyList<string>> reactions = new(m.Reactions);
                    IReadOnlyList<string> who = reactions.GetValueOrDefault(type, []);
                    added = !who.Contains(person);
                    IReadOnlyList<string> now = added ? [.. who, person] : [.. who.Where(p => p != person)];
                    reactions[type] = now;
                    if (now.Count == 0)
                    {
                        reactions.Remove(type);
                    }
                    return m with { Reactions = reactions };
                }
            ) ?? throw NoMessage(messageId);
        if (!message.From.IsBot || NotInstalled(place) is not null)
        {
            return null;
        }
        Place thread = InThreadOf(place, message);
        return await bot.DeliverAsync(writer.Reaction(thread, messageId, type, added), thread, usual, ct);
    }

    /// <summary>Sends the inputs of a dialog.</summary>
    public Task<CardAnswer> SubmitDialogAsync(Place place, JsonElement? data, CancellationToken ct) =>
        AskAsync(place, "task/submit", null, TaskValue(Merge(data, null)), usual, ct);

    /// <summary>Types into the search of a message extension.</summary>
    public Task<CardAnswer> QueryAsync(
        Place place,
        string commandId,
        string parameter,
        string text,
        CancellationToken ct
    )
    {
        bool initial = text.Length == 0;
        JsonObject value = new()
        {
            ["commandId"] = commandId,
            ["parameters"] = new JsonArray(
                new JsonObject { ["name"] = initial ? "initialRun" : parameter, ["value"] = initial ? "true" : text }
            ),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        return AskAsync(place, "composeExtension/query", null, value, compose, ct);
    }

    /// <summary>Opens (without data) or submits the dialog of a message extension.</summary>
    public Task<CardAnswer> ComposeActionAsync(
        Place place,
        string commandId,
        string? messageId,
        JsonElement? data,
        CancellationToken ct
    )
    {
        JsonObject value = new()
        {
            ["commandId"] = commandId,
            ["commandContext"] = messageId is null ? "compose" : "message",
            ["context"] = new JsonObject { ["theme"] = "default" },
        };
        Place where = place;
        if (messageId is not null)
        {
            RoomMessage message = Message(place, messageId);
            where = InThreadOf(place, message);
            value["messagePayload"] = MessagePayload.Of(message, prefecture);
        }
        if (data is not null)
        {
            value["data"] = Merge(data, null);
        }
        string name = data is null ? "composeExtension/fetchTask" : "composeExtension/submitAction";
        return AskAsync(where, name, null, value, compose, ct);
    }

    /// <summary>Accepts or declines a file.</summary>
    public async Task<CardAnswer> AnswerFileAsync(Place place, string messageId, bool accept, CancellationToken ct)
    {
        RoomMessage message = Message(place, messageId);
        JsonObject value =
            files.Consent(message, accept) ?? throw new BadRequestException("This message offers no file.");
        return await AskAsync(InThreadOf(place, message), "fileConsent/invoke", messageId, value, usual, ct);
    }

    /// <summary>Installs the app where it is not yet: both activities Teams sends.</summary>
    public async Task<BotAnswer?> InstallAsync(Place place, CancellationToken ct)
    {
        if (!ledger.SetInstalled(place.Conversation.Key, true))
        {
            return null;
        }
        trouble.OffFor(TroubleKind.Uninstalled, place.Conversation.Key, place.Person.Id);
        BotAnswer told = await TellInstallationAsync(place, true, ct);
        if (told.Error?.Code == BotClient.Unreachable)
        {
            // Nobody was there to hear it; the next contact tells it again.
            ledger.SetInstalled(place.Conversation.Key, false);
        }
        return told;
    }

    /// <summary>Removes the app where it is.</summary>
    public async Task UninstallAsync(Place place, CancellationToken ct)
    {
        if (ledger.SetInstalled(place.Conversation.Key, false))
        {
            await TellInstallationAsync(place, false, ct);
        }
    }

    private static BadRequestException NoMessage(string messageId) =>
        new($"There is no message {messageId} in this conversation.", 404);

    private static Place InThreadOf(Place place, RoomMessage message) =>
        place.Conversation.IsChannel ? place with { ThreadRoot = message.ReplyTo ?? message.Id } : place;

    // All input values are strings on the wire; the page sends them so, and an input wins over data of the same name.
    private static JsonObject Merge(JsonElement? data, JsonElement? inputs)
    {
        JsonObject merged = [];
        foreach (JsonElement? part in new[] { data, inputs })
        {
            if (part is not { ValueKind: JsonValueKind.Object } values)
            {
                continue;
            }
            foreach (JsonProperty value in values.EnumerateObject())
            {
                merged[value.Name] = JsonNode.Parse(value.Value.GetRawText());
            }
        }
        return merged;
    }

    private static JsonObject TaskValue(JsonObject data) =>
        new()
        {
            ["data"] = data,
            ["context"] = new JsonObject { ["theme"] = "default" },
        };

    private RoomMessage Message(Place place, string messageId) =>
        ledger.Find(place.Conversation.Key, messageId) is { Deleted: false } message
        && message.IsVisibleTo(place.Person.Id)
            ? message
            : throw NoMessage(messageId);

    private RoomError? NotInstalled(Place place) =>
        trouble.IsOn(TroubleKind.Uninstalled, place.Conversation.Key, place.Person.Id)
            ? new(
                "notInstalled",
                "アプリが外されています。もう一度入れてください。 The app was removed here; install it again."
            )
            : null;

    private async Task<BotAnswer?> MoveClockAsync(Place place, ClockCommand command, CancellationToken ct)
    {
        await clockTalk.RunAsync(place, command, ct);
        return null;
    }

    private async Task<BotAnswer?> HearAsync(Place place, RoomMessage message, bool mention, CancellationToken ct)
    {
        if (NotInstalled(place) is { } missing)
        {
            return new(0, null, missing);
        }
        // Writing to a bot one has blocked unblocks it.
        trouble.OffFor(TroubleKind.Blocked, place.Conversation.Key, place.Person.Id);
        await InstallAsync(place, ct);
        BotAnswer answer = await bot.DeliverAsync(writer.Message(place, message, mention), place, usual, ct);
        if (answer.Ok)
        {
            lesson.Said(place.Person.Id, message.Text);
        }
        return answer;
    }

    private async Task<BotAnswer> TellInstallationAsync(Place place, bool added, CancellationToken ct)
    {
        BotAnswer? failed = null;
        BotAnswer? last = null;
        foreach (JsonObject activity in writer.Installation(place, added))
        {
            last = await bot.DeliverAsync(activity, place, usual, ct);
            failed ??= last.Ok ? null : last;
        }
        return failed ?? last!;
    }

    private async Task<CardAnswer> ExecuteAsync(
        Place place,
        RoomMessage message,
        CardPress press,
        JsonObject data,
        string trigger,
        CancellationToken ct
    )
    {
        JsonObject action = new() { ["type"] = "Action.Execute" };
        if (press.Id is not null)
        {
            action["id"] = press.Id;
        }
        if (press.Title is not null)
        {
            action["title"] = press.Title;
        }
        action["verb"] = press.Verb;
        action["data"] = data;
        JsonObject value = new() { ["action"] = action, ["trigger"] = trigger };
        CardAnswer answer = await AskAsync(place, "adaptiveCard/action", message.Id, value, usual, ct);
        if (answer is { StatusCode: 200, Card: { ValueKind: JsonValueKind.Object } card })
        {
            ledger.Change(
                message.Conversation,
                message.Id,
                new(MessageChangeKind.PrivateCard, place.Person.Id),
                m =>
                    m with
                    {
                        PrivateCards = new Dictionary<string, JsonElement>(m.PrivateCards)
                        {
                            [place.Person.Id] = card.Clone(),
                        },
                    }
            );
        }
        else if (
            answer is
            {
                StatusCode: 200,
                Type: "application/vnd.microsoft.activity.message",
                Value: { ValueKind: JsonValueKind.String } text
            }
        )
        {
            notices.Toast(place, message.Id, text.GetString()!, "info");
        }
        return answer;
    }

    private async Task<CardAnswer> SubmitAsync(Place place, RoomMessage message, JsonObject data, CancellationToken ct)
    {
        JsonObject? teams = data["msteams"] as JsonObject;
        switch ((teams?["type"] as JsonValue)?.ToString())
        {
            case "task/fetch":
                return await AskAsync(place, "task/fetch", message.Id, TaskValue(data), usual, ct);
            case "messageBack":
                return await SpeakForAsync(
                    place,
                    teams!["displayText"]?.ToString(),
                    teams["text"]?.ToString(),
                    teams["value"],
                    message.Id,
                    ct
                );
            case "imBack":
                string? said = teams!["value"]?.ToString();
                return await SpeakForAsync(place, said, said, null, message.Id, ct);
            case "invoke" or "signin":
                throw new BadRequestException("The room does not play msteams actions of this type.");
            default:
                JsonObject activity = writer.Submit(place, message.Id, data);
                return new(null, (await bot.DeliverAsync(activity, place, usual, ct)).Error);
        }
    }

    // A button that writes on the person's behalf.
    private async Task<CardAnswer> SpeakForAsync(
        Place place,
        string? shown,
        string? text,
        JsonNode? value,
        string replyToId,
        CancellationToken ct
    )
    {
        JsonObject activity;
        if (string.IsNullOrEmpty(shown))
        {
            activity = writer.Submit(place, replyToId, []);
        }
        else
        {
            RoomMessage message = ledger.Post(
                (id, at) =>
                    new()
                    {
                        Id = id,
                        Conversation = place.Conversation.Key,
                        From = new("person", place.Person.Id, place.Person.DisplayName),
                        At = at,
                        Text = shown,
                        ReplyTo = place.ThreadRoot,
                    }
            );
            activity = writer.Message(place, message, mention: false);
            activity["replyToId"] = replyToId;
        }
        activity["text"] = text ?? shown;
        if (value is not null)
        {
            activity["value"] = value.DeepClone();
        }
        else
        {
            activity.Remove("value");
        }
        return new(null, (await bot.DeliverAsync(activity, place, usual, ct)).Error);
    }

    private async Task<CardAnswer> AskAsync(
        Place place,
        string name,
        string? replyToId,
        JsonObject value,
        Patience patience,
        CancellationToken ct
    )
    {
        BotAnswer answer = await bot.DeliverAsync(writer.Invoke(place, name, replyToId, value), place, patience, ct);
        return new(answer.Body, answer.Error);
    }
}
