namespace Renkei.Activities.Files;

/// <summary>Puts accepted files where Teams wants them.</summary>
public interface IFileUploads
{
    /// <summary>Uploads a whole file.</summary>
    /// <param name="target">Where to; the address is checked.</param>
    /// <param name="file">Its bytes, at least one.</param>
    /// <param name="ct">Cancels the upload; the session then ends by itself.</param>
    /// <exception cref="FileUploadException">It is not there.</exception>
    Task UploadAsync(UploadTarget target, ReadOnlyMemory<byte> file, CancellationToken ct);
}

/// <summary>A file could not be uploaded.</summary>
/// <param name="reason">Why.</param>
/// <param name="status">HTTP status; 0 when there was no answer.</param>
/// <param name="inner">The cause, where there was no answer.</param>
public sealed class FileUploadException(UploadFault reason, int status, Exception? inner)
    : Exception($"The file was not uploaded: {reason} ({status}).", inner)
{
    /// <summary>Why.</summary>
    public UploadFault Reason { get; } = reason;

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; } = status;
}

/// <summary>Why a file could not be uploaded.</summary>
public enum UploadFault
{
    /// <summary>The address is none of OneDrive's; nothing was sent.</summary>
    UntrustedHost,

    /// <summary>OneDrive is busy or does not answer (429, 5xx, no answer), also after the tries that fit into a turn.</summary>
    Busy,

    /// <summary>The upload session is over (404, 410): a new offer is needed.</summary>
    Expired,

    /// <summary>OneDrive does not take it: no place is left (507), or something else is wrong with it.</summary>
    Refused,
}
