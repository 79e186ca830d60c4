using System.Text.Json.Serialization;
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
)
{
    /// <summary>When and about what they want no messages that Renkei sends on its own.</summary>
    public NoticePreferences Notices { get; init; } = NoticePreferences.Everything;

    /// <summary>When Renkei greeted them of its own accord (UTC); kept until they said who they are.</summary>
    public DateTimeOffset? GreetedAt { get; init; }
}

/// <summary>Where to reach a person.</summary>
/// <param name="Address">The personal chat.</param>
/// <param name="UserId">The <c>29:…</c> id.</param>
/// <param name="Installed">Whether the app is installed for them; while it is not, nothing can be sent.</param>
/// <param name="Language">The language of their Teams, as last seen.</param>
internal sealed record Contact(ConversationAddress Address, string UserId, bool Installed, Language Language)
{
    /// <summary>Why nothing gets through, as Teams said; forgotten when they write again.</summary>
    public Unreachable? Unreachable { get; init; }

    /// <summary>Whether it makes sense to send something.</summary>
    [JsonIgnore]
    public bool CanBeReached => Installed && Unreachable is null;
}

/// <summary>Somebody nothing gets through to.</summary>
/// <param name="Why">What Teams said.</param>
/// <param name="Since">When it said so (UTC).</param>
internal sealed record Unreachable(UnreachableReason Why, DateTimeOffset Since);

/// <summary>Why nothing gets through to somebody.</summary>
internal enum UnreachableReason
{
    /// <summary>They blocked the bot.</summary>
    Blocked,

    /// <summary>The app is not installed for them.</summary>
    Uninstalled,

    /// <summary>Their chat is gone and cannot be opened again.</summary>
    Gone,
}
