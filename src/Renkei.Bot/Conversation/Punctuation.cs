using Renkei.Domain;

namespace Renkei.Bot.Conversation;

/// <summary>How parts of a line are joined: full width in Japanese, plain in English.</summary>
internal static class Punctuation
{
    /// <summary>メモ：… / Note: …</summary>
    public static string Labelled(this Language language, string label, string text) =>
        language == Language.Japanese ? $"{label}：{text}" : $"{label}: {text}";

    /// <summary>To follow a word directly: （…） / (…) after a blank.</summary>
    public static string InBrackets(this Language language, string text) =>
        language == Language.Japanese ? $"（{text}）" : $" ({text})";

    /// <summary>Two things that belong together: …・… / …, …</summary>
    public static string Together(this Language language, string one, string other) =>
        language == Language.Japanese ? $"{one}・{other}" : $"{one}, {other}";

    /// <summary>Two things side by side: …｜… / … | …</summary>
    public static string Beside(this Language language, string one, string other) =>
        language == Language.Japanese ? $"{one}｜{other}" : $"{one} | {other}";

    /// <summary>Whole phrases in a row, which may have commas of their own: …／… / …; …</summary>
    public static string Listed(this Language language, IEnumerable<string> phrases) =>
        string.Join(language == Language.Japanese ? "／" : "; ", phrases);

    /// <summary>A wide gap between two parts of a line.</summary>
    public static string Gap(this Language language) => language == Language.Japanese ? "　" : " · ";

    /// <summary>A sentence after a heading that has no full stop, to be read aloud.</summary>
    public static string ThenSay(this Language language, string heading, string sentence) =>
        language == Language.Japanese ? $"{heading}。{sentence}" : $"{heading}. {sentence}";
}
