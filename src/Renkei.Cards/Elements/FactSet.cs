using System.Text.Json;

namespace Renkei.Cards;

/// <summary>Names and values in two columns.</summary>
/// <param name="Facts">The lines, in order.</param>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    internal override string TypeName => "FactSet";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartArray("facts"u8);
        foreach (Fact fact in Facts)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, fact.Title);
            json.WriteString("value"u8, fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>One line of a <see cref="FactSet"/>.</summary>
/// <param name="Title">Markdown.</param>
/// <param name="Value">Markdown; what a person wrote goes through <see cref="CardText"/>.</param>
public sealed record Fact(string Title, string Value);
