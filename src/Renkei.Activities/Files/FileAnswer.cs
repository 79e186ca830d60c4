using System.Text.Json;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Files;

/// <summary>What somebody answered to an offered file (<c>fileConsent/invoke</c>).</summary>
/// <param name="Context">What the offer carried. The client controls it: authorise and validate everything.</param>
/// <param name="Target">Where the file goes; <see langword="null"/> when it was declined.</param>
/// <param name="MessageId">The message of the offer, where Teams says so.</param>
public sealed record FileAnswer(JsonElement Context, UploadTarget? Target, string? MessageId)
{
    /// <summary>Reads an answer; <see langword="null"/> where the value is none.</summary>
    public static FileAnswer? Read(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || Text(value, "type"u8) != "fileUpload")
        {
            return null;
        }
        value.TryGetProperty("context"u8, out JsonElement context);
        return Text(value, "action"u8) switch
        {
            "decline" => new(context, null, activity.ReplyToId),
            "accept" when value.TryGetProperty("uploadInfo"u8, out JsonElement info) && TargetIn(info) is { } target =>
                new(context, target, activity.ReplyToId),
            _ => null,
        };
    }

    private static UploadTarget? TargetIn(JsonElement info) =>
        info.ValueKind is JsonValueKind.Object
        && Text(info, "uploadUrl"u8) is { Length: > 0 } uploadUrl
        && Text(info, "contentUrl"u8) is { Length: > 0 } contentUrl
        && Text(info, "name"u8) is { Length: > 0 } name
            ? new(
                uploadUrl,
                contentUrl,
                name,
                Text(info, "uniqueId"u8) ?? "",
                Text(info, "fileType"u8) ?? Path.GetExtension(name).TrimStart('.')
            )
            : null;

    private static string? Text(JsonElement of, ReadOnlySpan<byte> name) =>
        of.TryGetProperty(name, out JsonElement text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
}

/// <summary>Where an accepted file goes, as Teams says.</summary>
/// <param name="UploadUrl">An upload session; whoever knows it can write, and it expires. Never logged.</param>
/// <param name="ContentUrl">Where the file is afterwards.</param>
/// <param name="Name">Its name there, which may differ from the offer's where that was taken.</param>
/// <param name="UniqueId">Its id in OneDrive.</param>
/// <param name="FileType">Its ending without the dot.</param>
public sealed record UploadTarget(string UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType);
