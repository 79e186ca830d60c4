using Renkei.Cards;
using Renkei.Domain;

namespace Renkei.Bot.Downloads;

/// <summary>A file that was made for somebody.</summary>
/// <param name="Name">With its ending; see <see cref="FileNames"/>.</param>
/// <param name="Description">One line: what is in it.</param>
/// <param name="Bytes">At least one.</param>
/// <param name="Next">What to do with it once it is there; a sentence.</param>
/// <param name="Way">The button that leads back to what it was made of.</param>
internal sealed record DownloadFile(
    string Name,
    string Description,
    ReadOnlyMemory<byte> Bytes,
    LocalText Next,
    AdaptiveAction? Way
);

/// <summary>A file, or why there is none. What was refused may be allowed to others: rights are asked each time it is made.</summary>
internal sealed record MadeFile
{
    private MadeFile(DownloadFile? file, LocalText? refusal) => (File, Refusal) = (file, refusal);

    /// <summary>The file; <see langword="null"/> where it was refused.</summary>
    public DownloadFile? File { get; }

    /// <summary>Why there is none, with what to do; <see langword="null"/> where there is one.</summary>
    public LocalText? Refusal { get; }

    public static MadeFile Of(DownloadFile file) => new(file, null);

    public static MadeFile Refused(LocalText why) => new(null, why);
}
