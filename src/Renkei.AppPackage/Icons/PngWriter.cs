using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Renkei.AppPackage.Icons;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): 8 bits per channel, red, green, blue and alpha, no interlacing.</summary>
public static class PngWriter
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(Picture picture)
    {
        using MemoryStream file = new();
        file.Write(PngFormat.Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8;
        header[9] = PngFormat.TrueColourWithAlpha;
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(Picture picture)
    {
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.SmallestSize))
        {
            for (int y = 0; y < picture.Height; y++)
            {
                zlib.WriteByte(PngFormat.NoFilter);
                for (int x = 0; x < picture.Width; x++)
                {
                    Colour pixel = picture[x, y];
                    zlib.Write([pixel.R, pixel.G, pixel.B, pixel.A]);
                }
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] typeAndData = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(typeAndData);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngFormat.Checksum(typeAndData));
        file.Write(number);
    }
}
