using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;

namespace Renkei.Bot.Hosting;

/// <summary>Wires who gets in: <see cref="InboundOptions"/> from section <c>Renkei:Teams</c>, checked at start.</summary>
public static class InboundAuthentication
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Renkei:Teams";

    /// <summary>Adds the gate for /api/messages.</summary>
    public static IServiceCollection AddInboundAuthentication(this IServiceCollection services)
    {
        services.AddOptions<InboundOptions>().BindConfiguration(Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<InboundOptions>, InboundOptionsCheck>();
        services.AddSingleton<IInboundGate>(Build);
        services.AddHostedService<LoopbackWatch>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    private static IInboundGate Build(IServiceProvider services)
    {
        InboundOptions options = services.GetRequiredService<IOptions<InboundOptions>>().Value;
        if (options.DangerouslyAllowUnauthenticatedRequests)
        {
            return new UnauthenticatedInbound(
                options,
                services.GetRequiredService<IHostEnvironment>().IsDevelopment(),
                ListenAddresses.AreLoopback(services.GetRequiredService<IConfiguration>())
            );
        }
#pragma warning disable CA2000 // Both live as long as the program: the gate is a singleton and fetches keys once a day.
        HttpClient http = new(ConnectorClient.CreateHandler());
#pragma warning restore CA2000
        return new InboundTokenValidator(
            options,
            http,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<InboundTokenValidator>>()
        );
    }

    private sealed class InboundOptionsCheck : IValidateOptions<InboundOptions>
    {
        public ValidateOptionsResult Validate(string? name, InboundOptions options) =>
            options.Faults().Select(fault => $"{Section}:{fault}").ToArray() is { Length: > 0 } faults
                ? ValidateOptionsResult.Fail(faults)
                : ValidateOptionsResult.Success;
    }

    /// <summary>
    /// Looks, once the server listens, at where it really listens: code can open addresses the configuration does not name. Stops the
    /// program where everybody would be let in from outside.
    /// </summary>
    private sealed class LoopbackWatch(IServer server, IOptions<InboundOptions> options, ILogger<LoopbackWatch> log)
        : IHostedLifecycleService
    {
        public Task StartedAsync(CancellationToken cancellationToken)
        {
            if (options.Value.DangerouslyAllowUnauthenticatedRequests)
            {
                Log.EverybodyIsLetIn(log);
            }
            ICollection<string> addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            return !options.Value.DangerouslyAllowUnauthenticatedRequests || addresses.All(ListenAddresses.IsLoopback)
                ? Task.CompletedTask
                : throw new InvalidOperationException(
                    $"{Section}:{nameof(InboundOptions.DangerouslyAllowUnauthenticatedRequests)} is set, and the server listens on more than "
                        + "loopback."
                );
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Reads where the configuration makes the server listen.</summary>
internal static class ListenAddresses
{
    /// <summary>Whether every configured address is loopback; without any, ASP.NET Core listens on localhost.</summary>
    public static bool AreLoopback(IConfiguration configuration)
    {
        // Ports alone mean every address of the machine.
        bool everywhere =
            !string.IsNullOrEmpty(configuration["http_ports"]) || !string.IsNullOrEmpty(configuration["https_ports"]);
        IEnumerable<string> urls = (configuration["urls"] ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        IEnumerable<string> endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"] ?? "");
        return (!everywhere || urls.Any()) && urls.Concat(endpoints).All(IsLoopback);
    }

    /// <summary>Whether an address the server listens on can only be reached from this machine.</summary>
    public static bool IsLoopback(string address)
    {
        // Kestrel also takes hosts a URL cannot have, such as "+" and "*", for every address: they do not parse, or are no loopback.
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            && (
                uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(uri.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip))
            );
    }
}
