using Renkei.Domain.People;

namespace Renkei.Bot.Features.Membership;

/// <summary>The people from configuration who need nobody's confirmation, and may confirm everybody.</summary>
/// <param name="objectIds">Entra object ids, as configured.</param>
internal sealed class FirstAdministrators(IEnumerable<string> objectIds)
{
    /// <summary>Their object ids in lower case.</summary>
    public IReadOnlyList<string> ObjectIds { get; } = [.. objectIds.Select(id => id.ToLowerInvariant()).Distinct()];

    /// <summary>Whether somebody is one of them.</summary>
    public bool Includes(PersonId person) => ObjectIds.Contains(person.ObjectId);
}
