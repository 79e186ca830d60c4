using Renkei.AppPackage.Icons;

namespace Renkei.AppPackage.Tests.Icons;

public sealed class AppIconsTests
{
    [Fact]
    public void DrawColour_EqualsTheFileInTheRepository() => AssertDrawn("color.png", AppIcons.DrawColour());

    [Fact]
    public void DrawOutline_EqualsTheFileInTheRepository() => AssertDrawn("outline.png", AppIcons.DrawOutline());

    [Fact]
    public void DrawColour_OutsideTheCentral96_IsBackground()
    {
        Picture picture = AppIcons.DrawColour();
        for (int i = 0; i < 192 * 192; i++)
        {
            (int x, int y) = (i % 192, i / 192);
            if (x is < 48 or >= 144 || y is < 48 or >= 144)
            {
                Assert.Equal(new Colour(0x0B, 0x5E, 0x6B), picture[x, y]);
            }
        }
    }

    /// <summary>At each pair's outer crossing one ring is on top, at the inner crossing the other: the rings are linked.</summary>
    [Theory]
    [InlineData(120, 85, 0xFFC857)] // upper and right, outer
    [InlineData(86, 104, 0xFFFFFF)] // upper and right, inner
    [InlineData(96, 127, 0x8FDDD2)] // right and left, outer
    [InlineData(96, 89, 0xFFC857)] // right and left, inner
    [InlineData(71, 85, 0xFFFFFF)] // left and upper, outer
    [InlineData(105, 104, 0x8FDDD2)] // left and upper, inner
    public void DrawColour_Crossing_HasTheRingOnTop(int x, int y, int rgb)
    {
        Colour pixel = AppIcons.DrawColour()[x, y];
        Assert.Equal(rgb, (pixel.R << 16) | (pixel.G << 8) | pixel.B);
    }

    [Fact]
    public void Background_IsTheAccentColourOfTheManifest()
    {
        Manifest manifest = Manifest.Parse(SamplePackage.Build().Files[0].Content);
        Assert.Equal("#0B5E6B", manifest["accentColor"]);
        Assert.Equal(new Colour(0x0B, 0x5E, 0x6B), AppIcons.Background);
    }

    /// <summary>Pixels, not bytes: another version of the compressor may pack the same picture differently.</summary>
    private static void AssertDrawn(string file, Picture drawn)
    {
        Picture stored = PngReader.Read(File.ReadAllBytes(RepositoryFiles.PathTo("manifest", file)));
        Assert.Equal((drawn.Width, drawn.Height), (stored.Width, stored.Height));
        Assert.Equal(drawn.Pixels, stored.Pixels);
    }
}
