using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Renkei.Cards;

/// <summary>
/// What an action carries to the bot: a JSON object of opaque ids and an idempotency token. The client controls it, so it is never proof of
/// anything. The keys <c>msteams</c> and <c>verb</c> and those of inputs (<c>in_…</c>) are not free.
/// </summary>
public sealed class ActionData
{
    private readonly (string Name, ActionValue Value)[] properties;

    private ActionData((string Name, ActionValue Value)[] properties) => this.properties = properties;

    /// <summary>Nothing but the verb.</summary>
    public static ActionData Empty { get; } = new([]);

    /// <summary>The keys, in order.</summary>
    public IEnumerable<string> Names => properties.Select(property => property.Name);

    /// <summary>Data of some properties: <c>ActionData.Of(("theme", id), ("item", 8))</c>.</summary>
    /// <exception cref="ArgumentException">A key that is not free, or one given twice.</exception>
    public static ActionData Of(params ReadOnlySpan<(string Name, ActionValue Value)> properties) =>
        Checked(properties.ToArray());

    /// <summary>The properties of a record, read back by the same serializer.</summary>
    /// <exception cref="ArgumentException">It is not written as an object, or has a key that is not free.</exception>
    public static ActionData From<T>(T value, JsonTypeInfo<T> type) =>
        From(JsonSerializer.SerializeToElement(value, type));

    /// <summary>The properties of a JSON object.</summary>
    /// <exception cref="ArgumentException">Not an object, or a key that is not free.</exception>
    public static ActionData From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new ArgumentException("Teams merges inputs into the data, so it has to be an object.", nameof(json));
        return Checked([.. json.EnumerateObject().Select(p => (p.Name, new ActionValue(p.Value.Clone())))]);
    }

    /// <summary>The properties of a JSON object in UTF-8.</summary>
    /// <exception cref="ArgumentException">Not an object, or a key that is not free.</exception>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ActionData From(ReadOnlyMemory<byte> utf8Json)
    {
        using JsonDocument document = JsonDocument.Parse(utf8Json);
        return From(document.RootElement);
    }

    /// <summary>The same and one property more.</summary>
    /// <exception cref="ArgumentException">A key that is not free, or one given twice.</exception>
    public ActionData With(string name, ActionValue value) => Checked([.. properties, (name, value)]);

    internal void Write(Utf8JsonWriter json, string? verb, bool opensDialog)
    {
        if (verb is null && properties.Length == 0)
            return;
        json.WriteStartObject("data"u8);
        if (opensDialog)
        {
            json.WriteStartObject("msteams"u8);
            json.WriteString("type"u8, "task/fetch"u8);
            json.WriteEndObject();
        }

        if (verb is not null)
            json.WriteString("verb"u8, verb);
        foreach ((string name, ActionValue value) in properties)
            value.Write(json, name);
        json.WriteEndObject();
    }

    private static ActionData Checked((string Name, ActionValue Value)[] properties)
    {
        for (int i = 0; i < properties.Length; i++)
        {
            string name = properties[i].Name;
            if (name is "" or "msteams" or "verb" || name.StartsWith(CardInput.IdPrefix, StringComparison.Ordinal))
                throw new ArgumentException($"The key '{name}' of action data is not free.", nameof(properties));
            for (int j = 0; j < i; j++)
            {
                if (properties[j].Name == name)
                    throw new ArgumentException($"The key '{name}' is given twice.", nameof(properties));
            }
        }

        return new(properties);
    }
}
