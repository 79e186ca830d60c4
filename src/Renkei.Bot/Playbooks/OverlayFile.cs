using Renkei.Bot.Files;
using Renkei.Domain;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Playbooks;

/// <summary>One overlay file: whose it is, and once the playbook below is known, what it changes.</summary>
internal sealed class OverlayFile
{
    private readonly YamlSource source;
    private readonly YamlFields? root;

    private OverlayFile(string name, YamlSource source, YamlFields? root, OverlayScope? scope) =>
        (Name, this.source, this.root, Scope) = (name, source, root, scope);

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Whose overlay it is; <see langword="null"/> when that is one of the faults.</summary>
    public OverlayScope? Scope { get; }

    /// <summary>What is wrong in it, as far as it has been read.</summary>
    public IReadOnlyList<FileFault> Faults => source.Faults;

    /// <summary>Opens a file as far as its scope.</summary>
    public static OverlayFile Read(string name, TextReader reader, Organisation organisation)
    {
        YamlSource source = new(name);
        YamlFields? root = source.Read(reader);
        root?.AllowOnly("for", "hide", "reword", "add");
        OverlayScope? scope = root?.Fields("for") is { } whose ? ScopeOf(whose, organisation) : null;
        return new(name, source, root, scope);
    }

    /// <summary>Notes that another file already speaks for the same place.</summary>
    public void SecondFor(OverlayFile first) =>
        root?.Fault(
            "for",
            new(
                $"同じ範囲のファイルがもうあります（{first.Name}）。一つにまとめてください。",
                $"{first.Name} already speaks for the same place; put both into one file."
            )
        );

    /// <summary>The changes that can be made to the playbook below; what cannot becomes a fault.</summary>
    /// <exception cref="InvalidOperationException">The scope is not known.</exception>
    public Overlay Over(Playbook below)
    {
        OverlayScope scope = Scope ?? throw new InvalidOperationException("The file does not say for whom it is.");
        List<HiddenItem> hidden = [];
        List<RewordedItem> reworded = [];
        foreach (YamlFields entry in root!.List("hide"))
        {
            entry.AllowOnly("item", "reason");
            PlaybookItem? item = ItemOf(entry, below);
            string? reason = entry.Text("reason", PlaybookLimits.Reason);
            if (item is null || reason is null)
            {
                continue;
            }
            if (hidden.Exists(h => h.Id == item.Id))
            {
                entry.Fault("item", new($"{item.Source} は二度隠されています。", $"{item.Source} is hidden twice."));
                continue;
            }
            hidden.Add(new(item.Id, reason));
        }
        foreach (YamlFields entry in root.List("reword"))
        {
            entry.AllowOnly("item", "ja", "en");
            PlaybookItem? item = ItemOf(entry, below);
            LocalText? text = entry.Both(PlaybookLimits.LineJa, PlaybookLimits.LineEn);
            if (item is null || text is null)
            {
                continue;
            }
            if (reworded.Exists(r => r.Id == item.Id))
            {
                entry.Fault(
                    "item",
                    new($"{item.Source} は二度言い換えられています。", $"{item.Source} is reworded twice.")
                );
            }
            else if (hidden.Exists(h => h.Id == item.Id))
            {
                entry.Fault(
                    "item",
                    new(
                        $"{item.Source} は隠されているので言い換えられません。どちらかにしてください。",
                        $"{item.Source} is hidden and cannot be reworded; keep one of the two."
                    )
                );
            }
            else
            {
                reworded.Add(new(item.Id, text));
            }
        }
        return new(scope, hidden, reworded, Added(below));
    }

    private static OverlayScope? ScopeOf(YamlFields whose, Organisation organisation)
    {
        whose.AllowOnly("prefecture", "centre");
        if (whose.Has("prefecture") == whose.Has("centre"))
        {
            whose.Fault(
                "centre",
                new("prefecture か centre のどちらか一つを書いてください。", "Name one prefecture or one centre.")
            );
            return null;
        }
        if (whose.Has("prefecture"))
        {
            if (whose.Text("prefecture", 2) is not { } prefecture)
            {
                return null;
            }
            if (organisation.Prefectures.Any(p => p.Code == prefecture))
            {
                return new OverlayScope.OfPrefecture(prefecture);
            }
            whose.Fault(
                "prefecture",
                new($"都道府県コード {prefecture} は登録されていません。", $"There is no prefecture {prefecture} here.")
            );
            return null;
        }
        if (whose.Text("centre", 12) is not { } centre)
        {
            return null;
        }
        if (organisation.FindCentre(centre) is not null)
        {
            return new OverlayScope.OfCentre(centre);
        }
        whose.Fault(
            "centre",
            new($"保健所コード {centre} は登録されていません。", $"There is no health centre {centre} here.")
        );
        return null;
    }

    // 16 is 表1-16; a name is a line that the prefecture's overlay added.
    private static PlaybookItem? ItemOf(YamlFields entry, Playbook below)
    {
        if (entry.Text("item", 20) is not { } named)
        {
            return null;
        }
        if (Named(below.Items, named) is { } item)
        {
            return item;
        }
        if (below.Hidden.FirstOrDefault(h => IsNamed(h.Id, named)) is { } hidden)
        {
            entry.Fault(
                "item",
                new(
                    $"{hidden.Id.Source} は県のファイルで隠されています。",
                    $"{hidden.Id.Source} is hidden by the prefecture's file."
                )
            );
            return null;
        }
        entry.Fault("item", new($"取り組み {named} はありません。", $"There is no line {named}."));
        return null;
    }

    private static PlaybookItem? Named(IEnumerable<PlaybookItem> items, string named) =>
        items.FirstOrDefault(i => IsNamed(i.Id, named));

    private static bool IsNamed(ItemId id, string named) =>
        id.Key == named || id.Key == $"x-{named}" || id.Key == named.PadLeft(2, '0');

    private List<AddedItem> Added(Playbook below)
    {
        List<AddedItem> added = [];
        foreach (YamlFields entry in root!.List("add"))
        {
            entry.AllowOnly("name", "label", "group", "after", "ja", "en", "examples", "nextStep");
            ItemId? id = IdOf(entry, [.. below.Items, .. added.Select(a => a.Item)], below.Hidden);
            RoleGroup? group = GroupOf(entry, below);
            PlaybookItemYaml? words = PlaybookItemYaml.Read(entry);
            ItemId? after = null;
            if (group is not null && entry.Has("after") && entry.Text("after", 20) is { } named)
            {
                IEnumerable<PlaybookItem> there =
                [
                    .. group.Items,
                    .. added.Where(a => a.GroupNumber == group.Number).Select(a => a.Item),
                ];
                after = Named(there, named)?.Id;
                if (after is null)
                {
                    entry.Fault(
                        "after",
                        new(
                            $"役割 {group.Number} に取り組み {named} はありません。",
                            $"Role group {group.Number} has no line {named}."
                        )
                    );
                    continue;
                }
            }
            if (id is not null && group is not null && words is not null)
            {
                added.Add(new(words.As(id), group.Number, after));
            }
        }
        return added;
    }

    private static RoleGroup? GroupOf(YamlFields entry, Playbook below)
    {
        if (entry.Number("group", 1, 12) is not { } number)
        {
            return null;
        }
        RoleGroup? group = below.Groups.FirstOrDefault(g => g.Number == number);
        if (group is null)
        {
            entry.Fault(
                "group",
                new(
                    $"役割 {number} は県のファイルですべて隠されています。",
                    $"Role group {number} is hidden as a whole by the prefecture's file."
                )
            );
        }
        return group;
    }

    private static ItemId? IdOf(YamlFields entry, IReadOnlyList<PlaybookItem> others, IReadOnlyList<HiddenItem> hidden)
    {
        string? name = entry.Text("name", 20);
        string? label = entry.Text("label", PlaybookLimits.Label);
        if (name is null || label is null)
        {
            return null;
        }
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            entry.Fault("name", new("name は半角の小文字・数字・ハイフンです。", "A name is made of a-z, 0-9 and -."));
            return null;
        }
        // 表1-40 would look like a line of the national table, and 40 in "item:" would name two things.
        if (label.Contains("表1", StringComparison.Ordinal) || label.Contains("表１", StringComparison.Ordinal))
        {
            entry.Fault("label", new("「表1」は全国の表のための名前です。", "\"表1\" is kept for the national table."));
            return null;
        }
        if (name.All(char.IsAsciiDigit))
        {
            entry.Fault(
                "name",
                new(
                    "数字だけの名前は全国の表の番号と紛れます。",
                    "A name of digits only would look like a number of the table."
                )
            );
            return null;
        }
        var id = ItemId.Local(name, label);
        if (others.Any(o => o.Id == id) || hidden.Any(h => h.Id == id))
        {
            entry.Fault("name", new($"「{name}」という名前はもう使われています。", $"The name \"{name}\" is taken."));
            return null;
        }
        if (others.Any(o => o.Source == label))
        {
            entry.Fault(
                "label",
                new($"「{label}」という表示はもう使われています。", $"The label \"{label}\" is taken.")
            );
            return null;
        }
        return id;
    }
}
