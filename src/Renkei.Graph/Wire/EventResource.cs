using System.Text.Json.Serialization;

namespace Renkei.Graph.Wire;

/// <summary>An event as Graph sends it, or the parts of one that are sent to it.</summary>
internal sealed record EventResource
{
    public string? Id { get; init; }

    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    [JsonPropertyName("iCalUId")]
    public string? ICalUId { get; init; }

    public string? TransactionId { get; init; }
    public string? Subject { get; init; }
    public ItemBody? Body { get; init; }
    public LocalTime? Start { get; init; }
    public LocalTime? End { get; init; }
    public LocationResource? Location { get; init; }
    public IReadOnlyList<AttendeeResource>? Attendees { get; init; }
    public bool? IsOnlineMeeting { get; init; }
    public string? OnlineMeetingProvider { get; init; }
    public OnlineMeetingInfo? OnlineMeeting { get; init; }
    public bool? IsCancelled { get; init; }
    public bool? ResponseRequested { get; init; }
    public bool? AllowNewTimeProposals { get; init; }
}

/// <summary>A body; ours are HTML.</summary>
internal sealed record ItemBody(string? ContentType, string? Content);

/// <summary>A <c>dateTimeTimeZone</c>: local time without an offset, and the name of its zone.</summary>
internal sealed record LocalTime(string? DateTime, string? TimeZone);

/// <summary>A place.</summary>
internal sealed record LocationResource(string? DisplayName, string? LocationEmailAddress, string? LocationType);

/// <summary>Somebody who is invited, or a room.</summary>
internal sealed record AttendeeResource(string? Type, EmailAddressResource? EmailAddress, ResponseStatus? Status);

/// <summary>A mail address.</summary>
internal sealed record EmailAddressResource(string? Address, string? Name);

/// <summary>An answer; the year 1 means never.</summary>
internal sealed record ResponseStatus(string? Response, DateTimeOffset? Time);

/// <summary>How to join.</summary>
internal sealed record OnlineMeetingInfo(string? JoinUrl);

/// <summary>What an event is called off with; named as the metadata names it.</summary>
internal sealed record CancelRequest([property: JsonPropertyName("Comment")] string Comment);
