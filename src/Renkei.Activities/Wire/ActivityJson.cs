using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Renkei.Activities.Wire;

/// <summary>Reads what Teams posts and writes what the bot sends.</summary>
public static class ActivityJson
{
    /// <summary>
    /// Largest activity read, in bytes: 256 KB. Teams' own limit for a message is about 100 KB of UTF-16, and an invoke adds the
    /// message it was pressed in.
    /// </summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Deepest nesting read. A card in a message payload needs about twenty levels.</summary>
    public const int MaxDepth = 32;

    // Cards come from our own serializer, and parsing each again before it is sent took a twelfth of a turn. The tests run in Debug.
#if DEBUG
    private const bool WritesUnchecked = false;
#else
    private const bool WritesUnchecked = true;
#endif

    private static readonly JsonWriterOptions Relaxed = new()
    {
        // The default encoder turns each Japanese character into six bytes; nothing here ends up inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads one activity.</summary>
    /// <param name="utf8">The body as it was posted.</param>
    /// <exception cref="MalformedActivityException">
    /// It is larger than <see cref="MaxBytes"/>, not JSON, nested deeper than <see cref="MaxDepth"/>, without a type, or a known
    /// property has another type than the protocol says.
    /// </exception>
    public static Activity Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new MalformedActivityException("The activity is too large.");
        }
        if (!Utf8.IsValid(utf8))
        {
            throw new MalformedActivityException("The activity is not UTF-8.");
        }
        Activity activity = Read(utf8);
        if (activity.Type.Length == 0)
        {
            throw new MalformedActivityException("The activity has no type.");
        }
        // The wire may say [null] where the types promise elements.
        if (HasHole(activity.Entities) || HasHole(activity.MembersAdded) || HasHole(activity.MembersRemoved))
        {
            throw new MalformedActivityException("A list of the activity holds null.");
        }
        // A half surrogate written as \ud83d passes the reader here and fails in whoever asks for the string later.
        if (utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0)
        {
            RefuseBrokenStrings(activity);
        }
        return activity;
    }

    /// <summary>Writes one activity; the contents of attachments are copied as they are.</summary>
    /// <exception cref="JsonException">In Debug builds only: an attachment's content is not JSON.</exception>
    public static void Write(OutgoingActivity activity, IBufferWriter<byte> to)
    {
        using Utf8JsonWriter json = new(to, Relaxed);
        Write(activity, json);
    }

    internal static void Write(OutgoingActivity activity, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, activity.Type);
        WriteOptional(json, "text"u8, activity.Text);
        WriteOptional(json, "textFormat"u8, activity.TextFormat);
        WriteOptional(json, "summary"u8, activity.Summary);
        if (activity.Attachments is { Count: > 0 } attachments)
        {
            json.WriteStartArray("attachments"u8);
            foreach (OutgoingAttachment attachment in attachments)
            {
                Write(attachment, json);
            }
            json.WriteEndArray();
        }
        if (activity.Entities is { Count: > 0 } entities)
        {
            json.WritePropertyName("entities"u8);
            JsonSerializer.Serialize(json, entities, WireJson.Default.IReadOnlyListEntity);
        }
        if (activity.Alert)
        {
            json.WriteStartObject("channelData"u8);
            json.WriteStartObject("notification"u8);
            json.WriteBoolean("alert"u8, true);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(OutgoingAttachment attachment, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("contentType"u8, attachment.ContentType);
        WriteOptional(json, "name"u8, attachment.Name);
        WriteOptional(json, "contentUrl"u8, attachment.ContentUrl);
        if (!attachment.Content.IsEmpty)
        {
            json.WritePropertyName("content"u8);
            json.WriteRawValue(attachment.Content.Span, WritesUnchecked);
        }
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static Activity Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, WireJson.Default.Activity)
                ?? throw new MalformedActivityException("The activity is null.");
        }
        catch (JsonException e)
        {
            throw new MalformedActivityException("The activity is not what the protocol says.", e);
        }
    }

    private static bool HasHole<T>(IReadOnlyList<T>? list)
        where T : class => list is not null && list.Any(item => item is null);

    private static void RefuseBrokenStrings(Activity activity)
    {
        try
        {
            if (activity.Value is { } value)
            {
                ReadStrings(value);
            }
        }
        catch (InvalidOperationException e)
        {
            throw new MalformedActivityException("A text of the activity is not Unicode.", e);
        }
    }

    private static void ReadStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadStrings(item);
                }
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }
                break;
            default:
                break;
        }
    }
}

/// <summary>Source-generated reading and writing of the wire types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    MaxDepth = ActivityJson.MaxDepth
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Entity>))]
internal sealed partial class WireJson : JsonSerializerContext;
