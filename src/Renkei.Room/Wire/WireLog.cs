using System.Text;
using System.Text.RegularExpressions;

namespace Renkei.Room.Wire;

/// <summary>The last thousand requests, both ways. Safe for many threads.</summary>
public sealed partial class WireLog
{
    /// <summary>How many entries are kept.</summary>
    public const int Capacity = 1000;

    private const int LongestBody = 256 * 1024;
    private readonly Lock gate = new();
    private readonly Queue<WireEntry> entries = new();
    private readonly TimeProvider clock;
    private long last;

    internal WireLog(TimeProvider clock) => this.clock = clock;

    internal event Action<WireEntry>? Recorded;

    /// <summary>What is kept, oldest first.</summary>
    public IReadOnlyList<WireEntry> Entries => After(0, Capacity);

    /// <summary>Entries with a greater number than <paramref name="n"/>, oldest first.</summary>
    public IReadOnlyList<WireEntry> After(long n, int limit)
    {
        lock (gate)
        {
            return [.. entries.SkipWhile(e => e.N <= n).Take(limit)];
        }
    }

    /// <summary>Forgets the entries; numbers go on.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    internal void Record(
        string direction,
        string method,
        string path,
        int status,
        TimeSpan took,
        IEnumerable<KeyValuePair<string, string>> requestHeaders,
        ReadOnlySpan<byte> requestBody,
        IEnumerable<KeyValuePair<string, string>> responseHeaders,
        ReadOnlySpan<byte> responseBody
    )
    {
        WireEntry entry = new()
        {
            N = Interlocked.Increment(ref last),
            At = clock.GetUtcNow(),
            Direction = direction,
            Method = method,
            Path = path,
            Status = status,
            Milliseconds = Math.Round(took.TotalMilliseconds, 1),
            RequestHeaders = Shorten(requestHeaders),
            RequestBody = Text(requestBody),
            ResponseHeaders = Shorten(responseHeaders),
            ResponseBody = Text(responseBody),
        };
        lock (gate)
        {
            entries.Enqueue(entry);
            if (entries.Count > Capacity)
            {
                entries.Dequeue();
            }
        }
        Recorded?.Invoke(entry);
    }

    private static Dictionary<string, string> Shorten(IEnumerable<KeyValuePair<string, string>> headers)
    {
        Dictionary<string, string> shown = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            bool secret = name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
            shown[name] = secret && value.Length > 24 ? value[..24] + "…" : value;
        }
        return shown;
    }

    private static string Text(ReadOnlySpan<byte> body)
    {
        if (body.Length > LongestBody)
        {
            return $"({body.Length} bytes)";
        }
        string text = Encoding.UTF8.GetString(body);
        return text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal)
            ? $"({body.Length} bytes, not text)"
            : Secrets().Replace(text, "$1…");
    }

    [GeneratedRegex("""(client_secret=|"access_token":"[^"]{12})[^"&]*""")]
    private static partial Regex Secrets();
}
