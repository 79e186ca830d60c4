using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Renkei.Graph.Wire;

/// <summary>Source-generated reading and writing of Graph's resources. What is null is not sent; names of values stay open sets of strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(EventResource))]
[JsonSerializable(typeof(Collection<EventResource>))]
[JsonSerializable(typeof(Collection<ScheduleInformation>))]
[JsonSerializable(typeof(Collection<RoomResource>))]
[JsonSerializable(typeof(Collection<UserResource>))]
[JsonSerializable(typeof(ScheduleQuery))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class GraphJson : JsonSerializerContext
{
    // The default encoder would turn each Japanese character into six bytes.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body to send.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> body = new(1024);
        using Utf8JsonWriter json = new(body, Relaxed);
        JsonSerializer.Serialize(json, value, type);
        json.Flush();
        return body.WrittenMemory;
    }
}

/// <summary>A page of a list.</summary>
internal sealed record Collection<T>(
    IReadOnlyList<T>? Value,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink
);

/// <summary>The answer to a batch.</summary>
internal sealed record BatchAnswer
{
    public required IReadOnlyList<BatchPart> Responses { get; init; }
}

/// <summary>One answer in it, in any order.</summary>
internal sealed record BatchPart
{
    public required string Id { get; init; }
    public required int Status { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    public JsonElement Body { get; init; }
}
