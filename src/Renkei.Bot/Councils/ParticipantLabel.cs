using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Councils;

/// <summary>Participants in a list of choices and in a line.</summary>
internal static class ParticipantLabel
{
    // Sixty names of eighty characters do not fit a card.
    private const int Many = 20;
    private const int LongestOfMany = 28;

    /// <summary>As shown in a list; shortened where there are many. Plain text.</summary>
    /// <param name="participant">The participant.</param>
    /// <param name="count">How many stand in the list.</param>
    public static string InListOf(this Participant participant, int count) =>
        count <= Many || participant.Label.Length <= LongestOfMany
            ? participant.Label
            : $"{participant.Label[..(LongestOfMany - 1)]}…";

    /// <summary>電話 0123-45-6789, a mail address, or <see langword="null"/>: how to reach them without Renkei. Plain text.</summary>
    public static string? ByHand(this Participant participant, Language language) =>
        participant.Contact.Telephone is { Length: > 0 } telephone
            ? new LocalText($"電話 {telephone}", $"tel. {telephone}").In(language)
        : participant.Contact.Email is { Length: > 0 } email ? email
        : null;

    /// <summary>Names in one line, with how to reach each; at most so many. Plain text.</summary>
    public static string ByHandLine(this IReadOnlyList<Participant> participants, int most, Language language)
    {
        IEnumerable<string> named = participants
            .Take(most)
            .Select(p =>
                p.ByHand(language) is { } way
                    ? p.InListOf(int.MaxValue) + language.InBrackets(way)
                    : p.InListOf(int.MaxValue)
            );
        string line = string.Join(CommonTexts.ListComma.In(language), named);
        int more = participants.Count - most;
        return more <= 0 ? line : line + new LocalText($" ほか{more}件", $" and {more} more").In(language);
    }
}
