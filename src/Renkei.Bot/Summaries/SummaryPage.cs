using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Summaries;

namespace Renkei.Bot.Summaries;

/// <summary>The buttons that lead to summaries, for their own cards and those of other features.</summary>
internal static class SummaryPage
{
    /// <summary>Shows a summary; data <c>p</c> (period), <c>s</c> (scope) or the input <c>in_scope</c>, <c>n</c> (page of the table).</summary>
    public const string ShowVerb = "summary/show";

    /// <summary>Shows the charts of a summary; data <c>p</c>, <c>s</c>.</summary>
    public const string ChartsVerb = "summary/charts";

    /// <summary>Writes a summary to a file; data <c>p</c>, <c>s</c>. Offered where a feature said so by <see cref="SummaryDesk.OfferExport"/>.</summary>
    public const string ExportVerb = "summary/export";

    /// <summary>Shows and changes what a channel gets by itself; no data.</summary>
    public const string SubscriptionVerb = "summary/weekly";

    /// <summary>The data of a summary's button.</summary>
    public static ActionData Data(SummaryPeriod period, SummaryScope scope) =>
        ActionData.Of(("p", period.Code), ("s", scope.Code));

    /// <summary>A button that opens a summary.</summary>
    public static ExecuteAction Button(
        Language language,
        LocalText title,
        SummaryPeriod period,
        SummaryScope scope,
        string verb = ShowVerb
    ) => new(title.In(language), verb, Data(period, scope)) { IgnoresInputs = true };

    /// <summary>What a button names, or <see langword="null"/> where it names no period or nothing there could be.</summary>
    public static (SummaryPeriod Period, SummaryScope Scope)? Read(ActionForm form) =>
        SummaryPeriod.TryParse(form.Text("p"), out SummaryPeriod? period)
        && SummaryScope.TryParse(
            form.Text("in_scope") is { Length: > 0 } chosen ? chosen : form.Text("s"),
            out SummaryScope? scope
        )
            ? (period, scope)
            : null;
}
