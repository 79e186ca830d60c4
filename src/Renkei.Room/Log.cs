namespace Renkei.Room;

/// <summary>All log messages of the room.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The practice room listens on {Address}")]
    public static partial void Listening(ILogger logger, Uri address);

    [LoggerMessage(2, LogLevel.Error, "A request to {Path} failed")]
    public static partial void RequestFailed(ILogger logger, Exception cause, string path);

    [LoggerMessage(3, LogLevel.Error, "A delivery to the bot failed")]
    public static partial void DeliveryFailed(ILogger logger, Exception cause);

    [LoggerMessage(4, LogLevel.Information, "The bot was started as process {ProcessId}")]
    public static partial void BotStarted(ILogger logger, int processId);

    [LoggerMessage(5, LogLevel.Information, "The bot answers")]
    public static partial void BotReady(ILogger logger);

    [LoggerMessage(6, LogLevel.Warning, "The bot ended with exit code {ExitCode}")]
    public static partial void BotEnded(ILogger logger, int exitCode);

    [LoggerMessage(7, LogLevel.Information, "bot: {Line}")]
    public static partial void BotSaid(ILogger logger, string line);

    [LoggerMessage(8, LogLevel.Warning, "The bot did not follow the room's clock (status {Status})")]
    public static partial void BotDidNotFollow(ILogger logger, int status);

    [LoggerMessage(9, LogLevel.Warning, "The bot did not answer within {Seconds} s after its start")]
    public static partial void BotNotReady(ILogger logger, double seconds);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "No page was found beside or above the program; only the interfaces are served"
    )]
    public static partial void NoPage(ILogger logger);
}
