namespace Renkei.Bot.Playbooks;

/// <summary>How long the texts of a playbook may be, in UTF-16 characters, so that a card stays readable on a telephone.</summary>
internal static class PlaybookLimits
{
    /// <summary>A line or an example, Japanese.</summary>
    public const int LineJa = 45;

    /// <summary>A line or an example, English.</summary>
    public const int LineEn = 110;

    /// <summary>A next step, Japanese: stands in 「次は…です。」.</summary>
    public const int NextStepJa = 20;

    /// <summary>A next step, English: stands in "Next: …".</summary>
    public const int NextStepEn = 60;

    /// <summary>The name of a stage or role, which the report has made long.</summary>
    public const int Name = 110;

    /// <summary>The label of an added line, e.g. ひかり-1.</summary>
    public const int Label = 12;

    /// <summary>Why a line is hidden.</summary>
    public const int Reason = 60;

    /// <summary>How many examples a line may have.</summary>
    public const int Examples = 10;
}
