using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;

namespace Renkei.Room;

/// <summary>One person in one conversation: what she or he does there, and sees. For tests and demonstrations.</summary>
public sealed class Seat
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly RoomParts parts;
    private readonly Place place;

    internal Seat(RoomParts parts, Place place) => (this.parts, this.place) = (parts, place);

    /// <summary>Key of the person.</summary>
    public string Person => place.Person.Id;

    /// <summary>Key of the conversation.</summary>
    public string Conversation => place.Conversation.Key;

    /// <summary>The conversation's id on the wire.</summary>
    public string ConversationId => place.WireId;

    /// <summary>The person's id on the wire.</summary>
    public string UserId => place.Person.TeamsId;

    /// <summary>Everything the person sees here, oldest first.</summary>
    public IReadOnlyList<MessageView> Messages =>
        [
            .. parts
                .Ledger.Page(Conversation, Person, null, int.MaxValue)
                .Messages.Select(m => MessageView.For(m, Person)),
        ];

    /// <summary>The same person in another conversation.</summary>
    /// <exception cref="BadRequestException">She or he is not in it.</exception>
    public Seat In(string conversation) => new(parts, parts.Teams.Place(Person, conversation));

    /// <summary>Says something and waits until the bot has taken it. Outside the personal chat it hears only with a mention.</summary>
    /// <param name="text">Without the mention.</param>
    /// <param name="mention">Whether the bot is mentioned; in the personal chat normally not.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<SaidMessage> SayAsync(string text, bool mention, CancellationToken ct)
    {
        (RoomMessage message, Task<BotAnswer?> delivery) = parts.Teams.Say(place, text, mention, null, ct);
        return new(MessageView.For(message, Person), await delivery);
    }

    /// <summary>Says something in the personal chat, or with a mention elsewhere.</summary>
    public Task<SaidMessage> SayAsync(string text, CancellationToken ct) =>
        SayAsync(text, place.Conversation.Kind != Scenario.ConversationKinds.Personal, ct);

    /// <summary>Presses the Action.Execute with this verb in a card, with its data and these inputs.</summary>
    /// <param name="message">The message with the card.</param>
    /// <param name="verb">Verb of the action.</param>
    /// <param name="inputs">Values of inputs; all strings on the wire.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="BadRequestException">The card the person sees has no such action.</exception>
    public Task<CardAnswer> PressAsync(
        MessageView message,
        string verb,
        IReadOnlyDictionary<string, string>? inputs,
        CancellationToken ct
    ) => PressAsync(message, a => a.Verb == verb, inputs, false, ct);

    /// <summary>Presses the first action that fits, as Execute or (where the client is old) as its Submit fallback.</summary>
    /// <param name="message">The message with the card.</param>
    /// <param name="which">Which action.</param>
    /// <param name="inputs">Values of inputs; all strings on the wire.</param>
    /// <param name="asSubmit">Whether to press the Submit fallback.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="BadRequestException">The card the person sees has no such action.</exception>
    public Task<CardAnswer> PressAsync(
        MessageView message,
        Func<CardPress, bool> which,
        IReadOnlyDictionary<string, string>? inputs,
        bool asSubmit,
        CancellationToken ct
    )
    {
        RoomMessage shown =
            parts.Ledger.Find(Conversation, message.Id)
            ?? throw new BadRequestException($"There is no message {message.Id} here.", 404);
        JsonElement card = shown.CardFor(Person) ?? throw new BadRequestException($"Message {message.Id} has no card.");
        CardPress action =
            CardActions.In(card).FirstOrDefault(which)
            ?? throw new BadRequestException($"The card of message {message.Id} has no such action.");
        return parts.Teams.PressAsync(place, message.Id, action, Inputs(inputs), asSubmit, ct);
    }

    /// <summary>Presses an action as given, whether a card has it or not.</summary>
    public Task<CardAnswer> PressAsync(
        string messageId,
        CardPress action,
        IReadOnlyDictionary<string, string>? inputs,
        CancellationToken ct
    ) => parts.Teams.PressAsync(place, messageId, action, Inputs(inputs), false, ct);

    /// <summary>The automatic refresh of a card, which Teams asks for when it comes on screen or was updated.</summary>
    public Task<CardAnswer> RefreshAsync(MessageView message, CancellationToken ct) =>
        parts.Teams.RefreshAsync(place, message.Id, ct);

    /// <summary>Sets or takes back a reaction.</summary>
    public Task<BotAnswer?> ReactAsync(MessageView message, string type, CancellationToken ct) =>
        parts.Teams.ReactAsync(place, message.Id, type, ct);

    /// <summary>Sends the inputs of an open dialog.</summary>
    public Task<CardAnswer> AnswerDialogAsync(JsonObject data, CancellationToken ct) =>
        parts.Teams.SubmitDialogAsync(place, Json(data), ct);

    /// <summary>Types into the search of a message extension.</summary>
    public Task<CardAnswer> QueryAsync(string commandId, string parameter, string text, CancellationToken ct) =>
        parts.Teams.QueryAsync(place, commandId, parameter, text, ct);

    /// <summary>Opens the dialog of a message extension, on a message or from the compose box.</summary>
    public Task<CardAnswer> OpenExtensionAsync(string commandId, MessageView? message, CancellationToken ct) =>
        parts.Teams.ComposeActionAsync(place, commandId, message?.Id, null, ct);

    /// <summary>Submits the dialog of a message extension.</summary>
    public Task<CardAnswer> SubmitExtensionAsync(
        string commandId,
        MessageView? message,
        JsonObject data,
        CancellationToken ct
    ) => parts.Teams.ComposeActionAsync(place, commandId, message?.Id, Json(data), ct);

    /// <summary>Accepts or declines the file a message offers.</summary>
    public Task<CardAnswer> AnswerFileAsync(MessageView message, bool accept, CancellationToken ct) =>
        parts.Teams.AnswerFileAsync(place, message.Id, accept, ct);

    /// <summary>The bytes of a delivered file, by the address in its card.</summary>
    /// <exception cref="BadRequestException">There is none.</exception>
    public async Task<byte[]> DownloadAsync(Uri contentUrl, CancellationToken ct)
    {
        string id = contentUrl.Segments.Length > 3 ? contentUrl.Segments[^2].TrimEnd('/') : "";
        return await parts.Files.FindAsync(id, ct) is var (_, bytes)
            ? bytes
            : throw new BadRequestException($"There is no file at {contentUrl}.", 404);
    }

    /// <summary>Installs the app in this conversation, if it is not there.</summary>
    public Task<BotAnswer?> InstallAsync(CancellationToken ct) => parts.Teams.InstallAsync(place, ct);

    /// <summary>Changes the language of the person's Teams.</summary>
    public void SetLocale(string locale) => parts.Ledger.SetLocale(place.Person, locale);

    /// <summary>The newest message that fits, as soon as there is one; ten seconds at most.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task<MessageView> WaitForMessageAsync(Func<MessageView, bool> which, CancellationToken ct)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        while (true)
        {
            Task changed = parts.Events.Changed;
            if (Messages.LastOrDefault(which) is { } found)
            {
                return found;
            }
            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"No such message came to {Person} in {Conversation} within {Patience.TotalSeconds} s."
                );
            }
        }
    }

    /// <summary>The newest message of the bot with a card that fits, as the person sees it; ten seconds at most.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task<MessageView> WaitForCardAsync(Func<JsonElement, bool> which, CancellationToken ct) =>
        WaitForMessageAsync(
            m => m.From.IsBot && m.Attachments.Any(a => RoomMessage.AdaptiveCardIn(a) is { } card && which(card)),
            ct
        );

    private static JsonElement Json(JsonObject data)
    {
        using JsonDocument document = JsonDocument.Parse(data.ToJsonString());
        return document.RootElement.Clone();
    }

    private static JsonElement? Inputs(IReadOnlyDictionary<string, string>? inputs)
    {
        if (inputs is null)
        {
            return null;
        }
        JsonObject values = [];
        foreach ((string id, string value) in inputs)
        {
            values[id] = value;
        }
        return Json(values);
    }
}

/// <summary>What was said, and what the bot made of it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Answer"><see langword="null"/> where the bot does not hear.</param>
public sealed record SaidMessage(MessageView Message, BotAnswer? Answer);
