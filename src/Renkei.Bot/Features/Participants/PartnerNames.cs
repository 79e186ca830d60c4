using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Places;

namespace Renkei.Bot.Features.Participants;

/// <summary>
/// Names of organisations in the reader's language: health centres and municipalities, which are stored in Japanese, have one in
/// both; others stay as they were written.
/// </summary>
internal sealed class PartnerNames(Organisation places)
{
    /// <summary>A stored name as it is shown.</summary>
    public string Shown(BotTurn turn, string stored) =>
        turn.Language == Language.Japanese
            ? stored
            : places
                .Centres.Select(c => c.Name)
                .Concat(places.Municipalities.Select(m => m.Name))
                .Append(Sector.HeadOffice.Name)
                .FirstOrDefault(n => n.Ja == stored)
                ?.In(turn.Language)
                ?? stored;

    /// <summary>What was typed over a name as it was shown: where nobody changed it, the name stays as it is stored.</summary>
    public string Stored(BotTurn turn, string typed, string? stored) =>
        stored is not null && typed == Shown(turn, stored) ? stored : typed;

    /// <summary>A participant as they are called, plain text.</summary>
    public string LabelOf(BotTurn turn, Participant participant) =>
        LabelOf(turn, participant.Organisation, participant.Name);

    /// <summary>Organisation and name, plain text; the organisation alone where no name is known.</summary>
    public string LabelOf(BotTurn turn, string organisation, string name) =>
        name.Length == 0 ? Shown(turn, organisation) : $"{Shown(turn, organisation)} {name}";
}
