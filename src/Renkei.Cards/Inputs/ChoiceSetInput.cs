using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>One or several of some choices; arrives as the value, several of them joined by commas.</summary>
public sealed record ChoiceSetInput : CardInput
{
    /// <param name="id">Starts with <c>in_</c>.</param>
    /// <param name="label">What is asked.</param>
    /// <param name="choices">In order; their values are unique.</param>
    /// <exception cref="ArgumentException">Another id, no label, or a value twice.</exception>
    public ChoiceSetInput(string id, string label, IReadOnlyList<Choice> choices)
        : base(id, label)
    {
        if (choices.Select(choice => choice.Value).Distinct(StringComparer.Ordinal).Count() != choices.Count)
            throw new ArgumentException("The values of choices are unique.", nameof(choices));
        Choices = choices;
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>The values chosen already; one unless <see cref="IsMultiSelect"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The value chosen already, where only one can be.</summary>
    public string? Value
    {
        get => Values.Count == 0 ? null : Values[0];
        init => Values = value is null ? [] : [value];
    }

    /// <summary>How the choices are offered; a drop-down when left out.</summary>
    public ChoiceStyle? Style { get; init; }

    /// <summary>Whether several can be chosen.</summary>
    public bool IsMultiSelect { get; init; }

    /// <summary>An example in grey, for the drop-down.</summary>
    public string? Placeholder { get; init; }

    /// <summary>
    /// Name of a set the bot searches while somebody types (invoke <c>application/search</c>); set
    /// <see cref="Style"/> to <see cref="ChoiceStyle.Filtered"/> and give no choices, phones would lose them.
    /// </summary>
    public string? Dataset { get; init; }

    internal override string TypeName => "Input.ChoiceSet";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        if (Values.Count > 0)
            json.WriteString("value"u8, string.Join(',', Values));
        json.WriteCamel("style"u8, Style);
        json.WriteFlag("isMultiSelect"u8, IsMultiSelect);
        json.WriteText("placeholder"u8, Placeholder);
        json.WriteBoolean("wrap"u8, true);
        json.WriteStartArray("choices"u8);
        foreach (Choice choice in Choices)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, choice.Title);
            json.WriteString("value"u8, choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (Dataset is not null)
        {
            json.WriteStartObject("choices.data"u8);
            json.WriteString("type"u8, "Data.Query"u8);
            json.WriteString("dataset"u8, Dataset);
            json.WriteEndObject();
        }
    }
}

/// <summary>One choice of a <see cref="ChoiceSetInput"/>.</summary>
public sealed record Choice
{
    /// <param name="title">What is read.</param>
    /// <param name="value">What is sent; an id without commas, because Teams joins several with them.</param>
    /// <exception cref="ArgumentException">A value that is empty or has a comma.</exception>
    public Choice(string title, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Contains(',', StringComparison.Ordinal))
            throw new ArgumentException("Teams joins several values with commas, so none may have one.", nameof(value));
        (Title, Value) = (title, value);
    }

    /// <summary>What is read.</summary>
    public string Title { get; }

    /// <summary>What is sent.</summary>
    public string Value { get; }
}

/// <summary>How a <see cref="ChoiceSetInput"/> offers its choices.</summary>
public enum ChoiceStyle
{
    /// <summary>A drop-down; for more than four.</summary>
    Compact,

    /// <summary>Buttons or boxes, all to be seen.</summary>
    Expanded,

    /// <summary>A drop-down in which people type to search.</summary>
    Filtered,
}
