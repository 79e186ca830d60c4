using Azure.Core;
using Microsoft.Extensions.Options;
using Renkei.Tables;
using Renkei.Tables.Azure;
using Renkei.Tables.Sqlite;

namespace Renkei.Bot.Hosting;

/// <summary>The one table, on the configured back end.</summary>
internal static class StoreRegistration
{
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services
            .AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(Build);
        return services;
    }

    private static ITable Build(IServiceProvider services)
    {
        StoreOptions options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        TimeProvider clock = TimeProvider.System;
        if (options.Kind == StoreKind.Sqlite)
        {
            string path = Path.GetFullPath(options.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new SqliteTable(new() { Path = path });
        }
        AzureTableOptions azure = new() { TryFor = options.TryFor };
        return options.ConnectionString.Length > 0
            ? new AzureTable(options.ConnectionString, options.TableName, azure, clock)
            : new AzureTable(
                new(options.AccountUrl),
                options.TableName,
                services.GetRequiredService<TokenCredential>(),
                azure,
                clock
            );
    }
}
