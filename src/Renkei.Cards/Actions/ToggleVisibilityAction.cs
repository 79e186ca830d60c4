using System.Text.Json;

namespace Renkei.Cards;

/// <summary>Shows and hides elements without asking the bot.</summary>
public sealed record ToggleVisibilityAction : AdaptiveAction
{
    /// <param name="title">What the button says.</param>
    /// <param name="elementIds">Ids of the elements that change.</param>
    /// <exception cref="ArgumentException">No title or no ids.</exception>
    public ToggleVisibilityAction(string title, params IReadOnlyList<string> elementIds)
        : base(title)
    {
        if (elementIds.Count == 0)
            throw new ArgumentException("At least one element changes.", nameof(elementIds));
        ElementIds = elementIds;
    }

    /// <summary>Ids of the elements that change.</summary>
    public IReadOnlyList<string> ElementIds { get; }

    internal override string TypeName => "Action.ToggleVisibility";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartArray("targetElements"u8);
        foreach (string id in ElementIds)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
