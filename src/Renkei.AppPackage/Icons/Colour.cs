namespace Renkei.AppPackage.Icons;

/// <summary>One pixel, not premultiplied.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
/// <param name="A">Opacity: 0 is fully transparent, 255 solid.</param>
public readonly record struct Colour(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>Solid pure white.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Fully transparent white: a scaler that blends it with its neighbours leaves no dark seam.</summary>
    public static Colour Clear { get; } = new(255, 255, 255, 0);
}
