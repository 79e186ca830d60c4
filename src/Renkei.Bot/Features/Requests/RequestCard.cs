using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;

namespace Renkei.Bot.Features.Requests;

/// <summary>A card of a request before it is written for somebody.</summary>
/// <param name="Summary">One sentence: read aloud, shown in notifications.</param>
/// <param name="Body">The content.</param>
/// <param name="Actions">The buttons.</param>
/// <param name="Refresh">What brings it up to date; <see langword="null"/> for cards with inputs and for those everybody sees.</param>
/// <param name="Plain">What a client says that cannot draw it; the long texts are left out, twice they would not fit.</param>
internal sealed record RequestCard(
    string Summary,
    IReadOnlyList<CardElement> Body,
    IReadOnlyList<AdaptiveAction> Actions,
    ExecuteAction? Refresh,
    string Plain
)
{
    /// <summary>The card for a reader who may not be in this turn.</summary>
    public ReadOnlyMemory<byte> Build(RequestReader to) =>
        BotCards.Build(to.Language, to.UserId, Summary, Body, Actions, Refresh, Plain);

    /// <summary>The card as a reply.</summary>
    public CardReply Reply(BotTurn turn) =>
        BotCards.Reply(
            turn,
            Summary,
            Body,
            Actions,
            turn.IsPersonal ? Refresh : null,
            Plain,
            about: CardSubject.Request
        );
}
