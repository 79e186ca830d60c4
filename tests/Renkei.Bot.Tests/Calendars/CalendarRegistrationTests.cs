using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Hosting;
using Renkei.Graph;

namespace Renkei.Bot.Tests.Calendars;

public sealed class CalendarRegistrationTests : IAsyncLifetime
{
    private const string Tenant = "66666666-7777-4888-8999-aaaaaaaaaaaa";
    private const string Other = "77777777-7777-4888-8999-aaaaaaaaaaaa";

    private readonly EmbeddedWorld world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => world.DisposeAsync().AsTask();

    [Fact]
    public async Task Of_Graph_IsForItsOwnTenantOnly()
    {
        await using ServiceProvider services = Build(
            ("Renkei:Calendar:Kind", "Graph"),
            ("Renkei:Calendar:TenantId", Tenant),
            ("Renkei:Calendar:Mailbox", "renkei@example.jp")
        );
        TenantCalendars calendars = services.GetRequiredService<TenantCalendars>();

        Assert.IsType<GraphCalendar>(calendars.Of(Tenant));
        Assert.Same(calendars.Of(Tenant), calendars.Of(Tenant.ToUpperInvariant()));
        Assert.IsType<EmbeddedCalendar>(calendars.Of(Other));
    }

    [Fact]
    public async Task Of_NothingConfigured_IsOurOwn()
    {
        await using ServiceProvider services = Build(("Renkei:Calendar:TenantId", Tenant));

        Assert.IsType<EmbeddedCalendar>(services.GetRequiredService<TenantCalendars>().Of(Tenant));
    }

    private ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
                .Build()
        );
        services.AddSingleton(world.Table);
        services.AddSingleton<TimeProvider>(world.Clock);
        services.AddSingleton<TokenCredential>(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
        return services.AddCalendars().BuildServiceProvider();
    }
}
