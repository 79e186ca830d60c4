using Renkei.Activities.Connector;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Tables;

namespace Renkei.Bot.People;

/// <summary>What is kept of somebody Renkei met: who they are, once they said so, and where to reach them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Display name as last seen.</param>
/// <param name="Person">Where they work and as what; <see langword="null"/> until they said so.</param>
/// <param name="Requested">A role that waits for confirmation, if any.</param>
/// <param name="Contact">Where to reach them; <see langword="null"/> for people entered before they first wrote.</param>
/// <param name="ETag">The version that was read.</param>
internal sealed record PersonRecord(
    PersonId Id,
    string Name,
    Person? Person,
    RoleRequest? Requested,
    Contact? Contact,
    RowETag ETag
);

/// <summary>Where to reach a person.</summary>
/// <param name="Address">The personal chat.</param>
/// <param name="UserId">The <c>29:…</c> id.</param>
/// <param name="Installed">Whether the app is installed for them; while it is not, nothing can be sent.</param>
/// <param name="Language">The language of their Teams, as last seen.</param>
internal sealed record Contact(ConversationAddress Address, string UserId, bool Installed, Language Language);
