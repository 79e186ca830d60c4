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
}
