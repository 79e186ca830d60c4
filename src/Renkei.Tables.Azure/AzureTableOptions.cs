using Azure.Core;

namespace Renkei.Tables.Azure;

/// <summary>
/// How long Azure Tables is tried. The transport and diagnostics are those of every Azure client; Azure's own retries stay off, since
/// only the table knows which outcomes are unknown.
/// </summary>
public sealed class AzureTableOptions : ClientOptions
{
    /// <summary>Sets the time one try may take (<c>Retry.NetworkTimeout</c>) to 10 seconds.</summary>
    public AzureTableOptions()
    {
        Retry.MaxRetries = 0;
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        // Azure's log writes addresses, and ours hold row keys.
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
    }

    /// <summary>How often one request is tried, the first time included. 1 to 10; default 5.</summary>
    public int Tries { get; set; } = 5;

    /// <summary>How long one request is tried altogether; no further try begins after it. Default 30 seconds.</summary>
    public TimeSpan TryFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first failure, give or take a fifth; it doubles each time. Default 0.4 seconds.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(0.4);
}
