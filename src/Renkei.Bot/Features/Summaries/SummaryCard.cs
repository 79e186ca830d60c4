using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;

namespace Renkei.Bot.Features.Summaries;

/// <summary>A card that is answered with, or sent without anybody having asked.</summary>
/// <param name="Summary">One sentence: read aloud, shown in notifications.</param>
/// <param name="Body">The content; the first element is the heading.</param>
/// <param name="Actions">The buttons.</param>
internal sealed record SummaryCard(
    string Summary,
    IReadOnlyList<CardElement> Body,
    IReadOnlyList<AdaptiveAction> Actions
)
{
    /// <summary>As the answer of a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="about">What it is about, where that is one thing.</param>
    public CardReply AsReply(BotTurn turn, CardSubject? about = null) =>
        BotCards.Reply(turn, Summary, Body, Actions, about: about);

    /// <summary>As a message for everybody of a conversation.</summary>
    public OutgoingActivity AsMessage(Language language) =>
        OutgoingActivity.Card(BotCards.Build(language, userId: "", Summary, Body, Actions), Summary);
}
