namespace Renkei.Room.Wire;

/// <summary>One request between Teams (the room) and the bot, and its answer.</summary>
public sealed record WireEntry
{
    /// <summary>Running number, from 1.</summary>
    public required long N { get; init; }

    /// <summary>The room's time when the answer was complete.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>toBot</c> or <c>fromBot</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as sent, still percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>HTTP status; 0 where no answer came.</summary>
    public required int Status { get; init; }

    /// <summary>Time until the answer.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Headers; Authorization is shortened.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>Body as text; secrets are left out.</summary>
    public required string RequestBody { get; init; }

    /// <summary>Headers of the answer.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>Body of the answer as text.</summary>
    public required string ResponseBody { get; init; }
}
