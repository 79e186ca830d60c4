using System.Text.Json;

namespace Renkei.Cards;

/// <summary>Opens a dialog: an <c>Action.Submit</c> that Teams turns into the invoke <c>task/fetch</c>.</summary>
public sealed record DialogAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="verb">Which dialog; travels in the data as <c>verb</c>.</param>
    /// <param name="data">Opaque ids it needs; the client controls them.</param>
    /// <exception cref="ArgumentException">No title or no verb.</exception>
    public DialogAction(string title, string verb, ActionData? data = null)
        : base(title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        (Verb, Data) = (verb, data ?? ActionData.Empty);
    }

    /// <summary>Which dialog.</summary>
    public string Verb { get; }

    /// <summary>What it needs.</summary>
    public ActionData Data { get; }

    internal override string TypeName => "Action.Submit";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        Data.Write(json, Verb, opensDialog: true);
        // A half-filled card must not stop a dialog from opening.
        json.WriteString("associatedInputs"u8, "none"u8);
    }
}
