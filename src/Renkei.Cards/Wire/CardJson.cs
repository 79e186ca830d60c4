namespace Renkei.Cards.Wire;

/// <summary>
/// Writes cards as UTF-8 JSON, every absent property left out. The JSON goes out as an HTTP body and never into HTML, so that Japanese
/// and signs such as &lt; may stay as they are.
/// </summary>
internal static class CardJson
{
    public static ReadOnlyMemory<byte> Write(AdaptiveCard card)
    {
        using CardWriter json = new();
        card.Write(json);
        return json.ToArray();
    }

    public static void WriteText(this CardWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteFlag(this CardWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    public static void WriteInteger(this CardWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    public static void WriteDecimal(this CardWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    /// <summary>Writes a name the schema spells with a capital, such as <c>Large</c>.</summary>
    public static void WritePascal<T>(this CardWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, SchemaNames<T>.Pascal(known));
    }

    /// <summary>Writes a name the schema spells with a small letter, such as <c>emphasis</c>.</summary>
    public static void WriteCamel<T>(this CardWriter json, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, SchemaNames<T>.Camel(known));
    }

    public static void WriteElements(this CardWriter json, ReadOnlySpan<byte> name, IReadOnlyList<CardElement> elements)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < elements.Count; i++)
            elements[i].Write(json);
        json.WriteEndArray();
    }

    public static void WriteActions(this CardWriter json, IReadOnlyList<AdaptiveAction> actions)
    {
        if (actions.Count == 0)
            return;
        json.WriteStartArray("actions"u8);
        for (int i = 0; i < actions.Count; i++)
            actions[i].Write(json);
        json.WriteEndArray();
    }

    public static void WriteSelectAction(this CardWriter json, AdaptiveAction? action)
    {
        if (action is null)
            return;
        json.WritePropertyName("selectAction"u8);
        action.Write(json);
    }
}
