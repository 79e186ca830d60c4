using Renkei.Activities.Connector;
using Renkei.Activities.Files;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Groups;
using Renkei.Bot.People;
using Renkei.Domain.People;
using Renkei.Tables;

namespace Renkei.Bot.Conversation;

/// <summary>Handles a card action of a feature.</summary>
internal delegate Task<CardReply> FormHandler(BotTurn turn, ActionForm form, CancellationToken ct);

/// <summary>Handles another activity of a feature.</summary>
internal delegate Task BotTurnHandler(BotTurn turn, CancellationToken ct);

/// <summary>Handles the answer to an offered file.</summary>
/// <returns>The card that takes the place of the offer; <see langword="null"/> where nothing is to be shown.</returns>
internal delegate Task<CardReply?> FileAnswerHandler(BotTurn turn, FileAnswer answer, CancellationToken ct);

/// <summary>
/// Where features name what they answer. Around every handler it finds out who is asking, asks newcomers first where they work, and
/// turns faults into plain words.
/// </summary>
internal sealed class BotRoutes(
    ITurnRoutes routes,
    PeopleStore people,
    GroupStore groups,
    TimeProvider clock,
    ILogger<BotRoutes> log
)
{
    private readonly List<BotCommand> commands = [];
    private CommandHandler? whenUnknown;

    /// <summary>All commands, in the order in which features named them.</summary>
    public IReadOnlyList<BotCommand> Commands => commands;

    /// <summary>What newcomers get instead of a command or button for members.</summary>
    public void WhenUnknown(CommandHandler handler) => whenUnknown = handler;

    /// <summary>Adds a command.</summary>
    public void OnCommand(BotCommand command) => commands.Add(command);

    /// <summary>Adds a card action.</summary>
    public void OnCard(string verb, FormHandler handler, Access access = Access.Members) =>
        routes.OnCardAction(
            verb,
            (turn, action, ct) =>
                AnswerAsync(
                    turn,
                    (bot, ct) =>
                        access == Access.Members && !bot.IsMember
                            ? UnknownAsync(bot, ct)
                            : handler(bot, new(action), ct),
                    ct
                )
        );

    /// <summary>Adds the one handler of typed texts.</summary>
    public void OnText(CommandHandler handler) =>
        routes.OnText(
            async (turn, ct) =>
            {
                CardReply reply = await AnswerAsync(turn, (bot, ct) => handler(bot, turn.Text, ct), ct);
                await turn.SendAsync(AsMessage(reply), ct);
            }
        );

    /// <summary>Adds another activity by its type. A fault of the store reaches the host, so that Teams tries again.</summary>
    public void OnActivity(string type, BotTurnHandler handler) =>
        routes.OnActivity(
            type,
            async (turn, ct) =>
            {
                if (await IdentifyAsync(turn, ct) is { } bot)
                {
                    await handler(bot, ct);
                }
            }
        );

    /// <summary>
    /// Adds the one handler of answers to offered files. Such an answer has no body to say something in, so what is said takes the
    /// place of the offer, also what went wrong.
    /// </summary>
    public void OnFileAnswer(FileAnswerHandler handler) =>
        routes.OnInvoke(
            InvokeNames.FileConsent,
            async (turn, ct) =>
            {
                if (FileAnswer.Read(turn.Activity) is not { } answer)
                {
                    return new InvokeReply(400, default);
                }
                CardReply? reply = null;
                CardReply shown = await AnswerAsync(
                    turn,
                    async (bot, ct) =>
                        (reply = !bot.IsMember ? await UnknownAsync(bot, ct) : await handler(bot, answer, ct))
                        ?? new CardReply.Message(""),
                    ct
                );
                // Where the answer was refused before the handler ran, the refusal is what is shown.
                if (reply is not null || shown is CardReply.Refusal)
                {
                    await PutInPlaceAsync(turn, answer.MessageId, AsMessage(shown), ct);
                }
                return InvokeReply.Done;
            }
        );

    /// <summary>Runs a command for a turn, asking newcomers first where they work.</summary>
    public Task<CardReply> RunAsync(BotCommand command, BotTurn turn, string rest, CancellationToken ct) =>
        command.Access == Access.Members && !turn.IsMember ? UnknownAsync(turn, ct) : command.Run(turn, rest, ct);

    /// <summary>Answers a button nobody knows any more, e.g. on a card of an earlier version.</summary>
    public static Task<CardReply> StaleButtonAsync(Turn turn, CardAction action, CancellationToken ct) =>
        Task.FromResult<CardReply>(
            new CardReply.Refusal(400, "Stale", CommonTexts.Stale.In(BotTurn.LanguageOf(turn.Locale)))
        );

    /// <summary>A reply as a message of its own.</summary>
    public static OutgoingActivity AsMessage(CardReply reply) =>
        reply switch
        {
            CardReply.Card card => OutgoingActivity.Card(card.Json, card.Summary),
            CardReply.Message message => new() { Text = message.Text },
            CardReply.Refusal refusal => new() { Text = refusal.Text },
            _ => throw new ArgumentOutOfRangeException(nameof(reply)),
        };

    private async Task PutInPlaceAsync(Turn turn, string? messageId, OutgoingActivity shown, CancellationToken ct)
    {
        try
        {
            if (messageId is { Length: > 0 })
            {
                await turn.Connector.UpdateAsync(turn.Address, messageId, shown, ct);
                return;
            }
        }
        catch (ConnectorException e) when (e.Reaction is ConnectorReaction.Gone)
        {
            // The offer was deleted meanwhile; what came of it is said below.
        }
        catch (ConnectorException e)
        {
            Log.OfferNotReplaced(log, turn.Activity.Id, e.Reaction, e);
            return;
        }
        await turn.SendAsync(shown, ct);
    }

    private Task<CardReply> UnknownAsync(BotTurn turn, CancellationToken ct) =>
        whenUnknown?.Invoke(turn, "", ct)
        ?? throw new InvalidOperationException("No feature answers newcomers: WhenUnknown was not called.");

    private async Task<CardReply> AnswerAsync(
        Turn turn,
        Func<BotTurn, CancellationToken, Task<CardReply>> answer,
        CancellationToken ct
    )
    {
        try
        {
            return await IdentifyAsync(turn, ct) is { } bot
                ? await answer(bot, ct)
                : new CardReply.Refusal(400, "NoAccount", CommonTexts.NoAccount.In(BotTurn.LanguageOf(turn.Locale)));
        }
        catch (TableUnavailableException fault)
        {
            Log.StoreUnavailable(log, fault);
            return new CardReply.Refusal(
                500,
                "StoreUnavailable",
                CommonTexts.NotSaved.In(BotTurn.LanguageOf(turn.Locale))
            );
        }
    }

    private async ValueTask<BotTurn?> IdentifyAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Activity.From?.AadObjectId is not { Length: > 0 } objectId)
        {
            return null;
        }
        PersonId id = new(turn.TenantId, objectId.ToLowerInvariant());
        BotTurn bot = new(turn, id, await people.FindAsync(id, ct), BotTurn.LanguageOf(turn.Locale), clock.GetUtcNow());
        if (!bot.IsPersonal && bot.Person is { } person && bot.Turn.Activity.Type == ActivityTypes.Message)
        {
            await groups.SeenAsync(turn, person.CentreCode, ct);
        }
        return bot.Record is { } record && CurrentContact(bot, record) is { } next
            ? bot with
            {
                Record = await KeepAsync(record, next, ct),
            }
            : bot;
    }

    /// <summary>The record with the newest address and name, or <see langword="null"/> when nothing is new.</summary>
    private static PersonRecord? CurrentContact(BotTurn turn, PersonRecord record)
    {
        // Only a person's own words prove that the chat is open; an installationUpdate is judged by who handles it.
        if (!turn.IsPersonal || turn.Turn.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke))
        {
            return null;
        }
        Contact contact = turn.Contact;
        return record.Contact == contact && record.Name == turn.Name
            ? null
            : record with
            {
                Name = turn.Name,
                Contact = contact,
                Person = record.Person is { } person ? person with { Name = turn.Name } : null,
            };
    }

    private async ValueTask<PersonRecord> KeepAsync(PersonRecord read, PersonRecord next, CancellationToken ct)
    {
        // Where somebody else was quicker, the next turn brings it up to date.
        await people.TryReplaceAsync(read, next, ct);
        return await people.FindAsync(read.Id, ct) ?? next;
    }
}
