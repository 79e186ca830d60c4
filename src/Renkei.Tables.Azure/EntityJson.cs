using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Renkei.Tables.Azure;

/// <summary>
/// A row as an entity: the document as string property <c>Body</c>, continued in <c>Body1</c>, <c>Body2</c>…, for a string property
/// holds 32,768 UTF-16 units, and the id of its commit as <c>Op</c>.
/// </summary>
internal static class EntityJson
{
    /// <summary>UTF-16 units of the document in one property.</summary>
    public const int PartUnits = 32_000;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([
        .. "\"\\"u8,
        .. Enumerable.Range(0x00, 0x20).Select(c => (byte)c),
    ]);

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="key">Where the row lives.</param>
    /// <param name="body">Its document.</param>
    /// <param name="commit">The id of the commit.</param>
    /// <param name="ascii">
    /// Escapes whatever is not ASCII. Needed where the entity is the whole request, for there the emulator spoils characters that
    /// two network packets share (Azure/Azurite#2670); a batch, which has a limit of bytes, is read properly.
    /// </param>
    public static ReadOnlyMemory<byte> Write(RowKey key, ReadOnlyMemory<byte> body, string commit, bool ascii)
    {
        ArrayBufferWriter<byte> buffer = new(body.Length + 512);
        using Utf8JsonWriter json = new(buffer, ascii ? default : Relaxed);
        json.WriteStartObject();
        json.WriteString("PartitionKey", key.Partition);
        json.WriteString("RowKey", key.Row);
        json.WriteString("Op", commit);
        ReadOnlySpan<byte> rest = body.Span;
        for (int part = 0; rest.Length > 0; part++)
        {
            int length = PartLength(rest);
            if (ascii)
            {
                json.WriteString(PartName(part), rest[..length]);
            }
            else
            {
                json.WritePropertyName(PartName(part));
                json.WriteRawValue(Quoted(rest[..length]), skipInputValidation: true);
            }

            rest = rest[length..];
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <exception cref="JsonException">The entity was not written by Renkei.</exception>
    public static StoredEntity Read(JsonElement entity)
    {
        string? partition = null;
        string? row = null;
        string? version = null;
        string? commit = null;
        List<string?> parts = [];
        foreach (JsonProperty property in entity.EnumerateObject())
        {
            switch (property.Name)
            {
                case "PartitionKey":
                    partition = property.Value.GetString();
                    break;
                case "RowKey":
                    row = property.Value.GetString();
                    break;
                case "odata.etag":
                    version = property.Value.GetString();
                    break;
                case "Op":
                    commit = property.Value.GetString();
                    break;
                default:
                    if (PartNumber(property.Name) is { } part)
                    {
                        while (parts.Count <= part)
                        {
                            parts.Add(null);
                        }

                        parts[part] = property.Value.GetString();
                    }

                    break;
            }
        }

        if (partition is null || row is null || version is null || parts.Count == 0 || parts.Contains(null))
        {
            throw new JsonException("An entity has no key, no version or no whole Body: Renkei did not write it.");
        }

        byte[] body = Encoding.UTF8.GetBytes(parts.Count == 1 ? parts[0]! : string.Concat(parts));
        return new StoredEntity(new TableRow(new RowKey(partition, row), body, new RowETag(version)), commit);
    }

    /// <summary>Bytes of the longest start that has at most <see cref="PartUnits"/> UTF-16 units and ends between characters.</summary>
    private static int PartLength(ReadOnlySpan<byte> utf8)
    {
        int units = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            // A character's units are counted at its first byte; four bytes make a surrogate pair.
            int more =
                (utf8[i] & 0xC0) == 0x80 ? 0
                : utf8[i] >= 0xF0 ? 2
                : 1;
            if (units + more > PartUnits)
            {
                return i;
            }

            units += more;
        }

        return utf8.Length;
    }

    /// <summary>
    /// A JSON string with only what must be escaped escaped: the framework's most relaxed encoder still writes each character
    /// above U+FFFF as 12 bytes, which would burst the limit of a batch.
    /// </summary>
    private static ReadOnlySpan<byte> Quoted(ReadOnlySpan<byte> utf8)
    {
        ArrayBufferWriter<byte> buffer = new(utf8.Length + 64);
        buffer.Write("\""u8);
        for (int at = utf8.IndexOfAny(Escaped); at >= 0; at = utf8.IndexOfAny(Escaped))
        {
            buffer.Write(utf8[..at]);
            byte escaped = utf8[at];
            if (escaped < 0x20)
            {
                buffer.Write(
                    Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)escaped:X4}"))
                );
            }
            else
            {
                buffer.Write([(byte)'\\', escaped]);
            }

            utf8 = utf8[(at + 1)..];
        }

        buffer.Write(utf8);
        buffer.Write("\""u8);
        return buffer.WrittenSpan;
    }

    private static string PartName(int part) =>
        part == 0 ? "Body" : string.Create(CultureInfo.InvariantCulture, $"Body{part}");

    private static int? PartNumber(string property)
    {
        if (property == "Body")
        {
            return 0;
        }

        return
            property.StartsWith("Body", StringComparison.Ordinal)
            && int.TryParse(property.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            && part is > 0 and < 250
            ? part
            : null;
    }
}
