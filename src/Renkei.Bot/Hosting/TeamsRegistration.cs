using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Files;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Notices;
using Renkei.Domain;

namespace Renkei.Bot.Hosting;

/// <summary>The way in (token checks, turn pipeline) and the way out (connector) of Teams.</summary>
internal static class TeamsRegistration
{
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services
            .AddOptions<CredentialOptions>()
            .BindConfiguration(CredentialOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (options, host) => options.Kind != CredentialKind.Rehearsal || host.IsDevelopment(),
                $"{CredentialOptions.Section}:Kind Rehearsal is for Development only."
            )
            .ValidateOnStart();
        services.AddInboundAuthentication();
        services.AddSingleton(BuildCredential);
        services.AddKeyedSingleton<HttpClient>(nameof(ConnectorClient), (_, _) => BuildHttp());
        services.AddSingleton<IConnector>(s => BuildConnector(s, tries: 3));
        services.AddKeyedSingleton<IConnector>(NoticeDelivery.ConnectorKey, (s, _) => BuildConnector(s, tries: 1));
        services.AddKeyedSingleton<HttpClient>(nameof(FileUploadClient), (_, _) => BuildHttp());
        services.AddSingleton<IFileUploads>(BuildUploads);
        services.AddSingleton<TurnRouter>();
        services.AddSingleton<ITurnRoutes>(s => s.GetRequiredService<TurnRouter>());
        services.AddSingleton(BuildPipeline);
        return services;
    }

    private static TokenCredential BuildCredential(IServiceProvider services)
    {
        CredentialOptions options = services.GetRequiredService<IOptions<CredentialOptions>>().Value;
        return options.Kind switch
        {
            CredentialKind.Secret => new ClientSecretCredential(
                options.TenantId,
                options.ClientId,
                options.ClientSecret
            ),
            CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(),
#pragma warning disable CA2000 // The credential is a singleton and lives as long as the program.
            CredentialKind.Rehearsal => new ClientCredentialsCredential(
                new HttpClient(),
                new(options.TokenUrl),
                options.ClientId,
                options.ClientSecret,
                services.GetRequiredService<TimeProvider>()
            ),
#pragma warning restore CA2000
            _ => new ManagedIdentityCredential(
                options.ClientId.Length > 0
                    ? ManagedIdentityId.FromUserAssignedClientId(options.ClientId)
                    : ManagedIdentityId.SystemAssigned
            ),
        };
    }

#pragma warning disable CA2000 // The client is a singleton, and its handler lives as long as it does.
    // Every try has a limit of its own; a second timer beside it would only cost.
    private static HttpClient BuildHttp() =>
        new(ConnectorClient.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000

    private static ConnectorClient BuildConnector(IServiceProvider services, int tries)
    {
        InboundOptions options = services.GetRequiredService<IOptions<InboundOptions>>().Value;
        string scope = options.Cloud switch
        {
            TeamsCloud.UsGovernment => "https://api.botframework.us/.default",
            TeamsCloud.China => "https://api.botframework.azure.cn/.default",
            _ => "https://api.botframework.com/.default",
        };
        return new(
            services.GetRequiredKeyedService<HttpClient>(nameof(ConnectorClient)),
            services.GetRequiredService<TokenCredential>(),
            new()
            {
                Hosts = options.AllServiceHosts(),
                Scope = scope,
                MaxTries = tries,
            },
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ConnectorClient>>()
        );
    }

    private static FileUploadClient BuildUploads(IServiceProvider services)
    {
        InboundOptions options = services.GetRequiredService<IOptions<InboundOptions>>().Value;
        return new(
            services.GetRequiredKeyedService<HttpClient>(nameof(FileUploadClient)),
            new(options.Cloud, options.AdditionalIssuers.SelectMany(i => i.ServiceHosts)),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<FileUploadClient>>()
        );
    }

    private static TurnPipeline BuildPipeline(IServiceProvider services)
    {
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        TurnTexts texts = new() { TakingLonger = InBoth(CommonTexts.TooSlow), Failed = InBoth(CommonTexts.Fault) };
        return new(
            services.GetRequiredService<IConnector>(),
            [
                ExpectReplies.RunAsync,
                new Deduplication(clock).RunAsync,
                new TimeLimit(
                    TimeLimit.Default,
                    texts,
                    clock,
                    services.GetRequiredService<ILogger<TimeLimit>>()
                ).RunAsync,
                new FaultAnswer(texts, clock, services.GetRequiredService<ILogger<FaultAnswer>>()).RunAsync,
                services.GetRequiredService<TenantsHeardOf>().RunAsync,
            ],
            services.GetRequiredService<TurnRouter>().DispatchAsync
        );
    }

    private static TurnText InBoth(LocalText text) => new(text.Ja, text.En);
}
