using Renkei.Domain;

namespace Renkei.Bot.Files;

/// <summary>A place in a file of the administrator's that cannot be used, and why.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; 0 where only the line is known.</param>
/// <param name="Reason">One plain sentence that says what to change.</param>
public sealed record FileFault(string File, int Line, int Column, LocalText Reason)
{
    /// <summary><c>tobu.yaml:4:11: 表1に40番はありません。 / 表1 has no line 40.</c></summary>
    public override string ToString() => $"{File}:{Line}{(Column > 0 ? $":{Column}" : "")}: {Reason.Ja} / {Reason.En}";
}
