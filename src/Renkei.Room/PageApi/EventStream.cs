using System.Globalization;
using System.Threading.Channels;

namespace Renkei.Room.PageApi;

/// <summary>Server-sent events to one page until it goes away or the room stops.</summary>
internal static class EventStream
{
    public static async Task WriteAsync(HttpContext http, RoomEvents events, CancellationToken stopping)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        long? lastSeen = long.TryParse(
            http.Request.Headers["Last-Event-ID"],
            CultureInfo.InvariantCulture,
            out long seen
        )
            ? seen
            : null;
        using CancellationTokenSource ends = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            stopping
        );
        Channel<RoomEvent> listener = events.Listen(lastSeen);
        try
        {
            await http.Response.WriteAsync("retry: 1000\n\n", ends.Token);
            await http.Response.Body.FlushAsync(ends.Token);
            await foreach (RoomEvent e in listener.Reader.ReadAllAsync(ends.Token))
            {
                await http.Response.WriteAsync($"id: {e.Id}\nevent: {e.Kind}\ndata: {e.Json}\n\n", ends.Token);
                if (!listener.Reader.TryPeek(out _))
                {
                    await http.Response.Body.FlushAsync(ends.Token);
                }
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page was closed, or the room is stopping.
        }
        finally
        {
            events.Leave(listener);
        }
    }
}
