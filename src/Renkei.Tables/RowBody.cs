using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Renkei.Tables;

/// <summary>The body of a row: one JSON document in UTF-8, by source-generated contracts.</summary>
public static class RowBody
{
    // The default encoder turns each Japanese character into six bytes; nothing here ends up inside HTML.
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A value as the body of a row, Japanese as it is.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> body = new(1024);
        using Utf8JsonWriter json = new(body, Relaxed);
        JsonSerializer.Serialize(json, value, type);
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The value of a row.</summary>
    /// <exception cref="JsonException">The body is not what <paramref name="type"/> describes.</exception>
    public static T Read<T>(TableRow row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Body.Span, type) ?? throw new JsonException($"Row {row.Key} has no body.");
}
