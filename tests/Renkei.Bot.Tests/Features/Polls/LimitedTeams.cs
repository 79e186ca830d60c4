using System.Diagnostics;
using System.Runtime.CompilerServices;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.Tests.Play;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>Teams with its documented limits of one conversation; each update takes a while to arrive, not always as long.</summary>
internal sealed class LimitedTeams(int seed) : IConnector
{
    private static readonly (int Count, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
    ];

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly Stopwatch time = Stopwatch.StartNew();
    private readonly List<TimeSpan> arrived = [];
    private readonly List<OutgoingActivity> shown = [];
    private int underWay;

    /// <summary>How many updates were refused because there were too many.</summary>
    public int Refused { get; private set; }

    /// <summary>The most updates under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>What the next updates do instead of arriving; <see langword="null"/> lets one arrive.</summary>
    public Queue<Exception?> Next { get; } = new();

    /// <summary>What the card showed, one after the other.</summary>
    public IReadOnlyList<Shown> Cards
    {
        get
        {
            lock (gate)
            {
                return [.. shown.Select(Shown.Of)];
            }
        }
    }

    /// <summary>How long an update takes at most.</summary>
    public TimeSpan Latency { get; set; }

    public async Task UpdateAsync(
        ConversationAddress to,
        string activityId,
        OutgoingActivity activity,
        CancellationToken ct
    )
    {
        TimeSpan takes;
        lock (gate)
        {
            if (Next.TryDequeue(out Exception? fault) && fault is not null)
            {
                throw fault;
            }
            TimeSpan now = time.Elapsed;
            if (Limits.Any(l => arrived.Count >= l.Count && arrived[^l.Count] + l.Within > now))
            {
                Refused++;
                throw new ConnectorException(
                    429,
                    "Throttled",
                    ConnectorReaction.RetryLater,
                    TimeSpan.FromSeconds(1),
                    false,
                    null
                );
            }
            arrived.Add(now);
            MostAtOnce = Math.Max(MostAtOnce, ++underWay);
            takes = Latency * random.NextDouble();
        }
        await Task.Delay(takes, ct);
        lock (gate)
        {
            underWay--;
            shown.Add(activity);
        }
    }

    public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct) =>
        throw new InvalidOperationException("Nothing is posted here.");

    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) => Task.CompletedTask;

    public Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    ) => throw new InvalidOperationException("Nobody is written to here.");

    public Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct) =>
        Task.FromResult<ConversationMember?>(null);

    public async IAsyncEnumerable<ConversationMember> MembersAsync(
        ConversationAddress of,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await Task.CompletedTask;
        yield break;
    }
}
