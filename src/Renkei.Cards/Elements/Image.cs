using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A picture: public over https and at most 1 MB, or a small <c>data:</c> URI. A card with an empty address stays blank on phones.</summary>
public sealed record Image : CardElement
{
    /// <param name="url">An <c>https</c> address or a <c>data:image/…</c> URI, which counts towards the card's size.</param>
    /// <param name="altText">What the picture says; empty for decoration.</param>
    /// <exception cref="ArgumentException">Another kind of address.</exception>
    public Image(Uri url, string altText)
    {
        if (!url.IsAbsoluteUri || !(url.Scheme == Uri.UriSchemeHttps || IsPictureData(url)))
            throw new ArgumentException("A picture comes over https or as data:image/….", nameof(url));
        (Url, AltText) = (url, altText);
    }

    /// <summary>Where the picture is.</summary>
    public Uri Url { get; }

    /// <summary>What the picture says.</summary>
    public string AltText { get; }

    /// <summary>Width in pixels; as wide as the picture when left out.</summary>
    public int? WidthPixels { get; init; }

    /// <summary>Where the picture stands.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    internal override string TypeName => "Image";

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("url"u8, Url.OriginalString);
        json.WriteString("altText"u8, AltText);
        if (WidthPixels is { } width)
            json.WriteString("width"u8, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{width}px"));
        json.WritePascal("horizontalAlignment"u8, HorizontalAlignment);
    }

    private static bool IsPictureData(Uri url) =>
        url.OriginalString.StartsWith("data:image/", StringComparison.Ordinal);
}
