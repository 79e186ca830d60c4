using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Renkei.Bot.Downloads;

/// <summary>What a consent card carries: which file (<c>f</c>) and which offer (<c>o</c>).</summary>
internal static class DownloadContext
{
    private const int OfferLength = 16;

    public static ReadOnlyMemory<byte> Write(DownloadSubject subject, string offer)
    {
        ArrayBufferWriter<byte> body = new(128);
        using Utf8JsonWriter json = new(body);
        json.WriteStartObject();
        json.WriteString("f"u8, subject.ToString());
        json.WriteString("o"u8, offer);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>Reads what came back; the client controls it.</summary>
    public static bool TryRead(
        JsonElement context,
        [NotNullWhen(true)] out DownloadSubject? subject,
        [NotNullWhen(true)] out string? offer
    )
    {
        subject = null;
        offer = Text(context, "o"u8);
        return offer is { Length: OfferLength }
            && offer.All(char.IsAsciiHexDigitLower)
            && DownloadSubject.TryParse(Text(context, "f"u8), out subject);
    }

    private static string? Text(JsonElement of, ReadOnlySpan<byte> name) =>
        of.ValueKind is JsonValueKind.Object
        && of.TryGetProperty(name, out JsonElement text)
        && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
}
