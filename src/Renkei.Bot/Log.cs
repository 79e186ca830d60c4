using Renkei.Activities.Connector;
using Renkei.Domain.Calendars;

namespace Renkei.Bot;

/// <summary>Everything this program logs. Ids only: no names, no texts, no tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Error, "The store could not be used for a turn")]
    public static partial void StoreUnavailable(ILogger logger, Exception fault);

    [LoggerMessage(101, LogLevel.Warning, "A card for {ObjectId} could not be delivered: {Reaction}")]
    public static partial void NotDelivered(ILogger logger, string objectId, string reaction, Exception fault);

    [LoggerMessage(
        102,
        LogLevel.Warning,
        "Renkei:Teams:DangerouslyAllowUnauthenticatedRequests is on: everybody on this machine is let in without a token"
    )]
    public static partial void EverybodyIsLetIn(ILogger logger);

    [LoggerMessage(103, LogLevel.Warning, "A file could not be offered to {ObjectId}: {Reaction}")]
    public static partial void FileNotOffered(
        ILogger logger,
        string objectId,
        ConnectorReaction reaction,
        Exception fault
    );

    [LoggerMessage(104, LogLevel.Warning, "The offer answered by {ActivityId} could not be replaced: {Reaction}")]
    public static partial void OfferNotReplaced(
        ILogger logger,
        string? activityId,
        ConnectorReaction reaction,
        Exception fault
    );

    [LoggerMessage(105, LogLevel.Information, "Teams did not tell the address of {ObjectId}: {Reaction}")]
    public static partial void AddressUnknown(
        ILogger logger,
        string objectId,
        ConnectorReaction reaction,
        Exception fault
    );

    [LoggerMessage(110, LogLevel.Warning, "Notice {Key} of {Kind} {Owner} was refused: {Status} {Code}, {Reaction}")]
    public static partial void NoticeRefused(
        ILogger logger,
        string kind,
        string owner,
        string key,
        int status,
        string code,
        ConnectorReaction reaction
    );

    [LoggerMessage(111, LogLevel.Error, "Notice {Key} of {Kind} {Owner} could not be written")]
    public static partial void NoticeFaulty(ILogger logger, string kind, string owner, string key, Exception fault);

    [LoggerMessage(112, LogLevel.Error, "What came of notice {Key} of {Kind} {Owner} cannot be recorded yet")]
    public static partial void NoticeNotRecorded(
        ILogger logger,
        string kind,
        string owner,
        string key,
        Exception fault
    );

    [LoggerMessage(113, LogLevel.Warning, "Other instances could not be told of a pause Teams asked for")]
    public static partial void PaceNotShared(ILogger logger, Exception fault);

    [LoggerMessage(114, LogLevel.Error, "The notices of {Kind} {Owner} could not be looked after")]
    public static partial void OwnerFaulty(ILogger logger, string kind, string owner, Exception fault);

    [LoggerMessage(
        115,
        LogLevel.Warning,
        "Nothing here plans notices of kind {Kind}; an older instance leaves them to newer ones"
    )]
    public static partial void KindUnknown(ILogger logger, string kind);

    [LoggerMessage(116, LogLevel.Error, "Notices of tenant {TenantId} could not be looked after; again in {Pause}")]
    public static partial void DispatchFaulty(ILogger logger, string tenantId, TimeSpan pause, Exception fault);

    [LoggerMessage(117, LogLevel.Information, "Notices of tenant {TenantId} go on")]
    public static partial void TenantGoesOn(ILogger logger, string tenantId);

    [LoggerMessage(120, LogLevel.Warning, "The calendar could not be asked about plan {Plan}: {Fault}; again later")]
    public static partial void CalendarNotAsked(ILogger logger, string plan, CalendarFault fault);

    [LoggerMessage(121, LogLevel.Error, "Plan {Plan} could not be looked after; again later")]
    public static partial void PlanFaulty(ILogger logger, string plan, Exception fault);

    [LoggerMessage(122, LogLevel.Error, "Plans of tenant {TenantId} could not be looked after; again later")]
    public static partial void WatchFaulty(ILogger logger, string tenantId, Exception fault);

    [LoggerMessage(130, LogLevel.Warning, "The card for a request of {ObjectId} could not be sent: {Reaction}")]
    public static partial void RequestNotOpened(
        ILogger logger,
        string objectId,
        ConnectorReaction reaction,
        Exception fault
    );

    [LoggerMessage(152, LogLevel.Warning, "The members of conversation {Group} could not be read")]
    public static partial void RosterNotRead(ILogger logger, string group, Exception fault);
}
