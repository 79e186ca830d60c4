using Renkei.Bot.Conversation;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Councils;

/// <summary>Participants whom Renkei does not reach, as somebody who telephones or writes needs them.</summary>
internal static class ContactLine
{
    private const int NamesShown = 10;

    /// <summary>0123-45-6789・jimu@example.jp, or that nothing is known. Plain text: it is not escaped yet.</summary>
    public static string Of(BotTurn turn, Participant participant) =>
        (participant.Contact.Telephone, participant.Contact.Email) switch
        {
            ({ Length: > 0 } telephone, { Length: > 0 } mail) => turn.Language.Together(telephone, mail),
            ({ Length: > 0 } telephone, _) => telephone,
            (_, { Length: > 0 } mail) => mail,
            _ => turn.In(CouncilTexts.NoContact),
        };

    /// <summary>Names in a row; from the eleventh on only how many. Plain text: it is not escaped yet.</summary>
    public static string Names(BotTurn turn, IReadOnlyList<string> names)
    {
        string shown = string.Join(turn.In(CommonTexts.ListComma), names.Take(NamesShown));
        return names.Count <= NamesShown ? shown : shown + turn.In(CouncilTexts.AndMore(names.Count - NamesShown));
    }
}
