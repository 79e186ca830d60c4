using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>
/// Lets each activity through once: Teams repeats what it did not see answered within 15 seconds, first under the same id. A repeated
/// activity waits for the first one and gets the same answer. If the first one failed, the next in line runs it again.
/// </summary>
/// <remarks>
/// This spares work and second cards inside one process. Truth is kept elsewhere: every card action carries a token of its own, so a
/// repetition that reaches another instance, or comes under a new id, changes nothing either.
/// </remarks>
/// <param name="clock">Tells when an answer is forgotten, ten minutes after its activity came.</param>
public sealed class Deduplication(TimeProvider clock)
{
    /// <summary>How many activities are remembered at most; the oldest are forgotten first.</summary>
    public const int Capacity = 20_000;

    /// <summary>How many bytes of answers are remembered at most: about 800 cards, while Teams repeats within seconds.</summary>
    public const long MaxAnswerBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<ActivityKey, Entry> entries = [];
    private readonly Queue<Entry> byArrival = [];
    private long answerBytes;

    /// <summary>The step.</summary>
    public async Task<InvokeReply> RunAsync(Turn turn, TurnContinuation next, CancellationToken ct)
    {
        if (ActivityKey.Of(turn) is not { } key)
        {
            return await next(turn, ct);
        }
        while (true)
        {
            Entry entry = Join(key, out bool isFirst);
            if (isFirst)
            {
                return await RunFirstAsync(entry, turn, next, ct);
            }
            if (await entry.Outcome.Task.WaitAsync(ct) is { } reply)
            {
                return reply;
            }
        }
    }

    private async Task<InvokeReply> RunFirstAsync(Entry entry, Turn turn, TurnContinuation next, CancellationToken ct)
    {
        InvokeReply? outcome = null;
        try
        {
            InvokeReply reply = await next(turn, ct);
            outcome = reply.Status < 500 || reply.Status == 501 ? reply : null;
            return reply;
        }
        finally
        {
            Settle(entry, outcome);
        }
    }

    private Entry Join(ActivityKey key, out bool isFirst)
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (gate)
        {
            while (byArrival.TryPeek(out Entry? oldest) && oldest.Until <= now)
            {
                ForgetOldest();
            }
            if (entries.TryGetValue(key, out Entry? known))
            {
                isFirst = false;
                return known;
            }
            while (byArrival.Count >= Capacity || (answerBytes > MaxAnswerBytes && byArrival.Count > 0))
            {
                ForgetOldest();
            }
            Entry entry = new(key, now + Memory);
            entries.Add(key, entry);
            byArrival.Enqueue(entry);
            isFirst = true;
            return entry;
        }
    }

    private void Settle(Entry entry, InvokeReply? outcome)
    {
        lock (gate)
        {
            if (outcome is { } reply)
            {
                // An entry that was forgotten while it ran is counted by nobody.
                if (entries.TryGetValue(entry.Key, out Entry? current) && ReferenceEquals(current, entry))
                {
                    entry.Bytes = reply.Body.Length;
                    answerBytes += entry.Bytes;
                }
            }
            else
            {
                Remove(entry);
            }
        }
        entry.Outcome.SetResult(outcome);
    }

    private void ForgetOldest() => Remove(byArrival.Dequeue());

    private void Remove(Entry entry)
    {
        if (entries.TryGetValue(entry.Key, out Entry? current) && ReferenceEquals(current, entry))
        {
            entries.Remove(entry.Key);
            answerBytes -= entry.Bytes;
            entry.Bytes = 0;
        }
    }

    private sealed class Entry(ActivityKey key, DateTimeOffset until)
    {
        public ActivityKey Key { get; } = key;
        public DateTimeOffset Until { get; } = until;
        public long Bytes { get; set; }

        /// <summary>The answer, or <see langword="null"/> where there was none and the next in line has to run.</summary>
        public TaskCompletionSource<InvokeReply?> Outcome { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>
    /// What makes two activities the same. Ids are unique within a conversation only, and an edit or a deletion carries the id of the
    /// message it changes, so that there its time stamp belongs to the key.
    /// </summary>
    private readonly record struct ActivityKey(
        string TenantId,
        string ConversationId,
        string Type,
        string Id,
        DateTimeOffset? Timestamp
    )
    {
        public static ActivityKey? Of(Turn turn) =>
            turn.Activity is { Id.Length: > 0, Conversation.Id.Length: > 0 } activity
                ? new ActivityKey(
                    turn.TenantId,
                    activity.Conversation.Id,
                    activity.Type,
                    activity.Id,
                    activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? null : activity.Timestamp
                )
                : null;
    }
}
