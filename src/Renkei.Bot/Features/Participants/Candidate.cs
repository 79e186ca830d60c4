using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Participants;

/// <summary>Somebody who can be put on the list of participants by choosing them.</summary>
/// <param name="Value">Names them on a card.</param>
/// <param name="SectorCode">Where they come from.</param>
/// <param name="Organisation">As it is stored.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Contact">How they are reached.</param>
/// <param name="LastUsed">When they were last on a list (UTC); <see langword="null"/> for never.</param>
internal sealed record Candidate(
    string Value,
    string SectorCode,
    string Organisation,
    string Name,
    ParticipantContact Contact,
    DateTimeOffset? LastUsed
)
{
    /// <summary>Whether they are on a council's list: the same account, or the same name in the same place.</summary>
    public bool IsOn(Council council) =>
        council.Participants.Any(p =>
            Contact.ObjectId is { } account && p.Contact.ObjectId == account
            || p.SectorCode == SectorCode && p.Organisation == Organisation && p.Name == Name
        );
}
