namespace Renkei.AppPackage.Icons;

/// <summary>The two icons of the Teams app, drawn from <see cref="LinkedRings"/>.</summary>
public static class AppIcons
{
    /// <summary>Background of the colour icon; the manifest's accent colour is the same.</summary>
    public static Colour Background { get; } = new(0x0B, 0x5E, 0x6B);

    private const int Samples = 8;

    private static readonly Colour[] RingColours =
    [
        new(0xFF, 0xFF, 0xFF),
        new(0xFF, 0xC8, 0x57),
        new(0x8F, 0xDD, 0xD2),
    ];

    /// <summary>192×192; the sign stays inside the central 96×96, since Teams crops to a hexagon or a rounded square.</summary>
    public static Picture DrawColour()
    {
        LinkedRings rings = new(CentreX: 96, CentreY: 99.5, Spread: 18, Radius: 25, Band: 9, Gap: 2.5);
        return new(192, 192, (x, y) => Blend(rings, x, y));
    }

    /// <summary>
    /// 32×32; Teams wants each pixel pure white or fully transparent, so edges are hard. Gaps at the crossings would leave
    /// crumbs at this size: the rings only touch, and are drawn whole.
    /// </summary>
    public static Picture DrawOutline()
    {
        LinkedRings rings = new(CentreX: 16, CentreY: 18, Spread: 8, Radius: 7, Band: 2, Gap: 0);
        return new(32, 32, (x, y) => rings.Covers(x + 0.5, y + 0.5) ? Colour.White : Colour.Clear);
    }

    /// <summary>The mean of an even grid of points in the pixel, which softens the edges.</summary>
    private static Colour Blend(LinkedRings rings, int x, int y)
    {
        (int r, int g, int b) = (0, 0, 0);
        for (int i = 0; i < Samples * Samples; i++)
        {
            double sampleX = x + (((i % Samples) + 0.5) / Samples);
            double sampleY = y + (((i / Samples) + 0.5) / Samples);
            Colour seen = rings.RingAt(sampleX, sampleY) is { } ring ? RingColours[ring] : Background;
            (r, g, b) = (r + seen.R, g + seen.G, b + seen.B);
        }
        return new(Mean(r), Mean(g), Mean(b));
    }

    private static byte Mean(int sum) => (byte)((sum + (Samples * Samples / 2)) / (Samples * Samples));
}
