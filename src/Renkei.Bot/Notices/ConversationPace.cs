namespace Renkei.Bot.Notices;

/// <summary>
/// What Teams takes in one conversation: 7 in a second, 8 in two, 60 in thirty, 1800 in an hour (protocols: Bot Framework, "Rate limits").
/// Not thread safe; times are real.
/// </summary>
internal sealed class ConversationPace
{
    /// <summary>How many may be on their way into one conversation at the same time: what fits into one second.</summary>
    public const int AtOnce = 7;

    private static readonly (int Count, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly List<DateTimeOffset> sent = [];
    private DateTimeOffset restsUntil;

    /// <summary>How many are on their way.</summary>
    public int Pending { get; set; }

    /// <summary>The earliest moment at which the next one may leave; the present or before means now.</summary>
    public DateTimeOffset EarliestAt(DateTimeOffset now)
    {
        if (sent.Count > 0 && sent[^1] > now)
        {
            // The clock was set back: what is noted of its future would block the conversation for as long.
            sent.RemoveAll(at => at > now);
        }
        DateTimeOffset earliest = restsUntil <= now + LongestRest ? restsUntil : now;
        foreach ((int count, TimeSpan within) in Limits)
        {
            if (sent.Count >= count && sent[^count] + within > earliest)
            {
                earliest = sent[^count] + within;
            }
        }
        return earliest;
    }

    /// <summary>Notes one that leaves now.</summary>
    public void Leave(DateTimeOffset now)
    {
        Forget(now);
        sent.Add(now);
    }

    /// <summary>Lets the conversation rest, as Teams asked.</summary>
    public void Rest(DateTimeOffset until) => restsUntil = until > restsUntil ? until : restsUntil;

    /// <summary>Whether nothing has to be remembered of it.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        Forget(now);
        return sent.Count == 0 && Pending == 0 && restsUntil <= now;
    }

    private void Forget(DateTimeOffset now)
    {
        int old = sent.FindIndex(at => at > now - LongestRest);
        sent.RemoveRange(0, old < 0 ? sent.Count : old);
    }
}
