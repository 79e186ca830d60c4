using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>
/// Something people fill in. Its value arrives as a string merged into the action's data, or not at all when it was left empty; a client
/// can skip every check, so the server checks again.
/// </summary>
public abstract record CardInput : CardElement
{
    /// <summary>What the ids of inputs start with, so that they never overwrite a key of the action's data.</summary>
    public const string IdPrefix = "in_";

    private protected CardInput(string id, string label)
    {
        if (!id.StartsWith(IdPrefix, StringComparison.Ordinal) || id.Length == IdPrefix.Length)
            throw new ArgumentException($"The id of an input starts with {IdPrefix}.", nameof(id));
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        (Id, Label) = (id, label);
    }

    /// <summary>What is asked; read by screen readers.</summary>
    public string Label { get; }

    /// <summary>Whether the client asks for it before it sends.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is shown when it is missing or wrong; given wherever something can be.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether the client can refuse what was typed.</summary>
    internal virtual bool CanBeRefused => IsRequired;

    private protected sealed override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("label"u8, Label);
        json.WriteFlag("isRequired"u8, IsRequired);
        json.WriteText("errorMessage"u8, ErrorMessage);
        WriteInput(json);
    }

    private protected abstract void WriteInput(Utf8JsonWriter json);
}
