using Renkei.Activities.Files;

namespace Renkei.Bot.Tests.Play;

/// <summary>Keeps what was uploaded, or fails as it is told.</summary>
internal sealed class RecordingUploads : IFileUploads
{
    private readonly List<(UploadTarget Target, byte[] Bytes)> files = [];

    /// <summary>What was uploaded, oldest first.</summary>
    public IReadOnlyList<(UploadTarget Target, byte[] Bytes)> Files => files;

    /// <summary>Why uploads fail now; <see langword="null"/> where they do not.</summary>
    public UploadFault? Fault { get; set; }

    public Task UploadAsync(UploadTarget target, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (Fault is { } fault)
        {
            throw new FileUploadException(fault, 0, null);
        }
        files.Add((target, file.ToArray()));
        return Task.CompletedTask;
    }
}
