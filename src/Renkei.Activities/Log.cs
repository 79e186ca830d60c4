using Microsoft.Extensions.Logging;
using Renkei.Activities.Connector;

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
}
