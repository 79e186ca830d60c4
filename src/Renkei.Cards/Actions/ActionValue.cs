using System.Text.Json;

namespace Renkei.Cards;

/// <summary>A value of <see cref="ActionData"/>: a string, a whole number, a truth value, or any JSON.</summary>
public readonly record struct ActionValue
{
    private readonly string? text;
    private readonly long number;
    private readonly JsonElement json;
    private readonly Kind kind;

    internal ActionValue(JsonElement json) => (kind, this.json) = (Kind.Json, json);

    private ActionValue(string text) => (kind, this.text) = (Kind.Text, text);

    private ActionValue(Kind kind, long number) => (this.kind, this.number) = (kind, number);

    private enum Kind
    {
        Null,
        Text,
        Number,
        Truth,
        Json,
    }

    /// <summary>A string.</summary>
    public static implicit operator ActionValue(string text) => FromString(text);

    /// <summary>A whole number.</summary>
    public static implicit operator ActionValue(long number) => FromInt64(number);

    /// <summary>A truth value.</summary>
    public static implicit operator ActionValue(bool truth) => FromBoolean(truth);

    /// <summary>A string.</summary>
    public static ActionValue FromString(string text) => new(text);

    /// <summary>A whole number.</summary>
    public static ActionValue FromInt64(long number) => new(Kind.Number, number);

    /// <summary>A truth value.</summary>
    public static ActionValue FromBoolean(bool truth) => new(Kind.Truth, truth ? 1 : 0);

    internal void Write(Utf8JsonWriter writer, string name)
    {
        switch (kind)
        {
            case Kind.Text:
                writer.WriteString(name, text);
                break;
            case Kind.Number:
                writer.WriteNumber(name, number);
                break;
            case Kind.Truth:
                writer.WriteBoolean(name, number != 0);
                break;
            case Kind.Json:
                writer.WritePropertyName(name);
                json.WriteTo(writer);
                break;
            default:
                writer.WriteNull(name);
                break;
        }
    }
}
