using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;

namespace Renkei.Room.Client;

/// <summary>What became of a piece of an upload.</summary>
internal enum UploadOutcome
{
    /// <summary>There is no such upload.</summary>
    NotFound,

    /// <summary>The range is missing or wrong.</summary>
    BadRange,

    /// <summary>More has to come.</summary>
    GoesOn,

    /// <summary>The file is there.</summary>
    Done,
}

/// <summary>Consent to files and their upload, as OneDrive takes them (protocol facts: section 6, Files).</summary>
internal sealed class FileExchange(RoomAddress address, RoomLedger ledger, FileShelf shelf)
{
    private const string ConsentCard = "application/vnd.microsoft.teams.card.file.consent";
    private const int Piece = 320 * 1024;
    private const long Largest = 64L * 1024 * 1024;
    private readonly ConcurrentDictionary<string, Upload> open = new(StringComparer.Ordinal);

    /// <summary>The value of the consent invoke; <see langword="null"/> where the message offers no file.</summary>
    public JsonObject? Consent(RoomMessage message, bool accept)
    {
        JsonElement offer = message.Attachments.FirstOrDefault(a =>
            a.TryGetProperty("contentType", out JsonElement type) && type.ValueEquals(ConsentCard)
        );
        if (offer.ValueKind is not JsonValueKind.Object || !offer.TryGetProperty("content", out JsonElement content))
        {
            return null;
        }
        JsonObject value = new()
        {
            ["type"] = "fileUpload",
            ["action"] = accept ? "accept" : "decline",
            ["context"] = content.TryGetProperty(accept ? "acceptContext" : "declineContext", out JsonElement context)
                ? JsonNode.Parse(context.GetRawText())
                : null,
        };
        if (!accept)
        {
            return value;
        }
        string name = offer.TryGetProperty("name", out JsonElement named) ? Path.GetFileName(named.ToString()) : "";
        if (name.Length == 0)
        {
            name = "file";
        }
        string id = Guid.NewGuid().ToString("N");
        open[id] = new(name);
        value["uploadInfo"] = new JsonObject
        {
            ["contentUrl"] = new Uri(address.Root, $"room/files/{id}/{Uri.EscapeDataString(name)}").AbsoluteUri,
            ["name"] = name,
            ["uploadUrl"] = new Uri(address.Root, $"room/files/{id}/upload").AbsoluteUri,
            ["uniqueId"] = Guid.Parse(id).ToString("D").ToUpperInvariant(),
            ["fileType"] = Path.GetExtension(name).TrimStart('.'),
        };
        return value;
    }

    /// <summary>Takes a piece; all but the last have to be multiples of 320 KiB and arrive in order.</summary>
    public async Task<UploadOutcome> TakeAsync(string id, string? contentRange, byte[] piece, CancellationToken ct)
    {
        if (!open.TryGetValue(id, out Upload? upload))
        {
            return UploadOutcome.NotFound;
        }
        if (
            !System.Net.Http.Headers.ContentRangeHeaderValue.TryParse(contentRange, out var range)
            || range.From is not long from
            || range.To is not long to
            || range.Length is not long total
            || total > Largest
            || to - from + 1 != piece.Length
            || from != upload.Bytes.Length
            || to >= total
        )
        {
            return UploadOutcome.BadRange;
        }
        bool isLast = to == total - 1;
        if (!isLast && piece.Length % Piece != 0)
        {
            return UploadOutcome.BadRange;
        }
        upload.Bytes.Write(piece);
        if (!isLast)
        {
            return UploadOutcome.GoesOn;
        }
        open.TryRemove(id, out _);
        await shelf.PutAsync(id, upload.Bytes.ToArray(), ct);
        ledger.AddFile(new(id, upload.Name, total));
        return UploadOutcome.Done;
    }

    /// <summary>A delivered file; <see langword="null"/> if there is none.</summary>
    public async Task<(RoomFile File, byte[] Bytes)?> FindAsync(string id, CancellationToken ct) =>
        ledger.FindFile(id) is { } file && await shelf.FindAsync(id, ct) is { } bytes ? (file, bytes) : null;

    public void Clear()
    {
        open.Clear();
        shelf.Clear();
    }

    private sealed record Upload(string Name)
    {
        public MemoryStream Bytes { get; } = new();
    }
}
