using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>
/// A card as Teams draws it. Always version 1.5: a higher number leaves tables and buttons blank on phones, and Teams' own elements
/// do not depend on it.
/// </summary>
public sealed record AdaptiveCard
{
    /// <summary>Language of the texts, <c>ja</c> or <c>en</c>.</summary>
    /// <exception cref="ArgumentException">Another language.</exception>
    public required string Lang
    {
        get;
        init =>
            field = value is "ja" or "en"
                ? value
                : throw new ArgumentException("Cards are written in ja or en.", nameof(value));
    }

    /// <summary>What is read aloud: one or two plain sentences that say what the card says.</summary>
    public required string Speak { get; init; }

    /// <summary>
    /// What a client shows that cannot draw the card, and what notifications fall back to. Plain text. Left out, it is the
    /// card's own text as <see cref="PlainText"/> reads it.
    /// </summary>
    public string? FallbackText { get; init; }

    /// <summary>The elements, top to bottom. Exactly one of them, at any depth, is a heading.</summary>
    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>The buttons under the card; at most six that are not secondary.</summary>
    public IReadOnlyList<AdaptiveAction> Actions { get; init; } = [];

    /// <summary>How Teams asks for the newest state when somebody looks at the card; <see langword="null"/> for a card that does not change.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>People mentioned; each one's <see cref="CardMention.Text"/> has to occur in a text block.</summary>
    public IReadOnlyList<CardMention> Mentions { get; init; } = [];

    /// <summary>The card as UTF-8 JSON, ready for an attachment or an invoke answer.</summary>
    /// <exception cref="CardRuleException">In Debug builds only: the card breaks one of the <see cref="CardRules"/>.</exception>
    public ReadOnlyMemory<byte> ToUtf8Json()
    {
        ReadOnlyMemory<byte> json = CardJson.Write(this);
        CardRules.DemandInDebug(this, json.Length);
        return json;
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        json.WriteString("version"u8, "1.5"u8);
        json.WriteString("lang"u8, Lang);
        json.WriteString("speak"u8, Speak);
        json.WriteString("fallbackText"u8, FallbackText ?? PlainText.Of(this));
        WriteTeams(json);
        Refresh?.Write(json);
        json.WriteElements("body"u8, Body);
        json.WriteActions(Actions);
        json.WriteEndObject();
    }

    private void WriteTeams(Utf8JsonWriter json)
    {
        json.WriteStartObject("msteams"u8);
        json.WriteString("width"u8, "Full"u8);
        if (Mentions.Count > 0)
        {
            json.WriteStartArray("entities"u8);
            foreach (CardMention mention in Mentions)
                mention.Write(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
