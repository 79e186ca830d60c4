namespace Renkei.AppPackage.Icons;

/// <summary>What the reader and the writer of PNG files agree on.</summary>
internal static class PngFormat
{
    public const byte TrueColour = 2;
    public const byte TrueColourWithAlpha = 6;
    public const byte NoFilter = 0;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>CRC-32 as in ISO/IEC 15948, annex D.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }
        return ~crc;
    }
}
