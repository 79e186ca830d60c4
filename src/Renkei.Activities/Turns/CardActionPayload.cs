using System.Text.Json;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Reads a card action out of an invoke or out of the message an <c>Action.Submit</c> becomes.</summary>
internal static class CardActionPayload
{
    private static readonly JsonElement NoData = JsonElement.Parse("{}");

    /// <summary>The action of an adaptiveCard/action.</summary>
    /// <param name="activity">The invoke.</param>
    /// <param name="fault">What is wrong with it, as the error body says it; empty when nothing is.</param>
    /// <returns>The action, or <see langword="null"/> where it is not one. Its verb is empty where it names none.</returns>
    public static CardAction? FromInvoke(Activity activity, out string fault)
    {
        fault = "";
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
        {
            fault = "The invoke has no value.";
        }
        else if (
            !value.TryGetProperty("action"u8, out JsonElement action) || action.ValueKind is not JsonValueKind.Object
        )
        {
            fault = "The value has no action.";
        }
        else if (!TryReadText(action, "type"u8, out string? type) || type != "Action.Execute")
        {
            fault = "The action is not an Action.Execute.";
        }
        else if (!TryReadData(action, out JsonElement data))
        {
            fault = "The data of the action is not an object.";
        }
        else if (!TryReadText(action, "verb"u8, out string? verb) || !TryReadText(data, "verb"u8, out string? inData))
        {
            fault = "The verb of the action is not a text.";
        }
        else
        {
            bool automatic = TryReadText(value, "trigger"u8, out string? trigger) && trigger == "automatic";
            string name = string.IsNullOrEmpty(verb) ? inData ?? "" : verb;
            return new CardAction(name, data, activity.ReplyToId, automatic, IsSubmit: false);
        }
        return null;
    }

    /// <summary>The action of a message, or <see langword="null"/> where the message is something a person typed.</summary>
    public static CardAction? FromMessage(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } data)
        {
            return null;
        }
        string verb = TryReadText(data, "verb"u8, out string? named) ? named ?? "" : "";
        // Data without a verb beside a text is a messageBack: the text is what counts.
        return verb.Length == 0 && !string.IsNullOrEmpty(activity.Text)
            ? null
            : new CardAction(verb, data, activity.ReplyToId, IsAutomatic: false, IsSubmit: true);
    }

    private static bool TryReadData(JsonElement action, out JsonElement data)
    {
        if (!action.TryGetProperty("data"u8, out data) || data.ValueKind is JsonValueKind.Null)
        {
            data = NoData;
        }
        return data.ValueKind is JsonValueKind.Object;
    }

    /// <summary>False only where the property is there and is not a text.</summary>
    private static bool TryReadText(JsonElement of, ReadOnlySpan<byte> name, out string? text)
    {
        text = null;
        if (!of.TryGetProperty(name, out JsonElement property) || property.ValueKind is JsonValueKind.Null)
        {
            return true;
        }
        text = property.ValueKind is JsonValueKind.String ? property.GetString() : null;
        return text is not null;
    }
}
