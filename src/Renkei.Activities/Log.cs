using Microsoft.Extensions.Logging;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Files;

namespace Renkei.Activities;

/// <summary>Every message this project logs. Ids and codes only: no texts, names or tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1101,
        LogLevel.Information,
        "Teams answered {Status} {Code} to {Method} (MS-CV {CorrelationVector}); trying again in {Pause}."
    )]
    public static partial void ConnectorRetries(
        this ILogger log,
        int status,
        string code,
        string method,
        string correlationVector,
        TimeSpan pause
    );

    [LoggerMessage(
        1102,
        LogLevel.Warning,
        "Teams answered {Status} {Code} to {Method} (MS-CV {CorrelationVector}) after {Tries} tries: {Reaction}."
    )]
    public static partial void ConnectorRefused(
        this ILogger log,
        int status,
        string code,
        string method,
        string correlationVector,
        int tries,
        ConnectorReaction reaction
    );

    [LoggerMessage(1103, LogLevel.Error, "The bot got no token for Teams.")]
    public static partial void TokenUnavailable(this ILogger log, Exception cause);

    [LoggerMessage(1104, LogLevel.Warning, "A file could not be uploaded: {Status}, {Fault}.")]
    public static partial void UploadRefused(this ILogger log, int status, UploadFault fault);

    [LoggerMessage(1201, LogLevel.Error, "A turn failed: {Type} {Name} {ActivityId}.")]
    public static partial void TurnFailed(
        this ILogger log,
        string type,
        string? name,
        string? activityId,
        Exception failure
    );

    [LoggerMessage(1202, LogLevel.Warning, "A turn took too long and was cancelled: {Type} {Name} {ActivityId}.")]
    public static partial void TurnTookTooLong(this ILogger log, string type, string? name, string? activityId);

    [LoggerMessage(1203, LogLevel.Error, "A turn that was cancelled for its length failed afterwards: {ActivityId}.")]
    public static partial void LateTurnFailed(this ILogger log, string? activityId, Exception failure);

    [LoggerMessage(1204, LogLevel.Warning, "The person of {ActivityId} could not be told what went wrong.")]
    public static partial void NoticeNotSaid(this ILogger log, string? activityId, Exception cause);

    [LoggerMessage(1301, LogLevel.Warning, "A request was refused: {Reason}.")]
    public static partial void InboundRefused(this ILogger log, Refusal reason);

    [LoggerMessage(1302, LogLevel.Error, "The keys of {Issuer} could not be fetched; the last good copy stays in use.")]
    public static partial void KeysNotFetched(this ILogger log, string issuer, Exception cause);
}
