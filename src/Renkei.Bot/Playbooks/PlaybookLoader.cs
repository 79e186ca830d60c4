using System.Text;
using Renkei.Bot.Files;
using Renkei.Domain;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Playbooks;

/// <summary>Reads the national playbook that is part of the program.</summary>
public static class PlaybookLoader
{
    private const string National = "national.yaml";

    /// <summary>The 4 stages, 12 role groups and 35 lines of 表1. Reads the program's own resource; keep the result.</summary>
    /// <exception cref="InvalidDataException">The program was built with a faulty file.</exception>
    public static Playbook LoadNational()
    {
        using Stream resource =
            typeof(PlaybookLoader).Assembly.GetManifestResourceStream(National)
            ?? throw new InvalidDataException($"{National} is not part of this build.");
        using StreamReader reader = new(resource, Encoding.UTF8);
        YamlSource source = new(National);
        IReadOnlyList<Stage> stages = source.Read(reader) is { } root ? [.. Stages(root)] : [];
        return source.Faults.Count == 0
            ? new(stages)
            : throw new InvalidDataException(string.Join(Environment.NewLine, source.Faults));
    }

    private static IEnumerable<Stage> Stages(YamlFields root)
    {
        root.AllowOnly("stages");
        foreach (YamlFields stage in root.List("stages"))
        {
            stage.AllowOnly("number", "ja", "en", "groups");
            int? number = stage.Number("number", 1, 4);
            LocalText? name = stage.Both(PlaybookLimits.Name, PlaybookLimits.Name);
            RoleGroup[] groups = [.. Groups(stage)];
            if (number is { } n && name is not null)
            {
                yield return new(n, name, groups);
            }
        }
    }

    private static IEnumerable<RoleGroup> Groups(YamlFields stage)
    {
        foreach (YamlFields group in stage.List("groups"))
        {
            group.AllowOnly("number", "ja", "en", "items");
            int? number = group.Number("number", 1, 12);
            LocalText? name = group.Both(PlaybookLimits.Name, PlaybookLimits.Name);
            PlaybookItem[] items = [.. Items(group)];
            if (number is { } n && name is not null)
            {
                yield return new(n, name, items);
            }
        }
    }

    private static IEnumerable<PlaybookItem> Items(YamlFields group)
    {
        foreach (YamlFields item in group.List("items"))
        {
            item.AllowOnly("number", "ja", "en", "examples", "nextStep");
            int? number = item.Number("number", 1, 35);
            if (PlaybookItemYaml.Read(item) is { } words && number is { } n)
            {
                yield return words.As(ItemId.National(n));
            }
        }
    }
}
