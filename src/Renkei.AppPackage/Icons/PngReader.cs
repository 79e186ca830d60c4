using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Renkei.AppPackage.Icons;

/// <summary>
/// Reads the PNG files that drawing programs commonly write: 8 bits per channel, colour with or without alpha, not
/// interlaced. Icons larger than 1024 pixels a side are refused unread.
/// </summary>
public static class PngReader
{
    private const int LargestSide = 1024;

    /// <summary>The picture in a file.</summary>
    /// <exception cref="InvalidDataException">Not such a PNG file; the message says why in plain words.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(PngFormat.Signature))
        {
            throw new InvalidDataException("it is not a PNG file");
        }
        ReadOnlySpan<byte> rest = file[PngFormat.Signature.Length..];
        ReadOnlySpan<byte> header = [];
        using MemoryStream compressed = new();
        while (rest.Length >= 12)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - 12)
            {
                break;
            }
            string type = Encoding.ASCII.GetString(rest.Slice(4, 4));
            ReadOnlySpan<byte> data = rest.Slice(8, length);
            if (
                PngFormat.Checksum(rest.Slice(4, length + 4))
                != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..])
            )
            {
                throw new InvalidDataException("it is damaged: a checksum is wrong");
            }
            if (type == "IHDR")
            {
                header = data;
            }
            else if (type == "IDAT")
            {
                compressed.Write(data);
            }
            else if (type == "IEND")
            {
                compressed.Position = 0;
                return Decode(header, compressed);
            }
            rest = rest[(12 + length)..];
        }
        throw new InvalidDataException("it is cut off");
    }

    private static Picture Decode(ReadOnlySpan<byte> header, Stream compressed)
    {
        if (header.Length != 13)
        {
            throw new InvalidDataException("it has no proper header");
        }
        int width = BinaryPrimitives.ReadInt32BigEndian(header);
        int height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide)
        {
            throw new InvalidDataException($"it is {width}×{height} pixels");
        }
        if (
            header[8] != 8
            || header[9] is not (PngFormat.TrueColour or PngFormat.TrueColourWithAlpha)
            || header[12] != 0
        )
        {
            throw new InvalidDataException("save it with 8 bits per channel, red-green-blue, not interlaced");
        }
        int channels = header[9] == PngFormat.TrueColour ? 3 : 4;
        byte[] rows = new byte[height * ((width * channels) + 1)];
        using (ZLibStream zlib = new(compressed, CompressionMode.Decompress))
        {
            try
            {
                zlib.ReadExactly(rows);
            }
            catch (EndOfStreamException e)
            {
                throw new InvalidDataException("it holds fewer pixels than it says", e);
            }
        }
        int stride = width * channels;
        for (int y = 0; y < height; y++)
        {
            Unfilter(rows, y * (stride + 1), stride, channels, first: y == 0);
        }
        return new(width, height, (x, y) => PixelAt(rows, (y * (stride + 1)) + 1 + (x * channels), channels));
    }

    private static Colour PixelAt(byte[] rows, int at, int channels) =>
        new(rows[at], rows[at + 1], rows[at + 2], channels == 4 ? rows[at + 3] : (byte)255);

    /// <summary>Undoes one row's filter in place (ISO/IEC 15948, clause 9).</summary>
    private static void Unfilter(byte[] rows, int start, int stride, int channels, bool first)
    {
        byte filter = rows[start];
        for (int i = 0; i < stride; i++)
        {
            int at = start + 1 + i;
            int left = i >= channels ? rows[at - channels] : 0;
            int above = first ? 0 : rows[at - stride - 1];
            int corner = first || i < channels ? 0 : rows[at - stride - 1 - channels];
            int predicted = filter switch
            {
                PngFormat.NoFilter => 0,
                1 => left,
                2 => above,
                3 => (left + above) / 2,
                4 => Paeth(left, above, corner),
                _ => throw new InvalidDataException("a row has an unknown filter"),
            };
            rows[at] = (byte)(rows[at] + predicted);
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        (int dl, int da, int dc) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return dl <= da && dl <= dc ? left
            : da <= dc ? above
            : corner;
    }
}
