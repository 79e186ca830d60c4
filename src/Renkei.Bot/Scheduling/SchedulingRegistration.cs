namespace Renkei.Bot.Scheduling;

/// <summary>Wires plans, the desk that settles dates, and the watcher.</summary>
internal static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services
            .AddOptions<CalendarWatchOptions>()
            .BindConfiguration(CalendarWatchOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<PlanWatch>();
        services.AddSingleton<DateDesk>();
        services.AddSingleton<BookingPage>();
        services.AddHostedService<CalendarWatcher>();
        return services;
    }
}
