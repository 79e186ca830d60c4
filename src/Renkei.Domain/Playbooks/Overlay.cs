namespace Renkei.Domain.Playbooks;

/// <summary>What a prefecture or a centre changes in the playbook: it hides, rewords and adds lines (R10).</summary>
/// <param name="Scope">Whose overlay it is.</param>
/// <param name="Hidden">Lines that do not apply there.</param>
/// <param name="Reworded">Lines said in other words; their number keeps its meaning.</param>
/// <param name="Added">Lines of their own, in the order in which they are put in.</param>
public sealed record Overlay(
    OverlayScope Scope,
    IReadOnlyList<HiddenItem> Hidden,
    IReadOnlyList<RewordedItem> Reworded,
    IReadOnlyList<AddedItem> Added
)
{
    /// <summary>The playbook with these changes on top. A role group, or a stage, with no line left is not in it.</summary>
    /// <exception cref="ArgumentException">A line or a role group it speaks of is not in <paramref name="below"/>.</exception>
    public Playbook On(Playbook below)
    {
        var groups = below.Groups.ToDictionary(g => g.Number, g => g.Items.ToList());
        foreach (AddedItem added in Added)
        {
            List<PlaybookItem> items =
                groups.GetValueOrDefault(added.GroupNumber)
                ?? throw new ArgumentException($"There is no role group {added.GroupNumber}.", nameof(below));
            items.Insert(added.After is null ? items.Count : Position(items, added.After) + 1, added.Item);
        }
        foreach (RewordedItem reworded in Reworded)
        {
            List<PlaybookItem> items = With(groups.Values, reworded.Id);
            int at = Position(items, reworded.Id);
            items[at] = items[at] with { Text = reworded.Text };
        }
        foreach (HiddenItem hidden in Hidden)
        {
            List<PlaybookItem> items = With(groups.Values, hidden.Id);
            items.RemoveAt(Position(items, hidden.Id));
        }
        IEnumerable<Stage> stages = below.Stages.Select(s =>
            s with
            {
                Groups = [.. s.Groups.Select(g => g with { Items = groups[g.Number] }).Where(g => g.Items.Count > 0)],
            }
        );
        return new([.. stages.Where(s => s.Groups.Count > 0)], [.. below.Hidden, .. Hidden]);
    }

    private static List<PlaybookItem> With(IEnumerable<List<PlaybookItem>> groups, ItemId id) =>
        groups.FirstOrDefault(items => items.Exists(i => i.Id == id))
        ?? throw new ArgumentException($"There is no line {id.Source}.", nameof(id));

    private static int Position(List<PlaybookItem> items, ItemId id)
    {
        int at = items.FindIndex(i => i.Id == id);
        return at >= 0 ? at : throw new ArgumentException($"There is no line {id.Source} there.", nameof(id));
    }
}

/// <summary>Whose overlay it is.</summary>
public abstract record OverlayScope
{
    private OverlayScope() { }

    /// <summary>All centres of a prefecture.</summary>
    /// <param name="Code">JIS X 0401; 00 is the sample prefecture.</param>
    public sealed record OfPrefecture(string Code) : OverlayScope;

    /// <summary>One health centre, on top of its prefecture's.</summary>
    /// <param name="Code">The centre's code.</param>
    public sealed record OfCentre(string Code) : OverlayScope;
}

/// <summary>A line that does not apply there.</summary>
/// <param name="Id">The line.</param>
/// <param name="Reason">Why, in the words of those who hid it.</param>
public sealed record HiddenItem(ItemId Id, string Reason);

/// <summary>A line in other words.</summary>
/// <param name="Id">The line.</param>
/// <param name="Text">The words.</param>
public sealed record RewordedItem(ItemId Id, LocalText Text);

/// <summary>A line of their own.</summary>
/// <param name="Item">The line; its id is a local one.</param>
/// <param name="GroupNumber">The role group it belongs to, 1 to 12.</param>
/// <param name="After">The line of that group it follows; the last of the group when <see langword="null"/>.</param>
public sealed record AddedItem(PlaybookItem Item, int GroupNumber, ItemId? After);
