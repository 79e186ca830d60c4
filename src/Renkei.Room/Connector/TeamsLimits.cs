namespace Renkei.Room.Connector;

/// <summary>
/// The rate limits Teams documents for one bot (protocol facts: Bot Framework, section 4): per conversation for sending and
/// for reading, and one for the tenant. They run at the machine's time, however the room's clock is moved. Safe for many threads.
/// </summary>
internal sealed class TeamsLimits(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Conversation, bool IsRead), RateLimit> conversations = [];
    private readonly RateLimit tenant = new(time, (50, TimeSpan.FromSeconds(1)));

    /// <summary>How long to wait; <see langword="null"/> when the request fits.</summary>
    public TimeSpan? Refuse(string conversation, bool isRead)
    {
        lock (gate)
        {
            if (tenant.Refuse() is { } busy)
            {
                return busy;
            }
            if (!conversations.TryGetValue((conversation, isRead), out RateLimit? limit))
            {
                limit = isRead ? Windows(14, 16, 120, 3600) : Windows(7, 8, 60, 1800);
                conversations[(conversation, isRead)] = limit;
            }
            return limit.Refuse();
        }
    }

    private RateLimit Windows(int oneSecond, int twoSeconds, int thirtySeconds, int hour) =>
        new(
            time,
            (oneSecond, TimeSpan.FromSeconds(1)),
            (twoSeconds, TimeSpan.FromSeconds(2)),
            (thirtySeconds, TimeSpan.FromSeconds(30)),
            (hour, TimeSpan.FromHours(1))
        );
}
