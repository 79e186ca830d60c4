using Renkei.AppPackage.Checks;
using Renkei.AppPackage.Icons;

namespace Renkei.AppPackage.Tests.Checks;

public sealed class IconCheckTests
{
    private static readonly Colour Teal = new(11, 94, 107);

    [Fact]
    public void Check_ColourIconOfAnotherSize_IsTheOneFault() =>
        AssertFault("color.png", new(191, 192, (_, _) => Teal), "Is 191×192; must be 192×192.");

    [Fact]
    public void Check_ColourIconWithRoundedCorners_IsTheOneFault() =>
        AssertFault(
            "color.png",
            new(192, 192, (x, y) => x + y < 12 ? Colour.Clear : Teal),
            "The background must be one colour to the edge, or fully transparent (Teams cuts the corners)."
        );

    [Fact]
    public void Check_ColourIconHalfTransparent_IsTheOneFault() =>
        AssertFault(
            "color.png",
            new(192, 192, (_, _) => Teal with { A = 128 }),
            "The background must be one colour to the edge, or fully transparent (Teams cuts the corners)."
        );

    [Fact]
    public void Check_ColourIconOnFullTransparency_IsGood() =>
        Assert.Empty(
            CheckWith(
                "color.png",
                new(192, 192, (x, y) => x is > 60 and < 120 && y is > 60 and < 120 ? Teal : Colour.Clear)
            )
        );

    [Fact]
    public void Check_OutlineOfAnotherSize_IsTheOneFault() =>
        AssertFault("outline.png", new(32, 33, (_, _) => Colour.White), "Is 32×33; must be 32×32.");

    [Theory]
    [InlineData(254, 255)]
    [InlineData(255, 128)]
    public void Check_OutlineWithOnePixelOff_IsTheOneFault(byte blue, byte alpha) =>
        AssertFault(
            "outline.png",
            new(32, 32, (x, y) => (x, y) == (31, 31) ? new(255, 255, blue, alpha) : Colour.White),
            "Must be drawn in pure white and full transparency alone."
        );

    [Fact]
    public void Check_OutlineWithNothingOnIt_IsTheOneFault() =>
        AssertFault(
            "outline.png",
            new(32, 32, (_, _) => Colour.Clear),
            "Must be drawn in pure white and full transparency alone."
        );

    [Fact]
    public void Check_IconCutOff_IsTheOneFault()
    {
        TeamsPackage package = SamplePackage.WithFile("outline.png", bytes => bytes[..^20]);
        Assert.Equal("Not a usable PNG: it is cut off.", Assert.Single(PackageChecks.Check(package)).En);
    }

    private static void AssertFault(string file, Picture picture, string reason)
    {
        Fault fault = Assert.Single(CheckWith(file, picture));
        Assert.Equal((file, reason), (fault.Where, fault.En));
    }

    private static IReadOnlyList<Fault> CheckWith(string file, Picture picture) =>
        PackageChecks.Check(SamplePackage.WithFile(file, _ => PngWriter.Write(picture)));
}
