using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>What a press does. Styles (green, red) are left out: Teams does not draw them on a bot's cards.</summary>
public abstract record AdaptiveAction
{
    private protected AdaptiveAction(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>What the button says, understandable without the card; plain text.</summary>
    public string Title { get; }

    /// <summary>What is shown when the pointer rests on it.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Whether it goes into the … menu. At most six buttons of a card do not.</summary>
    public bool IsSecondary { get; init; }

    internal abstract string TypeName { get; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteCommon(json, TypeName);
        WriteOwn(json);
        json.WriteEndObject();
    }

    private protected void WriteCommon(Utf8JsonWriter json, string typeName)
    {
        json.WriteString("type"u8, typeName);
        json.WriteString("title"u8, Title);
        json.WriteText("tooltip"u8, Tooltip);
        if (IsSecondary)
            json.WriteString("mode"u8, "secondary"u8);
    }

    private protected abstract void WriteOwn(Utf8JsonWriter json);
}
