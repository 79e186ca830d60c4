using Microsoft.Extensions.Logging;
using Renkei.Domain.Calendars;

namespace Renkei.Graph;

/// <summary>Every message this project logs. Ids and codes only: no addresses, subjects or tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1601,
        LogLevel.Information,
        "Graph answered {Status} {Code} to {Method} (request-id {RequestId}); trying again in {Pause}."
    )]
    public static partial void GraphRetries(
        this ILogger log,
        int status,
        string code,
        string method,
        string requestId,
        TimeSpan pause
    );

    [LoggerMessage(
        1602,
        LogLevel.Warning,
        "Graph answered {Status} {Code} to {Method} (request-id {RequestId}) after {Tries} tries: {Fault}."
    )]
    public static partial void GraphRefused(
        this ILogger log,
        int status,
        string code,
        string method,
        string requestId,
        int tries,
        CalendarFault fault
    );

    [LoggerMessage(1603, LogLevel.Error, "The bot got no token for Graph.")]
    public static partial void TokenUnavailable(this ILogger log, Exception cause);
}
