using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Participants;

/// <summary>A sector that a kind of meeting asks for, with all it asks for of it.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="People">At least one.</param>
internal sealed record UsualSector(Sector Sector, IReadOnlyList<UsualParticipant> People)
{
    /// <summary>Whether the meeting makes no sense without.</summary>
    public bool IsNeeded => People.Any(p => p.Needed);

    /// <summary>The sectors of a council's kind, each once, in the order of the template.</summary>
    public static IEnumerable<UsualSector> Of(CouncilView view) =>
        view.Template.Participants.GroupBy(p => p.Sector).Select(g => new UsualSector(g.Key, [.. g]));

    /// <summary>Whether a council has nobody of it yet.</summary>
    public bool IsOpenIn(Council council) => council.Participants.All(p => p.SectorCode != Sector.Code);

    /// <summary>Who of it, in the reader's language.</summary>
    public string Who(BotTurn turn) => string.Join(turn.In(CommonTexts.ListComma), People.Select(p => turn.In(p.Who)));
}
