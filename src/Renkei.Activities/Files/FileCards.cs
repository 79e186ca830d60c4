using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Files;

/// <summary>The two cards around a file (protocols: Bot Framework, section 6, Files). Teams shows them in personal chats only.</summary>
public static class FileCards
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks a person to take a file into their OneDrive.</summary>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="description">One line under the name.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="context">UTF-8 JSON that comes back with either answer. The client controls it, so ids only.</param>
    public static OutgoingAttachment Consent(string name, string description, long size, ReadOnlyMemory<byte> context)
    {
        ArrayBufferWriter<byte> content = new(512);
        using Utf8JsonWriter json = new(content, Relaxed);
        json.WriteStartObject();
        json.WriteString("description"u8, description);
        json.WriteNumber("sizeInBytes"u8, size);
        json.WritePropertyName("acceptContext"u8);
        json.WriteRawValue(context.Span);
        json.WritePropertyName("declineContext"u8);
        json.WriteRawValue(context.Span);
        json.WriteEndObject();
        json.Flush();
        return new(AttachmentTypes.FileConsent, content.WrittenMemory, Name: name);
    }

    /// <summary>A file that was uploaded: opens in Teams.</summary>
    public static OutgoingAttachment Info(UploadTarget uploaded)
    {
        ArrayBufferWriter<byte> content = new(256);
        using Utf8JsonWriter json = new(content, Relaxed);
        json.WriteStartObject();
        json.WriteString("uniqueId"u8, uploaded.UniqueId);
        json.WriteString("fileType"u8, uploaded.FileType);
        json.WriteEndObject();
        json.Flush();
        return new(
            AttachmentTypes.FileInfo,
            content.WrittenMemory,
            Name: uploaded.Name,
            ContentUrl: uploaded.ContentUrl
        );
    }
}
