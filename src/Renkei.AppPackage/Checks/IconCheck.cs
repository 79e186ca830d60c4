using Renkei.AppPackage.Icons;

namespace Renkei.AppPackage.Checks;

/// <summary>Icons have the size Teams wants; the outline is pure white on transparent.</summary>
public static class IconCheck
{
    private const string ColourIcon = "icons.color";
    private const string OutlineIcon = "icons.outline";

    private static readonly Dictionary<string, int> Sizes = new()
    {
        [ColourIcon] = 192,
        [OutlineIcon] = 32,
        ["icons.color32x32"] = 32,
    };

    /// <summary>The faults of the icons the manifest names, and of those it must name.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest) =>
        ((IEnumerable<string>)[ColourIcon, OutlineIcon])
            .Where(icon => manifest[icon] is null)
            .Select(icon => new Fault(
                $"{TeamsPackage.ManifestName} {icon}",
                "アイコンがありません。",
                "The icon is missing."
            ))
            .Concat(manifest.Icons.SelectMany(icon => CheckIcon(package, icon)));

    private static IEnumerable<Fault> CheckIcon(TeamsPackage package, ManifestString icon)
    {
        if (package.Find(icon.Value) is not { } file)
        {
            return
            [
                new(
                    $"{TeamsPackage.ManifestName} {icon.Path}",
                    $"「{icon.Value}」がありません（大文字と小文字も合わせてください）。",
                    $"\"{icon.Value}\" is missing (upper and lower case count)."
                ),
            ];
        }
        Picture picture;
        try
        {
            picture = PngReader.Read(file.Span);
        }
        catch (InvalidDataException e)
        {
            return [new(icon.Value, $"使える PNG ではありません（{e.Message}）。", $"Not a usable PNG: {e.Message}.")];
        }
        return CheckPicture(icon, picture);
    }

    private static IEnumerable<Fault> CheckPicture(ManifestString icon, Picture picture)
    {
        if (Sizes.TryGetValue(icon.Path, out int size) && (picture.Width != size || picture.Height != size))
        {
            yield return new(
                icon.Value,
                $"{picture.Width}×{picture.Height} です。{size}×{size} にしてください。",
                $"Is {picture.Width}×{picture.Height}; must be {size}×{size}."
            );
        }
        if (icon.Path == OutlineIcon && !IsWhiteOnTransparent(picture))
        {
            yield return new(
                icon.Value,
                "真っ白と完全な透明だけで描いてください。",
                "Must be drawn in pure white and full transparency alone."
            );
        }
        if (icon.Path == ColourIcon && !HasPlainBackground(picture))
        {
            yield return new(
                icon.Value,
                "背景は端まで一色か、完全な透明にしてください（角は Teams が切り取ります）。",
                "The background must be one colour to the edge, or fully transparent (Teams cuts the corners)."
            );
        }
    }

    private static bool IsWhiteOnTransparent(Picture picture)
    {
        bool white = false;
        foreach (Colour pixel in picture.Pixels)
        {
            if (pixel.A != 0 && pixel != Colour.White)
            {
                return false;
            }
            white |= pixel == Colour.White;
        }
        return white;
    }

    private static bool HasPlainBackground(Picture picture)
    {
        Colour first = picture[0, 0];
        return first.A is 0 or 255 && Edge(picture).All(pixel => pixel == first || (pixel.A == 0 && first.A == 0));
    }

    private static IEnumerable<Colour> Edge(Picture picture)
    {
        for (int x = 0; x < picture.Width; x++)
        {
            yield return picture[x, 0];
            yield return picture[x, picture.Height - 1];
        }
        for (int y = 0; y < picture.Height; y++)
        {
            yield return picture[0, y];
            yield return picture[picture.Width - 1, y];
        }
    }
}
