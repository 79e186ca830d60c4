namespace Renkei.Domain.Scheduling;

/// <summary>
/// Organisations of which at least so many have to be represented: "every municipality", "the medical association", "three of the five
/// hospitals". One person is enough to represent an organisation.
/// </summary>
public sealed record QuorumRule
{
    /// <summary>A rule.</summary>
    /// <param name="name">As shown in reasons: 全市町村 / every municipality.</param>
    /// <param name="organisations">Keys of the organisations; each once.</param>
    /// <param name="atLeast">How many of them; 1 to all.</param>
    /// <exception cref="ArgumentException">An organisation stands there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is below 1, or more than there are.</exception>
    public QuorumRule(LocalText name, IReadOnlyList<string> organisations, int atLeast)
    {
        if (organisations.Distinct().Count() != organisations.Count)
        {
            throw new ArgumentException("An organisation stands there twice.", nameof(organisations));
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, organisations.Count);
        (Name, Organisations, AtLeast) = (name, organisations, atLeast);
    }

    /// <summary>As shown in reasons.</summary>
    public LocalText Name { get; }

    /// <summary>Keys of the organisations.</summary>
    public IReadOnlyList<string> Organisations { get; }

    /// <summary>How many of them have to be represented.</summary>
    public int AtLeast { get; }

    /// <summary>Every one of them.</summary>
    public static QuorumRule All(LocalText name, IReadOnlyList<string> organisations) =>
        new(name, organisations, organisations.Count);
}

/// <summary>What a rule still lacks at a certain time.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Lacking">So many organisations are too few, whatever those say who are uncertain.</param>
/// <param name="Open">So many more hang on people who are uncertain. One of the two is above 0.</param>
/// <param name="Absent">Organisations of the rule of which nobody can come; those with nobody asked among them.</param>
public sealed record QuorumGap(QuorumRule Rule, int Lacking, int Open, IReadOnlyList<string> Absent);
