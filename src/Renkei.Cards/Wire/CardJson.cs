using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Renkei.Cards.Wire;

/// <summary>
/// Writes cards as UTF-8 JSON, every absent property left out. Japanese stays as it is (the default encoder would write six bytes for
/// each character); the JSON goes out as an HTTP body and never into HTML, which is what makes the relaxed encoder safe.
/// </summary>
internal static class CardJson
{
    // The writer's own checks of nesting cost a third of the time; every element is parsed back in the tests instead.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(AdaptiveCard card)
    {
        ArrayBufferWriter<byte> buffer = new(initialCapacity: 16 * 1024);
        using (Utf8JsonWriter json = new(buffer, Options))
            card.Write(json);
        return buffer.WrittenMemory;
    }

    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteFlag(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    public static void WriteInteger(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    public static void WriteDecimal(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    /// <summary>Writes a name the schema spells with a capital, such as <c>Large</c>.</summary>
    public static void WritePascal<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, SchemaNames<T>.Pascal(known));
    }

    /// <summary>Writes a name the schema spells with a small letter, such as <c>emphasis</c>.</summary>
    public static void WriteCamel<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, SchemaNames<T>.Camel(known));
    }

    public static void WriteElements(
        this Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        IReadOnlyList<CardElement> elements
    )
    {
        json.WriteStartArray(name);
        for (int i = 0; i < elements.Count; i++)
            elements[i].Write(json);
        json.WriteEndArray();
    }

    public static void WriteActions(this Utf8JsonWriter json, IReadOnlyList<AdaptiveAction> actions)
    {
        if (actions.Count == 0)
            return;
        json.WriteStartArray("actions"u8);
        for (int i = 0; i < actions.Count; i++)
            actions[i].Write(json);
        json.WriteEndArray();
    }

    public static void WriteSelectAction(this Utf8JsonWriter json, AdaptiveAction? action)
    {
        if (action is null)
            return;
        json.WritePropertyName("selectAction"u8);
        action.Write(json);
    }
}
