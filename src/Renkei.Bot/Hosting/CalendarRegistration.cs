using Azure.Core;
using Microsoft.Extensions.Options;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Domain.Calendars;
using Renkei.Graph;
using Renkei.Tables;

namespace Renkei.Bot.Hosting;

/// <summary>The calendars: Graph for the tenant that it is configured for, the bot's own for the others.</summary>
internal static class CalendarRegistration
{
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services
            .AddOptions<CalendarOptions>()
            .BindConfiguration(CalendarOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddKeyedSingleton<HttpClient>(nameof(GraphCalendar), (_, _) => BuildHttp());
        services.AddSingleton(BuildGraph);
        services.AddSingleton(BuildCalendars);
        return services;
    }

    private static TenantCalendars BuildCalendars(IServiceProvider services)
    {
        CalendarOptions options = services.GetRequiredService<IOptions<CalendarOptions>>().Value;
        GraphCalendar? graph = options.Kind == CalendarKind.Graph ? services.GetRequiredService<GraphCalendar>() : null;
        ITable table = services.GetRequiredService<ITable>();
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        return new(tenant =>
            graph is not null && tenant.Equals(options.TenantId, StringComparison.OrdinalIgnoreCase)
                ? graph
                : new EmbeddedCalendar(table, tenant, clock)
        );
    }

    private static GraphCalendar BuildGraph(IServiceProvider services)
    {
        CalendarOptions options = services.GetRequiredService<IOptions<CalendarOptions>>().Value;
        Uri service = new(options.Service);
        return new(
            services.GetRequiredKeyedService<HttpClient>(nameof(GraphCalendar)),
            services.GetRequiredService<TokenCredential>(),
            new()
            {
                Mailbox = options.Mailbox,
                Service = service,
                Scope = $"{service.GetLeftPart(UriPartial.Authority)}/.default",
            },
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<GraphCalendar>>()
        );
    }

#pragma warning disable CA2000 // The client is a singleton, and its handler lives as long as it does.
    // Every try has a limit of its own; a second timer beside it would only cost.
    private static HttpClient BuildHttp() => new(GraphCalendar.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
}
