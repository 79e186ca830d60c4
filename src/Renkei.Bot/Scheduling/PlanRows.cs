using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Bot.Councils;
using Renkei.Domain.Scheduling;
using Renkei.Tables;

namespace Renkei.Bot.Scheduling;

/// <summary>
/// Where plans are kept: <c>p~{name}</c> in partition <c>plan~{tenant}~{centre}</c>. Beside them, in <c>planwatch~{tenant}</c>, a row
/// <c>w~{plan}</c> for each one whose meeting is to be looked after, and <c>lease</c>, who does.
/// </summary>
internal static class PlanKeys
{
    public const string WatchPrefix = "w~";

    public static string Partition(string tenantId, string centreCode) => $"plan~{tenantId}~{centreCode}";

    public static RowKey Plan(string tenantId, PlanId id) => new(Partition(tenantId, id.CentreCode), $"p~{id.Name}");

    public static string WatchPartition(string tenantId) => $"planwatch~{tenantId}";

    public static RowKey Watch(string tenantId, PlanId id) => new(WatchPartition(tenantId), $"{WatchPrefix}{id}");

    public static RowKey Lease(string tenantId) => new(WatchPartition(tenantId), "lease");
}

/// <summary>That a plan is looked after.</summary>
/// <param name="Since">Real time at which somebody last asked for it (UTC): the commit it was written for may still come.</param>
internal sealed record WatchRow(DateTimeOffset Since);

/// <summary>Who looks after a tenant's plans.</summary>
/// <param name="Holder">Names the instance.</param>
/// <param name="Until">Real time until which nobody else does (UTC).</param>
internal sealed record LeaseRow(string Holder, DateTimeOffset Until);

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class PlanIdConverter : JsonConverter<PlanId>
{
    public override PlanId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlanId.TryParse(reader.GetString(), out PlanId? id) ? id : throw new JsonException("No plan id.");

    public override void Write(Utf8JsonWriter writer, PlanId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>Ids as the texts that they are everywhere else.</summary>
internal sealed class PollIdConverter : JsonConverter<PollId>
{
    public override PollId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PollId.TryParse(reader.GetString(), out PollId? id) ? id : throw new JsonException("No poll id.");

    public override void Write(Utf8JsonWriter writer, PollId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A stretch of time as <c>{start}/{end}</c> (UTC).</summary>
internal sealed class TimeSlotConverter : JsonConverter<TimeSlot>
{
    public override TimeSlot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!.Split('/') is [var start, var end]
            ? new(Instant(start), Instant(end))
            : throw new JsonException("No time.");

    public override void Write(Utf8JsonWriter writer, TimeSlot value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            $"{value.Start.ToString("O", CultureInfo.InvariantCulture)}/{value.End.ToString("O", CultureInfo.InvariantCulture)}"
        );

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

/// <summary>Source-generated reading and writing of plans.</summary>
[JsonSerializable(typeof(MeetingPlan))]
[JsonSerializable(typeof(WatchRow))]
[JsonSerializable(typeof(LeaseRow))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [
        typeof(PlanIdConverter),
        typeof(CouncilIdConverter),
        typeof(PollIdConverter),
        typeof(TimeSlotConverter),
    ]
)]
internal sealed partial class PlanJson : JsonSerializerContext;
