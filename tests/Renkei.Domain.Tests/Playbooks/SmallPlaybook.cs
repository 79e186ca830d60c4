using Renkei.Domain.Playbooks;

namespace Renkei.Domain.Tests.Playbooks;

/// <summary>Two stages, three role groups, lines 1 to 4.</summary>
internal static class SmallPlaybook
{
    public static Playbook Create() =>
        new([
            new(1, Both("段階一"), [new(1, Both("役割一"), [Item(1), Item(2)]), new(2, Both("役割二"), [Item(3)])]),
            new(2, Both("段階二"), [new(3, Both("役割三"), [Item(4)])]),
        ]);

    public static PlaybookItem Item(int number) => Item(ItemId.National(number));

    public static PlaybookItem Item(ItemId id) => new(id, Both($"{id}をしている"), [], Both($"{id}の用意"));

    public static LocalText Both(string ja) => new(ja, $"{ja} in English");
}
