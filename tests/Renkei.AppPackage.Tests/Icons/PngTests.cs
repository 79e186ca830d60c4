using Renkei.AppPackage.Icons;

namespace Renkei.AppPackage.Tests.Icons;

public sealed class PngTests
{
    /// <summary>A canvas of six by five pixels as Chromium's <c>toDataURL</c> gives it: alpha, two IDAT chunks.</summary>
    private const string FromChromium =
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAFCAYAAABmWJ3mAAAANUlEQVR4AazJMREAIAwEwU96DGAA6gwGcIAc5CAHV3AiUmy1Lul1LGwcXLiFZFFQ0T"
        + "AwlRgfAAD//5Ko084AAAAGSURBVAMAFYIQMSgIEUYAAAAASUVORK5CYII=";

    /// <summary>
    /// The same picture without alpha, encoded by a few lines of Python from the standard's text alone; the rows have the
    /// filters sub, Paeth, average, up, none.
    /// </summary>
    private const string AllFilters =
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAFCAIAAADpOgqxAAAACnRFWHRUaXRsZQByb3dzoZN3wAAAAE9JREFUeJxjZGBg0EBFLIxGDIwMvMiImcmbQVRS"
        + "RFRSSlRSUVRSXVRSjwmkyoiX0UiK0Uid0ciE0ciRgeUEg84Jk5ATGTUn5iw5ceHMCRYAPIcORLCeIMoAAAAASUVORK5CYII=";

    private static readonly Picture Expected = new(
        6,
        5,
        (x, y) => new((byte)((x * 40) + y), (byte)(y * 50), (byte)(x * y * 13))
    );

    [Theory]
    [InlineData(FromChromium)]
    [InlineData(AllFilters)]
    public void Read_FileFromAnotherProgram_GivesItsPixels(string base64)
    {
        Picture picture = PngReader.Read(Convert.FromBase64String(base64));
        Assert.Equal((6, 5), (picture.Width, picture.Height));
        Assert.Equal(Expected.Pixels, picture.Pixels);
        Assert.Equal(new Colour(204, 200, 4), picture[5, 4]);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSamePixels()
    {
        Picture picture = new(3, 2, (x, y) => new((byte)x, (byte)y, 255, (byte)(x * 100)));
        Assert.Equal(picture.Pixels, PngReader.Read(PngWriter.Write(picture)).Pixels);
    }

    [Fact]
    public void Read_DamagedFile_SaysSo()
    {
        byte[] file = Convert.FromBase64String(AllFilters);
        file[70] ^= 1;
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => PngReader.Read(file));
        Assert.Equal("it is damaged: a checksum is wrong", refusal.Message);
    }

    [Fact]
    public void Read_EveryTruncation_IsRefusedAsInvalidData()
    {
        byte[] file = Convert.FromBase64String(FromChromium);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => PngReader.Read(file.AsSpan(0, length)));
        }
    }
}
