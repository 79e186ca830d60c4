using System.Buffers;
using System.Text;

namespace Renkei.Domain.Invitations;

/// <summary>Lines of iCalendar, folded (RFC 5545, 3.1): none has more than 75 bytes, and no character is torn apart.</summary>
internal sealed class ContentLines
{
    private const int MaxBytes = 75;

    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    /// <summary>Adds a line of any length that holds no line end.</summary>
    public void Add(string line)
    {
        Span<byte> encoded = stackalloc byte[4];
        int used = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            int length = rune.EncodeToUtf8(encoded);
            if (used + length > MaxBytes)
            {
                // The space that marks the continuation counts as well.
                bytes.Write("\r\n "u8);
                used = 1;
            }
            bytes.Write(encoded[..length]);
            used += length;
        }
        bytes.Write("\r\n"u8);
    }

    public byte[] ToBytes() => bytes.WrittenSpan.ToArray();
}
