using System.Text.Json;

namespace Renkei.Cards;

/// <summary>A person who is mentioned in a card and is notified by it. Do not repeat mentions when a card is updated.</summary>
/// <param name="UserId">Teams id (<c>29:…</c>), Entra object id or user principal name.</param>
/// <param name="Name">The name as shown.</param>
public sealed record CardMention(string UserId, string Name)
{
    /// <summary>What to put into a text block: the tag Teams replaces by the mention, the name made safe.</summary>
    public string Text => $"<at>{CardText.Escape(Name)}</at>";

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "mention"u8);
        json.WriteString("text"u8, Text);
        json.WriteStartObject("mentioned"u8);
        json.WriteString("id"u8, UserId);
        json.WriteString("name"u8, Name);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
