using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Elements that belong together: set off, pressed, shown and hidden as one.</summary>
/// <param name="Items">Top to bottom.</param>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>What a press anywhere on it does; its title is what a screen reader says.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    /// <summary>Whether the background runs to the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>A frame; Teams only.</summary>
    public bool ShowBorder { get; init; }

    /// <summary>Round corners; Teams only.</summary>
    public bool RoundedCorners { get; init; }

    internal override string TypeName => "Container";

    internal override IEnumerable<CardElement> Children => Items;

    internal override IEnumerable<AdaptiveAction> OwnActions => SelectAction is null ? [] : [SelectAction];

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteCamel("style"u8, Style);
        json.WriteFlag("bleed"u8, Bleed);
        json.WriteFlag("showBorder"u8, ShowBorder);
        json.WriteFlag("roundedCorners"u8, RoundedCorners);
        json.WriteElements("items"u8, Items);
        json.WriteSelectAction(SelectAction);
    }
}
