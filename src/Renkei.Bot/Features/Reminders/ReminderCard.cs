using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Reminders;

/// <summary>A reminder as it is drawn, whether it is sent or comes back after a press.</summary>
/// <param name="Council">What it is about.</param>
/// <param name="Summary">One sentence: read aloud, shown in notifications.</param>
/// <param name="Body">The content; the first element is the heading.</param>
/// <param name="Actions">The buttons.</param>
/// <param name="Refresh">Brings it up to date when it is seen; cards with inputs have none.</param>
internal sealed record ReminderCard(
    CouncilId Council,
    string Summary,
    IReadOnlyList<CardElement> Body,
    IReadOnlyList<AdaptiveAction> Actions,
    ExecuteAction? Refresh
)
{
    /// <summary>The card as it is sent.</summary>
    public ReadOnlyMemory<byte> Build(ReminderReader to) =>
        BotCards.Build(
            to.Language,
            to.UserId,
            Summary,
            Body,
            Actions,
            Refresh,
            reader: to.Person,
            about: CardSubject.Of(Council)
        );

    /// <summary>The card as an answer.</summary>
    public CardReply Reply(ReminderReader to) => new CardReply.Card(Build(to), Summary);
}
