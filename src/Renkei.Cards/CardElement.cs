using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Anything that stands in a card's body. The set is closed: these are the elements Renkei uses and tests.</summary>
public abstract record CardElement
{
    private protected CardElement() { }

    /// <summary>Unique in the card; for inputs it must start with <c>in_</c>, for the rest it is needed only to show and hide.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is shown at first; a <see cref="ToggleVisibilityAction"/> can change it.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>A line above.</summary>
    public bool Separator { get; init; }

    /// <summary>Room above; the host's default when left out.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>
    /// The widths it is drawn at: <c>VeryNarrow</c>, <c>Narrow</c>, <c>Standard</c>, <c>Wide</c>, or one of them after
    /// <c>atLeast:</c> or <c>atMost:</c>. For layout only: some phones ignore it and draw it at all widths.
    /// </summary>
    public string? TargetWidth { get; init; }

    /// <summary>What a client draws instead that does not know the element.</summary>
    public ElementFallback? Fallback { get; init; }

    /// <summary>The schema's name for it.</summary>
    internal abstract string TypeName { get; }

    /// <summary>Whether only Teams knows it, so that every other client needs a fallback.</summary>
    internal virtual bool IsTeamsOnly => false;

    /// <summary>The elements inside, in reading order.</summary>
    internal virtual IEnumerable<CardElement> Children => [];

    /// <summary>The actions that hang on this very element, not on those inside.</summary>
    internal virtual IEnumerable<AdaptiveAction> OwnActions => [];

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, TypeName);
        json.WriteText("id"u8, Id);
        if (!IsVisible)
            json.WriteBoolean("isVisible"u8, false);
        json.WriteFlag("separator"u8, Separator);
        json.WritePascal("spacing"u8, Spacing);
        json.WriteText("targetWidth"u8, TargetWidth);
        WriteOwn(json);
        Fallback?.Write(json);
        json.WriteEndObject();
    }

    private protected abstract void WriteOwn(Utf8JsonWriter json);
}
