namespace Renkei.Bot.Summaries;

/// <summary>What other features add to summaries.</summary>
internal sealed class SummaryDesk
{
    /// <summary>Whether a feature writes summaries to files.</summary>
    public bool OffersExport { get; private set; }

    /// <summary>Says that <see cref="SummaryPage.ExportVerb"/> is answered; called while features register.</summary>
    public void OfferExport() => OffersExport = true;
}
