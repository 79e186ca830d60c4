using Renkei.Bot.Files;
using Renkei.Domain;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Playbooks;

/// <summary>The words of a line, as the national file and an overlay's added lines both write them.</summary>
internal sealed record PlaybookItemYaml(LocalText Text, IReadOnlyList<LocalText> Examples, LocalText NextStep)
{
    /// <summary>The words, or <see langword="null"/> and faults.</summary>
    public static PlaybookItemYaml? Read(YamlFields item)
    {
        LocalText? text = item.Both(PlaybookLimits.LineJa, PlaybookLimits.LineEn);
        IReadOnlyList<YamlFields> listed = item.List("examples");
        if (listed.Count > PlaybookLimits.Examples)
        {
            item.Fault(
                "examples",
                new(
                    $"具体例は {PlaybookLimits.Examples} 件までです。",
                    $"A line has {PlaybookLimits.Examples} examples at most."
                )
            );
        }
        List<LocalText> examples = [];
        foreach (YamlFields example in listed)
        {
            example.AllowOnly("ja", "en");
            if (example.Both(PlaybookLimits.LineJa, PlaybookLimits.LineEn) is { } both)
            {
                examples.Add(both);
            }
        }
        YamlFields? next = item.Fields("nextStep");
        next?.AllowOnly("ja", "en");
        LocalText? nextStep = next?.Both(PlaybookLimits.NextStepJa, PlaybookLimits.NextStepEn);
        return text is null || nextStep is null ? null : new(text, examples, nextStep);
    }

    /// <summary>The line of these words.</summary>
    public PlaybookItem As(ItemId id) => new(id, Text, Examples, NextStep);
}
