using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Renkei.Activities.Connector;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>
/// Decides when a message may leave: by the limits of its conversation, which this instance counts by itself, and by those of its
/// tenant, which all instances share. Thread safe.
/// </summary>
internal sealed class NoticePacer(ITable table, NoticeClock clock, IOptions<NoticeOptions> options)
{
    // Longer waits are better spent on others: the notice comes back to it later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private const int Cleaning = 1_000;
    private const int SeveralThrottled = 3;

    private readonly ConcurrentDictionary<string, TenantPace> tenants = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, ConversationPace> conversations = [];
    private readonly List<(string Conversation, string TenantId, DateTimeOffset At)> throttled = [];
    private int calls;

    /// <summary>Waits until a message may leave; the caller sends it then at once.</summary>
    /// <returns><see langword="null"/> when it may; otherwise the real time before which it makes no sense to ask again.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async ValueTask<DateTimeOffset?> WaitAsync(ConversationAddress to, CancellationToken ct)
    {
        ConversationPace conversation;
        lock (gate)
        {
            conversation = Conversation(to);
            DateTimeOffset now = clock.Real;
            DateTimeOffset earliest = conversation.EarliestAt(now);
            if (earliest > now + Patience)
            {
                return earliest;
            }
            if (conversation.Pending >= ConversationPace.AtOnce)
            {
                return now + Patience;
            }
            conversation.Pending++;
        }
        try
        {
            TenantPace tenant = Tenant(to.TenantId);
            if (await tenant.TakeAsync(ct) is { } rest)
            {
                return rest;
            }
            while (true)
            {
                TimeSpan wait;
                lock (gate)
                {
                    DateTimeOffset now = clock.Real;
                    if (
                        tenant.Last.Resting.TryGetValue(HashOf(to), out DateTimeOffset until)
                        && until <= now + LongestRest
                    )
                    {
                        conversation.Rest(until);
                    }
                    DateTimeOffset earliest = conversation.EarliestAt(now);
                    if (earliest > now + Patience)
                    {
                        return earliest;
                    }
                    wait = earliest - now;
                    if (wait <= TimeSpan.Zero)
                    {
                        conversation.Leave(now);
                        return null;
                    }
                }
                await clock.DelayAsync(wait, ct);
            }
        }
        finally
        {
            lock (gate)
            {
                conversation.Pending--;
            }
        }
    }

    /// <summary>
    /// Teams asked for a pause: the conversation rests; where several conversations are told so within a second, and they are a tenth of
    /// what is sent, the whole tenant.
    /// </summary>
    /// <exception cref="TableUnavailableException">The store is away; this instance rests all the same.</exception>
    public async ValueTask ThrottledAsync(ConversationAddress to, TimeSpan pause, CancellationToken ct)
    {
        DateTimeOffset now = clock.Real;
        DateTimeOffset until = now + (pause < LongestRest ? pause : LongestRest);
        bool several;
        lock (gate)
        {
            Conversation(to).Rest(until);
            throttled.RemoveAll(t => t.At <= now - TimeSpan.FromSeconds(1) || t.At > now);
            throttled.Add((to.ConversationId, to.TenantId, now));
            int told = throttled.Where(t => t.TenantId == to.TenantId).Select(t => t.Conversation).Distinct().Count();
            several = told >= SeveralThrottled && told >= options.Value.MessagesPerSecond / 10;
        }
        TenantPace tenant = Tenant(to.TenantId);
        if (several)
        {
            await tenant.RestAsync(until, ct);
        }
        await tenant.RestAsync(HashOf(to), until, ct);
    }

    /// <summary>Until when (real time) a whole tenant rests, or <see langword="null"/>.</summary>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public ValueTask<DateTimeOffset?> RestOfAsync(string tenantId, CancellationToken ct) =>
        Tenant(tenantId).RestAsync(ct);

    /// <summary>An administrator of the tenant disabled the bot: nothing is sent there until <see cref="HeardOfAsync"/>.</summary>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public ValueTask DisabledAsync(string tenantId, CancellationToken ct) => Tenant(tenantId).DisableAsync(ct);

    /// <summary>Somebody of the tenant reached the bot, so it is not disabled. Costs nothing unless it was.</summary>
    /// <returns>Whether sending goes on by that.</returns>
    /// <exception cref="TableUnavailableException">The store is away.</exception>
    public async ValueTask<bool> HeardOfAsync(string tenantId, CancellationToken ct)
    {
        TenantPace tenant = Tenant(tenantId);
        if (tenant.Last.DisabledSince is null)
        {
            return false;
        }
        await tenant.EnableAsync(ct);
        return true;
    }

    private TenantPace Tenant(string tenantId) =>
        tenants.GetOrAdd(
            tenantId,
            static (id, of) => new(of.table, id, of.options.Value.MessagesPerSecond, of.clock),
            (table, options, clock)
        );

    private ConversationPace Conversation(ConversationAddress address)
    {
        if (++calls % Cleaning == 0)
        {
            DateTimeOffset now = clock.Real;
            foreach (string id in conversations.Where(c => c.Value.IsIdle(now)).Select(c => c.Key).ToArray())
            {
                conversations.Remove(id);
            }
        }
        if (!conversations.TryGetValue(address.ConversationId, out ConversationPace? pace))
        {
            conversations.Add(address.ConversationId, pace = new());
        }
        return pace;
    }

    private static string HashOf(ConversationAddress to) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.ConversationId)).AsSpan(0, 12));
}
