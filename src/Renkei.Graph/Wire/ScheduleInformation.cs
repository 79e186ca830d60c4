using System.Text.Json.Serialization;

namespace Renkei.Graph.Wire;

/// <summary>What free/busy is asked with; named as the metadata names it.</summary>
internal sealed record ScheduleQuery(
    [property: JsonPropertyName("Schedules")] IReadOnlyList<string> Schedules,
    [property: JsonPropertyName("StartTime")] LocalTime StartTime,
    [property: JsonPropertyName("EndTime")] LocalTime EndTime,
    [property: JsonPropertyName("AvailabilityViewInterval")] int AvailabilityViewInterval
);

/// <summary>One calendar's free/busy.</summary>
internal sealed record ScheduleInformation(
    string? ScheduleId,
    string? AvailabilityView,
    IReadOnlyList<ScheduleItem>? ScheduleItems,
    FreeBusyError? Error
);

/// <summary>Something in it.</summary>
internal sealed record ScheduleItem(string? Status, LocalTime? Start, LocalTime? End);

/// <summary>Why it cannot be seen.</summary>
internal sealed record FreeBusyError(string? Message, string? ResponseCode);
