using System.Text.Json;
using Renkei.Activities.Turns;

namespace Renkei.Bot.Conversation;

/// <summary>
/// The data and inputs of a card action. The client controls all of it: values of another kind count as absent, and texts are
/// trimmed.
/// </summary>
internal sealed class ActionForm(CardAction action)
{
    /// <summary>The action itself.</summary>
    public CardAction Action { get; } = action;

    /// <summary>A text, trimmed; <see langword="null"/> when it is absent or no text.</summary>
    public string? Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : null;

    /// <summary>A whole number, also when it came as a text.</summary>
    public int? Number(string name) =>
        Find(name) switch
        {
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out int number) => number,
            { ValueKind: JsonValueKind.String } value
                when int.TryParse(
                    value.GetString(),
                    System.Globalization.NumberStyles.AllowLeadingSign,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out int number
                ) => number,
            _ => null,
        };

    /// <summary>The chosen values of a ChoiceSet with several; empty when nothing is chosen.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A truth value; absent and anything else count as <see langword="false"/>.</summary>
    public bool Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True } || Text(name) == "true";

    /// <summary>A day as a date input sends it; <see langword="null"/> when it is empty.</summary>
    /// <returns>Whether it is empty or a day from 2000 to 2099, within the years whose business days are known.</returns>
    public bool TryDay(string name, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(
            Text(name),
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out DateOnly read
        )
            ? read
            : null;
        return string.IsNullOrEmpty(Text(name)) || day is { Year: >= 2000 and <= 2099 };
    }

    /// <summary>The data as it came, for a nested object; <see langword="null"/> when absent.</summary>
    public JsonElement? Find(string name) =>
        Action.Data.ValueKind == JsonValueKind.Object && Action.Data.TryGetProperty(name, out JsonElement value)
            ? value
            : null;
}
