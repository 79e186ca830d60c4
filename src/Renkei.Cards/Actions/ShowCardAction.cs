using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Unfolds a part of the card under its buttons. Safe on all clients only among the card's own <see cref="AdaptiveCard.Actions"/>.</summary>
public sealed record ShowCardAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="body">What unfolds; inputs in it are sent only by the buttons in it.</param>
    /// <param name="actions">The buttons of the part.</param>
    /// <exception cref="ArgumentException">No title.</exception>
    public ShowCardAction(string title, IReadOnlyList<CardElement> body, IReadOnlyList<AdaptiveAction>? actions = null)
        : base(title) => (Body, Actions) = (body, actions ?? []);

    /// <summary>What unfolds.</summary>
    public IReadOnlyList<CardElement> Body { get; }

    /// <summary>The buttons of the part.</summary>
    public IReadOnlyList<AdaptiveAction> Actions { get; }

    internal override string TypeName => "Action.ShowCard";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartObject("card"u8);
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("version"u8, "1.5"u8);
        json.WriteElements("body"u8, Body);
        json.WriteActions(Actions);
        json.WriteEndObject();
    }
}
