using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Columns side by side; on a phone more than three are too narrow to read.</summary>
/// <param name="Columns">Left to right.</param>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    /// <summary>Background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>What a press anywhere on it does; its title is what a screen reader says.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    internal override string TypeName => "ColumnSet";

    internal override IEnumerable<CardElement> Children => Columns;

    internal override IEnumerable<AdaptiveAction> OwnActions => SelectAction is null ? [] : [SelectAction];

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteCamel("style"u8, Style);
        json.WriteElements("columns"u8, Columns);
        json.WriteSelectAction(SelectAction);
    }
}
