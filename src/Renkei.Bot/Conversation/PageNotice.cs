using Renkei.Cards;

namespace Renkei.Bot.Conversation;

/// <summary>A sentence above a page.</summary>
/// <param name="Text">Markdown; what people wrote in it is escaped.</param>
/// <param name="IsGood">Whether it says that something went well; otherwise that something has to be looked at.</param>
internal sealed record PageNotice(string Text, bool IsGood = true)
{
    /// <summary>The button below it that takes it back, where the card has no other for it.</summary>
    public ExecuteAction? Undo { get; init; }
}

/// <summary>How a notice stands on a card.</summary>
internal static class PageNoticeElements
{
    /// <summary>The notice where there is one, for the place on the page where it is said.</summary>
    public static IEnumerable<CardElement> Elements(this PageNotice? notice) =>
        notice is null
            ? []
            :
            [
                BotCards.Notice(notice.Text, notice.IsGood ? ContainerStyle.Good : ContainerStyle.Attention),
                .. ListLine.Undo(notice.Undo),
            ];
}
