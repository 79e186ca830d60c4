using Renkei.Bot.Notices;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Polls;

/// <summary>Where polls are kept, and who they are to the dispatcher of notices.</summary>
internal static class PollKeys
{
    /// <summary>The kind of owner of notices a poll is.</summary>
    public const string Kind = "poll";

    /// <summary>The partition of a centre's polls; the records of their notices stand beside them.</summary>
    public static string Partition(string tenantId, string centreCode) => $"poll~{tenantId}~{centreCode}";

    /// <summary>A poll as the owner of notices.</summary>
    public static NoticeOwner OwnerOf(string tenantId, PollId id) =>
        new(tenantId, Kind, id.ToString(), Partition(tenantId, id.CentreCode));
}
