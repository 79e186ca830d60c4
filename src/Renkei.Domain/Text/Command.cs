namespace Renkei.Domain.Text;

/// <summary>Something people can ask for in words.</summary>
/// <typeparam name="T">What stands for it in code.</typeparam>
/// <param name="Value">The command.</param>
/// <param name="Words">
/// All ways to say it, Japanese and English, as people type them; the first is the usual one. Width, case, kana, spaces and
/// polite endings need no entries of their own.
/// </param>
/// <param name="TakesText">
/// Whether more text may follow, e.g. 「新しい取り組み 退院支援」. Without it a longer sentence is not taken for the command.
/// </param>
public sealed record Command<T>(T Value, IReadOnlyList<string> Words, bool TakesText = false);

/// <summary>A command that was understood.</summary>
/// <typeparam name="T">What stands for it in code.</typeparam>
/// <param name="Command">The command.</param>
/// <param name="Rest">What followed it, as typed but without brackets around it; empty when nothing did.</param>
public sealed record CommandMatch<T>(T Command, string Rest);
