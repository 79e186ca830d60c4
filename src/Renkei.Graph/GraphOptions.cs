namespace Renkei.Graph;

/// <summary>How Microsoft Graph is called.</summary>
public sealed record GraphOptions
{
    /// <summary>The service mailbox whose calendar holds the meetings: its object id, or its user principal name.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Base address, https or loopback; other clouds have others (<c>https://graph.microsoft.us/v1.0</c>).</summary>
    public Uri Service { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>Scope of the token; the host of <see cref="Service"/> with <c>/.default</c>.</summary>
    public string Scope { get; init; } = "https://graph.microsoft.com/.default";

    /// <summary>How often one call is tried at most, 1 to 10; default 4.</summary>
    public int MaxTries { get; init; } = 4;

    /// <summary>How long one call may take with all its tries and pauses; default 40 seconds. What takes longer is given up, with the time after which to try again.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long one try may take; default 15 seconds.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>First pause between tries where the service names none; doubles each time and is spread by half up and down. Default 1 second.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Calls to the mailbox at the same time, 1 to 4, which is what Outlook allows an application; default 4.</summary>
    public int MailboxCalls { get; init; } = 4;

    /// <summary>
    /// Days of free/busy asked for at once, 1 to 61: the service takes less than 62. Default 31, as a calendar with some thousand entries in one
    /// answer is refused.
    /// </summary>
    public int FreeBusyDays { get; init; } = 31;

    /// <exception cref="ArgumentException">Something is outside its range.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Mailbox);
        if (!Service.IsAbsoluteUri || (Service.Scheme != "https" && !(Service.IsLoopback && Service.Scheme == "http")))
        {
            throw new ArgumentException("The address of Graph has to be https, or http on loopback.", nameof(Service));
        }
        Within(MaxTries, 10, nameof(MaxTries));
        Within(MailboxCalls, 4, nameof(MailboxCalls));
        Within(FreeBusyDays, 61, nameof(FreeBusyDays));
    }

    private static void Within(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
