namespace Renkei.Domain.Playbooks;

/// <summary>
/// The method: 4 stages, 12 role groups, 35 items of 表1, and what a prefecture's overlay hides, rewords or adds.
/// Immutable; read once at start.
/// </summary>
public sealed class Playbook
{
    /// <summary>Builds a playbook.</summary>
    /// <param name="stages">In order.</param>
    /// <param name="hidden">What overlays have taken out; nothing when <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">Stage, group or item numbers are not unique and ascending.</exception>
    public Playbook(IReadOnlyList<Stage> stages, IReadOnlyList<HiddenItem>? hidden = null)
    {
        Hidden = hidden ?? [];
        Stages = stages;
        Groups = [.. stages.SelectMany(s => s.Groups)];
        Items = [.. Groups.SelectMany(g => g.Items)];
        if (!Ascending(Stages.Select(s => s.Number)) || !Ascending(Groups.Select(g => g.Number)))
        {
            throw new ArgumentException("Stages and role groups are numbered in ascending order.", nameof(stages));
        }
        if (Items.Select(i => i.Id).Distinct().Count() != Items.Count)
        {
            throw new ArgumentException("An item id stands twice.", nameof(stages));
        }
    }

    /// <summary>The stages, in order.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The role groups of all stages, in order.</summary>
    public IReadOnlyList<RoleGroup> Groups { get; }

    /// <summary>The items of all groups, in the order in which they are shown.</summary>
    public IReadOnlyList<PlaybookItem> Items { get; }

    /// <summary>The lines that overlays have taken out, with their reasons; their stored answers are kept.</summary>
    public IReadOnlyList<HiddenItem> Hidden { get; }

    /// <summary>A line, or <see langword="null"/> where the playbook has none of that id.</summary>
    public PlaybookItem? Find(ItemId id) => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>A line by its key, or <see langword="null"/> where the playbook has none of that key.</summary>
    public PlaybookItem? Find(string key) => Items.FirstOrDefault(i => i.Id.Key == key);

    /// <summary>The role group of a line, or <see langword="null"/> where the playbook has none of that id.</summary>
    public RoleGroup? GroupOf(ItemId id) => Groups.FirstOrDefault(g => g.Items.Any(i => i.Id == id));

    /// <summary>The stage of a line, or <see langword="null"/> where the playbook has none of that id.</summary>
    public Stage? StageOf(ItemId id) => Stages.FirstOrDefault(s => s.Groups.Any(g => g.Items.Any(i => i.Id == id)));

    private static bool Ascending(IEnumerable<int> numbers)
    {
        int last = 0;
        return numbers.All(n => n > last && (last = n) == n);
    }
}

/// <summary>One of the 4 stages (段階) of 表1.</summary>
/// <param name="Number">1 to 4.</param>
/// <param name="Name">As in the report.</param>
/// <param name="Groups">Its role groups, in order.</param>
public sealed record Stage(int Number, LocalText Name, IReadOnlyList<RoleGroup> Groups);

/// <summary>One of the 12 roles (保健所保健師の役割) of 表1: what one card of the walk shows.</summary>
/// <param name="Number">1 to 12, through all stages.</param>
/// <param name="Name">As in the report.</param>
/// <param name="Items">Its items, in order.</param>
public sealed record RoleGroup(int Number, LocalText Name, IReadOnlyList<PlaybookItem> Items);

/// <summary>One line of the checklist.</summary>
/// <param name="Id">Stays the same for ever and keys the stored answers.</param>
/// <param name="Text">One short line, ours.</param>
/// <param name="Examples">Short examples, ours; may be empty.</param>
/// <param name="NextStep">What to do next when this line is the first that is open, e.g. 「参集者の相談です」.</param>
public sealed record PlaybookItem(ItemId Id, LocalText Text, IReadOnlyList<LocalText> Examples, LocalText NextStep)
{
    /// <summary>Where it comes from, e.g. <c>表1-12</c>, or <c>ひかり-1</c> for a prefecture's own line.</summary>
    public string Source => Id.Source;
}
