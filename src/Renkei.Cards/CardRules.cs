using System.Diagnostics;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>
/// What a card must keep to so that it works on every client and for everybody. What a type can refuse by itself (input ids, commas in
/// choices, addresses, too many people to refresh) it refuses; the rules are about the card as a whole.
/// </summary>
public static class CardRules
{
    /// <summary>The most bytes of a card's JSON: what Teams takes together with the message around it.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>The most buttons Teams shows in a row; more go to a menu by themselves.</summary>
    public const int MaxPrimaryActions = 6;

    private static readonly string[] Widths = ["VeryNarrow", "Narrow", "Standard", "Wide"];

    /// <summary>What is wrong with the card, one sentence each; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(AdaptiveCard card) => Check(card, CardJson.Write(card).Length);

    /// <summary>Every card Renkei writes passes here in Debug builds, which the tests run in.</summary>
    [Conditional("DEBUG")]
    internal static void DemandInDebug(AdaptiveCard card, int bytes)
    {
        List<string> faults = Check(card, bytes);
        if (faults.Count > 0)
            throw new CardRuleException(faults);
    }

    private static List<string> Check(AdaptiveCard card, int bytes)
    {
        List<string> faults = [];
        CardElement[] elements = [.. Walk(card.Body), .. card.Actions.SelectMany(Walk)];

        if (bytes > MaxBytes)
            faults.Add($"The card has {bytes} bytes; Teams takes {MaxBytes}.");
        if (string.IsNullOrWhiteSpace(card.Speak))
            faults.Add("The card says nothing aloud (Speak).");
        if (string.IsNullOrWhiteSpace(card.FallbackText ?? PlainText.Of(card)))
            faults.Add("The card has no plain text (FallbackText).");

        int headings = elements.OfType<TextBlock>().Count(block => block.IsHeading);
        if (headings != 1)
            faults.Add($"The card has {headings} headings; it needs exactly one.");

        CheckIds(elements, faults);
        CheckActions(card, elements, faults);
        CheckCharts(card.Body, faults);
        foreach (CardElement element in elements)
            CheckElement(element, faults);
        foreach (CardMention mention in card.Mentions)
            CheckMention(mention, elements, faults);
        return faults;
    }

    private static void CheckIds(CardElement[] elements, List<string> faults)
    {
        foreach (IGrouping<string?, CardElement> same in elements.GroupBy(element => element.Id))
        {
            if (same.Key is not null && same.Count() > 1)
                faults.Add($"The id '{same.Key}' is used {same.Count()} times.");
        }
    }

    private static void CheckActions(AdaptiveCard card, CardElement[] elements, List<string> faults)
    {
        CheckRow(card.Actions, faults);
        AdaptiveAction[] inside = [.. elements.SelectMany(element => element.OwnActions)];
        ShowCardAction[] parts = [.. card.Actions.OfType<ShowCardAction>()];
        foreach (ActionSet set in elements.OfType<ActionSet>())
            CheckRow(set.Actions, faults);
        foreach (ShowCardAction part in parts)
            CheckRow(part.Actions, faults);
        if (inside.Concat(parts.SelectMany(part => part.Actions)).Any(action => action is ShowCardAction))
            faults.Add("A ShowCard works on all clients only among the card's own actions.");

        HashSet<string> ids = [.. elements.Select(element => element.Id).OfType<string>()];
        IEnumerable<AdaptiveAction> all = [.. card.Actions, .. inside, .. parts.SelectMany(part => part.Actions)];
        foreach (string missing in all.OfType<ToggleVisibilityAction>().SelectMany(a => a.ElementIds).Except(ids))
            faults.Add($"There is no element '{missing}' to show and hide.");
    }

    private static void CheckRow(IReadOnlyList<AdaptiveAction> actions, List<string> faults)
    {
        int primary = actions.Count(action => !action.IsSecondary);
        if (primary > MaxPrimaryActions)
            faults.Add($"{primary} primary actions stand in a row; Teams shows {MaxPrimaryActions}.");
    }

    private static void CheckCharts(IReadOnlyList<CardElement> siblings, List<string> faults)
    {
        for (int i = 0; i < siblings.Count; i++)
        {
            if (siblings[i] is ChartElement chart && !IsText(siblings, i - 1) && !IsText(siblings, i + 1))
                faults.Add($"The chart '{chart.Title}' has no numbers as text right before or after it.");
            CheckCharts([.. siblings[i].Children], faults);
        }
    }

    private static bool IsText(IReadOnlyList<CardElement> siblings, int index) =>
        index >= 0
        && index < siblings.Count
        && siblings[index]
            is (TextBlock { IsHeading: false } or RichTextBlock or FactSet or Table)
                and { IsVisible: true };

    private static void CheckElement(CardElement element, List<string> faults)
    {
        if (element.IsTeamsOnly && element.Fallback is null)
            faults.Add($"{element.TypeName} is known to Teams only and has no fallback.");
        if (
            element.TargetWidth is { } width
            && !Widths.Contains(width[(width.IndexOf(':', StringComparison.Ordinal) + 1)..])
        )
            faults.Add($"'{width}' is not a width.");
        if (element is CardInput { CanBeRefused: true } input && string.IsNullOrWhiteSpace(input.ErrorMessage))
            faults.Add($"The input '{input.Id}' can be refused without a reason (ErrorMessage).");
        if (element is ChoiceSetInput set)
            CheckChoices(set, faults);
        if (element is TextBlock block && BoldMarks.AreShown(block.Text))
            faults.Add("A text block shows ** as asterisks; use Weight, or runs of a RichTextBlock.");
    }

    private static void CheckChoices(ChoiceSetInput set, List<string> faults)
    {
        if (set.Values.Count > 1 && !set.IsMultiSelect)
            faults.Add($"The input '{set.Id}' has several values but takes one.");
        if (set.Dataset is null)
        {
            foreach (string value in set.Values.Except(set.Choices.Select(choice => choice.Value)))
                faults.Add($"The input '{set.Id}' has the value '{value}', which is not among its choices.");
        }
        else if (set.Choices.Count > 0 || set.Style != ChoiceStyle.Filtered)
        {
            faults.Add($"The input '{set.Id}' searches; it is filtered and has no choices of its own.");
        }
    }

    private static void CheckMention(CardMention mention, CardElement[] elements, List<string> faults)
    {
        bool occurs = elements.Any(element =>
            element switch
            {
                TextBlock block => block.Text.Contains(mention.Text, StringComparison.Ordinal),
                FactSet set => set.Facts.Any(fact => fact.Value.Contains(mention.Text, StringComparison.Ordinal)),
                _ => false,
            }
        );
        if (!occurs)
            faults.Add("A mentioned person does not occur in the text.");
    }

    private static IEnumerable<CardElement> Walk(IEnumerable<CardElement> elements) =>
        elements.SelectMany(element => Walk(element.Children).Prepend(element));

    private static IEnumerable<CardElement> Walk(AdaptiveAction action) =>
        action is ShowCardAction part ? Walk(part.Body) : [];
}
