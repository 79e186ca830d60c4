namespace Renkei.Activities.Connector;

/// <summary>How the bot calls Teams.</summary>
public sealed record ConnectorOptions
{
    /// <summary>Which addresses are Teams'; the bot's token goes nowhere else.</summary>
    public required ServiceHosts Hosts { get; init; }

    /// <summary>Scope of the token; <c>https://api.botframework.us/.default</c> for the US government cloud.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>How often one call is tried at most, 1 to 10; default 3.</summary>
    public int MaxTries { get; init; } = 3;

    /// <summary>How long one call may take with all its tries and pauses; default 8 seconds, inside the 15 that Teams waits for a turn.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one try may take; default 5 seconds.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First pause between tries; it doubles each time and is spread by half up and down. Default half a second.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Whether a new message is posted again after 502, 503, 504 or a timeout. Off by default: Teams has no idempotency key and may have
    /// delivered the first one.
    /// </summary>
    public bool RetryAmbiguousPosts { get; init; }
}
