using System.Globalization;
using Renkei.Domain;
using YamlDotNet.RepresentationModel;

namespace Renkei.Bot.Playbooks;

/// <summary>
/// One mapping of a YAML file, read key by key. What is missing or malformed becomes a fault of the source, never an
/// exception, so that one reading finds all.
/// </summary>
internal sealed class YamlFields(YamlSource source, YamlMappingNode node)
{
    /// <summary>Whether a key is there, with whatever value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Notes a fault where the value of a key begins, or the mapping when the key is missing.</summary>
    public void Fault(string key, LocalText reason) => source.Fault(Find(key)?.Start ?? node.Start, reason);

    /// <summary>Notes a fault for every key that is not one of these.</summary>
    public void AllowOnly(params IReadOnlyList<string> keys)
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            string? name = (key as YamlScalarNode)?.Value;
            if (name is null || !keys.Contains(name))
            {
                source.Fault(
                    key.Start,
                    new(
                        $"「{name}」という項目はありません。使えるのは {string.Join("、", keys)} です。",
                        $"There is no key \"{name}\"; the keys here are {string.Join(", ", keys)}."
                    )
                );
            }
        }
    }

    /// <summary>A text of 1 to <paramref name="longest"/> characters, or <see langword="null"/> and a fault.</summary>
    public string? Text(string key, int longest)
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlScalarNode { Value: { } value } scalar when !string.IsNullOrWhiteSpace(value):
                if (value.Length > longest)
                {
                    source.Fault(
                        scalar.Start,
                        new(
                            $"「{key}」が長すぎます（{value.Length}字。{longest}字まで）。",
                            $"\"{key}\" is too long: {value.Length} characters, {longest} at most."
                        )
                    );
                    return null;
                }
                return value.Trim();
            case var other:
                source.Fault(other.Start, new($"「{key}」には文字を書いてください。", $"\"{key}\" must be a text."));
                return null;
        }
    }

    /// <summary>A whole number in a range, or <see langword="null"/> and a fault.</summary>
    public int? Number(string key, int least, int most)
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlScalarNode { Value: { } value }
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    && number >= least
                    && number <= most:
                return number;
            case var other:
                source.Fault(
                    other.Start,
                    new(
                        $"「{key}」は {least} から {most} までの数です。",
                        $"\"{key}\" must be a number from {least} to {most}."
                    )
                );
                return null;
        }
    }

    /// <summary>The mapping under a key, or <see langword="null"/> and a fault.</summary>
    public YamlFields? Fields(string key)
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlMappingNode mapping:
                return new(source, mapping);
            case var other:
                source.Fault(
                    other.Start,
                    new(
                        $"「{key}」には「項目: 値」を書いてください。",
                        $"\"{key}\" must be a mapping of keys to values."
                    )
                );
                return null;
        }
    }

    /// <summary>The mappings listed under a key; none when the key is missing. What is no mapping is a fault.</summary>
    public IReadOnlyList<YamlFields> List(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                foreach (YamlNode other in sequence.Children.Where(c => c is not YamlMappingNode))
                {
                    source.Fault(
                        other.Start,
                        new(
                            $"「{key}」の一つ一つには「項目: 値」を書いてください。",
                            $"Each entry of \"{key}\" must be a mapping of keys to values."
                        )
                    );
                }
                return [.. sequence.Children.OfType<YamlMappingNode>().Select(m => new YamlFields(source, m))];
            case var other:
                source.Fault(other.Start, new($"「{key}」は「- 」で始まる並びです。", $"\"{key}\" must be a list."));
                return [];
        }
    }

    /// <summary>The keys <c>ja</c> and <c>en</c> of this mapping, or <see langword="null"/> and faults.</summary>
    public LocalText? Both(int longestJa, int longestEn)
    {
        string? ja = Text("ja", longestJa);
        string? en = Text("en", longestEn);
        return ja is null || en is null ? null : new(ja, en);
    }

    private void Missing(string key) =>
        source.Fault(node.Start, new($"「{key}」がありません。", $"\"{key}\" is missing."));

    private YamlNode? Find(string key) =>
        node.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: { } name } && name == key).Value;
}
