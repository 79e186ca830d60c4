using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Finds the handler of a turn. Filled once at start, then only read.</summary>
public sealed class TurnRouter : ITurnRoutes
{
    private readonly Dictionary<string, CardActionHandler> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InvokeHandler> invokes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TurnHandler> activities = new(StringComparer.Ordinal);
    private TurnHandler? text;
    private CardActionHandler? unknownVerb;

    /// <inheritdoc />
    public void OnText(TurnHandler handler) => Register(ref text, handler, "texts");

    /// <inheritdoc />
    public void OnCardAction(string verb, CardActionHandler handler) => Register(verbs, verb, handler);

    /// <inheritdoc />
    public void OnUnknownVerb(CardActionHandler handler) => Register(ref unknownVerb, handler, "unknown verbs");

    /// <inheritdoc />
    public void OnInvoke(string name, InvokeHandler handler)
    {
        if (name == InvokeNames.CardAction)
        {
            throw new InvalidOperationException($"{name} is routed by its verb: use {nameof(OnCardAction)}.");
        }
        Register(invokes, name, handler);
    }

    /// <inheritdoc />
    public void OnActivity(string type, TurnHandler handler)
    {
        if (type is ActivityTypes.Message or ActivityTypes.Invoke)
        {
            throw new InvalidOperationException($"{type} has routes of its own.");
        }
        Register(activities, type, handler);
    }

    /// <summary>Runs the handler of this turn.</summary>
    /// <returns>
    /// The answer of an invoke; 501 where nobody handles it. Everything else is <see cref="InvokeReply.Done"/>, also an activity of a type
    /// this program does not know: the protocol adds types, and Teams repeats what is not answered 200.
    /// </returns>
    public async Task<InvokeReply> DispatchAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Invoke:
                return await InvokeAsync(turn, ct);
            case ActivityTypes.Message when CardActionPayload.FromMessage(turn.Activity) is { } action:
                await ShowAsync(turn, action, await ActAsync(turn, action, ct), ct);
                return InvokeReply.Done;
            case ActivityTypes.Message:
                await (text?.Invoke(turn, ct) ?? Task.CompletedTask);
                return InvokeReply.Done;
            default:
                if (activities.TryGetValue(turn.Activity.Type, out TurnHandler? handler))
                {
                    await handler(turn, ct);
                }
                return InvokeReply.Done;
        }
    }

    private async Task<InvokeReply> InvokeAsync(Turn turn, CancellationToken ct)
    {
        string name = turn.Activity.Name ?? "";
        if (name == InvokeNames.CardAction)
        {
            return CardActionPayload.FromInvoke(turn.Activity, out string fault) is { } action
                ? CardActionBody.Of(await ActAsync(turn, action, ct))
                : CardActionBody.Error(400, "BadRequest", fault);
        }
        return invokes.TryGetValue(name, out InvokeHandler? handler)
            ? await handler(turn, ct)
            : InvokeReply.NotImplemented;
    }

    private Task<CardReply> ActAsync(Turn turn, CardAction action, CancellationToken ct) =>
        (verbs.GetValueOrDefault(action.Verb) ?? unknownVerb)?.Invoke(turn, action, ct)
        ?? Task.FromResult<CardReply>(new CardReply.Refusal(400, "UnknownVerb", "The action is not known."));

    /// <summary>A message has no body to answer in: a card is put in place of the one pressed, everything else is said.</summary>
    private static async Task ShowAsync(Turn turn, CardAction action, CardReply reply, CancellationToken ct)
    {
        OutgoingActivity shown = reply switch
        {
            CardReply.Card card => OutgoingActivity.Card(card.Json, card.Summary),
            CardReply.Message message => OutgoingActivity.Plain(message.Text),
            CardReply.Refusal refusal => OutgoingActivity.Plain(refusal.Text),
            _ => throw new ArgumentException($"Nothing to show for {reply.GetType()}.", nameof(reply)),
        };
        if (reply is CardReply.Card && action.MessageId is { Length: > 0 } pressed)
        {
            try
            {
                await turn.Connector.UpdateAsync(turn.Address, pressed, shown, ct);
                return;
            }
            catch (ConnectorException e) when (e.Reaction is ConnectorReaction.Gone)
            {
                // The message with the card was deleted meanwhile; the answer is sent as a new one.
            }
        }
        await turn.SendAsync(shown, ct);
    }

    private static void Register<T>(ref T? slot, T handler, string what)
        where T : Delegate
    {
        if (slot is not null)
        {
            throw new InvalidOperationException($"There is already a handler for {what}.");
        }
        slot = handler;
    }

    private static void Register<T>(Dictionary<string, T> routes, string name, T handler)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new InvalidOperationException("A route needs a name.");
        }
        if (!routes.TryAdd(name, handler))
        {
            throw new InvalidOperationException($"There is already a route for {name}.");
        }
    }
}
