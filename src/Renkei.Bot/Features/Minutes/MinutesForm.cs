using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Model = Renkei.Domain.Councils.Minutes;
using Texts = Renkei.Bot.Features.Minutes.MinutesTexts;

namespace Renkei.Bot.Features.Minutes;

/// <summary>Decisions and the next date as the card shows them, or as they were filled in.</summary>
/// <param name="Text">The decisions, one line each.</param>
/// <param name="NextDate">When the next meeting is meant to be, Japan.</param>
/// <param name="Seen">Names what they were like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record MinutesForm(string Text, DateOnly? NextDate, string? Seen)
{
    /// <summary>Longest text taken, in characters.</summary>
    public const int LongestText = Model.MostLines * (Model.LineLength + 1);

    /// <summary>The lines, empty ones left out.</summary>
    public IReadOnlyList<string> Lines =>
        Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A card filled with what stands.</summary>
    public static MinutesForm Of(Council council) =>
        new(string.Join('\n', council.Minutes.Decisions), council.Minutes.NextDate, VersionOf(council));

    /// <summary>What was filled in.</summary>
    public static MinutesForm Read(ActionForm form)
    {
        form.TryDay("in_next", out DateOnly? next);
        string text = form.Text("in_decisions") ?? "";
        return new(text[..Math.Min(text.Length, LongestText + 200)], next, form.Text("v"));
    }

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? ErrorIn(ActionForm form, CouncilView view)
    {
        string[] lines = Text.Split('\n', StringSplitOptions.TrimEntries);
        int tooLong = Array.FindIndex(lines, l => l.Length > Model.LineLength);
        return tooLong >= 0 ? Texts.DecisionTooLong(tooLong + 1)
            : Lines.Count > Model.MostLines ? Texts.TooManyDecisions
            : !form.TryDay("in_next", out _) ? Texts.NextError
            : NextDate <= view.Council.When?.Date ? Texts.NextTooEarly
            : null;
    }

    /// <summary>The same without what may tell who a patient is.</summary>
    public MinutesForm WithoutPersonalData() => this with { Text = PersonalData.Remove(Text) };

    /// <summary>A short name of the decisions and the next date.</summary>
    public static string VersionOf(Council council) =>
        ShownVersion.Of([.. council.Minutes.Decisions, $"{council.Minutes.NextDate}"]);
}
