using System.Collections.Concurrent;

namespace Renkei.Bot.Notices;

/// <summary>Wakes this instance's dispatcher: when a pointer is written here, or the clock of a trial moves. Thread safe.</summary>
internal sealed class NoticeBell
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> bells = new();

    /// <summary>Done at the next ring for a tenant. Taken before the store is read, so that no ring is missed in between.</summary>
    public Task NextRing(string tenantId) => RungAsync(bells.GetOrAdd(tenantId, static _ => Fresh()).Task);

    /// <summary>Wakes whoever looks after a tenant.</summary>
    public void Ring(string tenantId)
    {
        if (bells.TryRemove(tenantId, out TaskCompletionSource? bell))
        {
            bell.TrySetResult();
        }
    }

    /// <summary>Wakes everybody.</summary>
    public void RingAll()
    {
        foreach (string tenantId in bells.Keys)
        {
            Ring(tenantId);
        }
    }

    /// <summary>Whoever waits goes on in their own context, not on the thread that rang.</summary>
    private static async Task RungAsync(Task bell) => await bell;

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
