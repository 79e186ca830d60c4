using Renkei.Bot.Conversation;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;

namespace Renkei.Bot.Features.Sheets;

/// <summary>What a participant's sheet shows, or was filled in with.</summary>
/// <param name="Answers">One for each question, in their order; empty texts where nothing is written.</param>
/// <param name="SeenRevision">The revision of the answer the card showed; 0 for an empty sheet.</param>
/// <param name="SeenQuestions">Names the questions the card showed; see <see cref="VersionOf"/>.</param>
internal sealed record AnswerSheet(IReadOnlyList<string> Answers, int SeenRevision, string SeenQuestions)
{
    // Teams keeps inputs to their length; what is much longer was not typed on this card, and six of them must fit one.
    private const int LongestGivenBack = InformationSheet.AnswerLength + 100;

    /// <summary>The sheet as it stands.</summary>
    public static AnswerSheet Of(InformationSheet sheet, SheetAnswer? stored) =>
        new(Fitted(sheet, stored?.Answers ?? []), stored?.Revision ?? 0, VersionOf(sheet));

    /// <summary>What was filled in.</summary>
    public static AnswerSheet Read(ActionForm form, InformationSheet sheet) =>
        new(
            Fitted(
                sheet,
                [
                    .. Enumerable
                        .Range(1, sheet.Questions.Count)
                        .Select(n => form.Text($"in_a{n}") ?? "")
                        .Select(a => a[..Math.Min(a.Length, LongestGivenBack)]),
                ]
            ),
            form.Number("r") ?? 0,
            form.Text("q") ?? ""
        );

    /// <summary>Whether nothing is written at all.</summary>
    public bool IsEmpty => Answers.All(a => a.Length == 0);

    /// <summary>Whether an answer is longer than it may be.</summary>
    public bool IsTooLong => Answers.Any(a => a.Length > InformationSheet.AnswerLength);

    /// <summary>The same without what may tell who a patient is.</summary>
    public AnswerSheet WithoutPersonalData() => this with { Answers = [.. Answers.Select(PersonalData.Remove)] };

    /// <summary>
    /// The same, for a card that shows what somebody else wrote first: on a sheet that was empty when it was opened, what was left blank takes
    /// theirs, so that sending again loses nothing nobody meant to remove.
    /// </summary>
    public AnswerSheet Beside(SheetAnswer theirs) =>
        this with
        {
            SeenRevision = theirs.Revision,
            Answers =
                SeenRevision == 0
                    ?
                    [
                        .. Answers.Select(
                            (mine, n) => mine.Length == 0 && n < theirs.Answers.Count ? theirs.Answers[n] : mine
                        ),
                    ]
                    : Answers,
        };

    /// <summary>A short name of the questions.</summary>
    public static string VersionOf(InformationSheet sheet) => ShownVersion.Of(sheet.Questions);

    private static IReadOnlyList<string> Fitted(InformationSheet sheet, IReadOnlyList<string> answers) =>
        [.. sheet.Questions.Select((_, n) => n < answers.Count ? answers[n] : "")];
}
