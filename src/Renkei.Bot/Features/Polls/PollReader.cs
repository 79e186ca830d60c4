using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.People;

namespace Renkei.Bot.Features.Polls;

/// <summary>Whom a card of a poll is for.</summary>
/// <param name="Language">Theirs; Japanese for conversations.</param>
/// <param name="UserId">The <c>29:…</c> id, for cards that refresh themselves; empty for conversations.</param>
/// <param name="Person">Who reads it in their own chat; <see langword="null"/> for conversations and for guests.</param>
internal sealed record PollReader(Language Language, string UserId, Person? Person)
{
    /// <summary>Everybody of a conversation.</summary>
    public static PollReader Everybody { get; } = new(Language.Japanese, "", null);

    /// <summary>The person of a turn.</summary>
    public static PollReader Of(BotTurn turn) => new(turn.Language, turn.UserId, turn.IsPersonal ? turn.Person : null);

    /// <summary>A text in the reader's language.</summary>
    public string In(LocalText text) => text.In(Language);
}

/// <summary>A card of a poll, whether it is sent, updated or an answer.</summary>
/// <param name="Summary">One sentence: read aloud, shown in notifications.</param>
/// <param name="Body">The content; the first element is the heading.</param>
/// <param name="Actions">The buttons.</param>
/// <param name="Refresh">Brings it up to date when it is seen; cards with inputs have none.</param>
internal sealed record PollCard(
    string Summary,
    IReadOnlyList<CardElement> Body,
    IReadOnlyList<AdaptiveAction> Actions,
    ExecuteAction? Refresh = null
)
{
    /// <summary>What a client says that cannot draw the card; the whole card as text where it is left out.</summary>
    public string? Plain { get; init; }

    /// <summary>What head office has to know when it is asked from this card.</summary>
    public CardSubject About { get; init; } = CardSubject.None;

    /// <summary>The card as JSON.</summary>
    public ReadOnlyMemory<byte> Build(PollReader to) =>
        BotCards.Build(
            to.Language,
            to.UserId,
            Summary,
            Body,
            Actions,
            to.UserId.Length == 0 ? null : Refresh,
            Plain,
            to.Person,
            About
        );

    /// <summary>The card as an answer.</summary>
    public CardReply Reply(BotTurn turn) => new CardReply.Card(Build(PollReader.Of(turn)), Summary);

    /// <summary>The card as a message.</summary>
    public OutgoingActivity Message(PollReader to) => OutgoingActivity.Card(Build(to), Summary);
}
