namespace Renkei.Bot.Councils;

/// <summary>How long the texts of a kind of meeting may be, in UTF-16 characters, so that a card stays readable on a telephone.</summary>
internal static class CouncilLimits
{
    /// <summary>A code.</summary>
    public const int Code = 24;

    /// <summary>The name of a kind, Japanese: stands in a list of choices.</summary>
    public const int NameJa = 20;

    /// <summary>The name of a kind, English.</summary>
    public const int NameEn = 45;

    /// <summary>A task or a step, Japanese; a purpose too.</summary>
    public const int LineJa = 40;

    /// <summary>A task or a step, English; a purpose too.</summary>
    public const int LineEn = 100;

    /// <summary>A participant, a point of the agenda, a paper or a reason, Japanese.</summary>
    public const int PhraseJa = 25;

    /// <summary>A participant, a point of the agenda, a paper or a reason, English.</summary>
    public const int PhraseEn = 60;

    /// <summary>Where in a document something stands.</summary>
    public const int Place = 40;

    /// <summary>The shortest point of an agenda, in minutes.</summary>
    public const int ShortestPoint = 5;

    /// <summary>The longest point of an agenda, in minutes.</summary>
    public const int LongestPoint = 240;
}
