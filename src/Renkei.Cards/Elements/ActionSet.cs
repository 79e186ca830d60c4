using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Buttons inside the body. The card's main buttons belong into <see cref="AdaptiveCard.Actions"/>, which every client shows.</summary>
/// <param name="Actions">Left to right.</param>
public sealed record ActionSet(IReadOnlyList<AdaptiveAction> Actions) : CardElement
{
    /// <summary>Where the buttons stand.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    internal override string TypeName => "ActionSet";

    internal override IEnumerable<AdaptiveAction> OwnActions => Actions;

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteActions(Actions);
        json.WritePascal("horizontalAlignment"u8, HorizontalAlignment);
    }
}
