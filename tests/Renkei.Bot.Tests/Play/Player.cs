using System.Text;
using System.Text.Json.Nodes;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Bot.People;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Play;

/// <summary>A person with Teams before them: says things, presses what a card offers, sees what comes back.</summary>
internal sealed class Player(TestBot bot, string name, string objectId, string locale, string tenant)
{
    public const string Group = "19:group@thread.v2";

    public PersonId Id { get; } = new(tenant, objectId);
    public PersonRef Ref { get; } = new(objectId, name);
    public string Name { get; } = name;
    public string Chat { get; } = $"a:{tenant[9..13]}-{objectId}";

    /// <summary>What the bot knows of them once they wrote.</summary>
    public Contact Contact => new(new(ServiceUrl, Chat, tenant), UserId, Installed: true, BotTurn.LanguageOf(locale));

    private static string ServiceUrl => "https://smba.trafficmanager.net/jp/";

    private string UserId => $"29:{objectId}";

    /// <summary>Types in the personal chat, or in the group with a mention.</summary>
    public async Task<Shown> SayAsync(string text, bool inGroup = false)
    {
        string chat = inGroup ? Group : Chat;
        int before = bot.Teams.SentTo(chat).Count;
        JsonObject activity = Activity("message", inGroup);
        activity["text"] = inGroup ? $"<at>Renkei</at> {text}" : text;
        if (inGroup)
        {
            activity["entities"]!
                .AsArray()
                .Add(JsonNode.Parse("""{"type":"mention","text":"<at>Renkei</at>","mentioned":{"id":"28:bot"}}"""));
        }
        await DispatchAsync(activity);
        return Shown.Of(Assert.Single(bot.Teams.SentTo(chat).Skip(before)));
    }

    /// <summary>Presses a button of a card, with what the card's inputs hold and what is filled in now.</summary>
    public Task<Shown> PressAsync(Shown card, string title, params (string Input, string Value)[] filled) =>
        PressInAsync(card, title, inGroup: false, filled);

    /// <summary>The same in the personal chat or in the group.</summary>
    public Task<Shown> PressInAsync(
        Shown card,
        string title,
        bool inGroup,
        params (string Input, string Value)[] filled
    )
    {
        JsonObject button = card.Button(title);
        JsonObject data = card.DataOf(title).DeepClone().AsObject();
        if (button["associatedInputs"]?.GetValue<string>() != "none")
        {
            foreach ((string id, string? value) in card.Inputs)
            {
                data[id] = value;
            }
            foreach ((string id, string value) in filled)
            {
                Assert.True(card.Inputs.ContainsKey(id), $"The card has no input {id}.");
                data[id] = value;
            }
        }
        return ActAsync(button["verb"]!.GetValue<string>(), data, inGroup);
    }

    /// <summary>Sends a card action as it is.</summary>
    public async Task<Shown> ActAsync(string verb, JsonObject data, bool inGroup = false)
    {
        JsonObject activity = Activity("invoke", inGroup);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "100";
        JsonObject action = new()
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = data.DeepClone(),
        };
        activity["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        return Shown.Of(await DispatchAsync(activity));
    }

    /// <summary>Asks head office from a card: what opens below it.</summary>
    public async Task<Shown> AskFromAsync(JsonObject data)
    {
        int before = Received.Count;
        await ActAsync("request/new", data);
        return Assert.Single(Received.Skip(before));
    }

    /// <summary>Adds the app to the personal chat or the group: Teams tells it twice.</summary>
    public async Task InstallAsync(bool inGroup = false)
    {
        JsonObject installed = Activity("installationUpdate", inGroup);
        installed["action"] = "add";
        await DispatchAsync(installed);
        JsonObject joined = Activity("conversationUpdate", inGroup);
        joined["membersAdded"] = JsonNode.Parse("""[{"id":"28:bot"}]""");
        await DispatchAsync(joined);
    }

    /// <summary>The files that were offered to them, newest last.</summary>
    public IReadOnlyList<OutgoingAttachment> Offers =>
        [
            .. bot
                .Teams.SentTo(Chat)
                .SelectMany(a => a.Attachments ?? [])
                .Where(a => a.ContentType == AttachmentTypes.FileConsent),
        ];

    /// <summary>Allows or declines the file that was offered last; Teams says where it goes.</summary>
    /// <returns>What took the place of the offer; <see langword="null"/> for nothing.</returns>
    public Task<Shown?> AnswerFileAsync(bool accept) => AnswerFileAsync(Offers[^1], accept);

    /// <summary>Allows or declines an offered file.</summary>
    public async Task<Shown?> AnswerFileAsync(OutgoingAttachment offer, bool accept, JsonNode? context = null)
    {
        int before = bot.Teams.SentTo(Chat).Count;
        JsonNode content = JsonNode.Parse(offer.Content.Span)!;
        JsonObject activity = Activity("invoke", inGroup: false);
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = "200";
        JsonObject value = new()
        {
            ["type"] = "fileUpload",
            ["action"] = accept ? "accept" : "decline",
            ["context"] = (context ?? content[accept ? "acceptContext" : "declineContext"])!.DeepClone(),
        };
        if (accept)
        {
            value["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = $"https://hikari-my.sharepoint.com/personal/{objectId}/{offer.Name}",
                ["name"] = offer.Name,
                ["uploadUrl"] = "https://hikari-my.sharepoint.com/_api/upload?guid=1",
                ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                ["fileType"] = Path.GetExtension(offer.Name)!.TrimStart('.'),
            };
        }
        activity["value"] = value;
        Assert.Equal(200, (await DispatchAsync(activity)).Status);
        return bot.Teams.SentTo(Chat).Skip(before).LastOrDefault() is { } shown ? Shown.Of(shown) : null;
    }

    /// <summary>Takes the app away.</summary>
    public Task UninstallAsync()
    {
        JsonObject removed = Activity("installationUpdate", inGroup: false);
        removed["action"] = "remove";
        return DispatchAsync(removed);
    }

    /// <summary>What the bot said to them on its own, newest last.</summary>
    public IReadOnlyList<Shown> Received => [.. bot.Teams.SentTo(Chat).Select(Shown.Of)];

    public Task<PersonRecord?> RecordAsync() => bot.People.FindAsync(Id, CancellationToken.None).AsTask();

    /// <summary>An activity of theirs.</summary>
    public JsonObject Activity(string type, bool inGroup) =>
        new()
        {
            ["type"] = type,
            ["id"] = bot.NextActivityId(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["locale"] = locale,
            ["from"] = new JsonObject
            {
                ["id"] = UserId,
                ["name"] = Name,
                ["aadObjectId"] = objectId,
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Renkei" },
            ["conversation"] = new JsonObject
            {
                ["id"] = inGroup ? Group : Chat,
                ["conversationType"] = inGroup ? "groupChat" : "personal",
                ["tenantId"] = tenant,
            },
            ["entities"] = new JsonArray(),
        };

    /// <summary>Sends an activity through the router, as it would come from the wire.</summary>
    public Task<InvokeReply> DispatchAsync(JsonObject activity)
    {
        Activity read = ActivityJson.Parse(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        return bot.Router.DispatchAsync(new(read, tenant, bot.Teams), CancellationToken.None);
    }
}
