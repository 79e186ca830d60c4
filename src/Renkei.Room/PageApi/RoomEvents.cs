using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Renkei.Room.PageApi;

/// <summary>One server-sent event.</summary>
/// <param name="Id">Running number.</param>
/// <param name="Kind">Name of the event.</param>
/// <param name="Json">Data, one line.</param>
internal sealed record RoomEvent(long Id, string Kind, string Json);

/// <summary>What happens in the room, told to every open page. The last thousand can be told again. Safe for many threads.</summary>
internal sealed class RoomEvents
{
    private const int Capacity = 1000;
    private readonly Lock gate = new();
    private readonly Queue<RoomEvent> recent = new();
    private readonly List<Channel<RoomEvent>> listeners = [];
    private TaskCompletionSource changed = NewSignal();

    // Numbers begin with the start time: a page that listened to an earlier run has to read everything again.
    private long last;

    public RoomEvents(DateTimeOffset startedAt) => last = startedAt.ToUnixTimeMilliseconds();

    /// <summary>Ends with the next event.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    public void Publish<T>(string kind, T data, JsonTypeInfo<T> type)
    {
        string json = JsonSerializer.Serialize(data, type);
        TaskCompletionSource signal;
        lock (gate)
        {
            RoomEvent happened = new(++last, kind, json);
            recent.Enqueue(happened);
            if (recent.Count > Capacity)
            {
                recent.Dequeue();
            }
            foreach (Channel<RoomEvent> listener in listeners)
            {
                listener.Writer.TryWrite(happened);
            }
            signal = changed;
            changed = NewSignal();
        }
        signal.TrySetResult();
    }

    /// <summary>
    /// Listens from now on, or from after <paramref name="lastSeen"/>. What happened in between is told first; where too
    /// much did, one <c>reset</c> event asks the page to read everything again.
    /// </summary>
    public Channel<RoomEvent> Listen(long? lastSeen)
    {
        Channel<RoomEvent> listener = Channel.CreateBounded<RoomEvent>(
            new BoundedChannelOptions(2 * Capacity) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        lock (gate)
        {
            if (lastSeen is long seen && seen != last)
            {
                long first = recent.Count == 0 ? last + 1 : recent.Peek().Id;
                if (seen > last || seen < first - 1)
                {
                    listener.Writer.TryWrite(new(last, "reset", "{}"));
                }
                else
                {
                    foreach (RoomEvent missed in recent.Where(e => e.Id > seen))
                    {
                        listener.Writer.TryWrite(missed);
                    }
                }
            }
            listeners.Add(listener);
        }
        return listener;
    }

    public void Leave(Channel<RoomEvent> listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
        }
    }

    public void Close()
    {
        lock (gate)
        {
            foreach (Channel<RoomEvent> listener in listeners)
            {
                listener.Writer.TryComplete();
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
