using System.Collections.Concurrent;

namespace Renkei.Benchmarks;

/// <summary>Something people do, over and over.</summary>
/// <param name="Name">Short, for the filter.</param>
/// <param name="Title">For the table.</param>
/// <param name="Clients">Numbers of clients at once.</param>
/// <param name="Turn">One turn of one nurse with the server of that name.</param>
internal sealed record Scenario(
    string Name,
    string Title,
    IReadOnlyList<int> Clients,
    Func<ServerProcess, Func<Nurse, TurnConnection, Task>> Turn
)
{
    /// <summary>A typed text under one token, as Teams uses a token for many calls.</summary>
    public static Func<Nurse, TurnConnection, Task> Typing(string text, string token)
    {
        ConcurrentDictionary<Nurse, byte[]> requests = new();
        return async (nurse, connection) =>
        {
            byte[] request = requests.GetOrAdd(nurse, n => n.Typed(token, text));
            Nurse.SetNextId(request);
            await connection.PostAsync(request);
        };
    }

    /// <summary>A typed text with another token each time, all signed before the clock runs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="isChecked">Whether the server knows a token it saw before; the bare endpoint may have each of them again.</param>
    /// <exception cref="InvalidOperationException">There were too few tokens.</exception>
    public static Func<Nurse, TurnConnection, Task> TypingAnew(
        string text,
        ConcurrentQueue<string> tokens,
        bool isChecked
    ) =>
        async (nurse, connection) =>
        {
            if (!tokens.TryDequeue(out string? token))
            {
                throw new InvalidOperationException("Too few tokens were signed for so many turns.");
            }
            await connection.PostAsync(nurse.Typed(token, text));
            if (!isChecked)
            {
                tokens.Enqueue(token);
            }
        };

    /// <summary>A press of 「保存」 with a changed state; the answer of the last press is what the next one sends back.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isKept">Whether the server keeps it; the bare endpoint answers without.</param>
    public static Func<Nurse, TurnConnection, Task> Saving(string token, bool isKept) =>
        async (nurse, connection) =>
        {
            ReadOnlyMemory<byte> answer = await connection.PostAsync(nurse.Save(token));
            if (isKept)
            {
                nurse.Saved(answer.Span);
            }
        };
}
