using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Renkei.Cards.Wire;

/// <summary>
/// Writes JSON into rented memory: names and values as they come, a comma where one is due. It takes half the time of Utf8JsonWriter
/// by leaving out what cards never need: names are plain ASCII literals, nothing is indented, nesting is proven by the tests. Japanese
/// stays as it is, half a character becomes U+FFFD.
/// </summary>
internal sealed class CardWriter : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // What a name, its punctuation and a number take at most, besides the name itself.
    private const int Room = 48;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        '"',
        '\\',
        .. Enumerable.Range(0x00, 0x20).Select(c => (char)c),
    ]);

    private byte[] buffer;
    private int length;

    /// <param name="size">Expected bytes; it grows where there are more.</param>
    public CardWriter(int size = FirstSize) => buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>What was written so far, as an array of its own.</summary>
    public byte[] ToArray() => buffer.AsSpan(0, length).ToArray();

    /// <summary>Gives the memory back, without what somebody may have written in it.</summary>
    public void Dispose()
    {
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    public void WriteStartObject() => Start((byte)'{');

    public void WriteStartObject(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Add((byte)'{');
    }

    public void WriteEndObject() => Add((byte)'}');

    public void WriteStartArray(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Add((byte)'[');
    }

    public void WriteEndArray() => Add((byte)']');

    /// <param name="name">ASCII without anything to escape.</param>
    public void WritePropertyName(ReadOnlySpan<byte> name)
    {
        Reserve(name.Length + Room);
        Separate();
        buffer[length++] = (byte)'"';
        name.CopyTo(buffer.AsSpan(length));
        length += name.Length;
        buffer[length++] = (byte)'"';
        buffer[length++] = (byte)':';
    }

    /// <param name="name">Any text.</param>
    public void WritePropertyName(string name)
    {
        WriteStringValue(name);
        Add((byte)':');
    }

    public void WriteString(ReadOnlySpan<byte> name, string value)
    {
        WritePropertyName(name);
        WriteText(value);
    }

    /// <param name="name">The name.</param>
    /// <param name="value">ASCII without anything to escape.</param>
    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WritePropertyName(name);
        Reserve(value.Length + Room);
        buffer[length++] = (byte)'"';
        value.CopyTo(buffer.AsSpan(length));
        length += value.Length;
        buffer[length++] = (byte)'"';
    }

    public void WriteStringValue(string value)
    {
        Reserve(Room);
        Separate();
        WriteText(value);
    }

    public void WriteBoolean(ReadOnlySpan<byte> name, bool value)
    {
        WritePropertyName(name);
        WriteBooleanValue(value);
    }

    public void WriteBooleanValue(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(ReadOnlySpan<byte> name, long value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    public void WriteNumberValue(long value)
    {
        Reserve(Room);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out int written);
        length += written;
    }

    public void WriteNumber(ReadOnlySpan<byte> name, decimal value)
    {
        WritePropertyName(name);
        Reserve(Room);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out int written);
        length += written;
    }

    /// <summary>What is JSON already: a value after its name, or the properties of an object.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length + Room);
        Separate();
        json.CopyTo(buffer.AsSpan(length));
        length += json.Length;
    }

    private void Start(byte bracket)
    {
        Reserve(Room);
        Separate();
        buffer[length++] = bracket;
    }

    private void Add(byte punctuation)
    {
        Reserve(1);
        buffer[length++] = punctuation;
    }

    /// <summary>A comma, unless a bracket was just opened or a name just written; needs a byte reserved.</summary>
    private void Separate()
    {
        if (length > 0 && buffer[length - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
        {
            buffer[length++] = (byte)',';
        }
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        // No UTF-16 unit takes more than three bytes in UTF-8.
        Reserve(text.Length * 3 + Room);
        buffer[length++] = (byte)'"';
        for (int at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            length += Encoding.UTF8.GetBytes(text[..at], buffer.AsSpan(length));
            WriteEscaped(text[at]);
            text = text[(at + 1)..];
            Reserve(text.Length * 3 + Room);
        }
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        buffer[length++] = (byte)'"';
    }

    private void WriteEscaped(char c)
    {
        Span<byte> to = buffer.AsSpan(length);
        to[0] = (byte)'\\';
        char letter = c switch
        {
            '"' or '\\' => c,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => 'u',
        };
        to[1] = (byte)letter;
        length += 2;
        if (letter == 'u')
        {
            Utf8Formatter.TryFormat((int)c, to[2..], out int digits, new StandardFormat('X', 4));
            length += digits;
        }
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length - length >= bytes)
        {
            return;
        }
        byte[] greater = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + bytes));
        buffer.AsSpan(0, length).CopyTo(greater);
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = greater;
    }
}
