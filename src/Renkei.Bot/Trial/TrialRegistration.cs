using Microsoft.Extensions.Options;

namespace Renkei.Bot.Trial;

/// <summary>Adds what a trial needs, where one is configured.</summary>
internal static class TrialRegistration
{
    /// <summary>The clock: the system's, or in a trial one that can be moved.</summary>
    public static IServiceCollection AddTrial(this IServiceCollection services)
    {
        services
            .AddOptions<TrialOptions>()
            .BindConfiguration(TrialOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (options, host) => !options.Enabled || host.IsDevelopment(),
                $"{TrialOptions.Section}:Enabled is for Development only."
            )
            .ValidateOnStart();
        services.AddSingleton<TrialClock>();
        services.AddSingleton(s => IsTrial(s) ? s.GetRequiredService<TrialClock>() : TimeProvider.System);
        services.AddSingleton<SampleCouncil>();
        services.AddSingleton<SamplePrefecture>();
        services.AddSingleton<SampleCalendars>();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, TrialJson.Default));
        return services;
    }

    /// <summary>Opens the trial: its endpoints, and the sample prefecture where the store does not have it yet.</summary>
    public static async Task UseTrialAsync(this WebApplication app)
    {
        if (IsTrial(app.Services))
        {
            app.MapTrial();
            await app.Services.GetRequiredService<SamplePrefecture>().EnsureAsync(app.Lifetime.ApplicationStopping);
            await app.Services.GetRequiredService<SampleCalendars>().EnsureAsync(app.Lifetime.ApplicationStopping);
        }
    }

    private static bool IsTrial(IServiceProvider services) =>
        services.GetRequiredService<IOptions<TrialOptions>>().Value.Enabled;
}
