namespace Renkei.AppPackage.Icons;

/// <summary>A rectangle of pixels.</summary>
public sealed class Picture
{
    private readonly Colour[] pixels;

    /// <summary>A picture whose pixels are what <paramref name="paint"/> gives for (x, y), from the upper left.</summary>
    public Picture(int width, int height, Func<int, int, Colour> paint)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height) = (width, height);
        pixels = new Colour[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = paint(i % width, i / width);
        }
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>All pixels, row by row from the upper left.</summary>
    public ReadOnlySpan<Colour> Pixels => pixels;

    /// <summary>The pixel at (x, y), counted from the upper left.</summary>
    public Colour this[int x, int y] => pixels[(y * Width) + x];
}
