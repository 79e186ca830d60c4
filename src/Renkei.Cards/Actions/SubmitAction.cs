using System.Text.Json;

namespace Renkei.Cards;

/// <summary>
/// Sends the inputs without expecting a card back: inside dialogs and message extensions, where <c>Action.Execute</c> does not work. On a
/// message's card use <see cref="ExecuteAction"/>.
/// </summary>
public sealed record SubmitAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="verb">Which handler answers; travels in the data as <c>verb</c>.</param>
    /// <param name="data">Opaque ids it needs; the client controls them.</param>
    /// <exception cref="ArgumentException">No title or no verb.</exception>
    public SubmitAction(string title, string verb, ActionData? data = null)
        : base(title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        (Verb, Data) = (verb, data ?? ActionData.Empty);
    }

    /// <summary>Which handler answers.</summary>
    public string Verb { get; }

    /// <summary>What it needs.</summary>
    public ActionData Data { get; }

    /// <summary>Whether the card's inputs stay out.</summary>
    public bool IgnoresInputs { get; init; }

    internal override string TypeName => "Action.Submit";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        Data.Write(json, Verb, opensDialog: false);
        if (IgnoresInputs)
            json.WriteString("associatedInputs"u8, "none"u8);
    }
}
