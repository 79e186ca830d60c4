using System.Globalization;
using Renkei.Domain;
using YamlDotNet.RepresentationModel;

namespace Renkei.Bot.Files;

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

    /// <summary>Whether a key says <c>yes</c>; <c>no</c>, or no such key, is no. Anything else is a fault.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return false;
        }
        string? said = (value as YamlScalarNode)?.Value;
        if (said is not ("yes" or "no"))
        {
            source.Fault(
                value.Start,
                new($"「{key}」には yes か no を書いてください。", $"\"{key}\" must be yes or no.")
            );
        }
        return said == "yes";
    }

    /// <summary>A time of day, <c>"13:30"</c>, or <see langword="null"/> and a fault.</summary>
    public TimeOnly? Time(string key)
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlScalarNode { Value: { } value }
                when TimeOnly.TryParseExact(
                    value,
                    "HH:mm",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out TimeOnly time
                ):
                return time;
            case var other:
                source.Fault(
                    other.Start,
                    new($"「{key}」は 13:30 のような時刻です。", $"\"{key}\" must be a time such as 13:30.")
                );
                return null;
        }
    }

    /// <summary>The whole numbers listed under a key; none when the key is missing. Others are faults, each where it stands.</summary>
    public IReadOnlyList<int> Numbers(string key, int least, int most)
    {
        List<int> numbers = [];
        foreach (YamlNode entry in Entries(key))
        {
            if (
                entry is YamlScalarNode { Value: { } value }
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= least
                && number <= most
            )
            {
                numbers.Add(number);
                continue;
            }
            source.Fault(
                entry.Start,
                new(
                    $"「{key}」は {least} から {most} までの数の並びです。",
                    $"\"{key}\" must list numbers from {least} to {most}."
                )
            );
        }
        return numbers;
    }

    /// <summary>What the words listed under a key name; none when the key is missing. An unknown word is a fault where it stands.</summary>
    public IReadOnlyList<T> Named<T>(string key, Func<string, T?> find)
        where T : class
    {
        List<T> named = [];
        foreach (YamlNode entry in Entries(key))
        {
            if (entry is YamlScalarNode { Value: { } value } && find(value) is { } one)
            {
                named.Add(one);
                continue;
            }
            Unknown(key, entry);
        }
        return named;
    }

    /// <summary>What the word under a key names, or <see langword="null"/> and a fault.</summary>
    public T? One<T>(string key, Func<string, T?> find)
        where T : class
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlScalarNode { Value: { } value } when find(value) is { } one:
                return one;
            case var other:
                Unknown(key, other);
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
        IReadOnlyList<YamlNode> entries = Entries(key);
        foreach (YamlNode other in entries.Where(c => c is not YamlMappingNode))
        {
            source.Fault(
                other.Start,
                new(
                    $"「{key}」の一つ一つには「項目: 値」を書いてください。",
                    $"Each entry of \"{key}\" must be a mapping of keys to values."
                )
            );
        }
        return [.. entries.OfType<YamlMappingNode>().Select(m => new YamlFields(source, m))];
    }

    /// <summary>The keys <c>ja</c> and <c>en</c> of this mapping, or <see langword="null"/> and faults.</summary>
    public LocalText? Both(int longestJa, int longestEn)
    {
        string? ja = Text("ja", longestJa);
        string? en = Text("en", longestEn);
        return ja is null || en is null ? null : new(ja, en);
    }

    private IReadOnlyList<YamlNode> Entries(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Children];
            case var other:
                source.Fault(other.Start, new($"「{key}」は「- 」で始まる並びです。", $"\"{key}\" must be a list."));
                return [];
        }
    }

    private void Unknown(string key, YamlNode value) =>
        source.Fault(
            value.Start,
            new($"「{key}」の {value} は知らない名前です。", $"\"{key}\" names {value}, which is not known.")
        );

    private void Missing(string key) =>
        source.Fault(node.Start, new($"「{key}」がありません。", $"\"{key}\" is missing."));

    private YamlNode? Find(string key) =>
        node.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: { } name } && name == key).Value;
}
