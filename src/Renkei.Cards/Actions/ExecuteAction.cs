using System.Text.Json;

namespace Renkei.Cards;

/// <summary>
/// Asks the bot and replaces the card by its answer. It carries the same action as <c>Action.Submit</c> for clients without
/// <c>Action.Execute</c> (some phones, Word); there the verb travels inside the data as <c>verb</c>.
/// </summary>
public sealed record ExecuteAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="verb">Which handler answers.</param>
    /// <param name="data">Opaque ids it needs; the client controls them.</param>
    /// <exception cref="ArgumentException">No title or no verb.</exception>
    public ExecuteAction(string title, string verb, ActionData? data = null)
        : base(title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        (Verb, Data) = (verb, data ?? ActionData.Empty);
    }

    /// <summary>Which handler answers.</summary>
    public string Verb { get; }

    /// <summary>What it needs.</summary>
    public ActionData Data { get; }

    /// <summary>Whether the card's inputs stay out, and unfinished ones do not stop the press: for back, skip and close.</summary>
    public bool IgnoresInputs { get; init; }

    internal override string TypeName => "Action.Execute";

    internal void WriteForRefresh(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Execute"u8);
        json.WriteString("title"u8, Title);
        json.WriteString("verb"u8, Verb);
        Data.Write(json, verb: null, opensDialog: false);
        json.WriteEndObject();
    }

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("verb"u8, Verb);
        Data.Write(json, verb: null, opensDialog: false);
        WriteInputs(json);
        json.WriteStartObject("fallback"u8);
        WriteCommon(json, "Action.Submit");
        Data.Write(json, Verb, opensDialog: false);
        WriteInputs(json);
        json.WriteEndObject();
    }

    private void WriteInputs(Utf8JsonWriter json)
    {
        if (IgnoresInputs)
            json.WriteString("associatedInputs"u8, "none"u8);
    }
}
