using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Renkei.Activities.Tests;

/// <summary>Writes down the ids and texts of what is logged.</summary>
internal sealed class RecordingLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(int Id, string Text)> entries = [];

    public IEnumerable<int> Events => entries.Select(e => e.Id);

    public string AllText => string.Join('\n', entries.Select(e => e.Text));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => entries.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception}"));

    /// <summary>Waits up to ten real seconds for a message.</summary>
    public async Task UntilAsync(int id)
    {
        for (int i = 0; i < 1000 && !Events.Contains(id); i++)
        {
            await Task.Delay(10);
        }
        Assert.Contains(id, Events);
    }
}
