using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>Teams' bar. It carries no text of its own, so it is built by <see cref="Progress.Bar"/>, which puts the numbers beside it.</summary>
public sealed record ProgressBar : TeamsElement
{
    internal ProgressBar(int value, int max) => (Value, Max) = (value, max);

    /// <summary>How far, 0 to <see cref="Max"/>.</summary>
    public int Value { get; }

    /// <summary>The full length, at least 1.</summary>
    public int Max { get; }

    /// <summary>Colour; accent when left out.</summary>
    public ProgressColor? Color { get; init; }

    internal override string TypeName => "ProgressBar";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteNumber("value"u8, Value);
        json.WriteNumber("max"u8, Max);
        json.WritePascal("color"u8, Color);
    }
}

/// <summary>Colour of a <see cref="ProgressBar"/>.</summary>
public enum ProgressColor
{
    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Needs somebody now.</summary>
    Attention,
}
