using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
/// <param name="Width">How wide.</param>
/// <param name="Items">Top to bottom.</param>
public sealed record Column(ColumnWidth Width, IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Where the items stand when a neighbour is taller.</summary>
    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>What a press anywhere on it does; its title is what a screen reader says.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    internal override string TypeName => "Column";

    internal override IEnumerable<CardElement> Children => Items;

    internal override IEnumerable<AdaptiveAction> OwnActions => SelectAction is null ? [] : [SelectAction];

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        Width.Write(json);
        json.WriteCamel("style"u8, Style);
        json.WritePascal("verticalContentAlignment"u8, VerticalContentAlignment);
        json.WriteElements("items"u8, Items);
        json.WriteSelectAction(SelectAction);
    }
}
