using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>What the room and the bot wrote, for the message of a test that fails.</summary>
internal sealed class RoomLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>The newest lines.</summary>
    public string Tail => string.Join('\n', lines.TakeLast(60));

    public void AddProvider(ILoggerProvider provider) { }

    // ASP.NET Core tells of every request, which the wire view knows better.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Renkei", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");
        }
    }

    public void Dispose() { }
}
