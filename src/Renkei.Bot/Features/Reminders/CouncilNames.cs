using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Names of those who have to do with a council.</summary>
internal static class CouncilNames
{
    /// <summary>The name of an account as the council knows it, or <see langword="null"/>.</summary>
    public static string? Find(Council council, string objectId) =>
        council.Coordinators.FirstOrDefault(p => p.ObjectId == objectId)?.Name
        ?? People(council).FirstOrDefault(p => p.ObjectId == objectId)?.Name
        ?? council.ParticipantWith(objectId)?.Label;

    private static IEnumerable<PersonRef> People(Council council) =>
        council
            .Tasks.SelectMany(t => new[] { t.Owner, t.AssignedBy, t.Done?.By })
            .Append(council.ChangedBy)
            .Append(council.Change?.By)
            .OfType<PersonRef>();
}
