using Renkei.Activities.Turns;
using Renkei.Tables;

namespace Renkei.Bot.Notices;

/// <summary>Wires the messages Renkei sends on its own. Features add their <see cref="INoticeSource"/>.</summary>
internal static class NoticeRegistration
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services
            .AddOptions<NoticeOptions>()
            .BindConfiguration(NoticeOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(s => new NoticeClock(s.GetRequiredService<TimeProvider>(), TimeProvider.System));
        services.AddSingleton(new NoticeChance(Random.Shared));
        services.AddSingleton<NoticeBell>();
        services.AddSingleton<NoticePointers>();
        services.AddSingleton<NoticeLedger>();
        services.AddSingleton<NoticePacer>();
        services.AddSingleton<NoticeRecipients>();
        services.AddSingleton<NoticeMetrics>();
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<NoticeRound>();
        services.AddSingleton(s => new Lazy<NoticeRound>(s.GetRequiredService<NoticeRound>));
        services.AddSingleton<NoticeForecast>();
        services.AddSingleton<TenantsHeardOf>();
        services.AddHostedService<NoticeDispatcher>();
        return services;
    }
}

/// <summary>Sends on to a tenant that had disabled the bot as soon as somebody of it reaches the bot again.</summary>
internal sealed class TenantsHeardOf(NoticePacer pacer, NoticeBell bell, ILogger<TenantsHeardOf> log)
{
    /// <summary>The step around a turn.</summary>
    public async Task<InvokeReply> RunAsync(Turn turn, TurnContinuation next, CancellationToken ct)
    {
        try
        {
            if (await pacer.HeardOfAsync(turn.TenantId, ct))
            {
                Log.TenantGoesOn(log, turn.TenantId);
                bell.Ring(turn.TenantId);
            }
        }
        catch (TableUnavailableException fault)
        {
            // The turn itself matters more; the next one tries again.
            Log.PaceNotShared(log, fault);
        }
        return await next(turn, ct);
    }
}
