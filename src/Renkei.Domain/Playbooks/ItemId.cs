namespace Renkei.Domain.Playbooks;

/// <summary>
/// Names a checklist line: <c>01</c> to <c>35</c> for the national table, whose numbers never change meaning, and
/// <c>x-</c> with a name of 1 to 20 of <c>a-z 0-9 -</c> for a line a prefecture or centre added.
/// </summary>
public sealed record ItemId
{
    private ItemId(string key, string source) => (Key, Source) = (key, source);

    /// <summary>Used in row keys and card data; sorts in the order of 表1.</summary>
    public string Key { get; }

    /// <summary>Shown to people: <c>表1-12</c>, or the label the overlay gave.</summary>
    public string Source { get; }

    /// <summary>A line of the national table.</summary>
    /// <param name="number">1 to 35.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static ItemId National(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 35);
        return new($"{number:D2}", $"表1-{number}");
    }

    /// <summary>A line somebody added in an overlay.</summary>
    /// <param name="name">1 to 20 characters of <c>a-z 0-9 -</c>.</param>
    /// <param name="label">Shown to people, e.g. <c>ひかり-1</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> has another form.</exception>
    public static ItemId Local(string name, string label)
    {
        if (name.Length is 0 or > 20 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException("An added line is named with 1 to 20 of a-z, 0-9 and -.", nameof(name));
        }
        return new($"x-{name}", label);
    }

    /// <inheritdoc/>
    public bool Equals(ItemId? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;
}
