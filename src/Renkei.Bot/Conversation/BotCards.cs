using Renkei.Activities.Turns;
using Renkei.Cards;
using Renkei.Domain;

namespace Renkei.Bot.Conversation;

/// <summary>How a feature's content becomes a reply: one heading, the language, and what is read aloud and shown in notifications.</summary>
internal static class BotCards
{
    /// <summary>The verb of the button that runs a command; its data names the command as <c>c</c>.</summary>
    public const string CommandVerb = "command/run";

    /// <summary>A card as a reply.</summary>
    /// <param name="turn">Whose language it is in.</param>
    /// <param name="summary">One sentence: read aloud, shown in notifications.</param>
    /// <param name="body">The content; the first element is the heading.</param>
    /// <param name="actions">The buttons.</param>
    /// <param name="refresh">What brings it up to date when it is seen again; cards with inputs have none, it would wipe what is typed.</param>
    /// <param name="plain">What a client says that cannot draw the card; the whole card as text where it is left out.</param>
    public static CardReply Reply(
        BotTurn turn,
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction> actions,
        ExecuteAction? refresh = null,
        string? plain = null
    ) => new CardReply.Card(Build(turn.Language, turn.UserId, summary, body, actions, refresh, plain), summary);

    /// <summary>A card for somebody who is not in this turn.</summary>
    public static ReadOnlyMemory<byte> Build(
        Language language,
        string userId,
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction> actions,
        ExecuteAction? refresh = null,
        string? plain = null
    ) =>
        new AdaptiveCard
        {
            FallbackText = plain,
            Lang = language == Language.Japanese ? "ja" : "en",
            Speak = summary,
            Body = body,
            Actions = actions,
            Refresh = refresh is null ? null : new(refresh, [userId]),
        }.ToUtf8Json();

    /// <summary>A button that runs a command.</summary>
    public static ExecuteAction Button(BotTurn turn, BotCommand command, bool secondary = false) =>
        Button(turn, command.Code, command.Title, secondary);

    /// <summary>A button that runs the command of a code.</summary>
    public static ExecuteAction Button(BotTurn turn, string code, LocalText title, bool secondary = false) =>
        new(turn.In(title), CommandVerb, ActionData.Of(("c", code))) { IgnoresInputs = true, IsSecondary = secondary };

    /// <summary>A button that leads from a group or a channel to one's own chat with Renkei.</summary>
    public static OpenUrlAction ToPersonalChat(BotTurn turn, LocalText title) =>
        new(
            turn.In(title),
            new(
                $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(turn.Turn.Activity.Recipient?.Id ?? "")}"
            )
        );

    /// <summary>A sentence that says something went well or has to be looked at.</summary>
    public static Container Notice(string text, ContainerStyle style) => new([new TextBlock(text)]) { Style = style };
}
