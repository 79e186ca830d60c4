using Renkei.Activities.Turns;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.People;

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
    /// <param name="about">What head office has to know when it is asked from this card; nothing in particular where it is left out.</param>
    public static CardReply Reply(
        BotTurn turn,
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction> actions,
        ExecuteAction? refresh = null,
        string? plain = null,
        CardSubject? about = null
    )
    {
        Person? reader = turn.IsPersonal ? turn.Person : null;
        return new CardReply.Card(
            Build(turn.Language, turn.UserId, summary, body, actions, refresh, plain, reader, about),
            summary
        );
    }

    /// <summary>A card for somebody who is not in this turn; as <see cref="Reply"/>.</summary>
    /// <param name="language">The reader's.</param>
    /// <param name="userId">The reader's <c>29:…</c> id; empty for everybody of a conversation.</param>
    /// <param name="summary">One sentence: read aloud, shown in notifications.</param>
    /// <param name="body">The content; the first element is the heading.</param>
    /// <param name="actions">The buttons.</param>
    /// <param name="refresh">What brings it up to date when it is seen again.</param>
    /// <param name="plain">What a client says that cannot draw the card.</param>
    /// <param name="reader">Who reads it in their own chat; <see langword="null"/> for conversations and strangers.</param>
    /// <param name="about">What head office has to know when it is asked from this card.</param>
    public static ReadOnlyMemory<byte> Build(
        Language language,
        string userId,
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction> actions,
        ExecuteAction? refresh = null,
        string? plain = null,
        Person? reader = null,
        CardSubject? about = null
    )
    {
        if (AskHeadOffice.From(language, reader, about ?? CardSubject.None) is { } ask)
        {
            // Some hosts count the entries of the menu as well: a full row gets another one. A menu alone would not say what is in it.
            bool hasRoom = actions.Count < CardRules.MaxPrimaryActions;
            actions = hasRoom ? [.. actions, ask with { IsSecondary = actions.Count > 0 }] : actions;
            body = hasRoom ? body : [.. body, new ActionSet([ask]) { Spacing = Spacing.Small }];
        }
        return new AdaptiveCard
        {
            FallbackText = plain,
            Lang = language == Language.Japanese ? "ja" : "en",
            Speak = summary,
            Body = body,
            Actions = actions,
            Refresh = refresh is null ? null : new(refresh, [userId]),
        }.ToUtf8Json();
    }

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
