using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A Fluent icon; decoration only, the meaning stands beside it as text.</summary>
/// <param name="Name">The icon's name, such as <c>People</c>.</param>
public sealed record Icon(string Name) : TeamsElement
{
    /// <summary>Size; <see cref="IconSize.Standard"/> when left out.</summary>
    public IconSize? Size { get; init; }

    /// <summary>Colour; default when left out.</summary>
    public TextColor? Color { get; init; }

    internal override string TypeName => "Icon";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("name"u8, Name);
        json.WritePascal("size"u8, Size);
        json.WritePascal("color"u8, Color);
    }
}

/// <summary>Size of an <see cref="Icon"/>.</summary>
public enum IconSize
{
    /// <summary>As small as body text.</summary>
    Small,

    /// <summary>The host's default.</summary>
    Standard,

    /// <summary>A little larger.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}
