using System.Collections.Concurrent;

namespace Renkei.Room.Client;

/// <summary>Work nobody waits for, such as a delivery after the page has its answer. What fails is logged; stopping waits for it.</summary>
internal sealed class BackgroundWork(ILogger logger)
{
    private readonly ConcurrentDictionary<Task, byte> running = new();

    public void Follow<T>(Task<T> work, Action<T> then)
    {
        Task followed = FollowAsync(work, then);
        running[followed] = 0;
        followed.ContinueWith(
            done => running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    public Task EndAsync() => Task.WhenAll(running.Keys);

    private async Task FollowAsync<T>(Task<T> work, Action<T> then)
    {
        try
        {
            then(await work);
        }
        catch (OperationCanceledException)
        {
            // The room is stopping.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.DeliveryFailed(logger, e);
        }
    }
}
