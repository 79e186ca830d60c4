using Renkei.Bot.Summaries;
using Renkei.Domain;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Summaries;

namespace Renkei.Bot.Features.Summaries;

/// <summary>What one summary card is made of.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="Rights">What the reader may see; in a channel, what whoever asked may see.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Scope">Of what.</param>
/// <param name="Place">What the scope is called.</param>
/// <param name="Playbooks">The lines of the centres.</param>
/// <param name="Now">When it is made (UTC).</param>
internal sealed record SummaryView(
    Language Language,
    SummaryRights Rights,
    SummaryFigures Figures,
    SummaryScope Scope,
    LocalText Place,
    PlaybookSet Playbooks,
    DateTimeOffset Now
)
{
    /// <summary>Sentences that have to be said first.</summary>
    public IReadOnlyList<LocalText> Notices { get; init; } = [];

    /// <summary>What can be opened; the default choices of the scope when left out.</summary>
    public IReadOnlyList<ThemeFigures>? Candidates { get; init; }

    /// <summary>The prefecture the way back leads to; <see langword="null"/> where the reader sees none.</summary>
    public SummaryScope? Prefecture { get; init; }

    /// <summary>The page of the table, from 0.</summary>
    public int Page { get; init; }

    /// <summary>Whether it can be had as a file.</summary>
    public bool OffersExport { get; init; }

    /// <summary>Whether the reader may have it sent here regularly.</summary>
    public bool OffersSubscription { get; init; }

    /// <summary>The period.</summary>
    public SummaryPeriod Period => Figures.Period;

    /// <summary>A text in the reader's language.</summary>
    public string In(LocalText text) => text.In(Language);

    /// <summary>The themes the reader may read by name, in the order of the centres.</summary>
    public IEnumerable<ThemeFigures> NamedThemes =>
        Figures.Centres.SelectMany(c => c.Themes).Where(t => Rights.Sees(t.Theme));
}
