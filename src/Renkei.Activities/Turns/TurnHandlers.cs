namespace Renkei.Activities.Turns;

/// <summary>Handles an activity that wants no answer in the HTTP response.</summary>
public delegate Task TurnHandler(Turn turn, CancellationToken ct);

/// <summary>Handles a card action.</summary>
public delegate Task<CardReply> CardActionHandler(Turn turn, CardAction action, CancellationToken ct);

/// <summary>Handles an invoke other than a card action.</summary>
public delegate Task<InvokeReply> InvokeHandler(Turn turn, CancellationToken ct);

/// <summary>
/// The routes of a bot, filled once at start. A name registered twice is a fault of the program and throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public interface ITurnRoutes
{
    /// <summary>Texts people type (messages without card data). There is one such handler; it knows the commands.</summary>
    void OnText(TurnHandler handler);

    /// <summary>A card action by its verb, as <c>Action.Execute</c> or as the <c>Action.Submit</c> it falls back to.</summary>
    void OnCardAction(string verb, CardActionHandler handler);

    /// <summary>Card actions whose verb has no handler: cards of an older version, or data without a verb (then it is empty).</summary>
    void OnUnknownVerb(CardActionHandler handler);

    /// <summary>An invoke by its name.</summary>
    void OnInvoke(string name, InvokeHandler handler);

    /// <summary>Any other activity by its type, e.g. installationUpdate.</summary>
    void OnActivity(string type, TurnHandler handler);
}
